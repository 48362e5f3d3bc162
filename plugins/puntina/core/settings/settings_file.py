"""Reads settings files without Pelican, and finds the line of each setting."""

import ast
import re
import runpy
from codecs import BOM_UTF8
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

from puntina.core.digest import Faults, Position, Problem
from puntina.core.digest.conflicts import merge_conflict
from puntina.core.digest.message import message
from puntina.core.digest.reasons import reason_of

MOST = 300  # characters of what an error says
_ERRNO = re.compile(r"^\[(?:Errno|WinError) -?\d+\] ")  # which says nothing to an editor


@dataclass(frozen=True, slots=True)
class SettingsFile:
    """The settings files, the one that takes precedence first."""

    paths: tuple[Path, ...]

    def position(self, name: str) -> tuple[str, Position]:
        """The file and place where the setting is written; the first file's beginning where it is in none.

        "CATEGORIES: world" is where the setting's table has that key, or the setting itself where it can't be seen.
        """
        for path in self.paths:
            positions = _assignments(path)
            if found := positions.get(name) or positions.get(name.partition(": ")[0]):
                return path.name, found
        return (self.paths[0].name if self.paths else "pelicanconf.py"), Position(1, 1)

    def sets(self, name: str) -> bool:
        """Whether one of the files gives the setting a value."""
        return any(name in _assignments(path) for path in self.paths)

    @classmethod
    def at(cls, path: Path) -> "SettingsFile":
        """The file with what it builds upon: publishconf.py adds to the pelicanconf.py beside it."""
        base = path.with_name("pelicanconf.py")
        return cls(tuple(dict.fromkeys(file for file in (path, base) if file.is_file())))


def load_settings(path: Path) -> Mapping[str, Any]:
    """The settings as the file leaves them; Faults with its place where the file is none or is broken."""
    if not path.is_file():
        raise Faults([_broken(path, 1, 1, message("no such file"))])
    try:
        conflicts = [found for file in SettingsFile.at(path).paths if (found := _conflict(file))]
    except OSError as error:
        what = message("can't be read: {reason}", reason=reason_of(error.strerror))
        raise Faults([_broken(Path(error.filename), 1, 1, what)]) from error
    if conflicts:
        raise Faults(conflicts)
    try:
        values = runpy.run_path(str(path))
    except SyntaxError as error:
        at = Path(error.filename or path)
        raise Faults([_broken(at, error.lineno or 1, error.offset or 1, error.msg)]) from error
    except KeyboardInterrupt:
        raise
    except BaseException as error:  # a settings file is a program and may raise anything
        raise Faults([_broken(*_where(error, path), 1, _said(error))]) from error
    return {name: value for name, value in values.items() if name.isupper()}


def _conflict(path: Path) -> Problem | None:
    return merge_conflict(path.read_text("utf-8", errors="replace"), path.name)


def _broken(path: Path, line: int, column: int, what: str) -> Problem:
    return Problem(
        path.name, line, column, "SITE-FILE", message("{error}", error=what), message("fix the settings file")
    )


def _said(error: BaseException) -> str:
    """The error as Python names it, in one line of moderate length."""
    text = " ".join(_ERRNO.sub("", str(error)).split())
    name = type(error).__name__
    return f"{name}: {text[:MOST]}" if text else name


def _where(error: BaseException, path: Path) -> tuple[Path, int]:
    """The settings file that raised the error, and the line; one may run another beside it."""
    trace, found = error.__traceback__, (path, 1)
    while trace:
        file = Path(trace.tb_frame.f_code.co_filename)
        if file.parent == path.parent:
            found = (file, trace.tb_lineno)
        trace = trace.tb_next
    return found


def _assignments(path: Path) -> Mapping[str, Position]:
    """Where each name is set last, also inside an if or a try."""
    return _assigned(path.read_bytes())


@lru_cache(maxsize=8)
def _assigned(text: bytes) -> Mapping[str, Position]:
    """The same of a file's bytes, as Python reads them; nothing where it can't, which is a problem of its own."""
    positions: dict[str, Position] = {}
    try:
        body = ast.parse(text).body
    except (SyntaxError, ValueError, RecursionError, MemoryError):
        return positions
    lines = text.removeprefix(BOM_UTF8).splitlines()
    for node in _statements(body):
        targets = node.targets if isinstance(node, ast.Assign) else [getattr(node, "target", None)]
        for target in targets:
            if isinstance(target, ast.Name):
                positions = {
                    key: position for key, position in positions.items() if not key.startswith(f"{target.id}: ")
                }
                positions[target.id] = _position(target, lines)
                positions |= {f"{target.id}: {word}": _position(key, lines) for word, key in _keys(node)}
    return positions


def _keys(node: ast.stmt) -> Iterator[tuple[str, ast.expr]]:
    """The keys of a table that is written out."""
    value = getattr(node, "value", None)
    for key in value.keys if isinstance(value, ast.Dict) else ():
        if isinstance(key, ast.Constant) and isinstance(key.value, str):
            yield key.value, key


def _position(node: ast.expr, lines: list[bytes]) -> Position:
    """The node's place; Python counts bytes."""
    before = lines[node.lineno - 1][: node.col_offset]
    return Position(node.lineno, len(before.decode("utf-8", "replace")) + 1)


def _statements(body: list[ast.stmt]) -> Iterator[ast.stmt]:
    for node in body:
        yield node
        if isinstance(node, ast.If | ast.Try | ast.With):
            for inner in (getattr(node, name, []) for name in ("body", "orelse", "finalbody")):
                yield from _statements(inner)
