"""The theme's folder, and whether its templates take frozen values; found without Pelican, whose themes count too."""

import os
import tomllib
from importlib.util import find_spec
from pathlib import Path

FACTS = "theme.toml"


def theme_folder(theme: str, folder: Path) -> Path | None:
    """The folder of the theme, named by its path from `folder` or as one of Pelican's own; None where there is none."""
    own = folder / theme
    if os.path.exists(own):  # noqa: PTH110 - false, and no error, where a folder above it may not be read
        return own if own.is_dir() else None
    found = find_spec("pelican")  # which is not imported by that
    places = found.submodule_search_locations or () if found else ()
    themes = (Path(place, "themes", theme) for place in places)
    return next((place for place in themes if place.is_dir() and place.parent.name == "themes"), None)


def takes_frozen_values(theme: Path) -> bool:
    """Whether the theme's facts have `context = "frozen"`; ValueError where they can't be read."""
    path = theme / FACTS
    return path.is_file() and tomllib.loads(path.read_text("utf-8")).get("context") == "frozen"
