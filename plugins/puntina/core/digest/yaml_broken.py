"""Problems of invalid YAML: the line at fault, and how it should be written."""

import re
from collections.abc import Iterator

import yaml

from puntina.core.digest.message import Message, message
from puntina.core.digest.parts import Position
from puntina.core.digest.problem import Problem
from puntina.core.digest.unseen_keys import unseen_in_key
from puntina.core.digest.yaml_faults import position_of_mark
from puntina.core.digest.yaml_hints import hint_for
from puntina.core.digest.yaml_lists import (
    KEY,
    LISTS,
    PAIR,
    cut_list,
    in_quotes,
    is_apostrophe,
    opened,
    text_after_list,
    unbracketed_items,
    wrong_commas,
)

_BEGINS = message("a character that a value without quotes can't begin with")
# What libyaml says, in an editor's words.
PLAIN: dict[str, Message] = {
    "mapping values are not allowed in this context": message("a colon in a value without quotes"),
    "could not find expected ':'": message("a line without a colon"),
    "found character that cannot start any token": _BEGINS,
    "did not find expected alphabetic or numeric character": _BEGINS,
    "block sequence entries are not allowed in this context": message("a value that begins with a hyphen"),
    "mapping keys are not allowed in this context": message("a value without quotes that begins with a question mark"),
    "did not find expected comment or line break": message("text after the | or > of a multi-line value"),
    "did not find expected indentation indicator": message("text after the | or > of a multi-line value"),
    "did not find expected whitespace or line break": _BEGINS,
    "found unexpected end of stream": message("a quotation mark that is not closed"),
    "found unexpected document indicator": message("a quotation mark that is not closed"),
    "found unknown escape character": message("a \\ that does not begin a known escape sequence"),
    "found invalid Unicode character escape code": message("a \\ with an invalid character code"),
    "did not find expected hexdecimal number": message("a \\ with an invalid character code"),
    "found a tab character where an indentation space is expected": message("a tab at the beginning of the line"),
    "found a tab character that violates indentation": message("a tab at the beginning of the line"),
    "did not find expected key": message("a line that is not a key, or that is indented by mistake"),
    "did not find expected ',' or ']'": message("a list [ that is not closed"),
    "did not find expected ',' or '}'": message("a group {{ that is not closed"),
    "did not find expected node content": message("a list [ or group {{ that is not closed"),
    "did not find expected '-' indicator": message("a list item without its -"),
    "did not find expected <document start>": message("a line that ends the front matter"),
}
_GLUED = re.compile(rf"(\s*(?:- +)?)({KEY})(?::(?=[^\s/:])|\uff1a\s*|\s*=\s*)(.*)")  # title:T, title：T, title = "T"
_CLOSED = re.compile(r"""("(?:[^"\\]|\\.)*"|'(?:[^']|'')*')\s*(?:#.*)?""")
_VALUE = re.compile(r"(\s*(?:- +)?(?:[^\W\d][\w -]*\s*:\s+)?)(\S.*)")  # behind a key, behind a hyphen, or behind both
_MARK = "\ufeff"


def syntax_error(error: yaml.MarkedYAMLError, header: str, path: str) -> Problem:
    """The problem of front matter that can't be parsed."""
    problem, context = error.problem or "", error.context or ""
    unclosed = "flow" in context or ("quoted" in context and "escape" not in problem and "number" not in problem)
    # A list or quotation that is never closed is at fault where it opens, a key without a colon where it is: not where
    # the parser met the end of it.
    opens = unclosed or "expected ':'" in problem
    at = position_of_mark((error.context_mark if opens else None) or error.problem_mark)
    lines = [*header.split("\n"), *[""] * at.line]
    # A byte order mark is no letter to libyaml; other characters that are not seen are.
    marked = next((number for number in range(at.line) if _MARK in lines[number].partition(":")[0]), None)
    if marked is not None and (unseen := unseen_in_key(lines[marked].partition(":")[0].lstrip(" -"))):
        return Problem(path, marked + 1, lines[marked].index(_MARK) + 1, "YAML", *unseen)
    for number, text, hint, column in _better(lines, at, problem):
        return Problem(path, number + 1, column, "YAML", text, hint)
    if "node content" in problem and (opening := opened(lines, at)):
        at, problem = opening
    return Problem(
        path,
        at.line,
        _column(problem, lines[at.line - 1], at.column),
        "YAML",
        _what(problem, lines[at.line - 1], at.column),
        hint_for(problem, lines, at, unclosed=unclosed),
    )


def _column(problem: str, line: str, column: int) -> int:
    """Where the value begins that can't begin so; libyaml tells of some where they end."""
    pair = PAIR.fullmatch(line)
    begins = pair and (pair[3] or "")[:1] in {"*", "&"} and PLAIN.get(problem) == _BEGINS
    return pair.start(3) + 1 if pair and begins else column


def _what(problem: str, line: str, column: int) -> Message:
    """What is wrong with the line, in which libyaml has found the problem."""
    special = cut_list(line) or wrong_commas(line) or text_after_list(problem, line, column)
    return special or PLAIN.get(problem) or message("not valid YAML: {reason}", reason=problem)


