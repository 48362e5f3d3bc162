"""The folder of a new publication: it must be empty or new, and is written completely or not at all."""

import os
import shutil
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from functools import partial
from pathlib import Path

from puntina.core.digest import Faults, Problem
from puntina.core.digest.message import counted, message
from puntina.core.digest.reasons import reason_of

SETTINGS = "pelicanconf.py"
# May be there already: a repository that was made on GitHub and cloned has them.
HARMLESS = frozenset({".git", ".DS_Store", "LICENSE", "LICENSE.md", "LICENSE.txt", "COPYING"})
_problem = partial(Problem.whole, "init", "INIT-FOLDER")


def refuse_taken(folder: Path) -> None:
    """Raises Faults where something is in the folder already, or it is within another publication."""
    try:
        there = sorted(entry.name for entry in folder.iterdir() if entry.name not in HARMLESS)
    except FileNotFoundError:
        there = []
    except OSError as error:
        raise Faults([_unwritable(folder, error)]) from error
    if there:
        what = counted(
            "{folder} is not empty: it contains {first}",
            "{folder} is not empty: it contains {first} and more, {count:,} entries",
            folder=folder,
            first=there[0],
            count=len(there),
        )
        raise Faults([_problem(what, message("name a new folder, or empty this one"))])
    around = (*folder.parents, *folder.resolve().parents)  # of a link, also those of what it leads to
    if outer := next((parent for parent in around if (parent / SETTINGS).is_file()), None):
        what = message("{folder} is inside the publication {outer}", folder=folder, outer=outer)
        raise Faults([_problem(what, message("name a folder elsewhere"))])


@contextmanager
def written(folder: Path, texts: Mapping[str, bytes]) -> Iterator[None]:
    """Writes each text to its path in the folder; where anything fails, also in the block, all is as it was.

    Raises Faults where the system can't write.
    """
    made = [path for path in (folder, *folder.parents) if not os.path.lexists(path)]
    there = set(folder.iterdir()) if folder.is_dir() else set()
    try:
        _write(folder, texts)
        yield
    except BaseException as error:
        for entry in set(folder.iterdir()) - there if folder.is_dir() else ():
            if entry.is_dir():
                shutil.rmtree(entry)
            else:
                entry.unlink()
        for empty in made:
            if empty.is_dir():
                empty.rmdir()
        if isinstance(error, OSError):
            raise Faults([_unwritable(folder, error)]) from error
        raise


def _write(folder: Path, texts: Mapping[str, bytes]) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    for path, data in texts.items():
        target = folder / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(data)


def _unwritable(folder: Path, error: OSError) -> Problem:
    what = message("{folder} can't be written: {reason}", folder=folder, reason=reason_of(error.strerror))
    return _problem(what, message("name another folder, or free disk space"))
