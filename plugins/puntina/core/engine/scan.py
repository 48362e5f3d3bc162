"""Scans folders for the stat data of files, which shows that a file is unchanged without reading it."""

import os
import time
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from hashlib import blake2b
from pathlib import Path

from puntina.core.engine.fingerprint import SIZE, hashed

FileStat = tuple[int, int, int, int]  # size, mtime and ctime in nanoseconds, inode: what git looks at
FileStats = dict[str, FileStat]  # by path, with slashes
NO_STAT: FileStat = (0, 0, 0, 0)  # of entries that only need to exist
# A file that was changed this shortly before it was scanned may have been changed again since, with the same stat data:
# clocks of file systems tick every 1 to 10 ms, or, where they know no fractions, every second or two.
TICK, COARSE = 20_000_000, 2_000_000_000  # nanoseconds

CHECKSUMS = 1 << 8 * SIZE  # number of different checksums


def file_stat(found: os.stat_result) -> FileStat:
    """The stat data by which a changed file is recognised."""
    return (found.st_size, found.st_mtime_ns, found.st_ctime_ns, found.st_ino)


@dataclass(frozen=True, slots=True)
class FolderScan:
    """The contents of a folder; paths are relative to it.

    `found` has the stat data of every file, `empty` the folders with nothing in them, those within others first;
    `folders` are all that were entered.
    """

    found: FileStats = field(default_factory=dict)
    folders: list[str] = field(default_factory=list)
    empty: list[str] = field(default_factory=list)
    deeper: list[str] = field(default_factory=list)  # folders that were not entered


def file_stats(folder: Path, *, follow: bool = False) -> FileStats:
    """The stat data of every file below the folder, by path; empty for a folder that does not exist.

    Links are files of their own, or, with `follow`, what they lead to. OSError where a folder can't be read.
    """
    return scan(folder, follow=follow).found


def scan(
    folder: Path, at: str = "", *, leaving: frozenset[str] = frozenset(), depth: int = -1, follow: bool = False
) -> FolderScan:
    """The contents of the folder, or of the one `at` that path in it, down to `depth` levels below it (-1: all).

    The files and folders at the paths `leaving` are left out.
    """
    traversal = _Traversal(FolderScan(), leaving, follow=follow)
    if (folder / at).is_dir():
        _collect(str(folder / at), at and f"{at}/", depth, traversal)
    return traversal.scan


@dataclass(frozen=True, slots=True)
class _Traversal:
    """A scan in progress; `entered` has the folders that links have led to, to stop at circular links."""

    scan: FolderScan
    leaving: frozenset[str]
    follow: bool
    entered: set[str] = field(default_factory=set)


def _collect(folder: str, below: str, depth: int, traversal: _Traversal) -> None:
    nothing = True
    if below:
        traversal.scan.folders.append(below.removesuffix("/"))
    with os.scandir(folder) as entries:
        for entry in entries:
            nothing = False
            path = below + entry.name
            if path in traversal.leaving:
                continue
            if not (entry.is_dir(follow_symlinks=False) or (traversal.follow and _leads_on(entry, traversal))):
                traversal.scan.found[path] = _stat_of(entry, traversal)
            elif depth:
                _collect(entry.path, path + "/", depth - 1, traversal)
            else:
                traversal.scan.deeper.append(path)
    if nothing and below:
        traversal.scan.empty.append(below.removesuffix("/"))


def _leads_on(entry: os.DirEntry[str], traversal: _Traversal) -> bool:
    try:
        if not entry.is_dir():
            return False
    except OSError:  # a link to itself
        return False
    place = os.path.realpath(entry.path)
    known = place in traversal.entered
    traversal.entered.add(place)
    return not known


def _stat_of(entry: os.DirEntry[str], traversal: _Traversal) -> FileStat:
    try:
        return file_stat(entry.stat(follow_symlinks=traversal.follow))
    except OSError:  # a broken link, or one to itself
        return file_stat(entry.stat(follow_symlinks=False))


def digest_of(file_stats: Mapping[str, FileStat]) -> bytes:
    """One fingerprint of the stat data of all files, in any order."""
    found = blake2b(digest_size=SIZE)
    for path in sorted(file_stats):
        found.update(b"%b\0%d %d %d %d\n" % (path.encode("utf-8", "surrogateescape"), *file_stats[path]))
    return found.digest()


def checksum_of(file_stats: Mapping[str, FileStat]) -> int:
    """A checksum of the stat data of all files, in any order: the sum of the checksums of parts, modulo `CHECKSUMS`."""
    found = 0
    for path, each in file_stats.items():
        line = b"%b\0%d %d %d %d\n" % (path.encode("utf-8", "surrogateescape"), *each)
        found += int.from_bytes(blake2b(line, digest_size=SIZE).digest())
    return found % CHECKSUMS


def racy(file_stat: FileStat, scanned_at: int) -> bool:
    """Whether the file may have changed after the scan (at time.time_ns() `scanned_at`) with the same stat data."""
    latest = max(file_stat[1], file_stat[2])
    return latest >= scanned_at - (TICK if latest % 1_000_000_000 else COARSE)


def contents(folder: Path, paths: Iterable[str]) -> dict[str, bytes]:
    """The fingerprint of each file's bytes; of one that can't be read, that of none."""
    found = {}
    for path in paths:
        try:
            found[path] = hashed((folder / path).read_bytes())
        except OSError:
            found[path] = b""
    return found


def settle(written: int) -> None:
    """Waits until a change to files written at that time.time_ns() would show in their stat data."""
    time.sleep(max(0, written + TICK - time.time_ns()) / 1e9)
