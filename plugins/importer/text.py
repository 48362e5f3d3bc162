"""Recognises a digest in text pasted from a page: title, points, summary, other text, what to leave out."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from itertools import pairwise

from plugins.digest.marks import PIN, PINNED
from plugins.importer.leftovers import sift
from plugins.importer.lines import Line, cleaned, lines_of
from plugins.importer.notice import Rights
from plugins.importer.words import ASCII_BULLETS, BULLETS

LONGEST_TITLE = 200  # characters; a longer first line is a paragraph
_BULLET = re.compile(rf"[{BULLETS}][{BULLETS}\s]*|[{re.escape(ASCII_BULLETS)}](?:\s+|$)")
_BEFORE_PIN = re.compile(rf"(?<![*_])(?=[*_]{{0,3}}{PIN})")
_PIN_AND_SELECTORS = PIN + "\N{VARIATION SELECTOR-15}\N{VARIATION SELECTOR-16}"


class PieceKind(StrEnum):
    """What a stretch of pasted text is."""

    POINT = "point"
    SUMMARY = "summary"
    TEXT = "text"


class TitleFrom(StrEnum):
    """Where a title was taken from."""

    OPTION = "as given"
    FIRST_LINE = "from the first line"
    FILE_NAME = "from the file's name"
    ANSWER = "as answered"


@dataclass(frozen=True, slots=True)
class Piece:
    """A point, the summary or a paragraph as one line of plain text, without its bullet or 📌."""

    kind: PieceKind
    text: str
    line: int


@dataclass(frozen=True, slots=True)
class Imported:
    """A pasted text, recognised; `pieces` keep the order as pasted."""

    title: str
    title_from: TitleFrom
    pieces: tuple[Piece, ...]
    dropped: tuple[Line, ...]
    rights: Rights

    def _of(self, kind: PieceKind) -> tuple[Piece, ...]:
        return tuple(piece for piece in self.pieces if piece.kind is kind)

    @property
    def points(self) -> tuple[Piece, ...]:
        """The points."""
        return self._of(PieceKind.POINT)

    @property
    def summaries(self) -> tuple[Piece, ...]:
        """What opens with 📌; a digest has one."""
        return self._of(PieceKind.SUMMARY)

    @property
    def paragraphs(self) -> tuple[Piece, ...]:
        """Text that is neither title, point nor summary; it is kept."""
        return self._of(PieceKind.TEXT)


def recognise(text: str, *, title: str = "", name_title: str = "", holder: str = "") -> Imported:
    """The digest in the pasted text.

    Each bullet is a point on one level, whatever its sign and indentation; lines below it, up to an empty
    line, a bullet or 📌, belong to it. `title` is what the editor asked for; without it, the first line is
    the title if it is neither bullet nor 📌 and at most 200 characters long, else `name_title`.
    `holder` is the publication's own; a notice of another's is kept as the digest's rights.
    """
    sifted = sift(lines_of(text), holder=holder)
    lines, dropped = _apart(sifted.kept), sifted.dropped
    first = next((line for line in lines if line.text), Line(0, ""))
    origin = TitleFrom.OPTION if title else TitleFrom.FILE_NAME
    if not title and _is_headline(first.text):
        title, origin = first.text, TitleFrom.FIRST_LINE
        lines = tuple(Line(line.number, "") if line is first else line for line in lines)
    elif title and first.text.casefold() == cleaned(title).casefold():
        dropped = tuple(sorted((first, *dropped), key=lambda line: line.number))
        lines = tuple(Line(line.number, "") if line is first else line for line in lines)
    return Imported(cleaned(title or name_title), origin, tuple(_pieces(lines)), dropped, sifted.rights)


def _is_headline(text: str) -> bool:
    return bool(text) and len(text) <= LONGEST_TITLE and _classified(text)[0] is PieceKind.TEXT


def _apart(lines: tuple[Line, ...]) -> tuple[Line, ...]:
    """The lines with a break before each bullet or 📌 that lost its own.

    A line that opens with a bullet is cut at each further one of the same sign ("• one • two"). Any other
    line is cut only where no line opens with what it is cut at: at bullets, if it has two at least, and
    at its first 📌.
    """
    bulleted = any(line.text.startswith(tuple(BULLETS)) for line in lines)
    bullets = (_bullets_within(line.text, bulleted=bulleted) for line in lines)
    lines = tuple(part for line, cuts in zip(lines, bullets, strict=True) for part in _split(line, cuts))
    if any(_classified(line.text)[0] is PieceKind.SUMMARY for line in lines):
        return lines
    pins = ([found.start() for found in _BEFORE_PIN.finditer(line.text)][:1] for line in lines)
    return tuple(part for line, cuts in zip(lines, pins, strict=True) for part in _split(line, cuts))


def _bullets_within(text: str, *, bulleted: bool) -> list[int]:
    signs = text[:1] if text.startswith(tuple(BULLETS)) else "" if bulleted else BULLETS
    found = [at for at, char in enumerate(text) if char in signs]
    return found if bulleted or len(found) > 1 else []


def _split(line: Line, cuts: list[int]) -> Iterator[Line]:
    bounds = [0, *(cut for cut in cuts if cut), len(line.text)]
    return (Line(line.number, line.text[start:end].strip()) for start, end in pairwise(bounds))


def _classified(text: str) -> tuple[PieceKind, str]:
    """What the line begins, and its text without the sign that says so."""
    bullet = _BULLET.match(text)
    rest = text[bullet.end() :] if bullet else text
    if pin := PINNED.match(rest):
        return PieceKind.SUMMARY, _unpinned(rest, pin)
    return (PieceKind.POINT if bullet else PieceKind.TEXT), rest


def _unpinned(text: str, pin: re.Match[str]) -> str:
    """The summary's text; of bold around the 📌 or from it on, both ends go."""
    bold = pin.group().strip().removesuffix(PIN).strip()
    rest = text[pin.end() :].lstrip(_PIN_AND_SELECTORS + " \u00a0\u202f")
    return cleaned(rest.replace(bold[::-1], "", 1)) if bold else rest


def _pieces(lines: tuple[Line, ...]) -> Iterator[Piece]:
    """The pieces that have text; a bullet or 📌 alone on its line opens the next, past empty lines too."""
    current: Piece | None = None
    for line in lines:
        kind, text = _classified(line.text)
        if not line.text:
            if current and current.text:
                yield current
                current = None
        elif current and kind is PieceKind.TEXT:
            current = Piece(current.kind, f"{current.text} {text}".strip(), current.line)
        else:
            if current and current.text:
                yield current
            current = Piece(kind, text, line.number)
    if current and current.text:
        yield current
