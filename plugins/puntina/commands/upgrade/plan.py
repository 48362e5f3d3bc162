"""Plans what an upgrade does with each file: unchanged files are known by their hash, others are merged."""

import difflib
import subprocess
import tempfile
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import Enum
from hashlib import sha256
from pathlib import Path

CRLF, LF = b"\r\n", b"\n"


class Kind(Enum):
    """What an upgrade does with a file."""

    UPDATED = "updated"
    ADDED = "added"
    REMOVED = "removed"
    MERGED = "merged"  # edited here and changed there, in different lines
    CONFLICT = "conflict"  # in the same lines
    KEPT = "kept"  # edited here, and no longer written there


@dataclass(frozen=True, slots=True)
class Change:
    """A file that the other version writes differently; `diff` is the change to the file as it is here."""

    path: str
    kind: Kind
    data: bytes | None = None  # what the file holds afterwards; None where it is removed or stays
    diff: tuple[str, ...] = ()


def changes(
    folder: Path, known: Mapping[str, str], before: Mapping[str, bytes], after: Mapping[str, bytes]
) -> Iterator[Change]:
    """Each file's change, by path.

    `known` are the hashes of the files as they were written, `before` is what this version writes for the publication,
    `after` what the other one does. A file that was deleted here stays so.
    """
    for path in sorted(after.keys() | (before.keys() & known.keys())):
        here = _read(folder / path)
        if path not in after:
            if here is not None:
                edited = not is_as_written(here, known[path])
                yield Change(path, Kind.KEPT if edited else Kind.REMOVED)
        elif path not in known:
            if here is None:
                yield Change(path, Kind.ADDED, after[path])
            elif here.replace(CRLF, LF) != after[path]:
                yield Change(path, Kind.CONFLICT, diff=_diff(path, here, after[path]))
        elif here is not None and here.replace(CRLF, LF) != after[path]:
            yield from _changed(path, here, known[path], before.get(path), after[path])


def _changed(path: str, here: bytes, known: str, before: bytes | None, after: bytes) -> Iterator[Change]:
    """The change of a file that both versions write."""
    base = before if before is not None and is_as_written(before, known) else None
    if base == after:
        return
    if is_as_written(here, known):
        yield Change(path, Kind.UPDATED, _ended_as(after, here))
    elif base is None:
        yield Change(path, Kind.CONFLICT, diff=_diff(path, here, after))
    else:
        plain = here.replace(CRLF, LF)
        merged = _merged(plain, base, after)
        if merged == plain:
            return
        if merged is None:
            yield Change(path, Kind.CONFLICT, diff=_diff(path, base, after))
        else:
            yield Change(path, Kind.MERGED, _ended_as(merged, here), _diff(path, plain, merged))


def _read(path: Path) -> bytes | None:
    try:
        return path.read_bytes()
    except OSError:  # it is not there, or not a file: deleted here
        return None


def is_as_written(data: bytes, known: str) -> bool:
    """Whether the file is as it was written, but perhaps for the ends of its lines, which git or an editor changed."""
    return known in {sha256(data).hexdigest(), sha256(data.replace(CRLF, LF)).hexdigest()}


def _ended_as(data: bytes, model: bytes) -> bytes:
    """The text with the line ends of the other one."""
    return data.replace(LF, CRLF) if CRLF in model and CRLF not in data and b"\0" not in data else data


def _merged(here: bytes, base: bytes, after: bytes) -> bytes | None:
    """Both sides' changes; None where they meet, or where there is no git to merge them."""
    with tempfile.TemporaryDirectory() as folder:
        sides = [Path(folder, name) for name in ("here", "base", "after")]
        for side, data in zip(sides, (here, base, after), strict=True):
            side.write_bytes(data)
        try:
            done = subprocess.run(["git", "merge-file", "-p", "-q", *map(str, sides)], capture_output=True, check=False)
        except OSError:
            return None
    return done.stdout if done.returncode == 0 else None


def _diff(path: str, old: bytes, new: bytes) -> tuple[str, ...]:
    if b"\0" in old + new:
        return ()
    before, after = (data.replace(CRLF, LF).decode("utf-8", "replace").splitlines() for data in (old, new))
    return tuple(difflib.unified_diff(before, after, path, path, lineterm=""))
