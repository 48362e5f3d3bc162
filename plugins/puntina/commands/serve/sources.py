"""The sources of a preview: folders and files to watch, and which of them a builder reads only once."""

import importlib.util
import os
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import puntina
from puntina.commands.check.command import load_site
from puntina.core.content.root_files import counts
from puntina.core.digest import Faults
from puntina.core.locales.catalogue import OWN
from puntina.core.settings import Site, load_settings
from puntina.core.settings.model import ADDRESSES_FILE
from puntina.core.settings.path_faults import ROOT_FILES
from puntina.core.settings.theme_folder import static_place

BACKUPS = ("~", ".swp", ".swx", ".tmp", ".bak", ".pyc", "___jb_old___", "___jb_tmp___")
VIM_TRIES = "4913"  # the file by which Vim finds out whether it may write into a folder


@dataclass(frozen=True, slots=True)
class Sources:
    """Folders count with all that is in them; paths are absolute, as the builder knows them, there or not."""

    root: str  # of the site's addresses: "" or "/some/repo"
    folders: tuple[Path, ...]
    files: tuple[Path, ...]
    code: tuple[Path, ...]  # those of the folders that hold plugins
    at_root: Path | None = None  # the folder of files for the site's root, where some hidden ones count

    def counts(self, path: Path) -> bool:
        """Whether a change of the path can change a page; hidden files and what editors put beside a file do not."""
        if path in self.folders or self._is_setting(path):
            return True
        if self.at_root and path.is_relative_to(self.at_root):
            return all(map(counts, path.relative_to(self.at_root).parts))
        folder = next((folder for folder in self.folders if path.is_relative_to(folder)), None)
        return folder is not None and not any(map(_aside, path.relative_to(folder).parts))

    def restart(self, path: Path) -> bool:
        """Whether a change of the path needs a new builder: code and settings are read once in a process's life."""
        return self._is_setting(path) or any(
            path.is_relative_to(folder) and path.suffix in {".py", ""} for folder in self.code
        )

    def _is_setting(self, path: Path) -> bool:
        """Whether it is a settings file, or a module beside one, which they may import."""
        beside = path.suffix == ".py" and path.parent in {file.parent for file in self.files}
        return path in self.files or (beside and not _aside(path.name))


def find_sources(settings_file: Path, *, root: str = "", overrides: Mapping[str, Any] | None = None) -> Sources:
    """The sources of the publication with this settings file; `root` is its root if the settings can't be read.

    A settings file is watched whatever it says, so that what it names is found when it is fixed.
    """
    file = settings_file.absolute()
    folder = file.parent
    site, values = _settings(file, overrides or {})
    there = (path.name for pattern in ("*.py", "requirements*.txt") for path in folder.glob(pattern))
    names = {"pelicanconf.py", "publishconf.py", ADDRESSES_FILE, *there}
    paths = (folder / path for path in values.get("PLUGIN_PATHS") or ())
    code = {folder / "plugins", *paths, *(Path(place).absolute() for place in puntina.__path__)}
    return Sources(
        root=site.root if site else root,
        folders=_outermost({folder / "content", folder / "themes", folder / OWN, *code, *_named(folder, site, values)}),
        files=tuple(sorted({file, *(folder / name for name in names)})),
        code=tuple(sorted(code)),
        at_root=(site.content if site else folder / "content") / ROOT_FILES,
    )


def _settings(file: Path, overrides: Mapping[str, Any]) -> tuple[Site | None, dict[str, Any]]:
    """The Site and the raw settings; neither where they are wrong, which the first build will say."""
    _forget_modules(file.parent)
    try:
        return load_site(file, overrides), dict(load_settings(file))
    except Faults:
        return None, {}


def _forget_modules(folder: Path) -> None:
    """Has modules in the folder read anew by who imports them next: settings take values from them."""
    importlib.invalidate_caches()
    for name, module in tuple(sys.modules.items()):
        file = getattr(module, "__file__", None)
        if file and name != "__main__" and Path(file).parent == folder:
            # What was compiled of it counts as new for a second, whatever is saved in it.
            Path(importlib.util.cache_from_source(file)).unlink(missing_ok=True)
            del sys.modules[name]


def _named(folder: Path, site: Site | None, values: dict[str, Any]) -> set[Path]:
    """The folders that settings name, wherever they are; a theme that is Pelican's own is none of them."""
    if site is None:
        return set()
    own = {folder / each for each in values.get("THEME_TEMPLATES_OVERRIDES", ())}
    theme = folder / site.theme
    copied = (static_place(theme, folder, each) for each in values.get("THEME_STATIC_PATHS", ()))
    themes = {theme, *copied} if theme.is_dir() else set()
    return {site.content, *(site.content / name for name in site.statics)} | own | themes


def _outermost(folders: set[Path]) -> tuple[Path, ...]:
    """The folders that lie in none of the others."""
    plain = {Path(os.path.normpath(folder)) for folder in folders}
    return tuple(sorted(path for path in plain if not any(other in path.parents for other in plain)))


def _aside(name: str) -> bool:
    return name.startswith((".", "#")) or name.endswith(BACKUPS) or name in {"__pycache__", VIM_TRIES}
