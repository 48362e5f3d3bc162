"""A build: settings checked, then nothing where nothing has changed, else the whole of it."""

import gc
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from plugins.build.inputs import Inputs, inputs, is_ours_alone, said, unchanged
from plugins.build.setup import Options, Setup, prepared
from plugins.digest import Problem
from plugins.engine.lock import lock_of
from plugins.engine.progress import Counts
from plugins.engine.snapshot import Snapshot, looking

if TYPE_CHECKING:
    from plugins.build.whole import State


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a build did, and the lines to be said of it."""

    counts: Counts | None  # None where Pelican itself wrote the files and does not count them
    parsed: int
    report: tuple[str, ...] = ()
    held: tuple[str, ...] = ()
    explained: tuple[str, ...] = ()
    warnings: tuple[Problem, ...] = ()
    made_from: "State | None" = field(default=None, repr=False)  # held, as giving it back takes a while


def run(settings_file: Path, overrides: Mapping[str, Any], options: Options) -> Outcome:
    """Builds the site; raises Faults, with the output as it was, where anything is wrong."""
    with without_collector():
        setup = prepared(settings_file, overrides, options)
        try:
            return _run(setup)
        finally:
            setup.store.close()


def _run(setup: Setup) -> Outcome:
    if not setup.has_engine:
        from plugins.build.whole import by_pelican_alone

        return by_pelican_alone(setup, inputs(setup.site, setup.epoch, setup.settings))
    with looking(setup.site.output.resolve(), setup.site.retention, jobs=setup.jobs) as look:
        now = inputs(setup.site, setup.epoch, setup.settings)
        if idle := _idle(setup, now, look):
            return idle
        from plugins.build.whole import whole  # here, as a build that finds nothing changed does without

        state = whole(setup, now, look)
    return replace(state.outcome, made_from=state)


def _idle(setup: Setup, now: Inputs, look: Callable[[], Snapshot]) -> Outcome | None:
    """The outcome of a build that has nothing to do; None where there may be something."""
    store, site = setup.store, setup.site
    if setup.explain or not is_ours_alone(setup.settings) or lock_of(site.output.resolve()).exists():
        return None
    if not unchanged(store, now, look, site) or look().empty or not look().count:
        return None
    return Outcome(Counts(kept=look().count), 0, *said(store))


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
