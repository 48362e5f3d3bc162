"""Finds the wheel of the wanted version: a named file, or what pip finds in its `find-links` folders."""

import re
import subprocess
import sys
import tempfile
from functools import partial
from pathlib import Path
from zipfile import BadZipFile

from puntina.commands.init.package import BUILD_LOCK, FOLDER, NAME, RUN_LOCK, Wheel
from puntina.core.digest import Faults, Problem
from puntina.core.digest.message import message
from puntina.core.digest.reasons import reason_of

WHEEL = ".whl"
_VERSION = re.compile(r"[0-9]+(\.[0-9]+)*((a|b|rc|\.post|\.dev)[0-9]+)*")  # PEP 440, as far as ours go
NEEDED = tuple(f"{NAME}/scaffold/{name}" for name in ("bootstrap.py", RUN_LOCK, BUILD_LOCK, "CHANGELOG.md"))
_problem = partial(Problem.whole, "upgrade", "UPGRADE-VERSION")


def find_wheel(wanted: str, folder: Path) -> Wheel:
    """The wheel at a path or of a version, "" for the newest; Faults if there is none."""
    if wanted.endswith(WHEEL):
        return _read(Path(wanted))
    if wanted and not _VERSION.fullmatch(wanted):
        what = message('"{wanted}" is neither a version nor a wheel', wanted=wanted)
        hint = message("write a version such as 0.2.0, or the path of a file that ends in .whl")
        raise Faults([_problem(what, hint)])
    with tempfile.TemporaryDirectory() as found:
        # Puntina is on no package index: a package of that name there would be somebody else's, and the trial runs it.
        options = ["--quiet", "--no-index", "--no-deps", "--disable-pip-version-check", "--no-input"]
        places = ["--find-links", str(folder / FOLDER), "--dest", found]
        name = f"{NAME}=={wanted}" if wanted else NAME
        command = [sys.executable, "-I", "-m", "pip", "download", *options, *places, name]
        done = subprocess.run(command, capture_output=True, encoding="utf-8", errors="replace", check=False)
        if wheels := sorted(Path(found).glob(f"*{WHEEL}")):
            return _read(wheels[0])
    said = [line.removeprefix("ERROR: ") for line in done.stderr.splitlines() if line.startswith("ERROR: ")]
    what = message("pip finds no {name}: {error}", name=name, error=said[-1] if said else done.stderr.strip())
    hint = message("name the path of the wheel, or check the version and the find-links of pip")
    raise Faults([_problem(what, hint)])


def _read(path: Path) -> Wheel:
    try:
        wheel = Wheel(path.name, path.read_bytes())
        for name in NEEDED:
            wheel.text(name)
    except OSError as error:
        what = message("{path} can't be read: {reason}", path=path, reason=reason_of(error.strerror))
        raise Faults([_problem(what, message("name another file"))]) from error
    except (BadZipFile, KeyError, UnicodeDecodeError) as error:
        what = message("{path} is not a wheel of Puntina that a publication can use", path=path)
        raise Faults([_problem(what, message("name another file"))]) from error
    return wheel
