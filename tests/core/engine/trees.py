"""Folders as values: what lies in them, byte for byte and by the system's own record, and how two differ in words."""

import difflib
import os
from collections.abc import Iterator, Mapping
from pathlib import Path

MARK = ".puntina"
_SHOWN = 8  # paths, and lines of the first that differ


def bytes_of(folder: Path) -> dict[str, bytes | None]:
    """Return every file's bytes by its path, and None for every folder, whose path ends in a slash; without our mark."""
    found: dict[str, bytes | None] = {}
    for path in _below(folder):
        name = path.relative_to(folder).as_posix()
        if path.is_dir() and not path.is_symlink():
            found[f"{name}/"] = None
        elif name != MARK:
            found[name] = path.read_bytes()
    return found


def stats_of(folder: Path) -> dict[str, tuple[int, ...]]:
    """Return what changes with any write to a file or folder: its times, inode, size and mode, by path."""
    every = [folder, *_below(folder)] if folder.exists() else []
    return {path.relative_to(folder).as_posix(): _stat(path) for path in every}


def difference(found: Mapping[str, bytes | None], wanted: Mapping[str, bytes | None]) -> str:
    """Return in words how two trees differ, with the first lines of the first file that does; "" where they are equal."""
    if found == wanted:
        return ""
    missing = [f"  is missing: {path}" for path in sorted(wanted.keys() - found.keys())]
    stale = [f"  should be gone: {path}" for path in sorted(found.keys() - wanted.keys())]
    other = sorted(path for path in found.keys() & wanted.keys() if found[path] != wanted[path])
    lines = [*_few(missing), *_few(stale), *_few([f"  has other bytes: {path}" for path in other])]
    return "\n".join([*lines, *(_lines(other[0], found[other[0]], wanted[other[0]]) if other else ())])


def writes(before: Mapping[str, tuple[int, ...]], after: Mapping[str, tuple[int, ...]]) -> list[str]:
    """Return the paths that have been written, made or taken away between two readings by `stats_of`."""
    return sorted(path for path in before.keys() | after.keys() if before.get(path) != after.get(path))


def _below(folder: Path) -> Iterator[Path]:
    return iter(sorted(folder.rglob("*")))


def _stat(path: Path) -> tuple[int, ...]:
    found = os.lstat(path)
    return (found.st_mtime_ns, found.st_ctime_ns, found.st_ino, found.st_size, found.st_mode)


def _few(lines: list[str]) -> list[str]:
    rest = len(lines) - _SHOWN
    return lines if rest <= 0 else [*lines[:_SHOWN], f"  and {rest} more"]


def _lines(path: str, found: bytes | None, wanted: bytes | None) -> list[str]:
    """The first lines that differ, long ones cut around the place where they do."""
    one, other = ((data or b"").decode("utf-8", "replace").splitlines() for data in (found, wanted))
    pairs = difflib.unified_diff(other, one, f"{path} as it should be", f"{path} as found", lineterm="", n=0)
    return [f"  {line[:300]}" for line in list(pairs)[: 2 * _SHOWN]]
