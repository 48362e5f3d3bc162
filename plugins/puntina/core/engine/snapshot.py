"""A snapshot of the output folder before a build changes it."""

import marshal
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cache, cached_property, partial
from pathlib import Path

from puntina.core.engine.chunks import chunks_of
from puntina.core.engine.ownership import MARK, VERSIONED
from puntina.core.engine.scan import CHECKSUMS, FileStats, FolderScan, checksum_of, scan
from puntina.core.engine.workers import background_map

SMALLEST = 8  # folders of one part of the work


@dataclass(frozen=True, slots=True)
class Part:
    """The files of some of the folders; packed, because an idle build needs only the checksum."""

    packed: bytes
    count: int
    empty: list[str]
    checksum: int

    @classmethod
    def of(cls, seen: Sequence[FolderScan]) -> "Part":
        """The files of all these scans."""
        found = {path: each for scan in seen for path, each in scan.found.items()}
        empty = [folder for scan in seen for folder in scan.empty]
        return cls(marshal.dumps(found), len(found), empty, checksum_of(found))


@dataclass(frozen=True)
class Snapshot:
    """The files in the output folder, and when its parent folder last changed."""

    parts: Sequence[Part]
    around: int

    @classmethod
    def of(cls, output: Path, retention: tuple[str, ...]) -> "Snapshot":
        """The current files, without our marker file and what builds must not touch."""
        with background_snapshot(output, retention, jobs=1) as snapshot:
            return snapshot()

    @cached_property
    def found(self) -> FileStats:
        """The stat data of every file, by path."""
        return {path: each for part in self.parts for path, each in marshal.loads(part.packed).items()}  # noqa: S302 - of our own processes

    @property
    def count(self) -> int:
        """The number of files."""
        return sum(part.count for part in self.parts)

    @property
    def empty(self) -> list[str]:
        """The folders with nothing in them."""
        return [folder for part in self.parts for folder in part.empty]

    @property
    def checksum(self) -> bytes:
        """The checksum of all files, as bytes."""
        return checksum_bytes(sum(part.checksum for part in self.parts))


def checksum_bytes(checksum: int) -> bytes:
    """A sum of checksums as the store keeps it."""
    return b"%x" % (checksum % CHECKSUMS)


@contextmanager
def background_snapshot(output: Path, retention: tuple[str, ...], *, jobs: int) -> Iterator[Callable[[], Snapshot]]:
    """A function that returns the snapshot; with several processes, another one starts taking it at once."""
    around, leaving = changed_around(output), frozenset({MARK, *VERSIONED, *retention})
    top = scan(output, leaving=leaving, depth=1)
    with background_map(chunks_of(top.deeper, SMALLEST), partial(_part, output, leaving), jobs=jobs) as rest:
        yield cache(lambda: Snapshot((Part.of([top]), *rest()), around))


def _part(output: Path, leaving: frozenset[str], places: Sequence[str]) -> Part:
    return Part.of([scan(output, at, leaving=leaving) for at in places])


def changed_around(output: Path) -> int:
    """When the parent folder last changed; each build changes it by its lock file."""
    return output.parent.stat().st_mtime_ns if output.parent.is_dir() else 0
