"""Validates settings that name folders: they must exist, stay inside the publication and not overlap."""

import os
from collections.abc import Callable, Iterator, Mapping
from itertools import permutations
from pathlib import Path
from typing import Any

from puntina.core.digest.message import Message, message
from puntina.core.digest.reasons import reason_of
from puntina.core.settings.theme_folder import FACTS, static_place, takes_frozen_values, theme_folder

Values = Mapping[str, Any]
Fault = tuple[str, Message, Message]  # the setting, what is wrong, what to do
MADE = ("OUTPUT_PATH", "CACHE_PATH")  # folders that builds make, and that are deleted again
FOLDERS = ("PATH", *MADE)
WRITE = {"PATH": "content", "OUTPUT_PATH": "output", "CACHE_PATH": ".cache"}
ROOT_FILES = "root"  # below PATH: what is copied to the site's root
STATIC = "static"  # Pelican's own value of THEME_STATIC_PATHS, which a theme need not have


def content_fault(settings: Values, values: Values, folder: Path) -> Iterator[Fault]:
    """The fault of PATH, which is checked first."""
    path = values["PATH"]
    if settings.get("PATH") is None:
        yield "PATH", message("PATH is not set"), message('write PATH = "content", the folder of the content')
    elif not isinstance(path, str):
        yield "PATH", message("PATH is not a string"), message('write PATH = "content"')
    elif not path.strip() or not os.path.isdir(_joined(folder, path)):  # noqa: PTH112 - takes any text
        text = message('PATH is "{path}", which is not a folder', path=path)
        yield "PATH", text, message("make the folder, or name the right one")
    elif _place(folder, path) == folder.resolve():
        text = message('PATH is "{path}", the folder of the settings', path=path)
        yield "PATH", text, message("put the content into a folder of its own, and name that")


def _joined(folder: Path, path: str) -> str:
    """The path, or "" where no file system takes it."""
    return os.path.join(folder, path) if "\0" not in path else ""  # noqa: PTH118 - as above


def _place(folder: Path, path: str) -> Path:
    return Path(os.path.realpath(_joined(folder, path)))


def _outside(values: Values, folder: Path) -> Iterator[Fault]:
    """Folders whose path leads out of the publication, but for those that a command has named.

    A folder that is a link is its owner's wish; builds delete nothing behind it but what they have made.
    """
    home = os.path.normpath(folder)
    for name in FOLDERS:
        place = Path(os.path.normpath(_joined(folder, values[name])))
        if name not in values["CHOSEN"] and not place.is_relative_to(home):
            text = message('{name} is "{path}", which is outside the publication', name=name, path=values[name])
            hint = message('name a folder below that of the settings, such as "{usual}"', usual=WRITE[name])
            yield name, text, hint


def _inside(values: Values, folder: Path) -> Iterator[Fault]:
    """Folders that builds make, where one would be in another folder or around it."""
    made = {name: _place(folder, values[name]) for name in MADE}
    faults = [fault for name in MADE if (fault := _made_fault(name, made[name], values, folder))]
    yield from faults
    if not faults and not values["CHOSEN"] & set(MADE) and _overlap(*made.values()):
        text = message("OUTPUT_PATH and CACHE_PATH must not contain one another")
        yield "CACHE_PATH", text, message('write CACHE_PATH = ".cache"')


def _made_fault(name: str, place: Path, values: Values, folder: Path) -> Fault | None:
    """What is wrong with the place of a folder that builds make."""
    path, hint = values[name], message('write "{usual}"', usual=WRITE[name])
    home = folder.resolve()
    if os.path.lexists(place) and not place.is_dir() and path == WRITE[name]:
        text = message('{name} is "{path}", which is a file', name=name, path=path)
        return name, text, message("delete that file, or name another folder")
    if place == home or place in home.parents or (os.path.lexists(place) and not place.is_dir()):
        return name, message('{name} is "{path}", which can\'t be a folder of its own', name=name, path=path), hint
    for other, its in _sources(values, folder):
        if _overlap(place, its):
            text = message(
                '{name} is "{path}", which would overwrite what the site is made from ({other})',
                name=name,
                path=path,
                other=other,
            )
            return name, text, hint
    return None


def _sources(values: Values, folder: Path) -> Iterator[tuple[str, Path]]:
    """The folders that a site is made from, each with what names it."""
    yield "PATH", _place(folder, values["PATH"])
    if theme := theme_folder(values["THEME"], folder):
        yield "THEME", theme.resolve()
    for each in values["THEME_TEMPLATES_OVERRIDES"]:
        yield "THEME_TEMPLATES_OVERRIDES", _place(folder, each)
    yield "plugins", (folder / "plugins").resolve()


def _overlap(one: Path, other: Path) -> bool:
    return any(first == second or first in second.parents for first, second in permutations((one, other)))


