"""A copy of the publication with the other version of Puntina, in which everything is tried first."""

import base64
import json
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from functools import partial
from pathlib import Path
from typing import Any

from puntina.commands.init.answers import Answers
from puntina.commands.init.package import BUILD_LOCK, NAME, RUN_LOCK, Wheel, lock_files
from puntina.core.digest import Faults, Problem
from puntina.core.digest.message import message

LEFT = {".git", ".venv", ".cache", "output", "node_modules"}  # at the top of a publication
BOOTSTRAP = "bootstrap.py"
LAST = 3  # lines of a program's errors that are shown
_problem = partial(Problem.whole, "upgrade", "UPGRADE-TRIAL")
_AGAIN = message("nothing was changed; name another version")


@dataclass(frozen=True, slots=True)
class Written:
    """What a version would write for the publication, and its settings with their defaults."""

    version: str
    files: Mapping[str, bytes]
    settings: Mapping[str, str]

    @classmethod
    def of(cls, report: Mapping[str, Any]) -> "Written":
        """What `puntina.commands.init.render` reports."""
        files = {path: base64.b64decode(text) for path, text in report["files"].items()}
        return cls(report["version"], files, report["settings"])


@dataclass(frozen=True, slots=True)
class Trial:
    """The copy; `locks` are its lock files and the wheel."""

    folder: Path
    locks: Mapping[str, bytes]

    @property
    def python(self) -> Path:
        """The Python of its environment."""
        return self.folder / ".venv" / ("Scripts/python.exe" if sys.platform == "win32" else "bin/python")

    def written(self, answers: Answers) -> Written:
        """What the other version would write for these answers; Faults where it can't say."""
        command = [str(self.python), "-P", "-m", "puntina.commands.init.render"]
        done = _run(command, self.folder, input=json.dumps(asdict(answers)))
        if done.returncode:
            what = message("the other version does not start: {error}", error=_last(done.stderr))
            raise Faults([_problem(what, _AGAIN)])
        return Written.of(json.loads(done.stdout))

    def put(self, files: Mapping[str, bytes | None]) -> None:
        """Writes the files into the copy; None removes one."""
        for path, data in files.items():
            target = self.folder / path
            target.unlink(missing_ok=True)
            if data is not None:
                target.parent.mkdir(parents=True, exist_ok=True)
                target.write_bytes(data)

    def puntina(self, *words: str, python: Path | None = None) -> subprocess.CompletedProcess[str]:
        """A command of the other version in the copy; with `python`, of the version that is installed there."""
        command = [str(python or self.python), "-P", "-m", "puntina", "--directory", str(self.folder), *words]
        return _run(command, self.folder)


@contextmanager
def trial(folder: Path, wheel: Wheel) -> Iterator[Trial]:
    """A copy of the publication beside it, with an environment of the other version; gone at the end.

    Raises Faults where the environment can't be made.
    """
    scaffold = f"{NAME}/scaffold"
    locks = lock_files(wheel, wheel.text(f"{scaffold}/{RUN_LOCK}"), wheel.text(f"{scaffold}/{BUILD_LOCK}"))
    with tempfile.TemporaryDirectory(prefix="puntina-upgrade-") as place:
        copy = Path(place, folder.name)
        shutil.copytree(folder, copy, symlinks=True, ignore=partial(_left, folder), copy_function=_link)
        tried = Trial(copy, locks)
        tried.put({**locks, BOOTSTRAP: wheel.text(f"{scaffold}/{BOOTSTRAP}").encode()})
        # --version is a word of invoke's: the environment is made, and nothing else happens.
        done = _run([sys.executable, str(copy / BOOTSTRAP), "--version"], copy)
        if done.returncode:
            what = message(
                "the packages of Puntina {version} can't be installed: {error}",
                version=wheel.version,
                error=_last(done.stderr),
            )
            raise Faults([_problem(what, message("nothing was changed; check the network, then try again"))])
        yield tried


def _left(folder: Path, place: str, names: list[str]) -> set[str]:
    return LEFT & set(names) if Path(place) == folder else set()


def _link(source: str, target: str) -> None:
    """A second name of the file where the file system has that: nothing in the copy is written in place."""
    try:
        os.link(source, target, follow_symlinks=False)
    except OSError:
        shutil.copy2(source, target, follow_symlinks=False)


def _run(command: Sequence[str], folder: Path, **options: Any) -> subprocess.CompletedProcess[str]:
    clean = {name: value for name, value in os.environ.items() if name not in {"GITHUB_ACTIONS", "VIRTUAL_ENV"}}
    return subprocess.run(
        command, cwd=folder, env=clean, capture_output=True, encoding="utf-8", errors="replace", check=False, **options
    )


def _last(said: str) -> str:
    return " / ".join(said.strip().splitlines()[-LAST:])
