"""Writes the files of an upgrade: all of them, or none."""

import os
from collections.abc import Mapping
from functools import partial
from pathlib import Path

from puntina.core.digest import Faults, Problem
from puntina.core.digest.message import message
from puntina.core.digest.reasons import reason_of

_problem = partial(Problem.whole, "upgrade", "UPGRADE-WRITE")


def apply(folder: Path, files: Mapping[str, bytes | None]) -> None:
    """Writes the files in this order; None removes one. If one can't be written, restores all and raises Faults."""
    before: dict[Path, bytes | None] = {}
    try:
        for name, data in files.items():
            path = folder / name
            before[path] = path.read_bytes() if path.exists() else None
            _put(path, data)
    except BaseException as error:
        for path, data in before.items():
            _put(path, data)
        if isinstance(error, OSError):
            what = message("{path} can't be written: {reason}", path=name, reason=reason_of(error.strerror))
            hint = message("make it writable, or free disk space; nothing was changed")
            raise Faults([_problem(what, hint)]) from error
        raise


def _put(path: Path, data: bytes | None) -> None:
    if data is None:
        path.unlink(missing_ok=True)
        return
    path.parent.mkdir(parents=True, exist_ok=True)
    aside = path.with_name(f".{path.name}.{os.getpid()}.part")
    try:
        aside.write_bytes(data)
        aside.replace(path)
    finally:
        aside.unlink(missing_ok=True)
