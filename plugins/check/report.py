"""Problems as an editor sees them: the printed form, the source line, a caret, and how many there are."""

import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path

from plugins.digest import Problem, Severity

WIDTH = 100  # columns of a source line that are shown


def report(problems: Iterable[Problem], folder: Path) -> Iterator[str]:
    """The lines to print; files are looked for below `folder`."""
    shown = sorted(problems, key=lambda problem: problem.order)
    for problem in shown:
        yield str(problem)
        yield from excerpt(problem, folder)
    if shown:
        yield counts(shown)


def excerpt(problem: Problem, folder: Path) -> Iterator[str]:
    """The source line and a caret below the column; nothing where the problem is the file's as a whole."""
    line = _line(folder / problem.path, problem.line) if problem.line else ""
    if line.strip() in {"", "---"}:
        return
    start = max(0, problem.column - WIDTH // 2) if len(line) > WIDTH else 0
    window = line[start : start + WIDTH].rstrip()
    yield f"    {window}"
    yield "    " + "".join(_blank(char) for char in line[start : problem.column - 1]) + "^"


def counts(problems: Iterable[Problem]) -> str:
    """How many of each severity, in one line."""
    found = Counter(problem.severity for problem in problems)
    return ", ".join(f"{found[level]} {level}{'' if found[level] == 1 else 's'}" for level in Severity if found[level])


def _line(path: Path, number: int) -> str:
    try:
        lines = path.read_bytes().decode("utf-8-sig", errors="replace").replace("\r\n", "\n").split("\n")
    except OSError:
        return ""
    return (
        "".join(
            char if char == "\t" or char.isprintable() else "\N{REPLACEMENT CHARACTER}" for char in lines[number - 1]
        )
        if number <= len(lines)
        else ""
    )


def _blank(char: str) -> str:
    if char == "\t":
        return "\t"
    return "" if unicodedata.combining(char) else " " * (2 if unicodedata.east_asian_width(char) in "WF" else 1)
