"""What a build knows before it reads any content: the settings, checked, and what earlier builds have left."""

import datetime as dt
import os
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from puntina.commands.build.options import Options
from puntina.core.checks.plugin_hooks import publication_hooks
from puntina.core.digest.files import shown_path
from puntina.core.engine.epoch import Epoch, epoch
from puntina.core.engine.store import Store
from puntina.core.engine.workers import cores
from puntina.core.settings import SettingsFile, Site, load_settings, read_site

# Settings of several folders; Pelican takes them from where it runs, here they lie below the settings as all others do.
# The epoch knows them as written, so that a project that was moved makes nothing anew.
FOLDERS = ("PLUGIN_PATHS", "THEME_TEMPLATES_OVERRIDES")


@dataclass(slots=True)
class Setup:
    """What a build knows before it reads any content."""

    file: Path
    overrides: Mapping[str, Any]
    settings: Mapping[str, Any]
    site: Site
    epoch: Epoch
    cache: Path  # the folder of what builds keep for the next one
    store: Store
    jobs: int
    explain: str
    dry: bool

    @property
    def has_engine(self) -> bool:
        """Whether the engine is among the plugins."""
        return any(getattr(name, "__name__", name) == "puntina.core.engine" for name in self.settings["PLUGINS"])

    @property
    def compiled(self) -> Path | None:
        """Where compiled templates are kept, None where nothing is."""
        return self._kept("templates")

    @property
    def pictures(self) -> Path | None:
        """Where pictures are kept in the sizes that were made of them, None where nothing is."""
        return self._kept("pictures")

    def _kept(self, name: str) -> Path | None:
        return self.cache / name if self.has_engine and self.store.is_ours and not self.store.blank else None


def prepared(settings_file: Path, overrides: Mapping[str, Any], options: Options) -> Setup:
    """The settings, checked; raises Faults with all that is wrong with them, at which Pelican would break off."""
    path = settings_file.absolute()
    file = SettingsFile.at(path)
    settings = {**load_settings(path), **overrides}
    hooks, now = publication_hooks(settings, file, path.parent), dt.datetime.now(dt.UTC)
    site = read_site(settings, file, folder=path.parent, now=now, chosen=overrides, hooks=hooks)
    parts = epoch(settings, b"".join(each.read_bytes() for each in file.paths), path.parent)
    cache = path.parent / settings.get("CACHE_PATH", ".cache")
    store = store_of(site, cache, blank=not options.cache)
    placed = {**settings, **{name: _placed(settings[name], path.parent) for name in FOLDERS if settings.get(name)}}
    jobs = options.jobs or cores()
    return Setup(path, overrides, placed, site, parts, cache, store, jobs, options.explain, options.dry)


def _placed(folders: Iterable[str], base: Path) -> list[str]:
    return [os.fspath(base / folder) for folder in folders]


def store_of(site: Site, cache: Path, *, blank: bool = False) -> Store:
    """What earlier builds of this output folder have left."""
    name = os.path.relpath(site.output.resolve(), site.folder).replace(os.sep, "-").strip(".-") or "output"
    path = cache / f"{name}.sqlite"
    return Store(path, shown_path(path, site.folder), blank=blank)
