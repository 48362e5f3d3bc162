"""A whole build: settings and content checked, then Pelican in this process, unless nothing has changed."""

import datetime as dt
import gc
import logging
import os
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any

from jinja2 import TemplateError

from plugins.build.inputs import Inputs, inputs, is_ours_alone, notes, said, unchanged
from plugins.build.own_signals import own_signals
from plugins.check import Content, Walk, announced, assembled, file_bytes, report, walk
from plugins.digest import Faults, Problem, parse
from plugins.engine.complaints import Complaints
from plugins.engine.disk import Stamps, stamp
from plugins.engine.epoch import Epoch, epoch
from plugins.engine.fingerprint import Fingerprints
from plugins.engine.job import Counts, Job, found_in, known_of
from plugins.engine.parsing import Parsed, read_all
from plugins.engine.store import Store
from plugins.engine.workers import cores
from plugins.site import SettingsFile, Site, load_settings, read_site

CACHE = ".cache"


@dataclass(frozen=True, slots=True)
class Options:
    """How to build: whether to use what earlier builds left, in how many processes (0: one a core), what to explain."""

    cache: bool = True
    jobs: int = 0
    explain: str = ""


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a build did, and the lines to be said of it."""

    counts: Counts | None  # None where Pelican itself wrote the files and does not count them
    parsed: int
    report: tuple[str, ...] = ()
    held: tuple[str, ...] = ()
    explained: tuple[str, ...] = ()


@dataclass(slots=True)
class Setup:
    """What a build knows before it reads any content."""

    file: Path
    overrides: Mapping[str, Any]
    settings: Mapping[str, Any]
    site: Site
    epoch: Epoch
    store: Store | None
    jobs: int
    explain: str

    @property
    def has_engine(self) -> bool:
        """Whether the engine is among the plugins."""
        return any(getattr(name, "__name__", name) == "plugins.engine" for name in self.settings["PLUGINS"])


def run(settings_file: Path, overrides: Mapping[str, Any], options: Options) -> Outcome:
    """Builds the site; raises Faults, with the output as it was, where anything is wrong."""
    with _without_collector():
        setup = prepared(settings_file, overrides, options)
        try:
            return _run(setup)
        finally:
            if setup.store:
                setup.store.close()


def prepared(settings_file: Path, overrides: Mapping[str, Any], options: Options) -> Setup:
    """The settings, checked; raises Faults with all that is wrong with them, at which Pelican would break off."""
    path = settings_file.absolute()
    file = SettingsFile.at(path)
    try:
        settings = {**load_settings(path), **overrides}
        site = read_site(settings, file, folder=path.parent, now=dt.datetime.now(dt.UTC))
    except Faults as faults:
        raise Faults(faults.problems, shown=report(faults.problems, path.parent)) from None
    parts = epoch(settings, b"".join(each.read_bytes() for each in file.paths))
    store = _store(site) if options.cache else None
    return Setup(path, overrides, settings, site, parts, store, options.jobs or cores(), options.explain)


def _store(site: Site) -> Store:
    """What earlier builds of this output folder have left."""
    output = site.output.resolve()
    name = os.path.relpath(output, site.folder).replace(os.sep, "-").strip(".-") or "output"
    return Store(site.folder / CACHE / f"{name}.sqlite", f"{CACHE}/{name}.sqlite")


def _run(setup: Setup) -> Outcome:
    site = setup.site
    found = walk(site)
    if not setup.has_engine:
        return _by_pelican_alone(setup, found)
    now = inputs(site, found, setup.epoch, setup.settings)
    lying = found_in(site.output.resolve(), site.retention)
    if outcome := _idle(setup, now, lying):
        return outcome
    with _claimed(site) as output:
        known = known_of(output, setup.store, site.retention)
        parsed = read(setup, found)
        content = assembled(found, parsed.readings, site)
        lines, held = announced(content, site)
        job = Job(
            output,
            site.retention,
            setup.store,
            known,
            setup.epoch,
            setup.jobs,
            setup.explain,
            notes(now, content, site, [*lines, *held]),
        )
        pelican(setup, content, job)
        job.finish()
    return Outcome(job.counts, parsed.parsed, (*_of_store(setup), *lines), held, tuple(job.lines))


def _by_pelican_alone(setup: Setup, found: Walk) -> Outcome:
    """The outcome of a build in which Pelican writes every file, for a publication that leaves the engine out."""
    parsed = read(setup, found)
    content = assembled(found, parsed.readings, setup.site)
    lines, held = announced(content, setup.site)
    pelican(setup, content, None)
    return Outcome(None, parsed.parsed, lines, held)


def _idle(setup: Setup, now: Inputs, lying: Stamps) -> Outcome | None:
    """The outcome of a build that has nothing to do; None where there may be something."""
    store = setup.store
    if not store or setup.explain or not lying or not is_ours_alone(setup.settings):
        return None
    if not unchanged(store, now, lying, setup.site):
        return None
    return Outcome(Counts(kept=len(lying)), 0, tuple(said(store)))


def _of_store(setup: Setup) -> Iterator[str]:
    if setup.store and setup.store.problem:
        yield str(setup.store.problem)


@contextmanager
def _claimed(site: Site) -> Iterator[Path]:
    """The output folder, held for this build, and left as it was where the build ends before its time."""
    from plugins.engine.handlers import claim, release  # here, as importing Pelican takes longer than many a task

    output = site.output.resolve()
    lock = claim(output, site.retention)
    try:
        yield output
    finally:
        release(output, lock)


def read(setup: Setup, found: Walk) -> Parsed:
    """Every content file, read."""
    site = setup.site
    code = {name: value for name, value in setup.epoch.items() if not name.startswith("the setting ")}
    return read_all(
        {path: stamp(found.stats[path]) for path in found.digests},
        read=partial(file_bytes, site=site),
        parse=partial(parse, rules=site.rules),
        rules=Fingerprints().of((tuple(sorted(code.items())), repr(site.rules))),
        store=setup.store,
        jobs=setup.jobs,
        meanwhile=_import_pelican,
    )


def _import_pelican() -> None:
    import pelican.generators  # noqa: F401 - takes some tenths of a second, in which others work


def pelican(setup: Setup, content: Content, job: Job | None) -> Mapping[str, Any]:
    """Runs Pelican on the content and returns its settings; raises Faults where anything is wrong."""
    from pelican import Pelican
    from pelican.log import console

    complaints = Complaints()
    logging.getLogger("pelican").addHandler(complaints)
    console.quiet = True
    ours: dict[str, Any] = {"COMPLAINTS": complaints, "SITE": setup.site, "CONTENT": content} | ({"JOB": job} if job else {})
    if setup.store:
        ours["COMPILED"] = setup.site.folder / CACHE / "templates"
    try:
        settings = _pelican_settings(setup.file, {**setup.overrides, **ours})
        with own_signals():
            instance = Pelican(settings)
            complaints.settle()
            instance.run()
            complaints.settle()
        return settings
    except TemplateError as error:
        raise Faults([_of_template(error)]) from error
    finally:
        logging.getLogger("pelican").removeHandler(complaints)


@contextmanager
def _without_collector() -> Iterator[None]:
    """Nothing of a build becomes garbage in cycles, and looking for it would copy the memory that workers share."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


def _pelican_settings(settings_file: Path, overrides: Mapping[str, Any]) -> dict[str, Any]:
    from pelican.settings import read_settings

    try:
        return dict(read_settings(str(settings_file), override={**overrides, "SETTINGS_FILE": str(settings_file)}))
    except ValueError as error:  # what is left for Pelican to say: there is no theme of this name
        path, place = SettingsFile.at(settings_file.absolute()).place("THEME")
        hint = "name the folder of a theme, or one of Pelican's own"
        raise Faults([Problem(path, place.line, place.column, "SITE-SETTING", str(error), hint)]) from error


def _of_template(error: TemplateError) -> Problem:
    """The problem of a template that can't be read."""
    line = getattr(error, "lineno", None) or 0
    path = Path(getattr(error, "filename", None) or "the theme")
    name = path.relative_to(Path.cwd()).as_posix() if path.is_relative_to(Path.cwd()) else str(path)
    return Problem(name, line, 1, "THEME", f"{type(error).__name__}: {error}", "mend the template")