def _theme(values: Values, folder: Path) -> Iterator[Fault]:
    theme = values["THEME"]
    found = theme_folder(theme, folder)
    if found is None:
        text = message('THEME is "{theme}", which is neither a folder nor one of Pelican\'s themes', theme=theme)
        yield (
            "THEME",
            text,
            message(
                'name the folder of a theme, such as "themes/daily", or one of Pelican\'s themes, such as "simple"'
            ),
        )
    elif not any((found / "templates").glob("*.html")):
        text = message('THEME is "{theme}", a folder without templates', theme=theme)
        yield (
            "THEME",
            text,
            message("name the folder of a theme, which has a folder templates with base.html and others"),
        )
    else:
        yield from _facts(theme, found)


def _facts(theme: str, found: Path) -> Iterator[Fault]:
    try:
        takes_frozen_values(found)
    except (OSError, ValueError) as error:
        reason = reason_of(error.strerror) if isinstance(error, OSError) else " ".join(str(error).split())
        text = message(
            '{file} of the theme "{theme}" can\'t be read ({reason})', file=FACTS, theme=theme, reason=reason
        )
        yield "THEME", text, message("fix that file")


def _templates(values: Values, folder: Path) -> Iterator[Fault]:
    for path in values["THEME_TEMPLATES_OVERRIDES"]:
        if not _place(folder, path).is_dir():
            text = message('THEME_TEMPLATES_OVERRIDES has "{path}", which is not a folder', path=path)
            yield "THEME_TEMPLATES_OVERRIDES", text, message("make the folder, or name the right one")


def _direct_templates(values: Values, folder: Path) -> Iterator[Fault]:
    """Templates of pages that have no content: they must be there, and take Pelican's context and no frozen values."""
    theme = theme_folder(values["THEME"], folder)
    if theme is None or any(True for _ in _facts("", theme)):
        return
    folders = [*(_place(folder, path) for path in values["THEME_TEMPLATES_OVERRIDES"]), theme / "templates"]
    for name in dict.fromkeys(values["DIRECT_TEMPLATES"]):
        if name in OWN_LISTS:
            continue
        if takes_frozen_values(theme):
            text = message('DIRECT_TEMPLATES has "{name}", from which this theme can\'t make a page', name=name)
            hint = message("write a page into the folder pages/ of a language, or a file into root/")
            yield "DIRECT_TEMPLATES", text, hint
        elif not any((place / f"{name}.html").is_file() for place in folders):
            text = message('DIRECT_TEMPLATES has "{name}", but there is no such template', name=name)
            hint = message("name a template of the theme or of THEME_TEMPLATES_OVERRIDES, without .html")
            yield "DIRECT_TEMPLATES", text, hint


def _theme_static(values: Values, folder: Path) -> Iterator[Fault]:
    """The theme's files, or others of the publication: nothing that is published otherwise, or not at all."""
    theme = theme_folder(values["THEME"], folder)
    if theme is None:
        return
    root, own = folder.resolve(), theme.resolve()
    elsewhere = [_place(folder, values["PATH"]), _place(folder, values["OUTPUT_PATH"])]
    for path in values["THEME_STATIC_PATHS"]:
        place = static_place(theme, folder, path).resolve()
        is_beside = root in place.parents and not any(_overlap(place, other) for other in elsewhere)
        if not (place.is_relative_to(own) or is_beside):
            text = message('THEME_STATIC_PATHS has "{path}", which is not a folder of the theme', path=path)
            yield "THEME_STATIC_PATHS", text, message("name a folder inside the theme, such as static")
        elif path != STATIC and not place.exists():
            text = message('THEME_STATIC_PATHS has "{path}", which does not exist', path=path)
            yield "THEME_STATIC_PATHS", text, message("name a folder of the theme or the publication, or delete it")


def _static(values: Values, folder: Path) -> Iterator[Fault]:
    for path in values["STATIC_PATHS"]:
        if path.strip("./").partition("/")[0] == ROOT_FILES:
            text = message(
                'STATIC_PATHS has "{path}", whose files are already published at the site\'s root', path=path
            )
            yield "STATIC_PATHS", text, message("delete it")


# The lists and pages that plugins of ours make, for each language; Pelican's own are switched off.
OWN_LISTS = frozenset({"index", "tags", "categories", "authors", "archives"})
PATHS_TOGETHER: tuple[tuple[tuple[str, ...], Callable[[Values, Path], Iterator[Fault]]], ...] = (
    (FOLDERS, _outside),
    ((*FOLDERS, "THEME", "THEME_TEMPLATES_OVERRIDES"), _inside),
    (("THEME",), _theme),
    (("THEME_TEMPLATES_OVERRIDES",), _templates),
    (("THEME", "THEME_TEMPLATES_OVERRIDES", "DIRECT_TEMPLATES"), _direct_templates),
    (("THEME", "THEME_STATIC_PATHS", "PATH", "OUTPUT_PATH"), _theme_static),
    (("STATIC_PATHS",), _static),
)
