"""The builder of `serve`: one process makes build after build and keeps everything in memory."""

import datetime as dt
import time
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache, partial
from pathlib import Path
from typing import Any

from puntina.commands.build.command import failure, removed, summary
from puntina.commands.build.full_build import State, full_build
from puntina.commands.build.inputs import inputs
from puntina.commands.build.options import Options
from puntina.commands.build.quick_rebuild import quick_rebuild
from puntina.commands.build.run import Outcome, without_collector
from puntina.commands.build.setup import prepared
from puntina.core.digest import Faults, Problem
from puntina.core.engine.snapshot import Snapshot
from puntina.core.locales.editors import translator
from puntina.core.reporting.language import editors_language
from puntina.core.reporting.report import report
from puntina.core.routes.address import Address

PATIENCE = 5.0  # seconds in which whoever holds the folder may end: a builder that was told to, a build by hand
_PAUSE = 0.05  # seconds


@dataclass(frozen=True, slots=True)
class Page:
    """Where a digest or page is: its file below the content, its id, its address below the site's root."""

    path: str
    id: str
    url: str


@dataclass(frozen=True, slots=True)
class Built:
    """The result of a build, as the builder's process sends it to the server.

    An error among the problems stopped the build: then nothing was written. Paths are below the output folder, with
    slashes; `written` have new bytes or are new.
    """

    problems: tuple[Problem, ...]
    lines: tuple[str, ...]  # for the terminal
    written: tuple[str, ...]
    removed: tuple[str, ...]
    until: dt.datetime | None = None  # when the clock alone makes it out of date
    pages: tuple[Page, ...] | None = None  # None where all of them are where they were


class BuildServer:
    """Builds one publication again and again, in a process that does nothing else."""

    def __init__(self, settings_file: Path, overrides: Mapping[str, Any], *, lang: str = "") -> None:
        self._settings_file = settings_file
        self._translated = translator(editors_language(settings_file, lang))
        self._overrides = overrides
        self._state: State | None = None  # of the last build, as long as it stands for what is in the folder
        self._told: Mapping[str, Address] = {}  # the addresses of all digests, as the server knows them

    def build(self, changed: frozenset[Path] | None) -> Built:
        """Builds what these changed files and folders make out of date; None means that anything may have changed."""
        started = time.perf_counter()
        try:
            with without_collector():
                outcome, until = self._build(changed)
        except Faults as faults:
            self._forget()
            return Built(faults.problems, (*self._report(faults.problems), failure(faults, self._translated)), (), ())
        found, translated = outcome.report, self._translated
        lines = (
            *self._report(found.problems),
            *map(translated, found.notices),
            *removed(outcome, translated),
            translated(summary(outcome, time.perf_counter() - started)),
        )
        counts = outcome.counts
        if counts is None:  # Pelican wrote the files itself, and any may be another
            return Built(found.problems, lines, ("",), (), until, self._pages())
        return Built(found.problems, lines, counts.written, counts.removed, until, self._pages())

    def _pages(self) -> tuple[Page, ...] | None:
        """Where digests and pages are now, unless the server knows."""
        content = self._state.content if self._state else None
        if content is None or content.addresses is self._told or content.addresses == self._told:
            return None
        self._told = content.addresses
        return tuple(
            [Page(path, digest.meta.id, content.addresses[path].url) for path, digest in content.digests.items()]
        )

    def rest(self) -> None:
        """While idle, finds which outputs depend on which files, so that the next change of text is built at once."""
        if self._state:
            _ = self._state.job.sources

    def _report(self, problems: Iterable[Problem]) -> Iterable[str]:
        return report(problems, self._settings_file.absolute().parent, self._translated)

    def _forget(self) -> None:
        """Lets go of what the last build held; its store would else stay locked, and the next build do without it."""
        if self._state:
            self._state.setup.store.close()
        self._state = None

    def _build(self, changed: frozenset[Path] | None) -> tuple[Outcome, dt.datetime | None]:
        """The outcome and until when it is current; retries for a while if another build has the lock."""
        end = time.monotonic() + PATIENCE
        while True:
            try:
                state = self._state = self._built(changed)
            except Faults as faults:
                if time.monotonic() > end or any(problem.code != "OUTPUT-LOCKED" for problem in faults.problems):
                    raise
                changed = None  # what was in memory has changed by now
                time.sleep(_PAUSE)
            else:
                return state.outcome, state.until

    def _built(self, changed: frozenset[Path] | None) -> State:
        if self._state and changed is not None and (state := quick_rebuild(self._state, changed)):
            return state
        self._forget()
        setup = prepared(self._settings_file, self._overrides, Options())
        try:
            now = inputs(setup.site, setup.epoch, setup.settings)
            output = (setup.site.output.resolve(), setup.site.retention)
            return full_build(setup, now, cache(partial(Snapshot.of, *output)))
        except BaseException:
            setup.store.close()
            raise
