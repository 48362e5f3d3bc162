"""What every output depends on: Python, packages, our code, settings, the time zone's rules."""

import sys
import sysconfig
import zoneinfo
from collections.abc import Mapping
from importlib import resources
from pathlib import Path
from typing import Any

from plugins.engine.fingerprint import Fingerprints, UnfitError, hashed

# Settings that decide where and when, and reach no byte of any output.
SILENT = frozenset({"CUTOFF", "OUTPUT_PATH", "OUTPUT_RETENTION", "PATH", "THEME", "CACHE_PATH", "SETTINGS_FILE"})
PLUGINS = Path(__file__).parents[1]

Epoch = dict[str, bytes]  # by name, as `--explain` says it


def epoch(settings: Mapping[str, Any], settings_text: bytes) -> Epoch:
    """The parts of the epoch; `settings` are as their files leave them, whose text stands for functions."""
    fingerprints = Fingerprints()
    parts = {
        "Python": hashed(sys.version.encode()),
        "the installed packages": hashed(_packages()),
        "the code of plugins/": code(PLUGINS),
        f"the rules of the time zone {settings.get('TIMEZONE', 'UTC')}": hashed(_zone(settings.get("TIMEZONE", "UTC"))),
    }
    for name in sorted(settings.keys() - SILENT):
        parts[f"the setting {name}"] = _fingerprint(settings[name], fingerprints, settings_text)
    return parts


def one(parts: Epoch) -> bytes:
    """One fingerprint of all parts."""
    return Fingerprints().of(tuple(sorted(parts.items())))


def code(folder: Path) -> bytes:
    """The fingerprint of all Python files below the folder."""
    files = ((path.relative_to(folder).as_posix(), path) for path in folder.rglob("*.py"))
    return Fingerprints().of(tuple((name, path.read_bytes()) for name, path in sorted(files)))


def _fingerprint(value: object, fingerprints: Fingerprints, text: bytes) -> bytes:
    try:
        return fingerprints.of(value)
    except UnfitError:  # a function, a module: what it does is in the settings' own text, or in a package
        return hashed(type(value).__qualname__.encode() + text)


def _packages() -> bytes:
    """The names and versions of installed packages, as their metadata folders are called."""
    folder = Path(sysconfig.get_path("purelib"))
    return "\n".join(sorted(path.name for path in folder.glob("*.dist-info"))).encode()


def _zone(name: str) -> bytes:
    """The zone's rules as zoneinfo finds them: the system's first, then those of the package tzdata."""
    for folder in zoneinfo.TZPATH:
        file = Path(folder, name)
        if file.is_file():
            return file.read_bytes()
    try:
        *folders, last = name.split("/")
        return resources.files(".".join(["tzdata", "zoneinfo", *folders])).joinpath(last).read_bytes()
    except (OSError, ImportError):
        return b""
