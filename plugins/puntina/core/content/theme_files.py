"""A theme's static files, which are copied unchanged, and its template folders, with those of the publication."""

import os
from collections.abc import Iterator
from pathlib import Path

from puntina.core.settings import Site
from puntina.core.settings.theme_folder import static_place, theme_folder


def theme_files(site: Site) -> Iterator[tuple[str, str]]:
    """Each copied file, named from its folder in THEME_STATIC_PATHS on, and its path below THEME_STATIC_DIR."""
    for name, place in static_places(site):
        for file in files_below(place):
            if file == place:
                yield name, name
            else:
                path = file.relative_to(place).as_posix()
                yield f"{name}/{path}", path


def asset_names(site: Site) -> frozenset[str]:
    """The names by which templates ask for static files: their paths below each static folder."""
    return frozenset(
        path.relative_to(place).as_posix()
        for _, place in static_places(site)
        for path in place.rglob("*")
        if path.is_file()
    )


def static_places(site: Site) -> tuple[tuple[str, Path], ...]:
    """The folders and files that are copied below THEME_STATIC_DIR, each with its name in THEME_STATIC_PATHS."""
    theme = _theme(site)
    return tuple((name, static_place(theme, site.folder, name)) for name in site.theme_statics)


def files_below(place: Path) -> Iterator[Path]:
    """The file itself, or every file in the folder and its folders but hidden ones."""
    if place.is_file():
        yield place
    for folder, folders, names in os.walk(place):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        yield from (Path(folder, name) for name in sorted(names))


def entries_below(folder: Path) -> Iterator[Path]:
    """Every file, and every link to a folder, in the folder and its folders."""
    for place, folders, names in os.walk(folder):
        yield from (Path(place, name) for name in names)
        yield from (path for name in folders if (path := Path(place, name)).is_symlink())


def template_folders(site: Site) -> tuple[Path, ...]:
    """The folders in which templates are looked for; the first match counts."""
    return (*(site.folder / name for name in site.own_templates), _theme(site) / "templates")


def _theme(site: Site) -> Path:
    return theme_folder(site.theme, site.folder) or site.folder / site.theme
