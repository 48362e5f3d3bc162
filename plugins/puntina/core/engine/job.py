"""One build of one output folder: finds what is out of date, makes it, commits it, and records it."""

import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from puntina.core.digest import Faults
from puntina.core.digest.message import Message, message
from puntina.core.engine import commit
from puntina.core.engine.epoch import Epoch, one
from puntina.core.engine.fingerprint import Fingerprints
from puntina.core.engine.make import BuildContext, Made, make, unwritable
from puntina.core.engine.output import Output, Queue
from puntina.core.engine.ownership import MARK, mark_as_ours, remove_ours
from puntina.core.engine.progress import Counts, phase
from puntina.core.engine.scan import FileStats, checksum_of, contents, file_stat, scan, settle
from puntina.core.engine.snapshot import Snapshot, checksum_bytes
from puntina.core.engine.stage import stage_of, swap
from puntina.core.engine.store import OTHERS, OUTPUTS, KeptOutput, Store

EPOCH = "epoch: "  # before the names of the epoch's parts, in the store's notes


@dataclass(slots=True)
class Known:
    """The results of earlier builds: outputs as they were made, the current files, and the epoch of that build."""

    outputs: dict[str, KeptOutput] = field(default_factory=dict)
    found: FileStats = field(default_factory=dict)
    empty: list[str] = field(default_factory=list)  # folders with nothing in them
    epoch: Epoch = field(default_factory=dict)


def known_of(store: Store | None, snapshot: Snapshot) -> Known:
    """What the store and the snapshot know; no outputs without a store."""
    if store is None:
        return Known({}, snapshot.found, snapshot.empty)
    epoch = {name.removeprefix(EPOCH): value for name, value in store.notes(f"{EPOCH}%").items()}
    return Known(store.outputs(), snapshot.found, snapshot.empty, epoch)


