"""Files as the system knows them: their stamps, by which an unchanged one is known without being read."""

import os
import time
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from hashlib import blake2b
from pathlib import Path

from puntina.core.engine.fingerprint import SIZE, hashed

Stamp = tuple[int, int, int, int]  # size, mtime and ctime in nanoseconds, inode: what git looks at
Stamps = dict[str, Stamp]  # by path, with slashes
NO_STAMP: Stamp = (0, 0, 0, 0)  # of what counts by being there alone
# A file that was changed this shortly before it was looked at may have been changed again since, with the same stamp:
# clocks of file systems tick every 1 to 10 ms, or, where they know no fractions, every second or two.
TICK, COARSE = 20_000_000, 2_000_000_000  # nanoseconds

SEALS = 1 << 8 * SIZE  # how many seals there are


def stamp(found: os.stat_result) -> Stamp:
    """The file's stamp."""
    return (found.st_size, found.st_mtime_ns, found.st_ctime_ns, found.st_ino)


@dataclass(frozen=True, slots=True)
class Look:
    """What lies in a folder; paths are below it.

    `found` has the stamp of every file, `empty` the folders with nothing in them, those within others first;
    `folders` are all that were entered.
    """

    found: Stamps = field(default_factory=dict)
    folders: list[str] = field(default_factory=list)
    empty: list[str] = field(default_factory=list)
    deeper: list[str] = field(default_factory=list)  # folders that were not entered


def stamps(folder: Path, *, follow: bool = False) -> Stamps:
    """The stamp of every file below the folder, by path; nothing for a folder that is not there.

    Links are files of their own, or, with `follow`, what they lead to. OSError where a folder can't be read.
    """
    return look(folder, follow=follow).found


def look(
    folder: Path, at: str = "", *, leaving: frozenset[str] = frozenset(), depth: int = -1, follow: bool = False
) -> Look:
    """What lies in the folder, or in one in it, `at` that path, and in `depth` more below it, where that is not -1.

    The files and folders at the paths `leaving` are left out.
    """
    tour = _Tour(Look(), leaving, follow=follow)
    if (folder / at).is_dir():
        _collect(str(folder / at), at and f"{at}/", depth, tour)
    return tour.look


@dataclass(frozen=True, slots=True)
class _Tour:
    """A look under way; `entered` holds the folders that links have led to, for links that go round."""

    look: Look
    leaving: frozenset[str]
    follow: bool
    entered: set[str] = field(default_factory=set)


def _collect(folder: str, below: str, depth: int, tour: _Tour) -> None:
    nothing = True
    if below:
        tour.look.folders.append(below.removesuffix("/"))
    with os.scandir(folder) as entries:
        for entry in entries:
            nothing = False
            path = below + entry.name
            if path in tour.leaving:
                continue
            if not (entry.is_dir(follow_symlinks=False) or (tour.follow and _leads_on(entry, tour))):
                tour.look.found[path] = _stamp_of(entry, tour)
            elif depth:
                _collect(entry.path, path + "/", depth - 1, tour)
            else:
                tour.look.deeper.append(path)
    if nothing and below:
        tour.look.empty.append(below.removesuffix("/"))


def _leads_on(entry: os.DirEntry[str], tour: _Tour) -> bool:
    try:
        if not entry.is_dir():
            return False
    except OSError:  # a link that leads to itself
        return False
    place = os.path.realpath(entry.path)
    known = place in tour.entered
    tour.entered.add(place)
    return not known


def _stamp_of(entry: os.DirEntry[str], tour: _Tour) -> Stamp:
    try:
        return stamp(entry.stat(follow_symlinks=tour.follow))
    except OSError:  # a link that leads nowhere, or to itself
        return stamp(entry.stat(follow_symlinks=False))


def digest_of(stamps: Mapping[str, Stamp]) -> bytes:
    """One fingerprint of all stamps, whatever their order."""
    found = blake2b(digest_size=SIZE)
    for path in sorted(stamps):
        found.update(b"%b\0%d %d %d %d\n" % (path.encode("utf-8", "surrogateescape"), *stamps[path]))
    return found.digest()


def seal_of(stamps: Mapping[str, Stamp]) -> int:
    """One fingerprint of all stamps, whatever their order; the sum of those of its parts, but for `SEALS`."""
    found = 0
    for path, each in stamps.items():
        line = b"%b\0%d %d %d %d\n" % (path.encode("utf-8", "surrogateescape"), *each)
        found += int.from_bytes(blake2b(line, digest_size=SIZE).digest())
    return found % SEALS


def racy(stamp: Stamp, looked: int) -> bool:
    """Whether the file may have changed after it was looked at (`looked`: time.time_ns) without a sign of it."""
    latest = max(stamp[1], stamp[2])
    return latest >= looked - (TICK if latest % 1_000_000_000 else COARSE)


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
    """Waits until files that were written at that time.time_ns() can no longer be changed without a sign of it."""
    time.sleep(max(0, written + TICK - time.time_ns()) / 1e9)
