"""Content files to readings: unchanged ones from the store, the others parsed in parallel."""

import pickle
from collections.abc import Callable, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from functools import partial

from plugins.digest import Reading
from plugins.engine.disk import Stamp, racy
from plugins.engine.fingerprint import hashed
from plugins.engine.progress import phase
from plugins.engine.store import KeptReading, Store
from plugins.engine.workers import cut, spread

SMALLEST = 16  # files of one part of the work
FORKED = 64  # files that are worth the start of a worker
RULES = "rules"  # the note of what the kept readings were parsed by
_NEVER: Stamp = (-1, 0, 0, 0)  # the stamp of no file

Read = Callable[[str], bytes | Reading]  # the bytes of the file at a path, or the reading of one that can't be read
Parse = Callable[[bytes, str], Reading]  # pure: of a file's bytes and its path


@dataclass(frozen=True, slots=True)
class Parsed:
    """What came of all files; `parsed` counts those that were not as the store remembers them."""

    readings: dict[str, Reading]
    parsed: int
    keep: Callable[[], None]  # has the store remember it; it takes its time, which others may work in


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
    same = {path for path, stamp in files.items() if path in kept and kept[path].stamp == stamp}
    changed = sorted(files.keys() - same)
    known = {path: kept[path].content for path in changed if path in kept}
    parts = cut(changed, SMALLEST)
    work = partial(_parse_some, read, parse, known)
    found: dict[str, tuple[bytes, bytes]] = {}
    with phase("parsing", len(changed)) as advance:
        results = spread(parts, work, jobs=jobs if len(changed) >= FORKED else 1)
        meanwhile()
        readings: dict[str, Reading] = {path: pickle.loads(kept[path].reading) for path in same}  # noqa: S301 - our own
        for some in results:
            for path, fingerprint, data in some:
                found[path] = (fingerprint, data or kept[path].reading)
                readings[path] = pickle.loads(found[path][1])  # noqa: S301 - our own
            advance(len(some))
    rows = {
        path: KeptReading(_NEVER if racy(files[path], looked) else files[path], fingerprint, reading)
        for path, (fingerprint, reading) in found.items()
    }
    keep = partial(_keep, store, rows, kept.keys() - files.keys(), rules)
    return Parsed({path: readings[path] for path in files}, len(changed), keep)


def _keep(store: Store | None, rows: Mapping[str, KeptReading], gone: AbstractSet[str], rules: bytes) -> None:
    if store and (rows or gone):
        store.keep(readings=rows, gone_readings=gone, notes={RULES: rules})


def _kept(store: Store | None, rules: bytes) -> dict[str, KeptReading]:
    """What the store remembers, nothing where it was parsed by other rules."""
    if store is None:
        return {}
    if store.note(RULES) != rules:
        store.forget("readings")
        return {}
    return store.readings()


def _parse_some(
    read: Read, parse: Parse, known: Mapping[str, bytes], paths: Sequence[str]
) -> list[tuple[str, bytes, bytes]]:
    """Path, fingerprint and pickled reading of each file; no reading for one whose bytes are those that are known."""
    found = []
    for path in paths:
        data = read(path)
        if isinstance(data, Reading):
            found.append((path, b"", pickle.dumps(data)))
            continue
        fingerprint = hashed(data)
        reading = b"" if known.get(path) == fingerprint else pickle.dumps(parse(data, path), pickle.HIGHEST_PROTOCOL)
        found.append((path, fingerprint, reading))
    return found
