"""The index of each language: as it was kept, or made now, each language in a process of its own."""

import gzip
import json
import time
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from puntina.core.engine.epoch import code
from puntina.core.engine.fingerprint import Fingerprints
from puntina.core.engine.workers import parallel_map
from puntina.search.canonical_index import ENTRY, SIGNATURE, canonical
from puntina.search.index_cache import CachedIndex, load, save
from puntina.search.pagefind import pagefind, version
from puntina.search.records import Record, Text, record

SCRIPT, GENERAL = "pagefind.js", "wasm.unknown.pagefind"
OURS = (SCRIPT, ENTRY, "wasm.", "index/", "filter/", "fragment/")  # beginnings of what our page asks for


@dataclass(frozen=True, slots=True)
class IndexCache:
    """Where indexes are kept, and the fingerprint of all that they depend on besides their texts."""

    folder: Path | None  # None where nothing is kept
    epoch: bytes
    blank: bool  # whether nothing is taken from earlier builds


@dataclass(frozen=True, slots=True)
class Index:
    """A language's index; `seconds` is what it took to make, 0.0 for one that was kept."""

    lang: str
    count: int
    files: Mapping[str, tuple[bytes, str]]
    seconds: float

    @property
    def size(self) -> int:
        """The bytes of all its files."""
        return sum(len(data) for data, _ in self.files.values())


def indexes(texts: Mapping[str, tuple[Text, ...]], cache: IndexCache, *, jobs: int) -> Iterator[Index]:
    """The index of each language that has texts, in any order."""
    wanted = [(lang, some) for lang, some in texts.items() if some]
    yield from parallel_map(wanted, partial(_index, cache), jobs=jobs)


def _index(cache: IndexCache, wanted: tuple[str, tuple[Text, ...]]) -> Index:
    lang, texts = wanted
    place = cache.folder / f"{lang}.index" if cache.folder else None
    known = load(place) if place and not cache.blank else None
    checksum = Fingerprints().of((cache.epoch, tuple([text.mark for text in texts])))
    if known and known.checksum == checksum:
        return Index(lang, len(texts), known.files, 0.0)
    started = time.perf_counter()
    made = _made(checksum, tuple(map(record, texts)), known)
    if place:
        save(place, made)
    seconds = 0.0 if known and known.files is made.files else time.perf_counter() - started
    return Index(lang, len(texts), made.files, seconds)


def _made(checksum: bytes, records: tuple[Record, ...], known: CachedIndex | None) -> CachedIndex:
    """The index of the records; the one that is known where Pagefind was told the same."""
    content = Fingerprints().of((version(), code(Path(__file__).parent), records))
    if known and known.content == content:
        return CachedIndex(checksum, content, known.files)
    files = canonical(pagefind(each.message for each in records))
    return CachedIndex(checksum, content, dict(_with_sources(files, records)))


def _with_sources(files: Mapping[str, bytes], records: Iterable[Record]) -> Iterator[tuple[str, tuple[bytes, str]]]:
    """Those of the files that our page asks for, each with the content file that it shows, "" for all of them."""
    paths = {each.url: each.path for each in records}
    has_own = sum(path.startswith("wasm.") for path in files) > 1  # a program that knows the language's endings
    for path, data in sorted(files.items()):
        if path == GENERAL and has_own:
            continue
        if path.startswith("fragment/"):
            yield path, (data, paths[json.loads(gzip.decompress(data).removeprefix(SIGNATURE))["url"]])
        elif path.startswith(OURS) or path.endswith(".pf_meta"):
            yield path, (data, "")
