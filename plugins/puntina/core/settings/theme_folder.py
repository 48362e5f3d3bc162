"""The theme's folder, whether its templates take frozen values, how a fault of one is reported; all without Pelican."""

import os
import tomllib
from collections.abc import Iterable
from importlib.util import find_spec
from pathlib import Path

from puntina.core.digest import Problem, did_you_mean
from puntina.core.digest.files import read_regular, shown_path
from puntina.core.digest.message import message

PACKAGE = Path(__file__).parents[2]
FACTS = "theme.toml"
MOST = 64 * 1024  # bytes of it


def theme_folder(theme: str, folder: Path) -> Path | None:
    """The folder of the theme, named by its path from `folder` or as one of Pelican's own, or None."""
    own = folder / theme
    if os.path.exists(own):  # noqa: PTH110 - false, and no error, where a folder above it may not be read
        return own if own.is_dir() else None
    found = find_spec("pelican")  # which is not imported by that
    places = found.submodule_search_locations or () if found else ()
    themes = (Path(place, "themes", theme) for place in places)
    return next((place for place in themes if place.is_dir() and place.parent.name == "themes"), None)


def static_place(theme: Path, folder: Path, name: str) -> Path:
    """The folder or file that THEME_STATIC_PATHS names: the theme's, or the publication's own if the theme has none."""
    place = theme / name
    return place if os.path.lexists(place) or not os.path.lexists(folder / name) else folder / name


def own_theme(name: str) -> Path:
    """The folder of a theme of ours: in the package where it is installed, beside plugins/ in a checkout."""
    installed = PACKAGE / "themes" / name
    return installed if installed.is_dir() else PACKAGE.parents[1] / "themes" / name


def takes_frozen_values(theme: Path) -> bool:
    """Whether the theme's facts have `context = "frozen"`; OSError or ValueError where they can't be read."""
    path = theme / FACTS
    if not os.path.lexists(path):
        return False
    return tomllib.loads(read_regular(path, MOST).decode()).get("context") == "frozen"


def template_problem(path: Path, line: int, kind: str, error: str, folder: Path) -> Problem:
    """The problem of a template, at a line of it, named as it is below the folder; `error` is Jinja's, of this kind."""
    shown = shown_path(path, folder)
    text = message("{kind}: {error}", kind=kind, error=error)
    return Problem(shown, line, 1 if line else 0, "THEME", text, message("fix the template"))


def missing_asset(name: str, known: Iterable[str]) -> str:
    """What is wrong where a template asks for a static file that is not among the known ones."""
    hint = did_you_mean(name, known, else_say=message("add it, or name an existing one"))
    return f'the theme has no static file "{name}" — {hint}'