@dataclass(slots=True)
class Job:
    """A build in progress: `write` makes what is out of date in the stage, `finish` commits and records it."""

    output: Path
    retention: tuple[str, ...] = ()
    store: Store | None = None
    known: Known = field(default_factory=Known)
    epoch: Epoch = field(default_factory=dict)
    jobs: int = 1
    explain: str = ""
    # To be remembered with the outputs, for the next build to know what has changed; without them it looks at all.
    notes: Mapping[str, bytes] = field(default_factory=dict)
    counts: Counts = field(default_factory=Counts)
    lines: list[Message] = field(default_factory=list)  # what `explain` found
    on_fork: Callable[[], object] = lambda: None  # called in the parent process while workers make outputs
    touched: AbstractSet[str] | None = None  # the files that have changed, in text alone, where it is known that no
    # other has: then what shows nothing of them and lies there as it was left is not looked at further
    expects_more: bool = False  # whether other plugins may write into the stage after all outputs are made
    for_others: bool = False  # whether other plugins change files in the stage: then every output is made
    generators: list[Any] = field(default_factory=list)  # Pelican's, until the Writer is asked for
    is_whole: bool = True  # whether the whole folder is made anew, as nothing of it is known or there
    outputs: dict[str, Output] = field(default_factory=dict)
    _made: dict[str, Made] = field(default_factory=dict)
    _foreign_files: FileStats = field(default_factory=dict)  # files that other plugins have written into the stage
    _earlier_foreign_files: AbstractSet[str] = frozenset()  # the same, in the builds that this one continues
    _sources: Mapping[str, tuple[str, ...]] = field(default_factory=dict)

    @property
    def stage(self) -> Path:
        """The folder in which files are made."""
        return stage_of(self.output)

    @property
    def sources(self) -> Mapping[str, tuple[str, ...]]:
        """The files of which each output shows something; asked for once, as a change of text can't change it."""
        if not self._sources:
            self._sources = {path: output.sources() for path, output in self.outputs.items()}
        return self._sources

    def write(self, queue: Queue) -> None:
        """Makes each output that is out of date; raises Faults, and changes nothing, if one can't be made."""
        self.is_whole = not (self.known.found if self.for_others else self.known.outputs and self.known.found)
        self._foreign_files = self._staged()
        self.outputs = {output.path: output for output in queue.checked(self.stage)}
        self._make(tuple(self.outputs.values()))

    def renew(self, before: "Job", touched: AbstractSet[str]) -> None:
        """Makes what shows something of files that have changed in text alone, after a build that made everything."""
        self.is_whole = False
        self._sources = before.sources
        self._earlier_foreign_files = before._earlier_foreign_files | before._foreign_files.keys()  # noqa: SLF001 - one of its own kind
        stale = [before.outputs[path] for path, shown in self._sources.items() if not touched.isdisjoint(shown)]
        renewed = {output.path: output.renew() for output in stale if output.renew}
        self.outputs = before.outputs | renewed
        self._make(tuple(renewed.values()))

    def _make(self, outputs: Sequence[Output]) -> None:
        anew = self.is_whole or self.for_others
        known, found = ({}, {}) if anew else (self.known.outputs, self.known.found)
        context = BuildContext(self.stage, one(self.epoch), known, found, Fingerprints())
        if self.explain:
            self.lines += self._explained(context)
        stale = [output for output in outputs if not self._is_current(output, context)]
        with phase("making", len(stale)) as advance:
            self._made = make(stale, context, jobs=self.jobs, advance=advance, on_fork=self.on_fork)
        self.counts.made = len(self._made)
        self.counts.kept = len(self.outputs) - len(self._made)

    def _is_current(self, output: Output, context: BuildContext) -> bool:
        """Whether the output is still current, because it depends on nothing that has changed."""
        return self.touched is not None and output.key is not None and context.is_unaffected(output.path, self.touched)

    def _explained(self, context: BuildContext) -> Iterator[Message]:
        from puntina.core.engine import explain  # here, as hardly any build is to explain anything

        path = explain.find(self.explain, self.outputs, self.known.outputs)
        if not path:
            yield explain.guess(self.explain, {*self.outputs, *self.known.outputs})
            return
        output = self.outputs.get(path)
        key, parts = context.key_of(output) if output else (b"", b"")
        reasons = explain.explain(
            output,
            key,
            parts,
            self.known.outputs.get(path),
            self.known.found.get(path),
            epoch=self.epoch,
            before=self.known.epoch,
        )
        yield from (message("{path}: {reason}", path=path, reason=reason) for reason in reasons)

    def finish(self) -> None:
        """Commits what was made, removes what is no longer made, and records the result."""
        if self.for_others:
            self._leave_to_others()
        written = [path for path, each in self._made.items() if each.file_stat]
        if self.expects_more:
            self._foreign_files = {path: each for path, each in self._staged().items() if path not in self._made}
        foreign_files = self._new_foreign_files()
        kept = set[str]() if self.for_others else self.outputs.keys()
        gone = sorted(self.known.found.keys() - kept - self._foreign_files.keys() - self._earlier_foreign_files)
        try:
            if self.is_whole:
                mark_as_ours(self.stage)
                swap(self.stage, self.output, self.retention)
            else:
                commit.replace(self.stage, self.output, [*written, *foreign_files], gone)
                commit.prune(self.output, self.known.empty)
                remove_ours(self.stage)
        except OSError as error:
            raise Faults([unwritable(self.output.name, error)]) from error
        in_place = time.time_ns()
        self.counts.written, self.counts.removed = tuple(sorted([*written, *foreign_files])), tuple(gone)
        forgotten = self.known.outputs.keys() - self.outputs.keys()
        self._update_known(written, foreign_files, gone)
        self._remember(forgotten)
        if self.store and self.notes and (written or foreign_files or gone):
            settle(in_place)

    def _leave_to_others(self) -> None:
        """Forgets what was made: every file in the stage is another plugin's, and is committed if its bytes differ."""
        self._made.clear()
        self.known.outputs.clear()
        if self.store:
            self.store.forget("outputs")

    def compare(self) -> None:
        """Counts what `finish` would write and remove, comparing bytes; changes nothing."""
        staged = self._staged()
        there = {path: each for path, each in self.known.found.items() if path in staged}
        new, old = contents(self.stage, staged), contents(self.output, there)
        self.counts.added = tuple(sorted(staged.keys() - there.keys()))
        self.counts.written = tuple(sorted(path for path in staged if path not in there or new[path] != old[path]))
        self.counts.removed = tuple(sorted(self.known.found.keys() - self.outputs.keys() - staged.keys()))
        self.counts.kept = len(self.outputs.keys() | staged.keys()) - len(self.counts.written)

    def _staged(self) -> FileStats:
        """The files in the stage, without the marker file."""
        return scan(self.stage, leaving=frozenset({MARK})).found

    def _new_foreign_files(self) -> list[str]:
        """Files that other plugins have written into the stage and that differ from those in the output."""
        if self.is_whole:
            return []
        new, old = contents(self.stage, self._foreign_files), contents(self.output, self._foreign_files)
        return sorted(path for path in self._foreign_files if new[path] != old[path])

    def _update_known(self, written: list[str], foreign_files: list[str], gone: list[str]) -> None:
        """Updates `known` to the current output folder."""
        if self.is_whole:
            self.known.found = {
                path: each.file_stat for path, each in self._made.items() if each.file_stat
            } | self._foreign_files
        else:
            for path in gone:
                self.known.found.pop(path, None)
            for path in (*written, *foreign_files):
                self.known.found[path] = file_stat((self.output / path).stat(follow_symlinks=False))
        for path in self.known.outputs.keys() - self.outputs.keys():
            del self.known.outputs[path]
        for path, each in self._made.items():
            stat_now = self.known.found[path]
            self.known.outputs[path] = KeptOutput(each.key, each.parts, each.content, each.sources, stat_now)
        self.known.epoch = self.epoch

    def _remember(self, forgotten: AbstractSet[str]) -> None:
        if self.store is None:
            return
        whole = not self.for_others and len(self._made) == len(self.outputs)
        if whole:
            self.store.forget("outputs")
        self.store.keep(
            outputs={path: self.known.outputs[path] for path in self._made},
            gone_outputs=() if whole else forgotten,
            notes=self._all_notes() if self.notes else {OTHERS: b""},
        )

    def _all_notes(self) -> dict[str, bytes]:
        epoch = {f"{EPOCH}{name}": value for name, value in self.epoch.items()}
        return {**epoch, OUTPUTS: checksum_bytes(checksum_of(self.known.found)), **self.notes}
