"""The current state of a publication: its record, and whether it can be upgraded."""

import subprocess
from functools import partial
from pathlib import Path

from puntina.commands.init.package import BUILD_LOCK, RUN_LOCK
from puntina.commands.init.record import RECORD, Record
from puntina.commands.upgrade.plan import is_as_written
from puntina.core.digest import Faults, Problem
from puntina.core.digest.message import message

_problem = partial(Problem.whole, "upgrade")
_RESTORE = message("restore it from your repository's history")


def record_of(folder: Path) -> Record:
    """What is known of the version that wrote the publication's files; Faults where nothing is."""
    try:
        return Record.read((folder / RECORD).read_bytes())
    except FileNotFoundError as error:
        what = message("there is no {file}, so this publication was not made by init", file=RECORD)
        hint = message("make a new one by init, and copy your content into it: docs/publications.md")
        raise Faults([_problem("UPGRADE-RECORD", what, hint)]) from error
    except (OSError, ValueError, TypeError, KeyError, AttributeError) as error:
        what = message("{file} can't be read: {error}", file=RECORD, error=f"{type(error).__name__}: {error}")
        raise Faults([_problem("UPGRADE-RECORD", what, _RESTORE)]) from error


def refuse_unfit(folder: Path, record: Record) -> None:
    """Raises Faults where a lock file was edited by hand, or where git could not show what an upgrade changes."""
    faults = []
    for name in (RUN_LOCK, BUILD_LOCK):
        path = folder / name
        if not path.is_file() or not is_as_written(path.read_bytes(), record.files.get(name, "")):
            what = message("{file} has changed since Puntina wrote it", file=name)
            faults.append(_problem("UPGRADE-STATE", what, _RESTORE))
    if changed := _uncommitted(folder):
        what = message("{file} has changes that are not committed", file=changed)
        faults.append(
            _problem("UPGRADE-STATE", what, message("commit first, so that git shows what the upgrade changes"))
        )
    if faults:
        raise Faults(faults)


def _uncommitted(folder: Path) -> str:
    """The first file outside the content that differs from the last commit, or "", also without git."""
    command = ["git", "-C", str(folder), "status", "--porcelain", "-z", "--no-renames", "--untracked-files=no"]
    command += ["--", ".", ":(exclude)content"]
    try:
        done = subprocess.run(command, capture_output=True, encoding="utf-8", errors="replace", check=False)
    except OSError:
        return ""
    return done.stdout.split("\0")[0][3:] if done.returncode == 0 else ""
