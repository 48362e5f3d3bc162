"""Recognises a digest in text pasted from a page: title, points, summary, other text, what to leave out."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from enum import StrEnum
from itertools import pairwise

from puntina.commands.importer.boilerplate import strip_boilerplate
from puntina.commands.importer.lines import Line, cleaned, lines_of, unstyled
from puntina.commands.importer.notice import Rights
from puntina.commands.importer.origins import TitleFrom
from puntina.core.digest.bullets import SOLID, Kind, ListMarker, list_marker
from puntina.core.digest.markdown_rules import PIN, PINNED

LONGEST_TITLE = 200  # characters; a longer first line is a paragraph
_POINTS = frozenset({Kind.BULLET, Kind.HYPHEN, Kind.LETTER})
_WITHIN = frozenset("•‣◦●▪")  # signs that are bullets in the midst of a line, too
_FEWEST = 2  # lines that begin with one dash, or with numbers that count up, for them to be points
_BEFORE_PIN = re.compile(rf"(?<![*_])(?=[*_]{{0,3}}{PIN})")
_PIN_AND_SELECTORS = PIN + "\N{VARIATION SELECTOR-15}\N{VARIATION SELECTOR-16}"


class PieceKind(StrEnum):
    """The kind of a piece of pasted text."""

    POINT = "point"
    SUMMARY = "summary"
    TEXT = "text"


@dataclass(frozen=True, slots=True)
class Piece:
    """A point, the summary or a paragraph as one line of plain text, without its bullet or 📌."""

    kind: PieceKind
    text: str
    line: int
    level: int = 0  # of a point: how many lists it is within


@dataclass(frozen=True, slots=True)
class Imported:
    """A pasted text, recognised; `pieces` keep the order as pasted."""

    title: str
    title_from: TitleFrom
    pieces: tuple[Piece, ...]
    dropped: tuple[Line, ...]
    rights: Rights
    joined: tuple[Line, ...] = ()  # lines that go on with the one above
    markdown: str = ""  # the body, where the text was Markdown already
    tags: tuple[str, ...] = ()
    summary: str = ""  # for cards, where front matter has one besides the text's

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

    Each bullet is a point, or is within the one above where its sign is of the next level, or Markdown's and indented
    more; so are lines that begin
    with one dash, or with numbers that count up. Lines below it, up to an empty line, a bullet or 📌, belong to it.
    `title` is what the editor asked for; without it, the first line is the title if it is neither bullet nor 📌 and at
    most 200 characters long, else `name_title`.
    `holder` is the publication's own; a notice of another's is kept as the digest's rights.
    """
    stripped = strip_boilerplate(lines_of(text), holder=holder)
    lines, dropped = _apart(_listed(stripped.kept)), stripped.dropped
    first = next((line for line in lines if line.text), Line(0, ""))
    origin = TitleFrom.OPTION if title else TitleFrom.FILE_NAME
    if not title and _is_headline(first.text):
        title, origin = unstyled(first.text), TitleFrom.FIRST_LINE
        lines = tuple(Line(line.number, "") if line is first else line for line in lines)
    elif title and first.text.casefold() == cleaned(title).casefold():
        dropped = tuple(sorted((first, *dropped), key=lambda line: line.number))
        lines = tuple(Line(line.number, "") if line is first else line for line in lines)
    joined: list[Line] = []
    pieces = tuple(_levelled(_pieces(lines, joined)))
    return Imported(cleaned(title or name_title), origin, pieces, dropped, stripped.rights, tuple(joined))


def _is_headline(text: str) -> bool:
    return bool(text) and len(text) <= LONGEST_TITLE and _classified(text)[0] is PieceKind.TEXT


def _listed(lines: tuple[Line, ...]) -> tuple[Line, ...]:
    """The lines with a bullet in place of dashes and of numbers, where these make a list."""
    found = {line: list_marker(line.text) for line in lines}
    dashes = [line for line, each in found.items() if each and each.kind is Kind.DASH]
    numbers = [line for line, each in found.items() if each and each.kind is Kind.NUMBER]
    outer = min((line.indent for line in numbers), default=0)
    counted = [int(each.sign[:-1]) for line in numbers if (each := found[line]) and line.indent == outer]
    points = set(dashes if len(dashes) >= _FEWEST else ())
    if len(counted) >= _FEWEST and counted == list(range(counted[0], counted[0] + len(counted))):
        points.update(numbers)
    bulleted = any(each and each.kind is Kind.BULLET for each in found.values())
    left = min((line.indent for line, each in found.items() if each), default=0)
    return tuple(
        replace(line, text=f"{'◦' if bulleted or line.indent > left else '•'} {each.text}")
        if line in points and (each := found[line])
        else line
        for line in lines
    )


