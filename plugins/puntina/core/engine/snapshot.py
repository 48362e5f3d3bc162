"""What lies in the output folder before a build touches it."""

import marshal
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cache, cached_property, partial
from pathlib import Path

from puntina.core.engine.chunks import cut
from puntina.core.engine.ownership import MARK, VERSIONED
from puntina.core.engine.scan import SEALS, Look, Stamps, look, seal_of
from puntina.core.engine.workers import begun

SMALLEST = 8  # folders of one part of the work


@dataclass(frozen=True, slots=True)
class Part:
    """What lies in some of the folders; packed, as a build that finds nothing changed wants the seal alone."""

    packed: bytes
    count: int
    empty: list[str]
    seal: int

    @classmethod
    def of(cls, seen: Sequence[Look]) -> "Part":
        """What was seen, in all of the looks."""
        found = {path: each for look in seen for path, each in look.found.items()}
        empty = [folder for look in seen for folder in look.empty]
        return cls(marshal.dumps(found), len(found), empty, seal_of(found))


@dataclass(frozen=True)
class Snapshot:
    """What lies in the output folder, and when the folder around it last changed."""

    parts: Sequence[Part]
    around: int

    @classmethod
    def of(cls, output: Path, retention: tuple[str, ...]) -> "Snapshot":
        """What lies there now, but for our mark and what is not ours to touch."""
        with looking(output, retention, jobs=1) as snapshot:
            return snapshot()

    @cached_property
    def found(self) -> Stamps:
        """The stamp of every file, by path."""
        return {path: each for part in self.parts for path, each in marshal.loads(part.packed).items()}  # noqa: S302 - of our own processes

    @property
    def count(self) -> int:
        """How many files there are."""
        return sum(part.count for part in self.parts)

    @property
    def empty(self) -> list[str]:
        """The folders with nothing in them."""
        return [folder for part in self.parts for folder in part.empty]

    @property
    def seal(self) -> bytes:
        """What stands for all of the files, as they are."""
        return sealed(sum(part.seal for part in self.parts))


def sealed(seal: int) -> bytes:
    """A sum of seals as it is remembered."""
    return b"%x" % (seal % SEALS)


@contextmanager
def looking(output: Path, retention: tuple[str, ...], *, jobs: int) -> Iterator[Callable[[], Snapshot]]:
    """The function that gives the snapshot; with more than one process, another begins to take it at once."""
    around, leaving = changed_around(output), frozenset({MARK, *VERSIONED, *retention})
    top = look(output, leaving=leaving, depth=1)
    with begun(cut(top.deeper, SMALLEST), partial(_part, output, leaving), jobs=jobs) as rest:
        yield cache(lambda: Snapshot((Part.of([top]), *rest()), around))


def _part(output: Path, leaving: frozenset[str], places: Sequence[str]) -> Part:
    return Part.of([look(output, at, leaving=leaving) for at in places])


def changed_around(output: Path) -> int:
    """When something was last made or removed beside the output folder, as the lock of each build is."""
    return output.parent.stat().st_mtime_ns if output.parent.is_dir() else 0
