"""Finds lines that look like points or tables but that Markdown joins to the text above."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import chain
from typing import Any

from markdown_it.token import Token

from puntina.core.digest.bullets import Kind, list_marker
from puntina.core.digest.markdown_rules import LETTERS, PIN
from puntina.core.digest.message import Message, message
from puntina.core.digest.problem import Problem, Severity
from puntina.core.digest.source_positions import Rows, position_in, rows_of

# Looked for in the whole text first: most have none.
_PICTURES = "\u2190-\u21ff\u2600-\u27bf\u2900-\u297f\u2b00-\u2bff\U0001f1e6-\U0001f1ff\U0001f300-\U0001faff"
_PERHAPS = re.compile(
    rf"^[ \t>]*(?:[‐-―−﹣－|~=&_\\①-⑳❶-❿➀-➓{_PICTURES}]|[-*+]\S|\(?(?:[A-Za-z]|\d{{1,2}})[-–/.)])"
    r"|[•●▪◦‣■◆][ \t]|[\u2028\u2029]",
    re.MULTILINE,
)
_ROW = re.compile(r"\|.*\|")
_PICTOGRAPH = re.compile(
    rf"[{_PICTURES}][\ufe0e\ufe0f\u200d\U0001f1e6-\U0001f1ff\U0001f3fb-\U0001f3ff\U0001f300-\U0001faff]*[ \t]"
)
# Numbering that Markdown does not read as a list: (1), a), 1.-, 1/, 1-, 1.Primo, ①Primo and digits of other scripts.
# Not 1º and A., with which a line may go on.
_COUNTED = re.compile(
    r"\(?(?:\d{1,2}|[A-Za-z])\)[ \t]|\d{1,2}(?:[.)](?=[^\W\d_])|(?:\.-|[-–/])[ \t])|(?![0-9])\d{1,2}\.[ \t]|_[ \t]+"
    r"|[①-⑳❶-❿➀-➓]"
)
# A bullet inside bold text, or one that a program has escaped.
_DRESSED = re.compile(r"[*_]{1,3}(?:[•●▪◦‣■◆➢✓]\s*|[–—]\s+|\d{1,2}[.)](?=[*_\s]))|\\[-*+][ \t]")
_ARROW = re.compile(r"([-=]{1,3}>|-{2,3}|~)[ \t]+(?!\d)")
_ENTITY = re.compile(
    r"(&(?:bull|middot|ndash|mdash|#8226|#x2022|#183|#8211|#8212|#45|#x2d|minus|hyphen);)", re.IGNORECASE
)
_WITHIN = re.compile(r"(?<=\S)[ \t]+(?=([•●▪◦‣■◆])[ \t]+\S)")
_CLOSES_EMPHASIS = re.compile(r"(?<=\S)\*")
# A line that is one in the program it was copied from, such as InDesign or Apple Notes, and none to Markdown.
_SEPARATED = re.compile(rf"[\u2028\u2029][ \t]*(?=(?:[-*+–—]|\d{{1,2}}[.)])[ \t]|[•●▪◦‣■◆{PIN}])")
_STARRED = re.compile(r"^[ \t]*\*[ \t]", re.MULTILINE)
# A figure behind a hyphen or dash, as in -5%: a point without its space, or a number below zero.
_SIGNED = re.compile(r"([-+‐-―−])(?=\d)")
_NEXT_POINT = ["paragraph_close", "list_item_close", "list_item_open"]
_FULL = 60  # characters of a line that may be broken for its length
_SHOWN = 30  # characters of a line that a message quotes


@dataclass(frozen=True, slots=True)
class _Where:
    """What a paragraph is in."""

    in_point: bool
    in_quote: bool
    apart: str = ""  # signs that begin no point here
    above_point: bool = False  # whether another point follows it


def lookalikes(
    tokens: Sequence[Token], source: str, path: str, env: dict[str, Any], listed: str = ""
) -> Iterator[Problem]:
    """A warning for each line of a digest that looks like a point, or like a table's row within a point.

    `listed` is all of the text where there are points above the source.
    """
    lines = source.split("\n") if env.get(LETTERS) or _PERHAPS.search(source) else []
    for number in env.get(LETTERS, ()):
        yield from _letter(lines, number, path, env)
    listed = listed or (source if any(token.type == "list_item_open" for token in tokens) else "")
    for block, where in _paragraphs(tokens, _apart(listed)) if lines else ():
        rows: Rows | None = None
        own = lines[block.map[0]].lstrip()[:1] if block.map and where.in_point else ""
        begins = len(block.content) - len(block.content.lstrip())
        for at, hint in chain(_doubtful(block.content, where), _within(block.content, own)):
            rows = rows or rows_of(block, lines, env.get("cuts", {}))
            position = position_in(at, rows)
            text = _what(block.content, at, where, is_first=at == begins)
            yield Problem(path, position.line, position.column, "BODY-POINTS", text, hint, Severity.WARNING)


def _apart(listed: str) -> str:
    """The signs with which, in a text that has points, a line by itself begins that is none: dialogue, or a note."""
    return "" if not listed else "—―" if _STARRED.search(listed) else "—―*"


def _paragraphs(tokens: Sequence[Token], apart: str) -> Iterator[tuple[Token, _Where]]:
    items = quotes = 0
    before = ""
    for at, token in enumerate(tokens):
        items += token.nesting if token.type.startswith("list_item") else 0
        quotes += token.nesting if token.type.startswith("blockquote") else 0
        if before == "paragraph_open" and _PERHAPS.search(token.content):
            above_point = [each.type for each in tokens[at + 1 : at + 4]] == _NEXT_POINT
            yield token, _Where(items > 0, quotes > 0, "" if items or "\n" in token.content else apart, above_point)
        before = token.type


def _doubtful(content: str, where: _Where) -> Iterator[tuple[int, Message]]:
    """Where in the paragraph each such line begins, and what to do about it."""
    at, above = 0, ""
    rows = [line.lstrip() for line in content.split("\n")]
    for row, line in enumerate(content.split("\n")):
        begins = at + len(line) - len(line.lstrip())
        hint = None
        if row or not where.in_point:
            listed = where.in_point or _is_listed(rows[row], rows[max(row - 1, 0) : row] + rows[row + 1 : row + 2])
            hint = _hint(line.lstrip(), content, begins, where, listed=listed)
            if not hint and where.above_point and row and len(above) < _FULL and (sign := _SIGNED.match(line)):
                hint = _of_signed(sign[1])
        if hint and not (_ROW.match(line.lstrip()) and _ROW.match(above)):  # of a table the first row alone
            yield begins, hint
        at, above = at + len(line) + 1, line.lstrip()


def _is_listed(line: str, neighbours: Sequence[str]) -> bool:
    """Whether a line beside it begins in the same way, as one sentence after another does not."""
    if _PICTOGRAPH.match(line) or _ARROW.match(line):
        return any(line[0] == other[:1] for other in neighbours)
    return any(_COUNTED.match(other) for other in neighbours)


def _within(content: str, own: str) -> Iterator[tuple[int, Message]]:
    """Where a point begins within the line: its own bullet is there again, or a line separator is before its sign."""
    for found in _SEPARATED.finditer(content):
        yield (
            found.end(),
            message("put the cursor before it, press Backspace until it joins the line above, then Enter"),
        )
    for found in _WITHIN.finditer(content):
        if found[1] == own:
            yield found.end(), message("begin a new line before it if it is a point")


def _hint(line: str, content: str, at: int, where: _Where, *, listed: bool) -> Message | None:
    marker = list_marker(line)
    if marker and (marker.sign in where.apart or (marker.kind is Kind.DASH and content.count(f" {marker.sign} ") > 1)):
        return None  # dialogue, which dashes interrupt
    if marker and marker.kind is Kind.GLUED:
        if marker.sign == "*" and _CLOSES_EMPHASIS.search(content, at + 1):
            return None
        return message("write a space after {sign} if it is a point", sign=marker.sign)
    if marker and marker.kind is Kind.DASH:
        return (
            None
            if where.in_quote
            else message("write - and a space instead of {sign} if it is a point", sign=marker.sign)
        )
    if where.in_point and _ROW.match(line):
        return message("put an empty line above the table, or delete the |")
    if not where.in_quote and (sign := _ENTITY.match(line) or (listed and _ARROW.match(line)) or None):
        return message("write - and a space instead of {sign} if it is a point", sign=sign[1])
    if not where.in_quote and _DRESSED.match(line):
        return message("begin the line with - and a space if it is a point")
    if listed and not where.in_quote and (_PICTOGRAPH.match(line) or _COUNTED.match(line)):
        return message("write - and a space before it if it is a point")
    return None


def _of_signed(sign: str) -> Message:
    if sign in "-+":
        return message("write a space after {sign} if it is a point", sign=sign)
    return message("write - and a space instead of {sign} if it is a point", sign=sign)


def _what(content: str, at: int, where: _Where, *, is_first: bool) -> Message:
    line = content[at : at + _SHOWN + 1].partition("\n")[0]
    shown = line if len(line) <= _SHOWN else f"{line[:_SHOWN]}…"
    if is_first:
        return message('"{line}" looks like a point but is text', line=shown)
    if where.in_point:
        return message('"{line}" continues the point above', line=shown)
    return message('"{line}" continues the paragraph above', line=shown)


def _letter(lines: Sequence[str], number: int, path: str, env: dict[str, Any]) -> Iterator[Problem]:
    marker = list_marker(lines[number])
    if marker:
        shown = marker.text if len(marker.text) <= _SHOWN else f"{marker.text[:_SHOWN]}…"
        text = message('"{sign}" and a tab before "{line}" are read as a bullet', sign=marker.sign, line=shown)
        hint = message("for the second level, write two spaces, ◦ and a space instead")
        column = len(marker.indent) + 1
        yield Problem(path, number + 1, column, "BODY-POINTS", text, hint, Severity.WARNING)
