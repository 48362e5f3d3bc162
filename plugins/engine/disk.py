"""Files as the system knows them: their stamps, by which an unchanged one is known without being read."""

import os
import time
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from hashlib import blake2b
from pathlib import Path

from plugins.engine.fingerprint import SIZE, hashed

Stamp = tuple[int, int, int, int]  # size, mtime and ctime in nanoseconds, inode: what git looks at
Stamps = dict[str, Stamp]  # by path, with slashes
# A file that was changed this shortly before it was looked at may have been changed again since, with the same stamp:
# clocks of file systems tick every 1 to 10 ms, or, where they know no fractions, every second or two.
TICK, COARSE = 20_000_000, 2_000_000_000  # nanoseconds


def stamp(found: os.stat_result) -> Stamp:
    """The file's stamp."""
    return (found.st_size, found.st_mtime_ns, found.st_ctime_ns, found.st_ino)


def stamps(
    folder: Path, *, leaving: frozenset[str] = frozenset(), empty: list[str] | None = None, follow: bool = False
) -> Stamps:
    """The stamp of every file below the folder, by path; the files and folders at the paths `leaving` are left out.

    Nothing for a folder that is not there; OSError where one can't be read. Folders with nothing in them are added to
    `empty`, those within others first. Links are files of their own, or, with `follow`, what they lead to.
    """
    found: Stamps = {}
    if folder.is_dir():
        _collect(str(folder), "", _Look(found, leaving, [] if empty is None else empty, follow=follow))
    return found


@dataclass(frozen=True, slots=True)
class _Look:
    """A look at a folder under way; `entered` holds the folders that links have led to, for links that go round."""

    found: Stamps
    leaving: frozenset[str]
    empty: list[str]
    follow: bool
    entered: set[str] = field(default_factory=set)


def _collect(folder: str, below: str, look: _Look) -> None:
    nothing = True
    with os.scandir(folder) as entries:
        for entry in entries:
            nothing = False
            path = below + entry.name
            if path in look.leaving:
                continue
            if entry.is_dir(follow_symlinks=False) or (look.follow and _leads_on(entry, look)):
                _collect(entry.path, path + "/", look)
            else:
                look.found[path] = _stamp_of(entry, look)
    if nothing and below:
        look.empty.append(below.removesuffix("/"))


def _leads_on(entry: os.DirEntry[str], look: _Look) -> bool:
    if not entry.is_dir():
        return False
    place = os.path.realpath(entry.path)
    known = place in look.entered
    look.entered.add(place)
    return not known


def _stamp_of(entry: os.DirEntry[str], look: _Look) -> Stamp:
    try:
        return stamp(entry.stat(follow_symlinks=look.follow))
    except FileNotFoundError:  # a link that leads nowhere
        return stamp(entry.stat(follow_symlinks=False))


def digest_of(stamps: Mapping[str, Stamp]) -> bytes:
    """One fingerprint of all stamps, whatever their order."""
    found = blake2b(digest_size=SIZE)
    for path in sorted(stamps):
        found.update(b"%b\0%d %d %d %d\n" % (path.encode("utf-8", "surrogateescape"), *stamps[path]))
    return found.digest()


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


def settle() -> None:
    """Waits until files that were just written can no longer be changed without a sign of it."""
    time.sleep(TICK / 1e9)
