"""The Nu HTML checker for the tests: where it is, how it comes here, and what it says."""

import json
import shutil
import subprocess
import sys
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from tests.npm import Package, ensure

# Published by its makers; MIT.
CHECKER = Package(
    "vnu-jar",
    "26.9.27",
    "5970d3ffca91a627cf0965e5d91bb2e4242307c29292998de0b419d6a901b2b7",
    "build/dist/vnu.jar",
)
MISSING = (
    "the HTML checker needs Java 17 or newer, and npm to bring it: install both "
    "(Debian: apt-get install default-jre-headless npm; macOS: brew install openjdk node)"
)


def ensure_nu() -> Path | None:
    """Return the checker, brought here if need be; where that can't be, print what to install and return None."""
    if not shutil.which("java"):
        print(MISSING, file=sys.stderr)
        return None
    return ensure(CHECKER)


def messages(jar: Path, files: Iterable[Path], *options: str) -> list[dict[str, Any]]:
    """Return all that the checker says of the files, errors and warnings; one process looks at all of them."""
    names = list(map(str, files))
    command = ["java", "-jar", str(jar), "--format", "json", "--stdout", "--exit-zero-always", *options, *names]
    said = subprocess.run(command, capture_output=True, encoding="utf-8", check=True).stdout
    found: list[dict[str, Any]] = json.loads(said)["messages"]
    return found
