"""Pasted text as cleaned lines with their numbers."""

import re
import unicodedata
from dataclasses import dataclass, field

from puntina.core.digest.bullets import INVISIBLE, Kind, bullet, list_marker

# Soft hyphen, zero-width space, word joiner, byte order mark: not seen, and in the way of every search.
_INVISIBLE = str.maketrans(dict.fromkeys("\u00ad\u200b\u2060\ufeff"))
_BEFORE = re.compile(rf"^[\s{INVISIBLE}]+")  # marks of direction and the like, in front of a bullet or alone on a line
_QUOTED = re.compile(r"^(?:>[ \t]?)+", re.MULTILINE)
_BREAKS = re.compile("[\u2028\u2029]")
_STYLED = re.compile(r"([*_]{1,3})(?![\s*_])(?P<title>(?:(?!\1).)+)(?<!\s)\1")
_NO_BREAK = "\u00a0\u202f"


@dataclass(frozen=True, slots=True)
class Line:
    """A line of the pasted file, from 1; several may share a number."""

    number: int
    text: str
    indent: int = field(default=0, compare=False)  # columns before a bullet, which may say its level


def lines_of(text: str) -> tuple[Line, ...]:
    """The text's lines, cleaned; U+2028 and U+2029 end a line but do not count as one."""
    numbered = enumerate(_unquoted(text).split("\n"), 1)
    return tuple(
        Line(number, _lettered(part), _indent(part)) for number, line in numbered for part in _BREAKS.split(line)
    )


def _indent(line: str) -> int:
    found = list_marker(line) if line[:1].isspace() else None
    return found.width if found else 0


def _unquoted(text: str) -> str:
    """The text of a mail that is quoted as a whole, without the signs before its lines."""
    lines = [line for line in text.split("\n") if line.strip()]
    return (
        _QUOTED.sub("", text) if lines and all(line.lstrip().startswith(">") for line in lines[1:] or lines) else text
    )


def _lettered(line: str) -> str:
    """The line, cleaned; a letter that is left of Word's bullet keeps its tab, which alone tells it from a word."""
    found = bullet(line)
    return f"{found.sign}\t{cleaned(found.text)}" if found and found.kind is Kind.LETTER else cleaned(line)


def cleaned(text: str) -> str:
    """The text in Unicode form C, without invisible characters and outer white space, single spaces within.

    A no-break space stays where it holds a figure to its word (`29 %`); elsewhere it is an editor program's.
    """
    shown = unicodedata.normalize("NFC", text.translate(_INVISIBLE))
    return re.sub(r"\s+", _space, _BEFORE.sub("", shown)).strip()


def _space(match: re.Match[str]) -> str:
    start, end = match.span()
    around = match.string[max(start - 1, 0) : end + 1]
    holds = match.group() in _NO_BREAK and any(char.isdigit() for char in around)
    return match.group() if holds else " "


def unstyled(title: str) -> str:
    """The title without the stars or underscores around the whole of it, which make it bold in Markdown and in chats.

    >>> unstyled("*Chip*"), unstyled("*a* e *b*")
    ('Chip', '*a* e *b*')
    """
    found = _STYLED.fullmatch(title)
    return found["title"] if found else title
