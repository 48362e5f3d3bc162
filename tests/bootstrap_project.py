"""A project for bootstrap.py: lock files of tiny packages, whose wheels are the only package index."""

import hashlib
import os
import shutil
import subprocess
import sys
import zipfile
from pathlib import Path
from typing import Any

BOOTSTRAP = Path(__file__).parent.parent / "bootstrap.py"

# Stands in for puntina and its module of tasks: tells how it was started, and exits as its last argument says.
FAKE = """
import importlib.util, json, os, sys
names = [name for name in ("extra", "tester") if importlib.util.find_spec(name)]
told = {"program": __spec__.name.removesuffix(".__main__"), "arguments": sys.argv[1:], "folder": os.getcwd(), "prefix": sys.prefix, "packages": names}
print(json.dumps(told | {"environment": os.environ["VIRTUAL_ENV"], "called": os.environ["PUNTINA_CALLED"], "utf8": sys.flags.utf8_mode}))
sys.exit(int(sys.argv[-1]) if sys.argv[-1].isdigit() else 0)
"""

# A build backend that installs the folder sources/ in place.
BACKEND = """
import zipfile
from pathlib import Path


def build_editable(folder, config_settings=None, metadata_directory=None):
    info, name = "ours-1.0.dist-info", "ours-1.0-py3-none-any.whl"
    files = {
        "ours.pth": str(Path("sources").absolute()),
        f"{info}/METADATA": "Metadata-Version: 2.1\\nName: ours\\nVersion: 1.0\\n",
        f"{info}/WHEEL": "Wheel-Version: 1.0\\nRoot-Is-Purelib: true\\nTag: py3-none-any\\n",
    }
    with zipfile.ZipFile(Path(folder, name), "w") as archive:
        for path, text in [*files.items(), (f"{info}/RECORD", "".join(f"{path},,\\n" for path in files))]:
            archive.writestr(path, text)
    return name
"""


class Project:
    """A folder with bootstrap.py, lock files of tiny packages of our own, and the wheels of these."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self.wheels = root.parent / "wheels"

    @classmethod
    def make(cls, folder: Path) -> "Project":
        project = cls(folder / "my publication")
        project.root.mkdir()
        project.wheels.mkdir()
        shutil.copy(BOOTSTRAP, project.root)
        project.lock("requirements-build.txt", builder="")
        project.lock("requirements.txt", puntina=FAKE)
        project.lock("requirements-test.txt", puntina=FAKE, tester="")
        return project

    def lock(self, name: str, **packages: str) -> None:
        wheels = {package: wheel(self.wheels, package, code) for package, code in packages.items()}
        lines = [f"{package}==1.0 --hash=sha256:{digest}\n" for package, digest in wheels.items()]
        (self.root / name).write_text("".join(lines))

    def start(self, *arguments: str, python: tuple[str, ...] = (), **options: Any) -> subprocess.Popen[str]:
        """Start bootstrap.py as on a machine whose only package index is the folder of our wheels."""
        clean = {key: value for key, value in os.environ.items() if not key.startswith(("PIP_", "PYTHON"))}
        home = {"HOME": str(self.root.parent), "PIP_NO_INDEX": "1", "PIP_FIND_LINKS": self.wheels.as_uri()}
        command = [*(python or (sys.executable, str(self.root / "bootstrap.py"))), *arguments]
        return subprocess.Popen(
            command,
            env=clean | home | options.pop("env", {}),
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            encoding="utf-8",
            **options,
        )

    def run(self, *arguments: str, **options: Any) -> tuple[int, str, str]:
        """Return exit code, standard output and standard error."""
        with self.start(*arguments, **options) as process:
            out, err = process.communicate(timeout=120)
        return process.returncode, out, err


def wheel(folder: Path, package: str, code: str) -> str:
    """Write a wheel of one package that runs the code, and return its SHA-256."""
    info = f"{package}-1.0.dist-info"
    files = {
        f"{package}/__init__.py": "",
        f"{package}/__main__.py": code,
        f"{package}/commands/tasks.py": code,
        f"{info}/METADATA": f"Metadata-Version: 2.1\nName: {package}\nVersion: 1.0\n",
        f"{info}/WHEEL": "Wheel-Version: 1.0\nRoot-Is-Purelib: true\nTag: py3-none-any\n",
    }
    record = "".join(f"{name},,\n" for name in [*files, f"{info}/RECORD"])
    path = folder / f"{package}-1.0-py3-none-any.whl"
    with zipfile.ZipFile(path, "w") as archive:
        for name, text in [*files.items(), (f"{info}/RECORD", record)]:
            archive.writestr(zipfile.ZipInfo(name), text)  # a fixed date: the same bytes each time
    return hashlib.sha256(path.read_bytes()).hexdigest()


def wrapped(project: Project, line: str) -> tuple[str, ...]:
    """Return a Python command that runs a line of code and then bootstrap.py."""
    path = str(project.root / "bootstrap.py")
    code = f"import importlib.util, runpy, sys; {line}; runpy.run_path({path!r}, run_name='__main__')"
    return sys.executable, "-c", code
