"""Settings files: read without Pelican, as checks need them, and where each setting is written."""

import ast
import runpy
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from plugins.digest import Faults, Place, Problem


@dataclass(frozen=True, slots=True)
class SettingsFile:
    """The files that settings may come from, the one that has the last word first."""

    paths: tuple[Path, ...]

    def place(self, name: str) -> tuple[str, Place]:
        """The file and place where the setting is written; the first file's beginning where it is in none."""
        for path in self.paths:
            if found := _assignments(path).get(name):
                return path.name, found
        return (self.paths[0].name if self.paths else "pelicanconf.py"), Place(1, 1)

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
        raise Faults([_broken(path, 1, 1, "no such file")])
    try:
        values = runpy.run_path(str(path))
    except SyntaxError as error:
        at = Path(error.filename or path)
        raise Faults([_broken(at, error.lineno or 1, error.offset or 1, error.msg)]) from error
    except (Exception, SystemExit) as error:  # a settings file is a program and may raise anything
        raise Faults([_broken(*_where(error, path), 1, f"{type(error).__name__}: {error}")]) from error
    return {name: value for name, value in values.items() if name.isupper()}


def _broken(path: Path, line: int, column: int, what: str) -> Problem:
    return Problem(path.name, line, column, "SITE-FILE", what, "mend the settings file")


def _where(error: BaseException, path: Path) -> tuple[Path, int]:
    """The settings file that raised the error, and the line; one may run another beside it."""
    trace, found = error.__traceback__, (path, 1)
    while trace:
        file = Path(trace.tb_frame.f_code.co_filename)
        if file.parent == path.parent:
            found = (file, trace.tb_lineno)
        trace = trace.tb_next
    return found


def _assignments(path: Path) -> dict[str, Place]:
    """Where each name is set last, also inside an if or a try."""
    places: dict[str, Place] = {}
    for node in _statements(ast.parse(path.read_text("utf-8")).body):
        targets = node.targets if isinstance(node, ast.Assign) else [getattr(node, "target", None)]
        for target in targets:
            if isinstance(target, ast.Name):
                places[target.id] = Place(target.lineno, target.col_offset + 1)
    return places


def _statements(body: list[ast.stmt]) -> Iterator[ast.stmt]:
    for node in body:
        yield node
        if isinstance(node, ast.If | ast.Try | ast.With):
            for inner in (getattr(node, name, []) for name in ("body", "orelse", "finalbody")):
                yield from _statements(inner)
