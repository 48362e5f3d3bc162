"""A build that lives on: `serve` asks one process for build after build, and what it holds stays in memory."""

import time
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache, partial
from pathlib import Path
from typing import Any

from plugins.build.command import counted, removed, said
from plugins.build.inputs import inputs
from plugins.build.options import Options
from plugins.build.patch import patched
from plugins.build.run import Outcome, without_collector
from plugins.build.setup import prepared
from plugins.build.whole import State, whole
from plugins.digest import Faults, Problem
from plugins.engine.snapshot import Snapshot


@dataclass(frozen=True, slots=True)
class Built:
    """What came of a build, as it crosses from the builder's process to the server's.

    An error among the problems stopped the build: then nothing was written. Paths are below the output folder, with
    slashes; `written` have new bytes or are new.
    """

    problems: tuple[Problem, ...]
    lines: tuple[str, ...]  # for the terminal
    written: tuple[str, ...]
    removed: tuple[str, ...]


class Resident:
    """Builds one publication again and again, in a process that does nothing else."""

    def __init__(self, settings_file: Path, overrides: Mapping[str, Any]) -> None:
        self._settings_file = settings_file
        self._overrides = overrides
        self._state: State | None = None  # of the last build, as long as it stands for what is in the folder

    def build(self, changed: frozenset[Path] | None) -> Built:
        """Builds what these files and folders have made out of date; with None anything may have changed."""
        started = time.perf_counter()
        try:
            with without_collector():
                outcome = self._build(changed)
        except Faults as faults:
            self._state = None
            return Built(faults.problems, said(faults), (), ())
        lines = (*outcome.report, *outcome.held, *removed(outcome), counted(outcome, time.perf_counter() - started))
        counts = outcome.counts
        if counts is None:  # Pelican wrote the files itself, and any may be another
            return Built(outcome.warnings, lines, ("",), ())
        return Built(outcome.warnings, lines, counts.written, counts.removed)

    def rest(self) -> None:
        """Looks, while nobody waits, which outputs show what, so that the next change of text is built at once."""
        if self._state:
            _ = self._state.job.sources

    def _build(self, changed: frozenset[Path] | None) -> Outcome:
        if self._state and changed is not None and (state := patched(self._state, changed)):
            self._state = state
            return state.outcome
        before, self._state = self._state, None
        if before:
            before.setup.store.close()
        setup = prepared(self._settings_file, self._overrides, Options())
        now = inputs(setup.site, setup.epoch, setup.settings)
        self._state = whole(setup, now, cache(partial(Snapshot.of, setup.site.output.resolve(), setup.site.retention)))
        return self._state.outcome