def no_keys(header: str, at: Position, path: str) -> Problem:
    """The problem of front matter that is YAML, but no list of keys."""
    lines = header.split("\n")
    number = next((number for number, line in enumerate(lines) if line.strip()), 0)
    if glued := _glued(lines[number]):
        column, text, hint = glued
        return Problem(path, number + 1, column, "YAML", text, hint)
    hint = message('write each line as "key: value", with a space after the colon')
    return Problem(path, at.line, at.column, "YAML", message("not a list of keys"), hint)


def _better(lines: list[str], at: Position, problem: str) -> Iterator[tuple[int, Message, Message, int]]:
    """What is at fault where that is another line than the one at which the parser ended, or is plain to see."""
    here = at.line - 1
    for number in range(max(here - 1, 0), here + 1):
        if glued := _glued(lines[number]):
            column, text, hint = glued
            yield number, text, hint, column
    yield from filter(None, (_apostrophe(lines, number) for number in range(here + 1)))
    if "expected key" in problem or "expected <document start>" in problem or "expected '-'" in problem:
        for number in range(here + 1):
            if found := _ends_early(lines[number], is_last=number == here):
                text, hint, column = found
                yield number, text, hint, column
    yield from _first_line(lines, problem)
    above = next((number for number in range(here - 1, 0, -1) if lines[number].strip()), 0)
    if "mapping values" in problem and above and not lines[here].startswith((" ", "\t")) and ":" not in lines[above]:
        key, _, value = lines[above].strip().partition(" ")
        text = PLAIN["could not find expected ':'"]
        yield above, text, message("write {line}", line=f"{key}: {value}".strip()), 1


def _first_line(lines: list[str], problem: str) -> Iterator[tuple[int, Message, Message, int]]:
    """The first key where it is indented, or in a list, so that the keys below it are at fault to the parser."""
    first = next((number for number, line in enumerate(lines) if line.strip() and line.lstrip()[0] != "#"), 0)
    line = lines[first].lstrip(" ")
    if "expected <document start>" in problem and line != lines[first] and PAIR.fullmatch(line):
        text = message("spaces at the beginning of the line, unlike the lines below")
        yield first, text, message("write {line}", line=line.rstrip()), 1
    if "expected '-'" in problem and lines[first].startswith("- ") and PAIR.fullmatch(line):
        text = message("a hyphen before a key")
        yield first, text, message("write {line}", line=line.lstrip("- ").rstrip()), 1


def _glued(line: str) -> tuple[int, Message, Message] | None:
    """A key without a space behind its colon, with a full-width colon, or with the = of TOML."""
    found = _GLUED.fullmatch(line)
    if not found or PAIR.fullmatch(line) or len(found[2]) > 30:
        return None
    right = f"{found[2].strip()}: {found[3].strip()}".rstrip()
    sign = line[found.end(2) :].lstrip()[:1]
    column = len(line) - len(line[found.end(2) :].lstrip()) + 1
    if sign == ":":
        return column + 1, message("no space after the colon"), message("write {line}", line=right)
    if sign == "=":
        return column, message("a = instead of a colon"), message("write {line}", line=right)
    return column, message("a full-width colon"), message("write {line}", line=right)


def _apostrophe(lines: list[str], number: int) -> tuple[int, Message, Message, int] | None:
    """A value that begins with an apostrophe which YAML takes for a quotation mark, and is not closed in its line."""
    found = _VALUE.fullmatch(lines[number])
    value = found[2].rstrip() if found else ""
    continues = number + 1 < len(lines) and lines[number + 1].startswith(" ")
    if not found or not is_apostrophe(value) or "'" in value[1:] or continues:
        return None
    text = message("an apostrophe at the beginning, which YAML reads as a quotation mark")
    line = f"{found[1].strip()} {in_quotes(value)}"
    return number, text, message("write {line}", line=line), found.start(2) + 1


def _ends_early(line: str, *, is_last: bool) -> tuple[Message, Message, int] | None:
    """A quoted value with a quotation mark inside that ends it, or, above the parser's last line, one never closed."""
    pair = PAIR.fullmatch(line)
    value = (pair[3] or "").strip() if pair else ""
    if not pair or value[:1] not in {'"', "'"} or _CLOSED.fullmatch(value):
        return None
    column, quote, key = pair.start(3) + 1, value[0], pair[2].strip()
    end = _CLOSED.match(value)
    items = unbracketed_items(value) if key in LISTS else ""
    right = message("write {line}", line=f"{key}: [{items}]" if items else f"{key}: {in_quotes(_meant(value))}")
    if end:
        return message("a quotation mark inside the text ends it"), right, column + end.end(1) - 1
    if is_last:
        return None
    return (
        message("a quotation mark that is not closed"),
        message("write {line}", line=f"{key}: {value}{quote}"),
        column,
    )


def _meant(value: str) -> str:
    """The text that was meant: without the quotation marks around it, unless the first closes within the text."""
    quote, inner = value[0], value[1:-1]
    if len(value) < 2 or value[-1] != quote:
        return value
    first = inner.find(quote)
    closes = first > 0 and not inner[first - 1].isspace() and not inner[first + 1 : first + 2].isalnum()
    return value if closes else inner.replace('\\"', '"') if quote == '"' else inner.replace("''", "'")
