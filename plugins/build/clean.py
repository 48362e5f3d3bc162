"""The body of `invoke clean`: what builds have made goes, and nothing else."""

import datetime as dt
import os
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from plugins.check.language import editors_language
from plugins.check.report import report
from plugins.check.terminal import show
from plugins.digest import Faults, Problem
from plugins.digest.message import message
from plugins.engine.handlers import claim, release
from plugins.engine.ownership import PREVIEW, empty_cache, remove_ours
from plugins.locales.editors import translator
from plugins.site import SettingsFile, Site, load_settings, read_site


def clean(settings_file: Path) -> int:
    """Deletes the output folder that the settings name, and what builds and servers keep for the next one.

    What is deleted was made and marked by a build, and is inside the publication, not behind a link. Returns the exit
    code: 1 where the settings have errors, a build is at work there, or a folder is not ours; then nothing is deleted.
    """
    path = settings_file.absolute()
    try:
        settings = load_settings(path)
        site = read_site(settings, SettingsFile.at(path), folder=path.parent, now=dt.datetime.now(dt.UTC))
        if faults := tuple(_elsewhere(settings, path.parent)):
            raise Faults(faults)
        _clean(site, path.parent / settings.get("CACHE_PATH", ".cache"))
    except Faults as faults:
        show(report(faults.problems, path.parent, translator(editors_language(path))))
        return 1
    return 0


def _clean(site: Site, cache: Path) -> None:
    output = site.output.resolve()
    held = claim(output, site.retention)
    remove_ours(output)
    release(output, held)
    for folder in {cache, site.folder / PREVIEW.parent}:
        if _is_inside(folder, site.folder):
            empty_cache(folder)


def _elsewhere(settings: Mapping[str, Any], publication: Path) -> Iterator[Problem]:
    """A problem for each folder of builds that is there, but not inside the publication."""
    for name, default in (("OUTPUT_PATH", "output"), ("CACHE_PATH", ".cache")):
        folder = publication / settings.get(name, default)
        if os.path.lexists(folder) and not _is_inside(folder, publication):
            text = message("{name} is not a folder inside the publication, or is a link", name=name)
            hint = message("nothing was deleted; delete it yourself, if nothing else is in it")
            yield Problem(str(settings.get(name, default)), 0, 0, "OUTPUT-OUTSIDE", text, hint)


def _is_inside(folder: Path, publication: Path) -> bool:
    """Whether the folder is one below the publication, and none on the way to it is a link."""
    below = Path(os.path.relpath(folder, publication))
    return bool(below.parts) and os.pardir not in below.parts and folder.resolve() == publication.resolve() / below
