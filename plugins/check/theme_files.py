"""The files of a theme that are copied as they are, and the folders in which its templates are."""

import os
from collections.abc import Iterator
from pathlib import Path

from plugins.site import Site
from plugins.site.theme_folder import theme_folder


def theme_files(site: Site) -> Iterator[str]:
    """The path of each copied file below THEME_STATIC_DIR."""
    theme = _theme(site)
    for name in site.theme_statics:
        place = theme / name
        if place.is_file():
            yield name
        else:
            yield from _below(place)


def _below(folder: Path) -> Iterator[str]:
    for place, folders, names in os.walk(folder):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        yield from (Path(place, name).relative_to(folder).as_posix() for name in sorted(names))


def template_folders(site: Site) -> tuple[Path, ...]:
    """Where templates are looked for: of two with one name that in the earlier folder counts."""
    return (*(site.folder / name for name in site.own_templates), _theme(site) / "templates")


def _theme(site: Site) -> Path:
    return theme_folder(site.theme, site.folder) or site.folder / site.theme
