"""Wheels for tests: Puntina's own, those of all that it needs, and other versions of it, without a network."""

import base64
import hashlib
import io
import os
import re
import subprocess
import sys
import zipfile
from collections.abc import Callable, Mapping
from importlib.metadata import distribution
from pathlib import Path

from puntina import __version__
from puntina.commands.init.package import Wheel, packed
from puntina.committed import ALLOWED
from tests.site_builder import ROOT

LOCKS = ("requirements.txt", "requirements-build.txt")
SCAFFOLD = "puntina/scaffold/"


def run(*command: object, cwd: Path, **env: str) -> tuple[int, str, str]:
    """Return exit code, standard output and standard error of a command that reaches no package index."""
    clean = {name: value for name, value in os.environ.items() if not name.startswith(("PUNTINA_", "PYTHON", "PIP_"))}
    done = subprocess.run(
        list(map(str, command)),
        cwd=cwd,
        env={**clean, "PIP_NO_INDEX": "1", "PIP_COMPILE": "0", **env},  # of most that is installed nothing runs
        stdin=subprocess.DEVNULL,
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    return done.returncode, done.stdout, done.stderr


def build_packages(folder: Path) -> None:
    """Build wheel and sdist of the checkout into the folder; the tests also run before a commit."""
    command = [sys.executable, "-m", "hatchling", "build", "--directory", str(folder)]
    subprocess.run(command, cwd=ROOT, env={**os.environ, ALLOWED: "1"}, check=True, capture_output=True)


def needed() -> dict[str, str]:
    """Pack all that Puntina needs, as it is installed here, into wheels; return the text of a lock file of each kind."""
    return {name: "".join(map(_entry, _packages(name))) for name in LOCKS}


def write_needed(folder: Path) -> None:
    """Write those wheels."""
    for name in {name for lock in LOCKS for name in _packages(lock)}:
        wheel = packed(distribution(name))
        (folder / wheel.name).write_bytes(wheel.data)


def _entry(name: str) -> str:
    wheel = packed(distribution(name))
    return f"{name}=={wheel.version} \\\n    --hash=sha256:{wheel.sha256}\n"


def _packages(lock: str) -> list[str]:
    """Return the packages of a lock file, without those for other systems; of the build lock what sdists need."""
    lines = re.findall(r"^([A-Za-z0-9._-]+)==\S+(.*)$", (ROOT / lock).read_text("utf-8"), re.MULTILINE)
    names = [name for name, marker in lines if "win32" not in marker and "darwin" not in marker]
    return names if lock == "requirements.txt" else ["setuptools"]


def another(wheel: Wheel, version: str, edits: Mapping[str, Callable[[str], str] | str | None]) -> Wheel:
    """Return the wheel as another version, with some of its files edited, written anew or (None) left out."""
    with zipfile.ZipFile(io.BytesIO(wheel.data)) as archive:
        files = {name: archive.read(name) for name in archive.namelist() if not name.endswith("/RECORD")}
    edits = {"puntina/__init__.py": lambda text: text.replace(__version__, version), **edits}
    for name, edit in edits.items():
        if edit is None:
            del files[name]
        else:
            files[name] = (edit if isinstance(edit, str) else edit(files[name].decode())).encode()
    info = f"puntina-{version}.dist-info"
    files = {re.sub(r"^puntina-[^/]+\.dist-info", info, name): data for name, data in files.items()}
    metadata = files[f"{info}/METADATA"].decode()
    files[f"{info}/METADATA"] = re.sub(r"^Version: .*$", f"Version: {version}", metadata, flags=re.MULTILINE).encode()
    lines = [f"{name},sha256={base64.urlsafe_b64encode(hashlib.sha256(data).digest()).rstrip(b'=').decode()},{len(data)}\n" for name, data in files.items()]  # fmt: skip
    files[f"{info}/RECORD"] = "".join([*lines, f"{info}/RECORD,,\n"]).encode()
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as archive:
        for name, data in files.items():
            archive.writestr(zipfile.ZipInfo(name), data)
    return Wheel(f"puntina-{version}-py3-none-any.whl", made.getvalue())
