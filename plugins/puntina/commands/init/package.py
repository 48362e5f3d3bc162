"""The package itself as a wheel, which travels with a publication: it is on no package index.

A checkout builds its wheel. An installed package is put together again from its own files, without a network: the
content of the wheel is the same as of that which was installed.
"""

import base64
import hashlib
import io
import json
import os
import re
import subprocess
import sys
import tempfile
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial
from importlib.metadata import Distribution, PackagePath, distribution
from pathlib import Path

from puntina.commands.init.files import shared
from puntina.committed import ALLOWED, uncommitted
from puntina.core.digest import Faults, Problem
from puntina.core.digest.message import counted, message

NAME = "puntina"
FOLDER = "packages"
RUN_LOCK, BUILD_LOCK = "requirements.txt", "requirements-build.txt"
BUILDERS = ("setuptools",)  # builds feedgen, which is published as source only
DATE = (2020, 2, 2, 0, 0, 0)  # of every file in the wheel, so that the same files give the same bytes
# Written by pip into an installed package.
_BY_PIP = re.compile(r"\.dist-info/(INSTALLER|REQUESTED|RECORD|direct_url\.json)$|\.pyc$")
_problem = partial(Problem.whole, "init", "INIT-PACKAGE")


@dataclass(frozen=True, slots=True)
class Wheel:
    """A wheel's file name and bytes."""

    name: str
    data: bytes

    @property
    def version(self) -> str:
        """The version in its name."""
        return self.name.split("-")[1]

    @property
    def sha256(self) -> str:
        """Its SHA-256 in hexadecimal digits."""
        return hashlib.sha256(self.data).hexdigest()

    def text(self, name: str) -> str:
        """The text of a file in it; KeyError where it has none of that name, BadZipFile where it is not a wheel."""
        with zipfile.ZipFile(io.BytesIO(self.data)) as archive:
            return archive.read(name).decode()


def package_files() -> dict[str, bytes]:
    """The lock files of a publication and the wheel that they name, each by its path.

    Raises Faults where no wheel can be made.
    """
    return lock_files(own_wheel(), shared(RUN_LOCK).decode(), shared(BUILD_LOCK).decode())


def lock_files(wheel: Wheel, run_lock: str, build_lock: str) -> dict[str, bytes]:
    """The same of any wheel, with the lock files that Puntina was tested with."""
    # By its path, so that pip takes no other package of that name from anywhere; bootstrap.py runs pip in this folder.
    lock = (
        f"# Puntina is in {FOLDER}/, all that it needs comes from the package index; each file is known by its hash.\n"
        f"./{FOLDER}/{wheel.name} \\\n    --hash=sha256:{wheel.sha256}\n"
    )
    build = "# Builds the packages that are published as source only.\n"
    return {
        RUN_LOCK: (lock + "".join(_entries(run_lock))).encode(),
        BUILD_LOCK: (build + "".join(_entries(build_lock, BUILDERS))).encode(),
        f"{FOLDER}/{wheel.name}": wheel.data,
    }


def own_wheel() -> Wheel:
    """The wheel of the package that is running."""
    found = distribution(NAME)
    source = json.loads(found.read_text("direct_url.json") or "{}")
    if "dir_info" in source:
        return _built(Path(__file__).parents[4])
    return packed(found)


def _entries(lock: str, names: tuple[str, ...] = ()) -> Iterator[str]:
    """The entries of a lock file, each with its hashes: all of them, or those of these packages."""
    for entry in re.findall(r"^[A-Za-z0-9].*\n(?:[ \t]+.*\n)*", lock, re.MULTILINE):
        if not names or entry.partition("==")[0] in names:
            yield entry


def _built(checkout: Path) -> Wheel:
    """The wheel of a checkout, by the tools that its environment has."""
    if ALLOWED not in os.environ and (changed := uncommitted(checkout)):
        what = counted(
            "{first} is not committed, so this checkout does not match its version number",
            "{first} and {more:,} more are not committed, so this checkout does not match its version number",
            count=len(changed),
            first=changed[0],
            more=len(changed) - 1,
        )
        raise Faults([_problem(what, message("commit, or set {name}=1 in the environment", name=ALLOWED))])
    with tempfile.TemporaryDirectory() as folder:
        options = ["--quiet", "--no-deps", "--no-index", "--no-build-isolation", "--disable-pip-version-check"]
        command = [sys.executable, "-I", "-m", "pip", "wheel", *options, "--wheel-dir", folder, str(checkout)]
        done = subprocess.run(command, capture_output=True, encoding="utf-8", errors="replace", check=False)
        wheels = sorted(Path(folder).glob("*.whl"))
        if done.returncode or not wheels:
            lines = done.stderr.strip().splitlines()
            what = message("no wheel of Puntina can be built: {error}", error=lines[-1] if lines else "")
            raise Faults([_problem(what, message("run bootstrap.py again in the checkout"))])
        return Wheel(wheels[0].name, wheels[0].read_bytes())


def packed(found: Distribution) -> Wheel:
    """A wheel of the installed files; Faults where one was changed: https://packaging.python.org/en/latest/specifications/binary-distribution-format/."""
    texts = {
        path.as_posix(): path.locate()
        for path in found.files or ()
        if not path.as_posix().startswith("..") and not _BY_PIP.search(path.as_posix())
    }
    info = next(name.partition("/")[0] for name in texts if name.endswith(".dist-info/METADATA"))
    if changed := next((path for path in found.files or () if path.as_posix() in texts and _is_changed(path)), None):
        what = message("{file} has changed since it was installed", file=changed)
        raise Faults([_problem(what, message("delete .venv and run bootstrap.py again, or install Puntina again"))])
    record, made = [], io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, path in sorted(texts.items()):
            data = Path(str(path)).read_bytes()
            digest = base64.urlsafe_b64encode(hashlib.sha256(data).digest()).rstrip(b"=").decode()
            record.append(f"{name},sha256={digest},{len(data)}\n")
            archive.writestr(_entry(name, executable=os.access(str(path), os.X_OK)), data)
        archive.writestr(_entry(f"{info}/RECORD"), "".join([*record, f"{info}/RECORD,,\n"]))
    return Wheel(f"{info.removesuffix('.dist-info')}-py3-none-any.whl", made.getvalue())


def _is_changed(path: PackagePath) -> bool:
    if path.hash is None:
        return False
    digest = hashlib.new(path.hash.mode, path.read_binary()).digest()
    return base64.urlsafe_b64encode(digest).rstrip(b"=").decode() != path.hash.value


def _entry(name: str, *, executable: bool = False) -> zipfile.ZipInfo:
    made = zipfile.ZipInfo(name, DATE)
    made.compress_type = zipfile.ZIP_DEFLATED
    made.external_attr = (0o100755 if executable else 0o100644) << 16
    return made
