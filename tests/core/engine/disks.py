"""Small file systems in memory, to be filled, made read-only and emptied again; only root may have them."""

import os
import shutil
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

NEEDS_ROOT = pytest.mark.skipif(
    not hasattr(os, "geteuid") or os.geteuid() != 0, reason="only root may mount a file system"
)
_FILLER = "filler"


@contextmanager
def disk(folder: Path, *, size: str = "24m", files: int = 0) -> Iterator[Path]:
    """Give the folder a file system of its own of this size, and for so many files; skip where that is not allowed."""
    folder.mkdir(parents=True, exist_ok=True)
    form = f"size={size}" + (f",nr_inodes={files}" if files else "")
    done = _run("mount", "-t", "tmpfs", "-o", form, "tmpfs", str(folder))
    if done.returncode:
        pytest.skip(f"no file system can be mounted: {done.stderr.strip()}")
    try:
        yield folder
    finally:
        _run("umount", "--lazy", str(folder))


@contextmanager
def full(folder: Path, *, leave: int) -> Iterator[None]:
    """Fill the file system but for so many bytes, and make room again."""
    path = folder / _FILLER
    room = os.statvfs(folder)
    with path.open("wb") as file:
        os.posix_fallocate(file.fileno(), 0, max(room.f_bavail * room.f_frsize - leave, 1))
    try:
        yield
    finally:
        path.unlink()


@contextmanager
def without_names(folder: Path, *, leave: int) -> Iterator[None]:
    """Make empty files until the file system takes only so many more, and take them away again."""
    path = folder / _FILLER
    path.mkdir()
    for number in range(os.statvfs(folder).f_favail - leave):
        (path / str(number)).touch()
    try:
        yield
    finally:
        shutil.rmtree(path)


@contextmanager
def read_only(folder: Path) -> Iterator[None]:
    """Have the file system take no writes."""
    _run("mount", "-o", "remount,ro", str(folder)).check_returncode()
    try:
        yield
    finally:
        _run("mount", "-o", "remount,rw", str(folder)).check_returncode()


def _run(*command: str) -> "subprocess.CompletedProcess[str]":
    return subprocess.run(command, capture_output=True, encoding="utf-8", check=False)
