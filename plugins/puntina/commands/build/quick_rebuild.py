"""Rebuilds after changes of text or style only, when the last build is in memory: makes only what shows them."""

import datetime as dt
import os
from collections.abc import Iterable, Mapping
from dataclasses import replace
from pathlib import Path

from puntina.commands.build.full_build import State, claimed
from puntina.commands.build.inputs import is_ours_alone
from puntina.commands.build.run import Outcome
from puntina.commands.build.structure import same_shape
from puntina.core.checks.before_build import announced
from puntina.core.checks.reading import assembled
from puntina.core.content.files import read_file
from puntina.core.digest import Reading
from puntina.core.engine.job import Job
from puntina.core.engine.ownership import MARK
from puntina.core.settings.theme_folder import FACTS


def quick_rebuild(state: State, changed: Iterable[Path]) -> State | None:
    """The state after building these changes; None if one is more than a change of text or of a theme file.

    Raises Faults, and leaves the output unchanged, if the new text has errors.
    """
    if not _is_current(state):
        return None
    readings: dict[str, Reading] = {}
    touched: set[str] = set()
    copies = {sources[0] for sources in state.job.sources.values() if len(sources) == 1}
    for file in changed:
        path = _below(file, state.setup.site.content)
        if not file.is_file() or _has_other_names(file, path, state, copies):
            return None
        if path in state.readings:
            readings[path] = read_file(path, state.setup.site)
            touched.add(path)
        elif not path and str(file) in copies and not _is_read(file, state):
            touched.add(str(file))  # of the content's own files, checks say something
        else:
            return None
    if not all(same_shape(state.readings[path], reading) for path, reading in readings.items()):
        return None
    return _made(state, readings, touched)


def _is_current(state: State) -> bool:
    """Whether all that was not changed is as it was, and known: the output, the plugins, what is due."""
    if not (state.build.run.render and is_ours_alone(state.setup.settings)):
        return False
    if not (state.job.output / MARK).is_file():  # somebody has deleted the folder
        return False
    return state.until is None or dt.datetime.now(dt.UTC) < state.until


def _below(file: Path, folder: Path) -> str:
    """The file's path below the folder; "" where it lies elsewhere."""
    return file.relative_to(folder).as_posix() if file.is_relative_to(folder) else ""


def _has_other_names(file: Path, path: str, state: State, copies: Iterable[str]) -> bool:
    """Whether the file is a link or is what links lead to, so that more than it has changed."""
    if file.is_symlink() or file.stat().st_nlink > 1:
        return True
    if path:
        stats = state.found.stats
        inode = stats[path].st_ino if path in stats else None
        return sum(1 for found in stats.values() if found.st_ino == inode) != 1
    own, theme = os.path.realpath(file), f"{state.settings['THEME']}{os.sep}"
    links = (copy for copy in copies if copy.startswith(theme) and Path(copy).is_symlink())
    return any(os.path.realpath(link) == own for link in links)


def _is_read(file: Path, state: State) -> bool:
    """Whether a file of the theme is more than copied: a template, a catalogue, what the theme says of itself."""
    theme = Path(state.settings["THEME"])
    folders = (theme / "templates", theme / "locale", *map(Path, state.settings["THEME_TEMPLATES_OVERRIDES"]))
    return file == theme / FACTS or any(file.is_relative_to(folder) for folder in folders)


def _made(state: State, readings: Mapping[str, Reading], touched: set[str]) -> State:
    if readings:
        state = _with(state, readings)
    before = state.job
    job = Job(before.output, before.retention, before.store, before.known, before.epoch, before.jobs)
    with claimed(before.output, before.retention):
        job.renew(before, touched)
        job.finish()
    return replace(state, job=job, outcome=replace(state.outcome, counts=job.counts, parsed=len(readings)))


def _with(state: State, readings: Mapping[str, Reading]) -> State:
    """The state with new readings of some files, and with what is to be said of the content."""
    from puntina.core.pelican.articles import take  # here, as the server's process knows this room and needs no Pelican

    site = state.setup.site
    every = {**state.readings, **readings}
    content = assembled(state.found, every, site, state.content.addresses)  # of the same shape
    report = announced(content, site, theme=())  # no template has changed
    for path, reading in readings.items():
        if reading.digest and (shown := state.build.run.by_path.get(path)):
            take(shown, reading.digest)
    state.build.run.content = content
    outcome = Outcome(None, 0, report)
    return replace(state, readings=every, outcome=outcome)
