"""The body of `puntina clean`: deletes what builds have made, and nothing else."""

import datetime as dt
import errno
import os
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from puntina.commands.build.setup import store_of
from puntina.core.checks.plugin_hooks import publication_hooks
from puntina.core.digest import Faults, Problem
from puntina.core.digest.message import Message, counted, message
from puntina.core.digest.reasons import reason_of
from puntina.core.engine.handlers import claim, release
from puntina.core.engine.ownership import MARK, PREVIEW, VERSIONED, empty_cache, remove_made, remove_ours
from puntina.core.locales.editors import translator
from puntina.core.reporting.language import editors_language
from puntina.core.reporting.report import report
from puntina.core.reporting.terminal import say, show
from puntina.core.settings import SettingsFile, Site, load_settings, read_site

SHOWN = 5  # files that are named


def clean(settings_file: Path) -> int:
    """Deletes the output folder that the settings name, and what builds and servers keep for the next one.

    What is deleted was made and marked by a build, and is inside the publication, not behind a link. What somebody has
    put into the output folder stays and is named, as long as the record of the last build says what is not its own.
    Returns the exit code: 1 where the settings have errors, a build is at work there, or a folder is not ours; then
    nothing is deleted.
    """
    path = settings_file.absolute()
    translated = translator(editors_language(path))
    try:
        settings = load_settings(path)
        hooks, now = publication_hooks(settings, SettingsFile.at(path), path.parent), dt.datetime.now(dt.UTC)
        site = read_site(settings, SettingsFile.at(path), folder=path.parent, now=now, hooks=hooks)
        if faults := tuple(_elsewhere(settings, path.parent)):
            raise Faults(faults)
        left = _clean(site, path.parent / settings.get("CACHE_PATH", ".cache"))
    except Faults as faults:
        show(report(faults.problems, path.parent, translated))
        return 1
    if left:
        say(translated(_kept(left)))
    return 0


def _kept(left: tuple[str, ...]) -> Message:
    return counted(
        "{count} file was left in the output folder because no build made it: {files}",
        "{count:,} files were left in the output folder because no build made them: {files}",
        count=len(left),
        files=", ".join(left[:SHOWN]) + (", …" if len(left) > SHOWN else ""),
    )


def _clean(site: Site, cache: Path) -> tuple[str, ...]:
    """Deletes what builds have made; returns the files in the output folder that are somebody else's."""
    output = site.output.resolve()
    held = claim(output, site.retention)
    made = _made(site, cache)
    try:
        kept = (*VERSIONED, *site.retention)
        there = {entry.name for entry in output.iterdir()} - {MARK} if output.is_dir() else set[str]()
        if not made and there - {name.partition("/")[0] for name in kept}:
            raise Faults([_unknown(output.name)])
        left = remove_made(output, made, kept) if made and output.is_dir() else ()
        if not made and not there and not remove_ours(output):
            raise PermissionError(errno.EACCES, os.strerror(errno.EACCES))  # the system has not said of which file
    except OSError as error:
        raise Faults([_undeleted(output.name, error)]) from error
    finally:
        release(output, held)
    for folder in {cache, site.folder / PREVIEW.parent}:
        if _is_inside(folder, site.folder):
            empty_cache(folder)
    return left


def _unknown(name: str) -> Problem:
    text = message("it is unknown which of its files a build made, because .cache was deleted")
    return Problem(name, 0, 0, "OUTPUT-UNKNOWN", text, message("build, then clean; or delete the folder yourself"))


def _undeleted(name: str, error: OSError) -> Problem:
    text = message("can't be deleted: {reason}", reason=reason_of(error.strerror))
    return Problem(name, 0, 0, "OUTPUT-WRITE", text, message("make it writable, or delete it yourself"))


def _made(site: Site, cache: Path) -> frozenset[str]:
    """The paths of the files that the last build has made or kept; none where nothing is known of it."""
    if not _is_inside(cache, site.folder) or not (cache / MARK).is_file():
        return frozenset()
    store = store_of(site, cache)
    try:
        return frozenset(store.outputs())
    finally:
        store.close()


def _elsewhere(settings: Mapping[str, Any], publication: Path) -> Iterator[Problem]:
    """A problem for each folder of builds that is there, but not inside the publication."""
    for name, default in (("OUTPUT_PATH", "output"), ("CACHE_PATH", ".cache")):
        folder = publication / settings.get(name, default)
        if os.path.lexists(folder) and not _is_inside(folder, publication):
            text = message("{name} is not a folder inside the publication, or is a link", name=name)
            hint = message("nothing was deleted; delete it yourself if it contains nothing else")
            yield Problem(str(settings.get(name, default)), 0, 0, "OUTPUT-OUTSIDE", text, hint)


def _is_inside(folder: Path, publication: Path) -> bool:
    """Whether the folder is one below the publication, and none on the way to it is a link."""
    below = Path(os.path.relpath(folder, publication))
    return bool(below.parts) and os.pardir not in below.parts and folder.resolve() == publication.resolve() / below
