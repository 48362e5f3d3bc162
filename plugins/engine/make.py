"""Which outputs are out of date, and the making of those, in parallel, into the stage."""

import os
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from plugins.digest import Faults, Problem
from plugins.engine.disk import Stamp, stamp
from plugins.engine.fingerprint import Fingerprints, hashed
from plugins.engine.output import Output
from plugins.engine.store import KeptOutput
from plugins.engine.workers import cut, spread

SMALLEST = 16  # outputs of one part of the work
FORKED = 64  # outputs that are worth the start of a worker
PART = 8  # bytes kept of the fingerprint of each part of a key, to explain by


@dataclass(frozen=True, slots=True)
class Keyed:
    """An output with its key's fingerprint ("" where it has no key) and the beginnings of those of the key's parts."""

    output: Output
    key: bytes
    parts: bytes


@dataclass(frozen=True, slots=True)
class Made:
    """An output that was made: the fingerprint of its bytes; no stamp where the file there has these bytes already."""

    path: str
    content: bytes
    stamp: Stamp | None


def keyed(output: Output, epoch: bytes, fingerprints: Fingerprints) -> Keyed:
    """The output with its key as fingerprints, the epoch's among them."""
    if output.key is None:
        return Keyed(output, b"", b"")
    parts = [fingerprints.of(value) for _, value in output.key()]
    return Keyed(output, hashed(epoch + b"".join(parts)), b"".join(part[:PART] for part in parts))


def is_current(output: Keyed, kept: KeptOutput | None, found: Stamp | None) -> bool:
    """Whether the file is there, as it was made from an equal key."""
    return bool(kept and output.key and kept.key == output.key and kept.stamp == found)


def make(
    outputs: Sequence[Output],
    stage: Path,
    known: Mapping[str, bytes],
    *,
    jobs: int,
    advance: Callable[[int], None],
    in_worker: Callable[[], None] | None = None,
) -> dict[str, Made]:
    """Makes the outputs into the stage and says what came of each.

    `known` has the fingerprints of files that are in place: one whose bytes come out the same is not written. `advance`
    is told how many more are made. Raises Faults with those of all outputs.
    """
    parts = cut(outputs, SMALLEST)
    forks = jobs if len(outputs) >= FORKED else 1
    made: dict[str, Made] = {}
    for some in spread(parts, partial(_make_some, stage, known), jobs=forks, in_worker=in_worker):
        made |= {each.path: each for each in some}
        advance(len(some))
    return made


def _make_some(stage: Path, known: Mapping[str, bytes], outputs: Sequence[Output]) -> list[Made]:
    problems: list[Problem] = []
    made: list[Made] = []
    for output in outputs:
        try:
            data = output.make()
            made.append(_kept(output.path, data, stage, known))
        except Faults as faults:
            problems += faults.problems
        except OSError as error:
            problems.append(unwritable(output.path, error))
    if problems:
        raise Faults(problems)
    return made


def _kept(path: str, data: bytes, stage: Path, known: Mapping[str, bytes]) -> Made:
    fingerprint = hashed(data)
    if known.get(path) == fingerprint:
        return Made(path, fingerprint, None)
    return Made(path, fingerprint, _written(f"{stage}/{path}", data))


def _written(path: str, data: bytes) -> Stamp:
    """Writes a new file, with its folders, and returns its stamp."""
    try:
        file = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o666)
    except FileNotFoundError:
        os.makedirs(os.path.dirname(path), exist_ok=True)  # noqa: PTH103, PTH120 - ten thousand times a build
        file = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o666)
    try:
        view = memoryview(data)
        while view:
            view = view[os.write(file, view) :]
        return stamp(os.fstat(file))
    finally:
        os.close(file)


def unwritable(path: str, error: OSError) -> Problem:
    """The problem of a file that can't be written."""
    hint = "make room or give the right to write, then build again; the output is as it was"
    return Problem(path, 0, 0, "OUTPUT-WRITE", f"can't be written: {error.strerror}", hint)
