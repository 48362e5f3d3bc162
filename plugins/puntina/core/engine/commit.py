"""The commit: moves what was made from the stage to the output folder, and removes what is no longer made."""

import os
import shutil
from collections.abc import Iterable, Sequence
from pathlib import Path


def replace(stage: Path, output: Path, made: Iterable[str], gone: Sequence[str]) -> None:
    """Moves each made file from the stage to the output, then removes those that are gone, with folders left empty.

    Each step leaves whole files; killed between two, the next build finds what is missing and what is too much.
    """
    paths = list(made)
    in_the_way = _in_the_way(paths, gone)
    remove(output, in_the_way)
    for path in paths:
        _move(f"{stage}/{path}", f"{output}/{path}")
    remove(output, [path for path in gone if path not in in_the_way])


def remove(output: Path, paths: Iterable[str]) -> None:
    """Removes the files, and folders that are empty then."""
    folders = set()
    for path in paths:
        (output / path).unlink(missing_ok=True)
        folders.add(path.rpartition("/")[0])
    prune(output, folders)


def prune(output: Path, folders: Iterable[str]) -> None:
    """Removes those of the folders, and of the folders around them, that are empty."""
    for folder in sorted(folders, key=len, reverse=True):
        at = folder
        while at and _removed(output / at):
            at = at.rpartition("/")[0]


def _removed(folder: Path) -> bool:
    try:
        folder.rmdir()
    except OSError:  # it holds something still, or is away already
        return False
    return True


def _move(source: str, target: str) -> None:
    try:
        os.replace(source, target)  # noqa: PTH105 - thousands of times a build
    except FileNotFoundError:
        os.makedirs(os.path.dirname(target), exist_ok=True)  # noqa: PTH103, PTH120 - likewise
        os.replace(source, target)  # noqa: PTH105 - likewise
    except IsADirectoryError:  # an empty one, as all that lay in it is gone
        shutil.rmtree(target)
        os.replace(source, target)  # noqa: PTH105 - likewise


def _in_the_way(made: Iterable[str], gone: Sequence[str]) -> set[str]:
    """Files that are gone and stand where a folder must be, or in a folder where a file must be."""
    if not gone:
        return set()
    files = set(made)
    folders = {parent for path in files for parent in _parents(path)}
    return {path for path in gone if path in folders or any(parent in files for parent in _parents(path))}


def _parents(path: str) -> Iterable[str]:
    while "/" in path:
        path = path.rpartition("/")[0]
        yield path
