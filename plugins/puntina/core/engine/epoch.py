"""What every output depends on: Python, packages, our code, settings, the time zone's rules."""

import os
import sys
import sysconfig
import zoneinfo
from collections.abc import Mapping, Sequence
from collections.abc import Set as AbstractSet
from functools import partial
from importlib import resources
from importlib.machinery import PathFinder
from pathlib import Path
from typing import Any

from puntina.core.engine.fingerprint import Fingerprints, UnfitError, hashed
from puntina.core.engine.scan import file_stats

# Settings that decide where and when, and reach no byte of any output.
SILENT = frozenset({"CUTOFF", "OUTPUT_PATH", "OUTPUT_RETENTION", "PATH", "CACHE_PATH", "SETTINGS_FILE"})
PACKAGE = Path(__file__).parents[2]

Epoch = dict[str, bytes]  # by name, as `--explain` says it


def epoch(settings: Mapping[str, Any], settings_text: bytes, folder: Path) -> Epoch:
    """The parts of the epoch; `settings` are as their files, in `folder`, leave them; the text stands for functions."""
    fingerprints = Fingerprints()
    parts = {
        "Python": hashed(sys.version.encode()),
        "the installed packages": hashed(_packages()),
        "the code of Puntina": code(PACKAGE),
        f"the rules of the time zone {settings.get('TIMEZONE', 'UTC')}": hashed(_zone(settings.get("TIMEZONE", "UTC"))),
    }
    called = [str(getattr(name, "__name__", name)) for name in settings.get("PLUGINS", ())]
    if others := [name for name in called if not name.startswith("puntina.")]:
        paths = [folder / path for path in settings.get("PLUGIN_PATHS") or ()]
        parts |= {f"the code of {name}": _code_of(name, paths) for name in others}
    unfit: list[object] = []
    for name in sorted(settings.keys() - SILENT):
        parts[f"the setting {name}"] = _fingerprint(settings[name], fingerprints, settings_text, unfit)
    if others or unfit:
        places = {str(settings.get(name, "")) for name in ("PATH", "OUTPUT_PATH")}
        parts["the code beside the settings"] = _code_beside(folder, places)
    return parts


def one(parts: Epoch) -> bytes:
    """One fingerprint of all parts."""
    return Fingerprints().of(tuple(sorted(parts.items())))


def code(folder: Path) -> bytes:
    """The fingerprint of all Python files below the folder, also in folders that links lead to."""
    names = sorted(name for name in file_stats(folder, follow=True) if name.endswith(".py"))
    return Fingerprints().of(tuple((name, (folder / name).read_bytes()) for name in names))


def _code_of(plugin: str, places: Sequence[Path]) -> bytes:
    """The fingerprint of the code of somebody else's plugin: of its whole package, or of its file."""
    name = plugin.partition(".")[0]
    spec = PathFinder.find_spec(name, [*map(os.fspath, places), os.fspath(Path.cwd()), *sys.path])
    if spec is None:
        return b""  # Pelican says so
    folders = spec.submodule_search_locations or ()
    return Fingerprints().of((*map(code, map(Path, folders)), Path(spec.origin).read_bytes() if spec.origin else b""))


def _code_beside(folder: Path, leaving: AbstractSet[str]) -> bytes:
    """The fingerprint of all code below the project's folder: such a plugin or a setting's function may import it."""
    others = sorted(path for path in folder.iterdir() if path.name not in leaving and not path.name.startswith("."))
    files = {path.name: path.read_bytes() for path in others if path.suffix == ".py" and path.is_file()}
    return Fingerprints().of((files, *[(path.name, code(path)) for path in others if path.is_dir()]))


def _fingerprint(value: object, fingerprints: Fingerprints, text: bytes, unfit: list[object]) -> bytes:
    """The fingerprint of a setting's value, part by part; what has none, such as a function, is added to `unfit`."""
    try:
        return fingerprints.of(value)
    except UnfitError:
        parts = partial(_fingerprint, fingerprints=fingerprints, text=text, unfit=unfit)
    kind = type(value).__qualname__
    match value:
        case Mapping():
            return fingerprints.of((kind, tuple((parts(key), parts(each)) for key, each in value.items())))
        case list() | tuple():
            return fingerprints.of((kind, tuple(map(parts, value))))
        case set() | frozenset():
            return fingerprints.of((kind, tuple(sorted(map(parts, value)))))
        case float() | Path():
            return fingerprints.of((kind, str(value)))
    unfit.append(value)  # what it does is in the settings' own text, in code beside them, or in a package
    return hashed(kind.encode() + text)


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
