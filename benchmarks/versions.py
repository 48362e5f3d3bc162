"""Which version of each tool was measured."""

import re
import subprocess
from collections.abc import Iterable

from benchmarks.cases import Stand
from puntina import __version__

_NUMBER = re.compile(r"\d+\.\d+(\.\d+)?")


def versions(stands: Iterable[Stand]) -> dict[str, str]:
    """Each tool's version by its name."""
    return {stand.tool.name: _version(stand) for stand in stands}


def _version(stand: Stand) -> str:
    if stand.tool.name == "puntina":
        return __version__
    command = [*(["node"] if stand.program.endswith("js") else []), stand.program]
    asked = [*command, "version" if stand.tool.name.startswith("hugo") else "--version"]
    said = subprocess.run(asked, capture_output=True, text=True, check=False).stdout
    found = _NUMBER.search(said)
    return found[0] if found else "of unknown version"
