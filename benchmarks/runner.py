"""Runs a plan: all tools by turns, round after round, so that a busy moment of the machine meets each of them."""

import os
import shutil
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial

from benchmarks.cases import Stand, new_word
from benchmarks.corpus import Corpus
from benchmarks.machine import file_system
from benchmarks.matched import count_built
from benchmarks.measure import peak_memory, timed
from benchmarks.plan import LANGUAGES, Plan
from benchmarks.results import Built, Run, Setup
from benchmarks.serving import delay, free_port, running, wait_until_still
from benchmarks.tools import BUILDS

Say = Callable[[str], None]


@dataclass(frozen=True, slots=True)
class Field:
    """The stands of one setup, and how they are measured."""

    setup: Setup
    stands: tuple[Stand, ...]
    plan: Plan
    say: Say

    def ready(self) -> Iterator[Built]:
        """Writes and builds each site once, which is not timed, and counts what was made."""
        for stand in self.stands:
            self.say(f"{stand.tool.label}: writing and building {self.setup.count:,} × {self.setup.languages}")
            stand.fill()
            timed(stand.build())
            yield count_built(self.setup, stand.tool.name, stand.site / stand.tool.output)

    def build_runs(self) -> Iterator[Run]:
        """All timed builds, and after them those whose memory is watched."""
        for number in range(self.plan.runs + self.plan.memory_runs):
            for case in (case for case in self.plan.cases if case in BUILDS):
                for stand in _turned(self.stands, number):
                    if case in stand.tool.cases:
                        yield self._build(stand, case, watch=number >= self.plan.runs)

    def serve_runs(self) -> Iterator[Run]:
        """All runs of the servers, one server at a time."""
        if "serve" in self.plan.cases:
            for stand in self.stands:
                yield from self._serve(stand)

    def _build(self, stand: Stand, case: str, *, watch: bool) -> Run:
        stand.prepare(case)
        os.sync()
        time.sleep(self.plan.settle)
        if watch:
            run = Run(self.setup, case, stand.tool.name, memory=peak_memory(stand.build()))
        else:
            timing = timed(stand.build())
            run = Run(self.setup, case, stand.tool.name, wall=timing.wall, cpu=timing.cpu)
        self.say(f"{stand.tool.label}: {case} {_shown(run)}")
        return run

    def _serve(self, stand: Stand) -> Iterator[Run]:
        self.say(f"{stand.tool.label}: starting its server")
        port = free_port()
        edits = stand.edits()
        with running(stand.serve(port), port) as session:
            for edit in edits * self.plan.runs:
                word = new_word()
                save = partial(edit.file.write_text, edit.text(word), "utf-8")
                seconds = delay(port, edit.paths, word, save, self.plan.patience)
                self.say(f"{stand.tool.label}: {edit.case} {'stale' if seconds is None else f'{seconds:.3f} s'}")
                yield Run(self.setup, edit.case, stand.tool.name, wall=seconds)
                wait_until_still(session)


def fields(plan: Plan, say: Say) -> Iterator[Field]:
    """A field for each number of digests and of languages, one after the other; each is cleared away after use."""
    kind = file_system(plan.folder)
    for count in plan.counts:
        for languages in plan.languages:
            corpus = Corpus(count, LANGUAGES[:languages])
            setup = Setup(count, languages, kind)
            yield Field(setup, tuple(_stands(plan, corpus, say)), plan, say)
            _clear(plan)


def _stands(plan: Plan, corpus: Corpus, say: Say) -> Iterator[Stand]:
    for tool in plan.tools:
        program = tool.find(plan.installed)
        site = plan.folder / "sites" / f"{tool.name}-{corpus.count}-{len(corpus.languages)}"
        if not program:
            say(f"{tool.label} is left out: not installed; to have it: {tool.how}")
        elif len(corpus.languages) > 1 and not tool.several:
            say(f"{tool.label} is left out: it has no lists and feeds in {len(corpus.languages)} languages")
        elif set(plan.cases) & set(tool.cases):
            yield Stand(tool, program, corpus, site, plan.folder / "trash")


def _turned(stands: tuple[Stand, ...], number: int) -> tuple[Stand, ...]:
    """The stands, each round beginning with another."""
    first = number % len(stands) if stands else 0
    return stands[first:] + stands[:first]


def _clear(plan: Plan) -> None:
    """Deletes what lies aside, and the sites if they are not to be kept; then lets the disk come to rest."""
    shutil.rmtree(plan.folder / "trash", ignore_errors=True)
    if not plan.keep:
        shutil.rmtree(plan.folder / "sites", ignore_errors=True)
    os.sync()
    time.sleep(plan.settle)


def _shown(run: Run) -> str:
    return f"{run.memory:,.0f} MiB" if run.memory is not None else f"{run.wall:.2f} s, CPU {run.cpu:.2f} s"
