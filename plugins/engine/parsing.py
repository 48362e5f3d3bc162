"""Content files to readings: unchanged ones from the store, the others parsed in parallel."""

import pickle
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from zlib import crc32

from plugins.digest import Reading
from plugins.engine.disk import Stamp, racy
from plugins.engine.fingerprint import hashed
from plugins.engine.progress import phase
from plugins.engine.store import OTHERS, RULES, Store
from plugins.engine.workers import cut, spread

SMALLEST = 16  # files of one part of the work
FORKED = 64  # files that are worth the start of a worker
SHELVES = 256  # readings are kept by so many pickles: one costs less for a hundred of them than a hundred of one each
_NEVER: Stamp = (-1, 0, 0, 0)  # the stamp of no file

Read = Callable[[str], bytes | Reading]  # the bytes of the file at a path, or the reading of one that can't be read
Parse = Callable[[bytes, str], Reading]  # pure: of a file's bytes and its path
Kept = tuple[Stamp, bytes, Reading]  # a file as it was parsed: its stamp then, the fingerprint of its bytes, the result


@dataclass(frozen=True, slots=True)
class Parsed:
    """What came of all files; `changed` are those that were not as the store remembers them."""

    readings: dict[str, Reading]
    changed: tuple[str, ...]
    before: Callable[[str], Reading | None]  # what the store remembers of one of these
    keep: Callable[[], None]  # has the store remember it all; it takes its time, which others may work in


def read_all(
    files: Mapping[str, Stamp],
    looked: int,
    *,
    read: Read,
    parse: Parse,
    rules: bytes,
    store: Store | None,
    jobs: int,
    meanwhile: Callable[[], object] = lambda: None,
) -> Parsed:
    """The reading of each of the files, whose stamps were taken after the moment `looked` (time.time_ns).

    `rules` stands for all that parsing depends on besides the file; `meanwhile` is called while workers parse.
    """
    kept = _kept(store, rules)
    changed = sorted(path for path, stamp in files.items() if path not in kept or kept[path][0] != stamp)
    known = {path: kept[path][1] for path in changed if path in kept}
    work = partial(_parse_some, read, parse, known)
    found: dict[str, Kept] = {}
    with phase("parsing", len(changed)) as advance:
        results = spread(cut(changed, SMALLEST), work, jobs=jobs if len(changed) >= FORKED else 1)
        meanwhile()
        for some in results:
            for path, fingerprint, reading in some:
                stamp = _NEVER if racy(files[path], looked) else files[path]
                found[path] = (stamp, fingerprint, reading or kept[path][2])
            advance(len(some))
    every = {path: found.get(path) or kept[path] for path in files}
    stale = {*changed, *(kept.keys() - files.keys())}
    return Parsed(
        {path: reading for path, (_, _, reading) in every.items()},
        tuple(changed),
        partial(_before, kept),
        partial(_keep, store, every, stale, rules),
    )


def _before(kept: Mapping[str, Kept], path: str) -> Reading | None:
    return kept[path][2] if path in kept else None


def _shelf(path: str) -> int:
    return crc32(path.encode("utf-8", "surrogateescape")) % SHELVES


def _keep(store: Store | None, every: Mapping[str, Kept], stale: Iterable[str], rules: bytes) -> None:
    """Has the store remember every file, which means the shelves of those that are stale."""
    numbers = {_shelf(path) for path in stale}
    if store is None or not numbers:
        return
    shelves: defaultdict[int, list[tuple[str, Kept]]] = defaultdict(list)
    for path, each in every.items():
        if (number := _shelf(path)) in numbers:
            shelves[number].append((path, each))
    rows = {number: pickle.dumps(shelves[number], pickle.HIGHEST_PROTOCOL) for number in numbers}
    store.keep(readings=rows, notes={RULES: rules, OTHERS: b""})


def _kept(store: Store | None, rules: bytes) -> dict[str, Kept]:
    """What the store remembers, nothing where it was parsed by other rules."""
    if store is None:
        return {}
    if store.note(RULES) != rules:
        store.forget("readings")
        return {}
    return {path: each for shelf in store.readings().values() for path, each in pickle.loads(shelf)}  # noqa: S301 - ours


def _parse_some(
    read: Read, parse: Parse, known: Mapping[str, bytes], paths: Sequence[str]
) -> list[tuple[str, bytes, Reading | None]]:
    """Path, fingerprint and reading of each file; no reading for one whose bytes are those that are known."""
    found: list[tuple[str, bytes, Reading | None]] = []
    for path in paths:
        data = read(path)
        if isinstance(data, Reading):
            found.append((path, b"", data))
            continue
        fingerprint = hashed(data)
        reading = None if known.get(path) == fingerprint else parse(data, path)
        found.append((path, fingerprint, reading))
    return found
