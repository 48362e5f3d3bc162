"""Small file systems in memory, to be filled, made read-only and emptied again; only root may have them."""

import os
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


def fill(folder: Path, *, leave: int) -> None:
    """Fill the file system but for so many bytes."""
    room = os.statvfs(folder)
    with (folder / _FILLER).open("wb") as file:
        left = room.f_bavail * room.f_frsize - leave
        os.posix_fallocate(file.fileno(), 0, max(left, 1))


def use_up_names(folder: Path, *, leave: int) -> None:
    """Make empty files until the file system takes only so many more."""
    (folder / _FILLER).mkdir()
    for number in range(os.statvfs(folder).f_favail - leave):
        (folder / _FILLER / str(number)).touch()


def make_room(folder: Path) -> None:
    """Take away what `fill` and `use_up_names` have put there."""
    path = folder / _FILLER
    if path.is_dir():
        for each in path.iterdir():
            each.unlink()
        path.rmdir()
    else:
        path.unlink()


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