def _apart(lines: tuple[Line, ...]) -> tuple[Line, ...]:
    """The lines with a break before each bullet or 📌 that lost its own.

    A line that opens with a bullet is cut at each further one of the same sign ("• one • two"). Any other
    line is cut only where no line opens with what it is cut at: at bullets, if it has two at least, and
    at its first 📌.
    """
    bulleted = any(_begins(line.text) for line in lines)
    bullets = (_bullets_within(line.text, bulleted=bulleted) for line in lines)
    lines = tuple(part for line, cuts in zip(lines, bullets, strict=True) for part in _split(line, cuts))
    if any(_classified(line.text)[0] is PieceKind.SUMMARY for line in lines):
        return lines
    pins = ([found.start() for found in _BEFORE_PIN.finditer(line.text)][:1] for line in lines)
    return tuple(part for line, cuts in zip(lines, pins, strict=True) for part in _split(line, cuts))


def _bullets_within(text: str, *, bulleted: bool) -> list[int]:
    signs = text[:1] if _begins(text) else "" if bulleted else _WITHIN
    found = [at for at, char in enumerate(text) if char in signs]
    return found if bulleted or len(found) > 1 else []


def _begins(text: str) -> bool:
    found = list_marker(text)
    return bool(found and found.kind is Kind.BULLET and found.sign in SOLID)


def _split(line: Line, cuts: list[int]) -> Iterator[Line]:
    bounds = [0, *(cut for cut in cuts if cut), len(line.text)]
    return (replace(line, text=line.text[start:end].strip()) for start, end in pairwise(bounds))


def _classified(text: str) -> tuple[PieceKind, str]:
    """What the line begins, and its text without the sign that says so."""
    found, rest = list_marker(text), text
    is_point = bool(found and found.kind in _POINTS)
    while found and found.kind in _POINTS:
        rest, found = found.text, _again(found)
    if pin := PINNED.match(rest):
        return PieceKind.SUMMARY, _unpinned(rest, pin)
    return (PieceKind.POINT if is_point else PieceKind.TEXT), rest


def _again(found: ListMarker) -> ListMarker | None:
    """A second bullet after the first."""
    more = list_marker(found.text)
    return more if more and more.kind is Kind.BULLET else None


def _unpinned(text: str, pin: re.Match[str]) -> str:
    """The summary's text; of bold around the 📌 or from it on, both ends go."""
    bold = pin.group().strip().removesuffix(PIN).strip()
    rest = text[pin.end() :].lstrip(_PIN_AND_SELECTORS + " \u00a0\u202f")
    return cleaned(rest.replace(bold[::-1], "", 1)) if bold else rest


def _pieces(lines: tuple[Line, ...], joined: list[Line]) -> Iterator[tuple[Piece, ListMarker | None]]:
    """The pieces that have text, each with its sign; a bullet or 📌 alone on its line opens the next.

    Lines that go on with the one above are noted in `joined`.
    """
    sign: ListMarker | None = None
    current: Piece | None = None
    for line in lines:
        kind, text = _classified(line.text)
        if not line.text:
            if current and current.text:
                yield current, sign
                current = None
        elif current and kind is PieceKind.TEXT:
            if current.text:
                joined.append(line)
            current = Piece(current.kind, f"{current.text} {text}".strip(), current.line)
        else:
            if current and current.text:
                yield current, sign
            current, sign = Piece(kind, text, line.number), list_marker(" " * line.indent + line.text)
    if current and current.text:
        yield current, sign


def _levelled(found: Iterator[tuple[Piece, ListMarker | None]]) -> Iterator[Piece]:
    """The pieces, each point on the level that its sign has among those above it."""
    above: list[ListMarker] = []
    for piece, sign in found:
        if piece.kind is not PieceKind.POINT or sign is None:
            above = []
            yield piece
            continue
        while above and not _is_below(sign, above[-1]):
            above.pop()
        yield replace(piece, level=len(above)) if above else piece
        above.append(sign)


def _is_below(sign: ListMarker, above: ListMarker) -> bool:
    """Whether the point is within the other: by its sign, or, as Markdown's have no levels, by its indentation."""
    return sign.is_below(above) or (sign.kind is Kind.HYPHEN and sign.width > above.width + 1)
