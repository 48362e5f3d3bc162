"""Reads files that people name: only regular files, and only up to a size limit."""

import errno
import os
import stat
from pathlib import Path


def shown_path(path: Path, folder: Path) -> str:
    """The path as problems name it: from the folder on, or in full if it is elsewhere."""
    return (path.relative_to(folder) if path.is_relative_to(folder) else path).as_posix()


def read_regular(path: Path, most: int) -> bytes:
    """The bytes of a file, or of what a link leads to.

    OSError where it is none, or has more than `most` bytes. What is a device or a pipe might never end, or wait for
    ever, and is not read; a long file is known by its size before it is read.
    """
    _refuse(os.stat(path), path, most)  # noqa: PTH116 - as the next line has it
    with open(os.open(path, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0)), "rb") as file:  # noqa: PTH123 - a descriptor
        _refuse(os.fstat(file.fileno()), path, most)
        data = file.read(most + 1)
    if data is None:  # a virtual file without data yet, such as /proc/kmsg
        raise OSError(errno.EAGAIN, os.strerror(errno.EAGAIN), os.fspath(path))
    if len(data) > most:
        raise OSError(errno.EFBIG, os.strerror(errno.EFBIG), os.fspath(path))
    return data


def _refuse(found: os.stat_result, path: Path, most: int) -> None:
    if stat.S_ISDIR(found.st_mode):
        raise IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR), os.fspath(path))
    if not stat.S_ISREG(found.st_mode):
        raise OSError(errno.EINVAL, "Not a file", os.fspath(path))
    if found.st_size > most:
        raise OSError(errno.EFBIG, os.strerror(errno.EFBIG), os.fspath(path))


def leads_out(path: Path, folder: Path) -> bool:
    """Whether links on the way to the path, which need not be there, lead out of the folder that should hold it."""
    return not path.resolve().is_relative_to(folder.resolve())
