"""The Nu HTML checker for the tests: where it is, how it comes here, and what it says."""

import hashlib
import json
import shutil
import subprocess
import sys
import tarfile
import tempfile
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from tests.site_builder import ROOT

# Published by its makers; MIT. The hash is that of the package, so that a new one comes in by a change here alone.
PACKAGE, VERSION = "vnu-jar", "26.9.27"
SHA256 = "5970d3ffca91a627cf0965e5d91bb2e4242307c29292998de0b419d6a901b2b7"
IN_PACKAGE = "package/build/dist/vnu.jar"
JAR = ROOT / ".cache" / "tests" / f"{PACKAGE}-{VERSION}.jar"
MISSING = (
    "the HTML checker needs Java 17 or newer, and npm to bring it: install both "
    "(Debian: apt-get install default-jre-headless npm; macOS: brew install openjdk node)"
)


def ensure_nu() -> Path | None:
    """Return the checker, brought here if need be; where that can't be, print what to install and return None."""
    if not shutil.which("java"):
        print(MISSING, file=sys.stderr)
        return None
    if not JAR.is_file() and not _bring():
        return None
    return JAR


def _bring() -> bool:
    npm = shutil.which("npm")
    if not npm:
        print(MISSING, file=sys.stderr)
        return False
    print(f"Bringing the HTML checker for the tests: {PACKAGE} {VERSION}", file=sys.stderr, flush=True)
    with tempfile.TemporaryDirectory() as room:
        command = [npm, "pack", f"{PACKAGE}@{VERSION}", "--pack-destination", room, "--silent"]
        done = subprocess.run(command, cwd=room, capture_output=True, encoding="utf-8", check=False)
        packed = Path(room) / f"{PACKAGE}-{VERSION}.tgz"
        if done.returncode or hashlib.sha256(packed.read_bytes()).hexdigest() != SHA256:
            print(f"{PACKAGE} {VERSION} did not come, or is another: {done.stderr.strip()}", file=sys.stderr)
            return False
        with tarfile.open(packed) as package:
            package.extract(IN_PACKAGE, room, filter="data")
        JAR.parent.mkdir(parents=True, exist_ok=True)
        shutil.move(Path(room) / IN_PACKAGE, JAR.with_suffix(".new"))
        JAR.with_suffix(".new").replace(JAR)
    return True


def messages(jar: Path, files: Iterable[Path], *options: str) -> list[dict[str, Any]]:
    """Return all that the checker says of the files, errors and warnings; one process looks at all of them."""
    names = list(map(str, files))
    command = ["java", "-jar", str(jar), "--format", "json", "--stdout", "--exit-zero-always", *options, *names]
    said = subprocess.run(command, capture_output=True, encoding="utf-8", check=True).stdout
    found: list[dict[str, Any]] = json.loads(said)["messages"]
    return found
