"""Formats problems: the message, the source line with a caret, and a count."""

import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from pathlib import Path

from puntina.core.digest import Problem, Severity
from puntina.core.digest.message import counted, message
from puntina.core.locales.editors import ENGLISH, Translator

MANY = 100  # problems of one file, past which only the first are printed
SHOWN = 10
LONGEST = 600  # characters of a sentence that are printed; a value in it may be as long as a file
WIDTH = 100  # columns of a source line that are shown
LEVELS = {Severity.WARNING: message("warning"), Severity.NOTE: message("note")}


class Line(str):
    """A line of a report, with the style of each part."""

    __slots__ = ("spans",)
    spans: tuple[tuple[str, int, int], ...]  # a style, from and to which character

    @classmethod
    def of(cls, *parts: tuple[str, str]) -> "Line":
        """The line of these parts, each a text with its style, "" for none."""
        line, spans = cls("".join(text for text, _ in parts)), []
        at = 0
        for text, style in parts:
            spans += [(style, at, at + len(text))] if style and text else []
            at += len(text)
        line.spans = tuple(spans)
        return line


def report(problems: Iterable[Problem], folder: Path, translated: Translator = ENGLISH) -> Iterator[Line]:
    """The lines to print; files are looked for below `folder`."""
    shown = sorted(problems, key=lambda problem: problem.order)
    for path, group in groupby(shown, key=lambda problem: problem.path):
        found = list(group)
        # What is a problem as a whole is not opened: it may be a pipe, or lead to a device without end.
        lines = source_lines(folder / path) if any(problem.line for problem in found) else []
        for problem in first_of(found):
            yield problem_line(problem, translated)
            yield from excerpt(problem, lines)
        if len(found) > MANY:
            more = counted("and {count:,} more", "and {count:,} more", count=len(found) - SHOWN)
            yield Line.of((f"{path}: ", "bold"), (translated(more), ""))
    if shown:
        yield Line.of((counts(shown, translated), ""))


def first_of(found: list[Problem]) -> list[Problem]:
    """The problems of a file that are printed: all of them, or, of very many, the first errors."""
    if len(found) <= MANY:
        return found
    chosen = sorted(found, key=lambda problem: problem.severity is not Severity.ERROR)[:SHOWN]
    return sorted(chosen, key=lambda problem: problem.order)


def problem_line(problem: Problem, translated: Translator = ENGLISH) -> Line:
    """The problem in one line, of which nothing acts on a terminal: `str(problem)`, in the language."""
    error = problem.severity is Severity.ERROR
    return Line.of(
        (problem.position, "bold"),
        (": ", ""),
        (problem.code, "red" if error else "yellow"),
        (" ", ""),
        ("" if error else f"{translated(LEVELS[problem.severity])}: ", "yellow"),
        (_shortened(translated(problem.text)), ""),
        (f" — {_shortened(translated(problem.hint))}", "green"),
    )


def _shortened(text: str) -> str:
    """The sentence; of a very long one its ends, between which is most of a long value."""
    return text if len(text) <= LONGEST else f"{text[: LONGEST // 2]} … {text[-LONGEST // 2 :]}"


def excerpt(problem: Problem, lines: Sequence[str]) -> Iterator[Line]:
    """The source line and a caret below the column; nothing where the problem is the file's as a whole."""
    line = lines[problem.line - 1] if 0 < problem.line <= len(lines) else ""
    start = max(0, problem.column - WIDTH // 2) if len(line) > WIDTH else 0
    window = "".join(map(_printable, line[start : start + WIDTH])).rstrip()
    if window.strip() in {"", "---"}:
        return
    yield Line.of((f"    {window}", ""))
    yield Line.of(("    " + "".join(map(_blank, line[start : problem.column - 1])) + "^", "bold red"))


def counts(problems: Iterable[Problem], translated: Translator = ENGLISH) -> str:
    """How many of each severity, in one line."""
    found = Counter(problem.severity for problem in problems)
    counted_levels = {
        Severity.ERROR: counted("{count} error", "{count:,} errors", count=found[Severity.ERROR]),
        Severity.WARNING: counted("{count} warning", "{count:,} warnings", count=found[Severity.WARNING]),
        Severity.NOTE: counted("{count} note", "{count:,} notes", count=found[Severity.NOTE]),
    }
    return translated(message(", ")).join(translated(counted_levels[level]) for level in Severity if found[level])


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
