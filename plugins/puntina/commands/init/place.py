"""The folder of a new publication: one that is empty or not there, and is written all at once or not at all."""

import os
import shutil
import tempfile
from collections.abc import Mapping
from pathlib import Path

from puntina.core.digest import Faults, Problem
from puntina.core.digest.message import Message, counted, message
from puntina.core.digest.reasons import reason_of

SETTINGS = "pelicanconf.py"
# May be there already: a repository that was made on GitHub and cloned has them.
HARMLESS = frozenset({".git", ".DS_Store", "LICENSE", "LICENSE.md", "LICENSE.txt", "COPYING"})


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
            "{folder} is not empty: it has {first}",
            "{folder} is not empty: it has {first} and more, {count:,} entries",
            folder=folder,
            first=there[0],
            count=len(there),
        )
        raise Faults([_problem(what, message("name a new folder, or move away what is in this one"))])
    if outer := next((parent for parent in folder.parents if (parent / SETTINGS).is_file()), None):
        what = message("{folder} is within the publication {outer}", folder=folder, outer=outer)
        raise Faults([_problem(what, message("name a folder elsewhere"))])


def write_all(folder: Path, texts: Mapping[str, bytes]) -> None:
    """Writes each text to its path in the folder, all of them or none.

    Raises Faults where the system can't write; then the folder is as it was.
    """
    made = [path for path in (folder, *folder.parents) if not os.path.lexists(path)]
    done: list[Path] = []
    try:
        folder.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryDirectory(prefix=".new.", dir=folder) as aside:
            for path, data in texts.items():
                target = Path(aside, path)
                target.parent.mkdir(parents=True, exist_ok=True)
                target.write_bytes(data)
            for entry in sorted(Path(aside).iterdir()):
                done.append(folder / entry.name)
                entry.rename(done[-1])
    except BaseException as error:
        for written in done:
            if written.is_dir():
                shutil.rmtree(written)
            else:
                written.unlink(missing_ok=True)
        for empty in made:
            if empty.is_dir():
                empty.rmdir()
        if isinstance(error, OSError):
            raise Faults([_unwritable(folder, error)]) from error
        raise


def _unwritable(folder: Path, error: OSError) -> Problem:
    what = message("{folder} can't be written: {reason}", folder=folder, reason=reason_of(error.strerror))
    return _problem(what, message("name another folder"))


def _problem(what: Message, hint: Message) -> Problem:
    return Problem("init", 0, 0, "INIT-FOLDER", what, hint)
