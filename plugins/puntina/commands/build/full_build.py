"""A build of what is out of date: the content read and checked, then Pelican in this process."""

import datetime as dt
import json
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from puntina.commands.build.inputs import DUE, Inputs, is_ours_alone, notes
from puntina.commands.build.pelican_import import import_pelican
from puntina.commands.build.run import Outcome
from puntina.commands.build.setup import Setup
from puntina.commands.build.structure import touched
from puntina.core.checks.before_build import announced
from puntina.core.checks.plugin_hooks import every_plugin_problem
from puntina.core.checks.reading import assembled
from puntina.core.checks.theme_faults import file_problems, theme_problems
from puntina.core.checks.theme_templates import ThemeTemplates
from puntina.core.content.content import Content
from puntina.core.content.files import file_bytes
from puntina.core.content.walk import Walk
from puntina.core.digest import Faults, Problem, Reading
from puntina.core.engine.epoch import one
from puntina.core.engine.fingerprint import Fingerprints, hashed
from puntina.core.engine.job import Job, known_of
from puntina.core.engine.lock import lock_of
from puntina.core.engine.parsing import Parsed, read_all
from puntina.core.engine.scan import file_stat
from puntina.core.engine.snapshot import Snapshot, changed_around
from puntina.core.reporting.build_report import BuildReport
from puntina.core.settings import SettingsFile, Site
from puntina.fast_paths import is_on

if TYPE_CHECKING:
    from puntina.core.pelican.build import Build

TEMPLATES = "templates"  # a note in the store: the theme's templates, in which a build found nothing wrong


@dataclass(frozen=True, slots=True)
class State:
    """A finished build, with everything that it was made from."""

    setup: Setup
    found: Walk
    readings: Mapping[str, Reading]
    settings: dict[str, Any]  # Pelican's, with the Build
    job: Job
    outcome: Outcome
    until: dt.datetime | None  # when, by the clock, a digest falls due or an edition ends; None for never

    @property
    def build(self) -> "Build":
        """What Pelican's run was made with."""
        from puntina.core.pelican.build import Build  # here, as an idle build does without Pelican

        return Build.of(self.settings)

    @property
    def content(self) -> Content:
        """The content as it is now."""
        return self.build.content


def full_build(setup: Setup, now: Inputs, take_snapshot: Callable[[], Snapshot]) -> State:
    """Builds everything that is out of date; raises Faults, and leaves the output unchanged, if anything is wrong.

    `take_snapshot` returns the snapshot of the output folder, and may wait for it.
    """
    site = setup.site
    output = site.output.resolve()
    around, unfinished = changed_around(output), lock_of(output).exists()
    with claimed(output, site.retention):
        racy = now.racy()
        parsed = read(setup, now)
        content = assembled(now.content, parsed.readings, site)
        templates = ThemeTemplates.of(site, content.digests.values())
        compiled = hashed(one(setup.epoch) + templates.fingerprint)
        known_good = setup.store.note(TEMPLATES) == compiled  # and to compile them takes a while
        theme = (*file_problems(site), *(() if known_good else templates.problems()), *_plugins(setup))
        report = announced_and_kept(content, site, parsed, theme)
        snapshot = take_snapshot()
        if unfinished or around != snapshot.around:  # another build has put something in place, or left it to us
            snapshot = Snapshot.of(output, site.retention)
        known = known_of(setup.store, snapshot)
        job = Job(output, site.retention, setup.store, known, setup.epoch, setup.jobs, setup.explain)
        if is_ours_alone(setup.settings) and not setup.explain and is_on("texts"):
            job.touched = touched(setup.store, now, parsed, site)
        if not setup.dry:
            job.on_fork = parsed.keep
        job.notes = {**notes(now, racy, content, site, report), TEMPLATES: compiled}
        settings = _pelican(setup, content, job)
        if setup.dry:
            job.compare()
        else:
            job.finish()
    first = (setup.store.problem,) if setup.store.problem else ()
    report = replace(report, problems=(*first, *report.problems))
    outcome = Outcome(job.counts, len(parsed.changed), report, tuple(job.lines))
    return State(setup, now.content, parsed.readings, settings, job, outcome, _until(setup, job))


def _until(setup: Setup, job: Job) -> dt.datetime | None:
    _, until = json.loads(job.notes[DUE])
    return dt.datetime.fromisoformat(until) if until and not setup.settings.get("CUTOFF") else None


def announced_and_kept(content: Content, site: Site, parsed: Parsed, theme: Iterable[Problem]) -> BuildReport:
    """What there is to report of the content; where it ends the build, what was parsed is remembered first."""
    try:
        return announced(content, site, theme)
    except Faults:
        parsed.keep()
        raise


def by_pelican_alone(setup: Setup, now: Inputs) -> Outcome:
    """The outcome of a build in which Pelican writes every file, for a publication that leaves the engine out."""
    parsed = read(setup, now)
    content = assembled(now.content, parsed.readings, setup.site)
    theme = (*theme_problems(setup.site, content.digests.values()), *_plugins(setup))
    report = announced(content, setup.site, theme)
    _pelican(setup, content, None)
    return Outcome(None, len(parsed.changed), report)


def _plugins(setup: Setup) -> Iterator[Problem]:
    return every_plugin_problem(setup.settings, SettingsFile.at(setup.file), setup.site.folder)


@contextmanager
def claimed(output: Path, retention: tuple[str, ...]) -> Iterator[Path]:
    """The output folder, held for this build, and left as it was where the build ends before its time."""
    import_pelican()  # here, as it takes longer than many a task
    from puntina.core.engine.handlers import claim, release

    lock = claim(output, retention)
    try:
        yield output
    finally:
        release(output, lock)


def read(setup: Setup, now: Inputs) -> Parsed:
    """Every content file, read."""
    from puntina.core.digest.parse import parse  # here, as an idle build does without, and without markdown-it

    site = setup.site
    code = {name: value for name, value in setup.epoch.items() if not name.startswith("the setting ")}
    return read_all(
        {path: file_stat(now.content.stats[path]) for path in now.content.digests},
        now.scanned_at,
        read=partial(file_bytes, site=site),
        parse=partial(parse, rules=site.rules),
        rules=Fingerprints().of((tuple(sorted(code.items())), repr(site.rules))),
        store=setup.store,
        jobs=setup.jobs,
        on_fork=import_pelican,
    )


def _pelican(setup: Setup, content: Content, job: Job | None) -> dict[str, Any]:
    from puntina.commands.build.pelican_run import run_pelican  # here, as an idle build does without, and without Jinja

    return run_pelican(setup, content, job)
