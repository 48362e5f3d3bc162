"""Runs a build: checks the settings, stops if nothing has changed, otherwise builds.

A build that finds nothing changed is asked for most often, and most of its time went into imports: what each step needs
is imported there, while another process looks at the output already.
"""

import gc
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from puntina.commands.build.options import Options
from puntina.core.digest import Faults, Problem
from puntina.core.digest.message import Message, message
from puntina.core.engine.lock import lock_of
from puntina.core.engine.ownership import MARK
from puntina.core.engine.progress import Counts
from puntina.core.engine.snapshot import Snapshot, background_snapshot
from puntina.core.engine.workers import cores
from puntina.core.reporting.build_report import BuildReport

if TYPE_CHECKING:
    from puntina.commands.build.full_build import State
    from puntina.commands.build.inputs import Inputs
    from puntina.commands.build.setup import Setup

USUAL = "output"  # the folder that a publication has unless its settings name another


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a build did, and what there is to report of it."""

    counts: Counts | None  # None where Pelican itself wrote the files and does not count them
    parsed: int
    report: BuildReport = field(default_factory=BuildReport)
    explained: tuple[Message, ...] = ()
    made_from: "State | None" = field(default=None, repr=False)  # held, as giving it back takes a while


def run(settings_file: Path, overrides: Mapping[str, Any], options: Options) -> Outcome:
    """Builds the site; raises Faults, and leaves the output unchanged, if anything is wrong."""
    usual = (settings_file.absolute().with_name(USUAL).resolve(), ())
    with without_collector(), background_snapshot(*usual, jobs=options.jobs or cores()) as take_snapshot:
        from puntina.commands.build.setup import prepared

        setup = prepared(settings_file, overrides, options)
        actual = (setup.site.output.resolve(), setup.site.retention)
        try:
            if actual == usual:
                return _run(setup, take_snapshot)
            with background_snapshot(*actual, jobs=setup.jobs) as take_actual:
                return _run(setup, take_actual)
        finally:
            setup.store.close()


def _run(setup: "Setup", take_snapshot: Callable[[], Snapshot]) -> Outcome:
    from puntina.commands.build.inputs import inputs

    now = inputs(setup.site, setup.epoch, setup.settings)
    if setup.has_engine and (idle := _idle(setup, now, take_snapshot)):
        return idle
    from puntina.commands.build.full_build import by_pelican_alone, full_build

    if not setup.has_engine:
        if setup.dry:
            what = message("a dry run needs the engine: without it, Pelican writes each file as soon as it is made")
            hint = message('add "puntina.core.engine" to PLUGINS')
            raise Faults([Problem.whole("build", "BUILD-DRY", what, hint)])
        return by_pelican_alone(setup, now)
    state = full_build(setup, now, take_snapshot)
    return replace(state.outcome, made_from=state)


def _idle(setup: "Setup", now: "Inputs", take_snapshot: Callable[[], Snapshot]) -> Outcome | None:
    """The outcome of a build that has nothing to do; None where there may be something."""
    from puntina.commands.build.inputs import is_ours_alone, last_report, unchanged

    store, site = setup.store, setup.site
    output = site.output.resolve()
    if setup.explain or not is_ours_alone(setup.settings) or lock_of(output).exists() or not (output / MARK).is_file():
        return None
    if not unchanged(store, now, take_snapshot, site) or take_snapshot().empty or not take_snapshot().count:
        return None
    return Outcome(Counts(kept=take_snapshot().count), 0, last_report(store))


@contextmanager
def without_collector() -> Iterator[None]:
    """Nothing of a build becomes garbage in cycles, and looking for it would copy the memory that workers share."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()
