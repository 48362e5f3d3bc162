"""Which outputs are out of date, and the making of those, in parallel, into the stage."""

import os
from collections.abc import Callable, Iterable, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from functools import lru_cache, partial
from pathlib import Path

from puntina.core.digest import Faults, Problem
from puntina.core.digest.message import message
from puntina.core.digest.reasons import reason_of
from puntina.core.engine.chunks import cut
from puntina.core.engine.fingerprint import Fingerprints, hashed
from puntina.core.engine.output import Output
from puntina.core.engine.scan import Stamp, Stamps, stamp
from puntina.core.engine.store import KeptOutput
from puntina.core.engine.workers import spread

SMALLEST = 16  # outputs of one part of the work
FORKED = 64  # outputs to make that are worth the start of workers
LOOKED_AT = 2000  # outputs to look at, most of which are as they were, that are worth it
SOURCE = 8  # bytes that stand for a source
PART = 8  # bytes kept of the fingerprint of each part of a key, to explain by


@dataclass(frozen=True, slots=True)
class Made:
    """An output that was made: the fingerprints of its key, of the key's parts, of its bytes, and of its sources.

    `stamp` is that of the file in the stage, None where the file in the output has these bytes already.
    """

    path: str
    key: bytes
    parts: bytes
    content: bytes
    sources: bytes
    stamp: Stamp | None


@dataclass(frozen=True, slots=True)
class Bench:
    """Where outputs are made, and what is known of them: files as they were made, and as they lie in the output now."""

    stage: Path
    epoch: bytes
    known: Mapping[str, KeptOutput]
    found: Stamps
    fingerprints: Fingerprints

    def key_of(self, output: Output) -> tuple[bytes, bytes]:
        """The fingerprint of the output's key and of the epoch; "" where it has no key.

        With it the beginnings of the fingerprints of the key's parts, by which a later build may say which differs.
        """
        if output.key is None:
            return b"", b""
        parts = [self.fingerprints.of(value) for _, value in output.key()]
        return hashed(self.epoch + b"".join(parts)), b"".join([part[:PART] for part in parts])

    def is_current(self, path: str, key: bytes) -> bool:
        """Whether the file is there, as it was made from an equal key."""
        kept = self.known.get(path)
        return bool(kept and key and kept.key == key and kept.stamp == self.found.get(path))

    def lies_apart(self, path: str, touched: AbstractSet[str]) -> bool:
        """Whether the file is there as it was made, and shows nothing of the files that were touched."""
        kept = self.known.get(path)
        if not kept or kept.stamp != self.found.get(path):
            return False
        return not any(mark_of(each) in kept.sources for each in touched)

    def has_bytes(self, path: str, content: bytes) -> bool:
        """Whether the file is there with bytes of this fingerprint."""
        kept = self.known.get(path)
        return bool(kept and kept.content == content and kept.stamp == self.found.get(path))


def make(
    outputs: Sequence[Output],
    bench: Bench,
    *,
    jobs: int,
    advance: Callable[[int], None],
    meanwhile: Callable[[], object] = lambda: None,
) -> dict[str, Made]:
    """Makes those of the outputs that are out of date into the stage, and says what came of each of them.

    Keys are asked for where the output would be made, so that this too is done in parallel. `advance` is told how many
    more outputs are dealt with, `meanwhile` is called while others work. Raises Faults with those of all outputs.
    """
    worth = FORKED if not bench.known else LOOKED_AT
    made: dict[str, Made] = {}
    ordered = sorted(outputs, key=lambda output: not output.alike)
    parts, work = cut(ordered, SMALLEST), partial(_make_some, bench)
    results = spread(parts, work, jobs=jobs if len(outputs) >= worth else 1, apart=True)
    meanwhile()
    for count, some in results:
        made |= {each.path: each for each in some}
        advance(count)
    return made


def _make_some(bench: Bench, outputs: Sequence[Output]) -> tuple[int, list[Made]]:
    problems: list[Problem] = []
    made: list[Made] = []
    for output in outputs:
        try:
            key, parts = bench.key_of(output)
            if not bench.is_current(output.path, key):
                made.append(_made(output, key, parts, bench))
        except Faults as faults:
            problems += faults.problems
        except OSError as error:
            problems.append(unwritable(output.path, error))
    if problems:
        raise Faults(problems)
    return len(outputs), made


def _made(output: Output, key: bytes, parts: bytes, bench: Bench) -> Made:
    sources, data = marks_of(output.sources()), output.make()
    content = hashed(data)
    same = bench.has_bytes(output.path, content)
    written = None if same else _written(f"{bench.stage}/{output.path}", data)
    return Made(output.path, key, parts, content, sources, written)


@lru_cache(1 << 16)
def mark_of(source: str) -> bytes:
    """Bytes that stand for a content file in the list of those that an output shows; two alike would cost time only."""
    return hashed(source.encode("utf-8", "surrogateescape"))[:SOURCE]


def marks_of(sources: Iterable[str]) -> bytes:
    """The marks of all the files."""
    return b"".join(map(mark_of, sources))


def _written(path: str, data: bytes) -> Stamp:
    """Writes a new file, with its folders, and returns its stamp."""
    _make_room(path.rpartition("/")[0])
    file = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o666)
    try:
        view = memoryview(data)
        while view:
            view = view[os.write(file, view) :]
        return stamp(os.fstat(file))
    finally:
        os.close(file)


def _make_room(folder: str) -> None:
    """Makes the folder; most files have one of their own, so to make it first costs least."""
    try:
        os.mkdir(folder)  # noqa: PTH102 - ten thousand times a build
    except FileExistsError:
        pass
    except FileNotFoundError:
        os.makedirs(folder, exist_ok=True)  # noqa: PTH103 - likewise


def unwritable(path: str, error: OSError) -> Problem:
    """The problem of a file that can't be written."""
    hint = message("free disk space or make it writable, then build again; the output is unchanged")
    return Problem(
        path, 0, 0, "OUTPUT-WRITE", message("can't be written: {reason}", reason=reason_of(error.strerror)), hint
    )
