"""Problems as an editor sees them: the printed form, the source line, a caret, and how many there are."""

import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from pathlib import Path

from plugins.digest import Problem, Severity

WIDTH = 100  # columns of a source line that are shown


def report(problems: Iterable[Problem], folder: Path) -> Iterator[str]:
    """The lines to print; files are looked for below `folder`."""
    shown = sorted(problems, key=lambda problem: problem.order)
    for path, group in groupby(shown, key=lambda problem: problem.path):
        found = list(group)
        # What is a problem as a whole is not opened: it may be a pipe, or lead to a device without end.
        lines = source_lines(folder / path) if any(problem.line for problem in found) else []
        for problem in found:
            yield str(problem)
            yield from excerpt(problem, lines)
    if shown:
        yield counts(shown)


def excerpt(problem: Problem, lines: Sequence[str]) -> Iterator[str]:
    """The source line and a caret below the column; nothing where the problem is the file's as a whole."""
    line = lines[problem.line - 1] if 0 < problem.line <= len(lines) else ""
    start = max(0, problem.column - WIDTH // 2) if len(line) > WIDTH else 0
    window = "".join(map(_printable, line[start : start + WIDTH])).rstrip()
    if window.strip() in {"", "---"}:
        return
    yield f"    {window}"
    yield "    " + "".join(map(_blank, line[start : problem.column - 1])) + "^"


def counts(problems: Iterable[Problem]) -> str:
    """How many of each severity, in one line."""
    found = Counter(problem.severity for problem in problems)
    return ", ".join(f"{found[level]} {level}{'' if found[level] == 1 else 's'}" for level in Severity if found[level])


def source_lines(path: Path) -> list[str]:
    """The file's lines, as they are counted when it is read; none where it can't be."""
    try:
        text = path.read_bytes().decode("utf-8-sig", errors="replace")
    except OSError:
        return []
    return text.replace("\r\n", "\n").replace("\r", "\n").split("\n")


def _printable(char: str) -> str:
    if char == "\t" or char.isprintable():
        return char
    return " " if char.isspace() else "\N{REPLACEMENT CHARACTER}"


def _blank(char: str) -> str:
    """White space as wide as the character is on a terminal."""
    if char == "\t":
        return "\t"
    if unicodedata.category(char) in {"Mn", "Me"}:
        return ""
    return " " * (2 if unicodedata.east_asian_width(char) in "WF" else 1)
