"""The words before the points that a dated note is about, as HTML that reads well without our theme."""

from collections.abc import Callable, Iterable
from dataclasses import replace

from markupsafe import escape

from puntina.core.digest import Block, BlockKind, Digest, Part
from puntina.core.digest.noted import point_marks
from puntina.core.locales import N_

MARKS = {"update": N_("New"), "correction": N_("Corrected")}  # as full pages say it


def with_marks(blocks: Iterable[Block], digest: Digest, gettext: Callable[[str], str]) -> tuple[Block, ...]:
    """The blocks of the digest, whose links have their addresses, with a word before each point that has a note."""
    left = iter(point_marks(digest) if digest.meta.updates else ())
    return tuple(
        [
            replace(block, parts=tuple([_marked(part, next(left, ""), gettext) for part in block.parts]))
            if block.kind is BlockKind.POINTS
            else block
            for block in blocks
        ]
    )


def _marked(part: Part, kind: str, gettext: Callable[[str], str]) -> Part:
    """The part with the word, which has a direction of its own: that of the point follows from the point's text."""
    if not kind:
        return part
    return replace(part, pieces=(f'<strong dir="auto">{escape(gettext(MARKS[kind]))}</strong> {part.html}',))
