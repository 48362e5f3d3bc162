"""Packs blocks and positions into bytes, instead of many small objects.

Thousands of digests cross processes, are stored and kept in memory, and most of them are only asked for their front
matter; the rest is unpacked when it is needed.
"""

import marshal
from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache
from typing import Any

from puntina.core.digest.parts import Block, BlockKind, Part, Phrase, Placeholder, Position, Side, Target, TextImage

# Of marshal's formats the last one in which equal values always give equal bytes: later ones tell interned strings
# and repeated objects apart.
FORMAT = 2

Rendered = tuple[tuple[Any, ...], ...]  # blocks as tuples of plain values, without positions in the file
Written = tuple[tuple[tuple[int, ...], ...], ...]  # for each part its line, then line and column of its links


def rendered(blocks: Iterable[Block]) -> Rendered:
    """What is rendered of the blocks, as plain values; equal values render equally."""
    return tuple([(block.kind.value, tuple([_rendered_part(part) for part in block.parts])) for block in blocks])


def pack_blocks(blocks: tuple[Block, ...], shown: Rendered) -> bytes:
    """The blocks as bytes; `shown` is their rendered form. Equal blocks give equal bytes."""
    written: Written = tuple([tuple([_positions_of(part) for part in block.parts]) for block in blocks])
    return marshal.dumps((shown, written), FORMAT)


def unpack_blocks(packed: bytes) -> tuple[Block, ...]:
    """The blocks that were packed."""
    return tuple(
        [
            Block(BlockKind(kind), tuple(map(_part, parts, positions)))
            for (kind, parts), positions in zip(*_loads(packed), strict=True)
        ]
    )


def first_text(packed: bytes, kind: BlockKind) -> str:
    """The plain text of the first part of this kind, for which nothing else is unpacked, or ""."""
    shown, _ = _loads(packed)
    return next((str(text) for each, parts in shown if each == kind.value for _, text in parts), "")


def pack_positions(positions: Iterable[tuple[str, Position]]) -> bytes:
    """Names with their positions as bytes; equal ones in the same order give equal bytes."""
    return marshal.dumps(tuple((name, position.line, position.column) for name, position in positions), FORMAT)


@lru_cache(maxsize=4)  # all positions of a file are asked for one after another; a run of bytes knows its hash
def unpack_positions(packed: bytes) -> Mapping[str, Position]:
    """The unpacked positions, by name."""
    return {name: Position(line, column) for name, line, column in _loads(packed)}


def holds_any(packed: bytes) -> bool:
    """Whether a packed block has placeholders."""
    shown, _ = _loads(packed)
    return any(type(piece) is not str for _, parts in shown for pieces, _ in parts for piece in pieces)


def _rendered_part(part: Part) -> tuple[tuple[Any, ...], str]:
    if _is_plain(part.pieces):
        return part.pieces, part.text
    return tuple([piece if type(piece) is str else _rendered_piece(piece) for piece in part.pieces]), part.text


def _is_plain(pieces: tuple[Any, ...]) -> bool:
    """Whether nothing in the pieces waits for its final form, at first sight: so it is with most."""
    return len(pieces) == 1 and type(pieces[0]) is str


def _rendered_piece(piece: str | Placeholder) -> str | tuple[str | bool, ...]:
    """The piece as plain values, told apart by how many there are."""
    if isinstance(piece, Side):
        return piece.side, "side"
    if isinstance(piece, Target):
        return piece.href, piece.image
    if isinstance(piece, TextImage):
        return piece.target.href, piece.alt, piece.title
    return (piece.message,) if isinstance(piece, Phrase) else str(piece)


def _positions_of(part: Part) -> tuple[int, ...]:
    if _is_plain(part.pieces):
        return (part.line,)
    positions = (position for target in part.targets for position in (target.position.line, target.position.column))
    return (part.line, *positions)


def _part(shown: tuple[tuple[Any, ...], str], positions: tuple[int, ...]) -> Part:
    pieces, text = shown
    left = iter(positions)
    line = next(left)
    if not _is_plain(pieces):
        pieces = tuple([piece if type(piece) is str else _piece(piece, left) for piece in pieces])
    return Part(pieces, text, line)


def _piece(shown: tuple[Any, ...], positions: Iterator[int]) -> Placeholder:
    if len(shown) == 1:
        return Phrase(*shown)
    if len(shown) == 3:
        href, alt, title = shown
        return TextImage(Target(href, Position(next(positions), next(positions)), image=True), alt, title)
    href, image = shown
    if image == "side":
        return Side(href)
    return Target(href, Position(next(positions), next(positions)), image)


def _loads(packed: bytes) -> Any:
    return marshal.loads(packed)  # noqa: S302 - what we packed ourselves; a store of pickles is trusted no less
