"""A digest's text as a lite page has it: words in place of pictures, and no more than fits."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from functools import partial

from markdown_it.common.utils import escapeHtml
from markupsafe import Markup, escape

from puntina.core.digest import Block, BlockKind, Part, Phrase, Placeholder, Side, Target, TextImage

Resolve = Callable[[Target | Phrase], str]  # the address of a link, or a phrase in its language
TAGS = 120  # bytes around a part, at most: those of the summary's box with its label


def worded(blocks: tuple[Block, ...], resolve: Resolve) -> tuple[Block, ...]:
    """The blocks with the words of each picture in its place, addresses in place of links, phrases in their language.

    Most digests are text alone, and stay as they are.
    """
    if all(len(part.pieces) == 1 and type(part.pieces[0]) is str for block in blocks for part in block.parts):
        return blocks
    return tuple([block.resolved(partial(_in_words, resolve)) for block in blocks])


def _in_words(resolve: Resolve, held: Placeholder) -> str:
    """The piece without looks: of a picture its words, of a table's cell no side."""
    if isinstance(held, TextImage):
        return Markup(escapeHtml(held.alt))  # noqa: S704 - escaped as pages have it
    return "" if isinstance(held, Side) else resolve(held)


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
