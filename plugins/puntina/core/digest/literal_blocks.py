"""Finds mistyped tables, headings and fences, and text that hyphens below turn into a heading."""

import re
from collections.abc import Iterator

from markdown_it.token import Token

from puntina.core.digest.message import Message, message
from puntina.core.digest.prepared import Cuts, true_column
from puntina.core.digest.problem import Problem, Severity

_ROW = re.compile(r"\s*\|.*\|.*\|?\s*")
_DELIMITERS = re.compile(r"\s*\|?\s*:?-{2,}:?\s*(?:[|+]\s*:?-{2,}:?\s*)+\|?\s*")
_CELLS = re.compile(r"(?<!\\) \| ")
_TABS = re.compile(r"(?<=\S)\t(?=\S)")
_HEADING = re.compile(r"#{1,6}[^\W\d_]|#{2,6}[\d\xa0\u202f]|#{1,6}[\xa0\u202f]")
_HASHTAG = re.compile(r"#\w*[^\W\d_A-Z][A-Z]")  # of several words, as #MeToo
_COMPARED = re.compile(r"^(?:[ \t>]|[-*+•][ \t]|\d{1,9}[.)][ \t])*>(?=[\d=≥~])")
_ABSOLUTE = re.compile(r"\|[^\s|](?:[^|\n]{0,40}[^\s|])?\|")
_SIGNS_BEHIND = frozenset(["", *".,;:=<>+-)²"])
_PROSE_END = tuple(".!?…:;,")
Found = tuple[int, int, str, Message, Message]


def mistyped_blocks(tokens: list[Token], source: str, path: str, cuts: Cuts) -> Iterator[Problem]:
    """A warning for each block that readers would see as typed, or as something else than was meant.

    `cuts` are the columns of the file that are not in the source.
    """
    lines = source.split("\n")
    depth = 0  # of lists
    for at, token in enumerate(tokens):
        depth += token.nesting if token.type.endswith("_list_open") or token.type.endswith("_list_close") else 0
        for line, column, code, text, hint in _of_token(tokens, at, lines, in_list=depth > 0):
            true = true_column(column, cuts.get(line, ())) + 1
            yield Problem(path, line + 1, true, code, text, hint, Severity.WARNING)


def _of_token(tokens: list[Token], at: int, lines: list[str], *, in_list: bool) -> Iterator[Found]:
    token = tokens[at]
    if token.type == "inline" and token.map and tokens[at - 1].type == "paragraph_open":
        content = token.content
        # A row that goes on with the point above is reported as such.
        row = _table_row(content.split("\n")) if "|" in content or "\t" in content else None
        if row is not None and not (in_list and row):
            yield _table(token.map[0] + row, lines)
        if content.startswith("#") or "\n#" in content:
            yield from _headings(content.split("\n"), token.map[0], lines, in_list=in_list)
    elif token.type == "heading_open" and token.markup in {"-", "="} and token.map:
        yield from _underlined(tokens[at + 1].content, token.map[1] - 1, lines)
    elif token.type == "blockquote_open" and tokens[at + 1].type != token.type and token.map:
        yield from _compared(token.map[0], lines)
    elif token.type == "fence" and token.map and not _is_closed(token, lines):
        text = message("unclosed code block: everything below is code")
        hint = message("write {fence} on its own line where the code ends", fence=token.markup)
        yield (*_place(token.map[0], token.markup, lines), "MARK-FENCE", text, hint)


def _table_row(rows: list[str]) -> int | None:
    """The first row of what was meant as a table: rows between |, or two with as many cells, or a delimiter row."""
    for number, row in enumerate(rows):
        cells = len(_CELLS.findall(row))
        if (_ROW.fullmatch(row) and not _is_formula(row)) or _DELIMITERS.fullmatch(row):
            return number
        if cells and number + 1 < len(rows) and cells == len(_CELLS.findall(rows[number + 1])):
            return number
        if "\t" in row and number + 1 < len(rows) and _tabs(row) == _tabs(rows[number + 1]) > 0:
            return number
    return None


def _tabs(row: str) -> int:
    """How many tabs are between words, as between the cells of a spreadsheet that was copied."""
    return len(_TABS.findall(row.strip()))


def _is_formula(row: str) -> bool:
    """Whether its | are those of an absolute value, as in |x| + |y|, and not those of cells."""
    between = _ABSOLUTE.split(row.strip())
    return (
        between[0] == ""
        and len(between) > 1
        and all("|" not in each and (each[:1].isspace() or each[:1] in _SIGNS_BEHIND) for each in between[1:])
    )


def _table(line: int, lines: list[str]) -> Found:
    text = message("these rows are not a table; they would appear on the page as typed")
    hint = message("write the headings, below them a row with as many cells of |---|, and put an empty line above")
    return (*_place(line, "|", lines, first=True), "MARK-TABLE", text, hint)


def _headings(rows: list[str], first: int, lines: list[str], *, in_list: bool) -> Iterator[Found]:
    text = message("a # without a space after it does not make a heading; it would appear on the page as typed")
    for number, row in enumerate(rows):
        if _HEADING.match(row) and (row.startswith("##") or (len(rows) == 1 and not in_list and not _is_prose(row))):
            hint = message("write a space after the #, or \\# to show the sign")
            yield (*_place(first + number, "#", lines), "MARK-HEADING", text, hint)


def _is_prose(row: str) -> bool:
    """Whether it is a sentence that begins with a hashtag, or nothing but hashtags."""
    words = row.split()
    return (
        row.rstrip().endswith(_PROSE_END)
        or _HASHTAG.match(row) is not None
        or all(word.startswith("#") for word in words)
    )


def _underlined(text: str, line: int, lines: list[str]) -> Iterator[Found]:
    """The text right above a line of hyphens, or of =, that is not as long as a heading's underline would be."""
    sign = lines[line].rstrip()[-1:]
    hyphens = lines[line].count(sign)
    last = text.rpartition("\n")[2]
    if hyphens > 3 and hyphens >= len(last) - 2:
        return
    if sign == "=":
        what = message("the line of = below turns this text into a heading")
        hint = message("delete the line of =, or write ## before a heading")
    else:
        what = message("the line of hyphens below turns this text into a heading")
        hint = message("put an empty line above the hyphens, or write ## before a heading")
    yield (*_place(line - 1, last, lines), "MARK-RULE", what, hint)


def _compared(line: int, lines: list[str]) -> Iterator[Found]:
    """A > glued to a number: more often "more than" than the sign of a quotation."""
    if found := _COMPARED.match(lines[line]):
        text = message("a > before a number turns the line into a quotation")
        hint = message("write \\> to show the sign, or a space after it for a quotation")
        yield line, found.end() - 1, "MARK-QUOTE", text, hint


def _is_closed(token: Token, lines: list[str]) -> bool:
    first, after = token.map or (0, 0)
    return after - 1 > first and lines[after - 1].strip().lstrip("> \t").startswith(token.markup)


def _place(line: int, sign: str, lines: list[str], *, first: bool = False) -> tuple[int, int]:
    """Line and column, from 0, of the sign in the line; with `first` of the row that it is in."""
    column = lines[line].find(sign)
    if first and column > 0:
        row = lines[line].lstrip(" \t>-*+•")
        column = len(lines[line]) - len(row)
    return line, max(column, 0)
