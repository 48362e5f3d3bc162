"""Packages of npm that the tests need: where they are kept, and how a file of one comes here."""

import hashlib
import shutil
import subprocess
import sys
import tarfile
import tempfile
from dataclasses import dataclass
from pathlib import Path

from tests.site_builder import ROOT

MISSING = "npm is missing: install it (Debian: apt-get install npm; macOS: brew install node)"


@dataclass(frozen=True, slots=True)
class Package:
    """One file of a package; the hash is that of the whole package, so that a new one comes in by a change here alone."""

    name: str
    version: str
    sha256: str
    member: str  # the file's path in the package

    @property
    def path(self) -> Path:
        """Return where the file is kept, there or not."""
        own = f"{self.name.replace('/', '-').lstrip('@')}-{self.version}"
        return ROOT / ".cache" / "tests" / f"{own}{Path(self.member).suffix}"


def ensure(package: Package) -> Path | None:
    """Return the package's file, brought here if need be; where that can't be, print why and return None."""
    return package.path if package.path.is_file() or _bring(package) else None


def _bring(package: Package) -> bool:
    npm, label = shutil.which("npm"), f"{package.name} {package.version}"
    if not npm:
        print(MISSING, file=sys.stderr)
        return False
    print(f"Bringing {label} for the tests", file=sys.stderr, flush=True)
    with tempfile.TemporaryDirectory() as folder:
        command = [npm, "pack", f"{package.name}@{package.version}", "--pack-destination", folder, "--silent"]
        done = subprocess.run(command, cwd=folder, capture_output=True, encoding="utf-8", check=False)
        packed = next(Path(folder).glob("*.tgz"), None)
        if packed is None or hashlib.sha256(packed.read_bytes()).hexdigest() != package.sha256:
            print(f"{label} did not come, or is another: {done.stderr.strip()}", file=sys.stderr)
            return False
        with tarfile.open(packed) as archive:
            archive.extract(f"package/{package.member}", folder, filter="data")
        package.path.parent.mkdir(parents=True, exist_ok=True)
        partial = package.path.with_suffix(".new")
        shutil.move(Path(folder) / "package" / package.member, partial)
        partial.replace(package.path)
    return True
