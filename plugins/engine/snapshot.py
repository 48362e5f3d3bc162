"""What lies in the output folder before a build touches it."""

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cache, partial
from pathlib import Path

from plugins.engine.disk import Look, Stamps, digest_of, look
from plugins.engine.stage import MARK
from plugins.engine.workers import begun


@dataclass(frozen=True, slots=True)
class Snapshot:
    """What lies in the output folder: its files, its empty folders, and when the folder around it last changed.

    `seal` stands for all of the files, as they are.
    """

    found: Stamps
    empty: list[str]
    around: int
    seal: bytes

    @classmethod
    def of(cls, output: Path, retention: tuple[str, ...]) -> "Snapshot":
        """What lies there now, but for our mark and what is not ours to touch."""
        with looking(output, retention, jobs=1) as snapshot:
            return snapshot()


@contextmanager
def looking(output: Path, retention: tuple[str, ...], *, jobs: int) -> Iterator[Callable[[], Snapshot]]:
    """The function that gives the snapshot; with more than one process, another begins to take it at once."""
    around, leaving = changed_around(output), frozenset({MARK, *retention})
    top = look(output, leaving=leaving, depth=1)
    with begun(top.deeper, partial(look, output, leaving=leaving), jobs=jobs) as rest:
        yield cache(lambda: _snapshot((top, *rest()), around))


def _snapshot(parts: Sequence[Look], around: int) -> Snapshot:
    found = {path: each for part in parts for path, each in part.found.items()}
    return Snapshot(found, [folder for part in parts for folder in part.empty], around, digest_of(found))


def changed_around(output: Path) -> int:
    """When something was last made or removed beside the output folder, as the lock of each build is."""
    return output.parent.stat().st_mtime_ns if output.parent.is_dir() else 0
