"""Content files to readings: unchanged ones from the store, the others parsed in parallel."""

import pickle
from collections.abc import Callable, Iterable, Mapping
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from functools import partial
from zlib import crc32

from puntina.core.digest import Reading
from puntina.core.engine.fingerprint import hashed
from puntina.core.engine.progress import phase
from puntina.core.engine.scan import FileStat, racy
from puntina.core.engine.store import OTHERS, RULES, Store
from puntina.core.engine.workers import parallel_map

FORKED = 64  # files that are worth the start of a worker
# Readings are kept by the shelf: a pickle of some costs less than one of each. Those of one folder lie on shelves side
# by side, and so in memory: what is made of them is mostly made together too.
FOLDERS, SHELVES = 30, 32
_NEVER: FileStat = (-1, 0, 0, 0)  # the stamp of no file

Read = Callable[[str], bytes | Reading]  # the bytes of the file at a path, or the reading of one that can't be read
Parse = Callable[[bytes, str], Reading]  # pure: of a file's bytes and its path
Kept = tuple[
    FileStat, bytes, Reading
]  # a file as it was parsed: its stamp then, the fingerprint of its bytes, the result


@dataclass(frozen=True, slots=True)
class Parsed:
    """The readings of all files; `changed` are those that differ from the store."""

    readings: dict[str, Reading]
    changed: tuple[str, ...]
    before: Callable[[str], Reading | None]  # what the store remembers of one of these
    keep: Callable[[], None]  # has the store remember it all


def read_all(
    files: Mapping[str, FileStat],
    scanned_at: int,
    *,
    read: Read,
    parse: Parse,
    rules: bytes,
    store: Store | None,
    jobs: int,
    on_fork: Callable[[], object] = lambda: None,
) -> Parsed:
    """The reading of each of the files, whose stat data was taken after `scanned_at` (time.time_ns).

    `rules` stands for all that parsing depends on besides the file; `on_fork` is called while workers parse.
    """
    kept = _kept(store, rules)
    reader = _Reader(read, parse, files, scanned_at, kept)
    changed = sorted(filter(reader.is_changed, files))
    shelves = _stale(files, {*changed, *(kept.keys() - files.keys())})
    work = partial(_shelf_read, reader)
    found: dict[str, Reading] = {}
    with phase("parsing", len(changed)) as advance:
        results = parallel_map(sorted(shelves.items()), work, jobs=jobs if len(changed) >= FORKED else 1)
        on_fork()
        for number, count, row in results:
            if store:
                store.shelve(number, row)
            found |= reader.readings(row)
            advance(count)
    return Parsed(
        {path: found.get(path) or kept[path][2] for path in files},
        tuple(changed),
        partial(_before, kept),
        partial(_keep, store if shelves else None, rules),
    )


def _before(kept: Mapping[str, Kept], path: str) -> Reading | None:
    return kept[path][2] if path in kept else None


def _shelf(path: str) -> int:
    folder, _, name = path.rpartition("/")
    return _number(folder) % FOLDERS * SHELVES + _number(name) % SHELVES


def _number(text: str) -> int:
    return crc32(text.encode("utf-8", "surrogateescape"))


def _stale(files: Iterable[str], touched: AbstractSet[str]) -> dict[int, list[str]]:
    """The files of each shelf on which one of those that were touched lies or lay."""
    shelves: dict[int, list[str]] = {_shelf(path): [] for path in touched}
    for path in files if shelves else ():
        if (number := _shelf(path)) in shelves:
            shelves[number].append(path)
    return shelves


def _keep(store: Store | None, rules: bytes) -> None:
    """Has the store remember the shelves that were read."""
    if store:
        store.keep(notes={RULES: rules, OTHERS: b""})


def _kept(store: Store | None, rules: bytes) -> dict[str, Kept]:
    """What the store remembers, nothing where it was parsed by other rules."""
    if store is None:
        return {}
    if store.note(RULES) != rules:
        store.forget("readings")
        return {}
    kept: dict[str, Kept] = {}
    for shelf in store.readings().values():
        kept |= pickle.loads(shelf)  # noqa: S301 - ours
    return kept


@dataclass(frozen=True, slots=True)
class _Reader:
    """How files are read, and what is known of them."""

    read: Read
    parse: Parse
    files: Mapping[str, FileStat]
    scanned_at: int
    kept: Mapping[str, Kept]

    def __call__(self, path: str) -> Kept:
        """The file as the store will remember it."""
        kept, file_stat = self.kept.get(path), self.files[path]
        if kept and kept[0] == file_stat:
            return kept
        data = self.read(path)
        file_stat = _NEVER if racy(file_stat, self.scanned_at) else file_stat
        if isinstance(data, Reading):
            return file_stat, b"", data
        fingerprint = hashed(data)
        return file_stat, fingerprint, self.known(path, fingerprint) or self.parse(data, path)

    def known(self, path: str, fingerprint: bytes) -> Reading | None:
        """What the store remembers of the file, where its bytes were the same."""
        kept = self.kept.get(path)
        return kept[2] if kept and fingerprint and kept[1] == fingerprint else None

    def readings(self, row: bytes) -> dict[str, Reading]:
        """The readings of a shelf; what is as the store remembers it is the very same value."""
        shelf: dict[str, Kept] = pickle.loads(row)  # noqa: S301 - ours
        return {path: self.known(path, fingerprint) or reading for path, (_, fingerprint, reading) in shelf.items()}

    def is_changed(self, path: str) -> bool:
        """Whether the file is not as the store remembers it."""
        return path not in self.kept or self.kept[path][0] != self.files[path]


def _shelf_read(reader: _Reader, shelf: tuple[int, list[str]]) -> tuple[int, int, bytes]:
    """The shelf's number, how many of its files were changed, and its files as the store will remember them, pickled.

    They are pickled once, for the way to the parent and for the store.
    """
    number, paths = shelf
    row = {path: reader(path) for path in paths}
    return number, sum(map(reader.is_changed, paths)), pickle.dumps(row, pickle.HIGHEST_PROTOCOL)
