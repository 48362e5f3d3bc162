"""Whether there is a plugin of a name, as Pelican looks for one; nothing is imported."""

import os
import sys
from collections.abc import Sequence
from importlib.machinery import ModuleSpec, PathFinder
from pathlib import Path

_NAMESPACE = "pelican.plugins."


def plugin_is_there(name: str, folders: Sequence[Path]) -> bool:
    """Whether Pelican could import the plugin; those of the namespace `pelican.plugins` may be named without it.

    `folders` are those in which a publication may have plugins of its own.
    """
    places = [*map(os.fspath, folders), *sys.path]
    return name in sys.modules or bool(_found(name, places) or _found(f"pelican.plugins.{name}", places))


def plugin_of(module: str) -> str:
    """The plugin that a module belongs to, as PLUGINS may name it.

    >>> plugin_of("pelican.plugins.neighbors.neighbors"), plugin_of("plugins_of_mine.mood")
    ('neighbors', 'plugins_of_mine.mood')
    """
    name = module.removeprefix(_NAMESPACE)
    return name.partition(".")[0] if name != module else name


def is_plugin_of_ours(name: str) -> bool:
    """Whether the package of this dotted name, below `puntina`, has something by which Pelican can use it.

    >>> is_plugin_of_ours("puntina.share"), is_plugin_of_ours("puntina.core")
    (True, False)
    """
    spec = _found(name, [*sys.path])
    return bool(spec and spec.origin and "\ndef register(" in Path(spec.origin).read_text("utf-8"))


def hidden_by(name: str, folders: Sequence[Path]) -> Path | None:
    """The file or folder that Pelican would take for the plugin of this dotted name, where it is another one's.

    Pelican looks in PLUGIN_PATHS for the last part of a dotted name alone, and for that of each package around it.

    >>> hidden_by("puntina.share", [Path("no such folder")]) is None
    True
    """
    _, *parts = name.split(".")
    for part in parts:
        spec = PathFinder.find_spec(part, [*map(os.fspath, folders)])
        if spec is not None:
            return Path(spec.origin or next(iter(spec.submodule_search_locations or ()))).resolve()
    return None


def _found(name: str, places: list[str]) -> ModuleSpec | None:
    """The module's spec, found from package to package.

    Each is asked for by its last name: for the dotted name of a namespace's part Python wants the namespace imported.
    """
    spec: ModuleSpec | None = None
    for part in name.split("."):
        spec = PathFinder.find_spec(part, places)
        if spec is None:
            return None
        places = list(spec.submodule_search_locations or ())
    return spec
