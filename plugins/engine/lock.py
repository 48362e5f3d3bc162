"""One build at a time for an output folder; the lock is the system's, so it ends with the process that holds it."""

import os
from pathlib import Path
from typing import IO

from plugins.digest import Faults, Problem

try:
    import fcntl
except ImportError:  # Windows has no flock; there two builds at once are the user's to avoid
    fcntl = None  # type: ignore[assignment]


def lock(output: Path) -> IO[str]:
    """The held lock of the output folder, to be given back when the build ends; Faults where another build holds it."""
    path = lock_of(output)
    while True:
        file = _opened(path, output)
        _hold(file, output)
        # Its last holder may have taken the file away between our opening and our locking it.
        if path.exists() and os.path.samestat(os.fstat(file.fileno()), path.stat()):
            break
        file.close()
    file.truncate(0)
    file.write(str(os.getpid()))
    file.flush()
    return file


def lock_of(output: Path) -> Path:
    """The lock's file, which is there while a build runs, and after one that was killed."""
    return output.with_name(f".{output.name}.lock")


def unlock(file: IO[str]) -> None:
    """Gives the lock back and takes its file away."""
    Path(file.name).unlink(missing_ok=True)
    file.close()


def _opened(path: Path, output: Path) -> IO[str]:
    """The lock's file; the first that a build writes, so here it shows whether it may."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        return path.open("a+", encoding="ascii")
    except OSError as error:
        text, hint = f"can't be written: {error.strerror}", "mend that, or name another folder in OUTPUT_PATH"
        raise Faults([Problem(output.name, 0, 0, "OUTPUT-WRITE", text, hint)]) from error


def _hold(file: IO[str], output: Path) -> None:
    try:
        if fcntl is not None:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError as error:
        file.seek(0)
        text = f"process {file.read().strip() or '?'} is building this folder"
        file.close()
        raise Faults([Problem(output.name, 0, 0, "OUTPUT-LOCKED", text, "wait until it has ended")]) from error
