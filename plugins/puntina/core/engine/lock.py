"""One build at a time for an output folder; the lock is the system's, so it ends with the process that holds it."""

import os
from pathlib import Path
from typing import IO

from puntina.core.digest import Faults, Problem
from puntina.core.digest.command_line import command_line
from puntina.core.digest.message import message
from puntina.core.digest.reasons import reason_of

try:
    import fcntl
except ImportError:  # Windows has no flock; there two builds at once are the user's to avoid
    fcntl = None  # type: ignore[assignment]


_held: set[IO[str]] = set()


def lock(output: Path) -> IO[str]:
    """Takes the lock of the output folder, to be released by `unlock`; Faults if another build holds it."""
    path = lock_of(output)
    while True:
        file = _opened(path, output)
        _hold(file, output)
        # Its last holder may have taken the file away between our opening and our locking it.
        if path.exists() and os.path.samestat(os.fstat(file.fileno()), path.stat()):
            break
        file.close()
    try:
        file.truncate(0)
        file.write(str(os.getpid()))
        file.flush()
    except OSError as error:
        path.unlink(missing_ok=True)
        raise Faults([_unwritable(output, error)]) from error
    _held.add(file)
    return file


def lock_of(output: Path) -> Path:
    """The lock's file, which is there while a build runs, and after one that was killed."""
    return output.with_name(f".{output.name}.lock")


def unlock(file: IO[str]) -> None:
    """Releases the lock and removes its file."""
    _held.discard(file)
    Path(file.name).unlink(missing_ok=True)
    file.close()


def _opened(path: Path, output: Path) -> IO[str]:
    """The lock's file; the first that a build writes, so here it shows whether it may."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        return path.open("a+", encoding="ascii")
    except OSError as error:
        raise Faults([_unwritable(output, error)]) from error


def _unwritable(output: Path, error: OSError) -> Problem:
    hint = message("fix that, or name another folder in OUTPUT_PATH")
    return Problem(
        output.name, 0, 0, "OUTPUT-WRITE", message("can't be written: {reason}", reason=reason_of(error.strerror)), hint
    )


def _hold(file: IO[str], output: Path) -> None:
    try:
        if fcntl is not None:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError as error:
        file.seek(0)
        holder = file.read().strip() or "?"
        file.close()
        hint = message("wait for it to finish")
        if holder == str(os.getpid()):  # as Pelican's own --autoreload does
            hint = message("it is this process; to build on every change: {command}", command=command_line("serve"))
        text = message("process {holder} is building this folder", holder=holder)
        raise Faults([Problem(output.name, 0, 0, "OUTPUT-LOCKED", text, hint)]) from error


def _let_go() -> None:
    """Closes, in a process that was forked, what holds locks: they end with the process that took them."""
    while _held:
        _held.pop().close()


if hasattr(os, "register_at_fork"):
    os.register_at_fork(after_in_child=_let_go)
