"""The preview's folder: each server has its own while it runs, and may delete everything in it."""

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import chain, count
from pathlib import Path
from typing import IO

from puntina.core.digest import Faults
from puntina.core.engine.lock import lock, unlock
from puntina.core.engine.ownership import PREVIEW, is_ours


@contextmanager
def own_folder(project: Path) -> Iterator[Path]:
    """A folder that no other server uses: `.cache/preview` for the first server.

    Raises Faults where none can be had.
    """
    folder, held = _held(project / PREVIEW)
    try:
        folder.mkdir(parents=True, exist_ok=True)
        yield folder
    finally:
        unlock(held)


def _held(first: Path) -> tuple[Path, IO[str]]:
    """The first such folder that is free and holds nothing of others, and the lock by which it is taken."""
    more = (first.with_name(f"{first.name}-{number}") for number in count(2))
    for folder in chain([first], more):
        if folder.is_symlink() or not is_ours(folder):
            continue
        try:
            # Not under the folder's own name, by which each build locks it.
            return folder, lock(folder.with_name(f"{folder.name}.server"))
        except Faults as faults:
            if any(problem.code != "OUTPUT-LOCKED" for problem in faults.problems):
                raise
    raise AssertionError  # there is always another one


def own_again(folder: Path) -> None:
    """Takes away what is in the server's own folder where it is no preview, but half of one.

    It is so where somebody deleted the cache while a build was writing there.
    """
    if not folder.is_symlink() and not is_ours(folder):
        shutil.rmtree(folder)
