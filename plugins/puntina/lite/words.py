"""A digest's text as a lite page has it: words in place of pictures, and no more than fits."""

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from itertools import groupby

from markupsafe import escape

from puntina.core.digest import Block, BlockKind, Held, Part, Side, Size, Target

Piece = str | Held
Resolve = Callable[[Held], str]
# A picture as Markdown's renderer prints it, but for its address, which is a piece of its own.
_BEFORE = re.compile(r"<img [^<>]*$")
_AFTER = re.compile(r'"(?: alt="([^"]*)")?[^>]*>')
TAGS = 120  # bytes around a part, at most: those of the summary's box with its label


def worded(blocks: tuple[Block, ...], resolve: Resolve) -> tuple[Block, ...]:
    """The blocks with the words of each picture in its place, addresses in place of links, phrases in their language.

    Most digests are text alone, and stay as they are.
    """
    if all(_is_plain(part.pieces) for block in blocks for part in block.parts):
        return blocks
    return tuple([replace(block, parts=tuple([_worded(part, resolve) for part in block.parts])) for block in blocks])


def _is_plain(pieces: tuple[Piece, ...]) -> bool:
    return len(pieces) == 1 and type(pieces[0]) is str


def _worded(part: Part, resolve: Resolve) -> Part:
    return replace(part, pieces=("".join(_pieces(part.pieces, resolve)),))


def _pieces(pieces: tuple[Piece, ...], resolve: Resolve) -> Iterator[str]:
    """The pieces as text, without what of a picture's element stands around its address, sizes and sides."""
    pieces = tuple(_without_looks(pieces))
    for before, piece, after in zip(("", *pieces[:-1]), pieces, (*pieces[1:], ""), strict=True):
        if isinstance(piece, str):
            text = _AFTER.sub(r"\1", piece, count=1) if _is_picture(before) else piece
            yield _BEFORE.sub("", text) if _is_picture(after) else text
        elif not _is_picture(piece):
            yield str(escape(resolve(piece)))


def _without_looks(pieces: tuple[Piece, ...]) -> Iterator[Piece]:
    """The pieces without pictures' sizes and cells' sides; what stands around one is a single text."""
    for is_text, run in groupby(
        (piece for piece in pieces if not isinstance(piece, Size | Side)), lambda piece: type(piece) is str
    ):
        found = list(run)
        yield from ["".join(map(str, found))] if is_text else found


def _is_picture(piece: Piece) -> bool:
    return isinstance(piece, Target) and piece.image


def fitting(blocks: tuple[Block, ...], room: int) -> tuple[tuple[Block, ...], bool]:
    """As much of the blocks as `room` bytes of HTML hold, and whether that is all; if not, the summary first."""
    if sum([_size(part) for block in blocks for part in block.parts]) <= room:
        return blocks, True
    kept: list[Block] = []
    for block in sorted(blocks, key=lambda block: block.kind is not BlockKind.SUMMARY):
        parts = tuple(_holding(block.parts, room))
        room -= sum(map(_size, parts))
        if parts:
            kept.append(replace(block, parts=parts))
        if len(parts) < len(block.parts):
            break
    return tuple(kept), False


def _holding(parts: Iterable[Part], room: int) -> Iterator[Part]:
    """The first of the parts, as many as there is room for."""
    for part in parts:
        room -= _size(part)
        if room < 0:
            return
        yield part


def _size(part: Part) -> int:
    """The bytes that the part takes, or a few more."""
    return len(part.html.encode()) + TAGS


def bytes_of(*texts: str) -> int:
    """The bytes that the texts take together when they are escaped."""
    return len(escape("".join(texts)).encode())
