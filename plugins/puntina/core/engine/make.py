"""Finds the outputs that are out of date and makes them, in parallel, in the stage."""

import os
from collections.abc import Callable, Iterable, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from functools import lru_cache, partial
from pathlib import Path

from puntina.core.digest import Faults, Problem
from puntina.core.digest.message import message
from puntina.core.digest.reasons import reason_of
from puntina.core.engine.chunks import chunks_of
from puntina.core.engine.fingerprint import Fingerprints, hashed
from puntina.core.engine.output import Output
from puntina.core.engine.scan import FileStat, FileStats, file_stat
from puntina.core.engine.store import KeptOutput
from puntina.core.engine.workers import parallel_map

SMALLEST = 16  # outputs in a chunk
FORKED = 64  # from this many outputs to make, workers are worth their start
LOOKED_AT = 2000  # from this many outputs to check, most of them current, workers are worth it
SOURCE = 8  # bytes of a source's hash
PART = 8  # bytes kept of the fingerprint of each part of a key, for `explain`


@dataclass(frozen=True, slots=True)
class Made:
    """An output that was made: the fingerprints of its key, of the key's parts, of its bytes, and of its sources.

    `file_stat` is of the file in the stage; None if the file in the output already has these bytes.
    """

    path: str
    key: bytes
    parts: bytes
    content: bytes
    sources: bytes
    file_stat: FileStat | None


@dataclass(frozen=True, slots=True)
class BuildContext:
    """What making outputs needs: the stage, and the outputs as they were made and as they are in the output folder."""

    stage: Path
    epoch: bytes
    known: Mapping[str, KeptOutput]
    found: FileStats
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
        """Whether the output folder has the file, unchanged since it was made from an equal key."""
        kept = self.known.get(path)
        return bool(kept and key and kept.key == key and kept.file_stat == self.found.get(path))

    def is_unaffected(self, path: str, touched: AbstractSet[str]) -> bool:
        """Whether the file is unchanged since it was made, and depends on none of the touched files."""
        kept = self.known.get(path)
        if not kept or kept.file_stat != self.found.get(path):
            return False
        return not any(source_hash(each) in kept.sources for each in touched)

    def has_bytes(self, path: str, content: bytes) -> bool:
        """Whether the output folder has the file with bytes of this fingerprint."""
        kept = self.known.get(path)
        return bool(kept and kept.content == content and kept.file_stat == self.found.get(path))


def make(
    outputs: Sequence[Output],
    context: BuildContext,
    *,
    jobs: int,
    advance: Callable[[int], None],
    on_fork: Callable[[], object] = lambda: None,
) -> dict[str, Made]:
    """Makes the outputs that are out of date in the stage, and returns what was made.

    Keys are computed where the output would be made, so that this is parallel too. `advance` is called with the number
    of outputs done; `on_fork` is called in the parent while workers work. Raises Faults with those of all outputs.
    """
    worth = FORKED if not context.known else LOOKED_AT
    made: dict[str, Made] = {}
    ordered = sorted((output for output in outputs if not output.written), key=lambda output: not output.alike)
    parts, work = chunks_of(ordered, SMALLEST), partial(_make_some, context)
    results = parallel_map(parts, work, jobs=jobs if len(outputs) >= worth else 1, apart=True)
    on_fork()
    for count, some in results:
        made |= {each.path: each for each in some}
        advance(count)
    for output in outputs:
        if output.written:
            _, (each,) = _make_some(context, (output,))
            made[each.path] = each
            output.written(context.stage / each.path)
            advance(1)
    return made


def _make_some(context: BuildContext, outputs: Sequence[Output]) -> tuple[int, list[Made]]:
    problems: list[Problem] = []
    made: list[Made] = []
    for output in outputs:
        try:
            key, parts = context.key_of(output)
            if not context.is_current(output.path, key):
                made.append(_made(output, key, parts, context))
        except Faults as faults:
            problems += faults.problems
        except OSError as error:
            problems.append(unwritable(output.path, error))
    if problems:
        raise Faults(problems)
    return len(outputs), made


def _made(output: Output, key: bytes, parts: bytes, context: BuildContext) -> Made:
    sources, data = source_hashes(output.sources()), output.make()
    content = hashed(data)
    same = context.has_bytes(output.path, content)
    written = None if same else _written(f"{context.stage}/{output.path}", data)
    return Made(output.path, key, parts, content, sources, written)


@lru_cache(1 << 16)
def source_hash(source: str) -> bytes:
    """A short hash of a content file's path, for the list of sources of an output; a collision would only cost time."""
    return hashed(source.encode("utf-8", "surrogateescape"))[:SOURCE]


def source_hashes(sources: Iterable[str]) -> bytes:
    """The hashes of all the files."""
    return b"".join(map(source_hash, sources))


def _written(path: str, data: bytes) -> FileStat:
    """Writes a new file, with its folders, and returns its stat data."""
    _make_room(path.rpartition("/")[0])
    file = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o666)
    try:
        view = memoryview(data)
        while view:
            view = view[os.write(file, view) :]
        return file_stat(os.fstat(file))
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
