"""Lines that look like points or tables and are none to Markdown, which makes them go on with what is above."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from markdown_it.token import Token

from plugins.digest.bullets import Kind, marked
from plugins.digest.marks import LETTERS
from plugins.digest.message import Message, message
from plugins.digest.places import Rows, place_in, rows_of
from plugins.digest.problem import Problem, Severity

# Looked for in the whole text first: most have none.
_PERHAPS = re.compile(r"^[ \t>]*(?:[‐-―−|☀-➿\U0001f300-\U0001faff]|[-*+][^\s\d])", re.MULTILINE)
_ROW = re.compile(r"\|.*\|")
_PICTOGRAPH = re.compile(
    "[\u2600-\u27bf\U0001f300-\U0001faff][\ufe0e\ufe0f\u200d\U0001f3fb-\U0001f3ff\U0001f300-\U0001faff]*[ \t]"
)
_CLOSES_EMPHASIS = re.compile(r"(?<=\S)\*")
_SHOWN = 30  # characters of a line that a message quotes


@dataclass(frozen=True, slots=True)
class _Where:
    """What a paragraph is in."""

    in_point: bool
    in_quote: bool


def lookalikes(tokens: Sequence[Token], source: str, path: str, env: dict[str, Any]) -> Iterator[Problem]:
    """A warning for each line of a digest that looks like a point, or like a table's row within a point."""
    lines = source.split("\n") if env.get(LETTERS) or _PERHAPS.search(source) else []
    for number in env.get(LETTERS, ()):
        yield from _letter(lines, number, path, env)
    for block, where in _paragraphs(tokens) if lines else ():
        rows: Rows | None = None
        for at, hint in _doubtful(block.content, where):
            rows = rows or rows_of(block, lines, env.get("cuts", {}))
            place = place_in(at, rows)
            text = _what(block.content, at, where)
            yield Problem(path, place.line, place.column, "BODY-POINTS", text, hint, Severity.WARNING)


def _paragraphs(tokens: Sequence[Token]) -> Iterator[tuple[Token, _Where]]:
    items = quotes = 0
    before = ""
    for token in tokens:
        items += token.nesting if token.type.startswith("list_item") else 0
        quotes += token.nesting if token.type.startswith("blockquote") else 0
        if before == "paragraph_open" and _PERHAPS.search(token.content):
            yield token, _Where(items > 0, quotes > 0)
        before = token.type


def _doubtful(content: str, where: _Where) -> Iterator[tuple[int, Message]]:
    """Where in the paragraph each such line begins, and what to do about it."""
    at, above = 0, ""
    for row, line in enumerate(content.split("\n")):
        begins = at + len(line) - len(line.lstrip())
        hint = _hint(line.lstrip(), content, begins, where) if row or not where.in_point else None
        if hint and not (_ROW.match(line.lstrip()) and _ROW.match(above)):  # of a table the first row alone
            yield begins, hint
        at, above = at + len(line) + 1, line.lstrip()


def _hint(line: str, content: str, at: int, where: _Where) -> Message | None:
    mark = marked(line)
    if mark and mark.kind is Kind.GLUED:
        if mark.sign == "*" and _CLOSES_EMPHASIS.search(content, at + 1):
            return None
        return message("write a space after {sign} if it is a point", sign=mark.sign)
    if mark and mark.kind is Kind.DASH:
        return (
            None
            if where.in_quote
            else message("write - and a space in place of {sign} if it is a point", sign=mark.sign)
        )
    if where.in_point and _ROW.match(line):
        return message("put an empty line above the table, or delete the |")
    if where.in_point and _PICTOGRAPH.match(line):
        return message("write - and a space before it if it is a point")
    return None


def _what(content: str, at: int, where: _Where) -> Message:
    line = content[at:].partition("\n")[0]
    shown = line if len(line) <= _SHOWN else f"{line[:_SHOWN]}…"
    if at == len(content) - len(content.lstrip()):
        return message('"{line}" looks like a point but is text', line=shown)
    if where.in_point:
        return message('"{line}" goes on with the point above', line=shown)
    return message('"{line}" goes on with the paragraph above', line=shown)


def _letter(lines: Sequence[str], number: int, path: str, env: dict[str, Any]) -> Iterator[Problem]:
    mark = marked(lines[number])
    if mark:
        shown = mark.text if len(mark.text) <= _SHOWN else f"{mark.text[:_SHOWN]}…"
        text = message(
            '"{sign}" and a tab before "{line}" are read as a second-level bullet', sign=mark.sign, line=shown
        )
        hint = message("write two spaces, - and a space in place of it")
        column = len(mark.indent) + 1
        yield Problem(path, number + 1, column, "BODY-POINTS", text, hint, Severity.WARNING)
