"""Whether there is a plugin of a name, as Pelican looks for one; nothing is imported."""

import os
import sys
from importlib.machinery import ModuleSpec, PathFinder
from pathlib import Path


def plugin_is_there(name: str, folder: Path) -> bool:
    """Whether Pelican could import the plugin; those of the namespace `pelican.plugins` may be named without it.

    `folder` is where the settings are, beside which a publication may have plugins of its own.
    """
    places = [os.fspath(folder), *sys.path]
    return name in sys.modules or bool(_found(name, places) or _found(f"pelican.plugins.{name}", places))


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
