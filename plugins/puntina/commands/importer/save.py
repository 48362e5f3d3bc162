"""Writes new files, all or none, and never overwrites one."""

import os
from collections.abc import Mapping
from pathlib import Path


def save_new(texts: Mapping[Path, str]) -> None:
    """Writes each text to its path, in UTF-8.

    All are written aside first, then given their names, so that nobody sees half a file. Raises
    FileExistsError where a path is taken, and OSError where the system can't write; then none of the
    files is there.
    """
    aside: dict[Path, Path] = {}
    done: list[Path] = []
    try:
        for path, text in texts.items():
            path.parent.mkdir(parents=True, exist_ok=True)
            aside[path] = path.with_name(f".{path.name}.{os.getpid()}.part")
            _create(aside[path], text)
        for path, text in texts.items():
            _name(aside[path], path, text)
            done.append(path)
    except BaseException:
        for path in done:
            path.unlink(missing_ok=True)
        raise
    finally:
        for part in aside.values():
            part.unlink(missing_ok=True)


def _create(path: Path, text: str) -> None:
    with path.open("x", encoding="utf-8", newline="\n") as file:
        file.write(text)
        file.flush()
        os.fsync(file.fileno())


def _name(part: Path, path: Path, text: str) -> None:
    """Gives the finished file its name; a hard link, unlike a rename, fails where the name is taken."""
    try:
        os.link(part, path)
    except FileExistsError:
        raise
    except OSError:
        _create(path, text)  # a file system without hard links
