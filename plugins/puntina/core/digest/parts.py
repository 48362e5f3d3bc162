"""The parts of a digest: blocks of parts with source lines, and placeholders for links that are resolved later."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from enum import StrEnum

from markdown_it.common.utils import escapeHtml
from markupsafe import Markup, escape

from puntina.core.digest.pickling import Portable


@dataclass(frozen=True, slots=True)
class Position(Portable):
    """A position in a source file; line and column count from 1."""

    line: int
    column: int


@dataclass(frozen=True, slots=True)
class Target(Portable):
    """A link to one of the publication's own files, percent-encoded; resolved to a URL when all files are known."""

    href: str
    position: Position
    image: bool = False

    def __str__(self) -> str:
        return self.href


@dataclass(frozen=True, slots=True)
class Phrase(Portable):
    """A word of Puntina's inside a digest, in English until it is translated into the digest's language."""

    message: str

    def __str__(self) -> str:
        return self.message


@dataclass(frozen=True, slots=True)
class TextImage(Portable):
    """A picture in a text: the link to its file, its alternative text, and its title or ""."""

    target: Target
    alt: str
    title: str = ""

    def html(self, url: str, size: Markup) -> Markup:
        """The element; a text begins with points, so its pictures are below the fold and load late."""
        title = f' title="{escapeHtml(self.title)}"' if self.title else ""
        shown = f'<img src="{escape(url)}" alt="{escapeHtml(self.alt)}"{title} loading="lazy" decoding="async"{size} />'
        return Markup(shown)  # noqa: S704 - every value in it is escaped

    def __html__(self) -> str:
        return self.html(self.target.href, Markup(""))


@dataclass(frozen=True, slots=True)
class Side(Portable):
    """The alignment of a table cell, "right" or "center": a class on pages, an attribute in feeds."""

    side: str

    def __html__(self) -> str:
        return f' class="{self.side}"'


Placeholder = Target | TextImage | Phrase | Side
Resolve = Callable[[Placeholder], str]  # its result is escaped, unless it is Markup


@dataclass(frozen=True, slots=True)
class Part(Portable):
    """A part of a digest: its HTML (in pieces, with placeholders for unresolved links), its text, its line."""

    pieces: tuple[str | Placeholder, ...]
    text: str
    line: int

    @property
    def html(self) -> Markup:
        """The HTML; unresolved links are rendered as they were typed."""
        if len(self.pieces) == 1 and type(self.pieces[0]) is str:  # as most are
            return Markup(self.pieces[0])  # noqa: S704 - made by our renderer, raw HTML is off
        rendered = (piece if isinstance(piece, str) else escape(piece) for piece in self.pieces)
        return Markup("".join(rendered))  # noqa: S704 - likewise

    @property
    def targets(self) -> tuple[Target, ...]:
        """The unresolved links."""
        placeholder = (piece.target if isinstance(piece, TextImage) else piece for piece in self.pieces)
        return tuple([piece for piece in placeholder if isinstance(piece, Target)])

    @property
    def images(self) -> tuple[TextImage, ...]:
        """The pictures."""
        return tuple([piece for piece in self.pieces if isinstance(piece, TextImage)])

    def resolved(self, resolve: Resolve) -> "Part":
        """This part with placeholders replaced: URLs for links, translated words for phrases."""
        pieces = (piece if isinstance(piece, str) else escape(resolve(piece)) for piece in self.pieces)
        return replace(self, pieces=("".join(pieces),))


class BlockKind(StrEnum):
    """What a block of a digest is."""

    POINTS = "points"
    SUMMARY = "summary"
    BODY = "body"


@dataclass(frozen=True, slots=True)
class Block(Portable):
    """One block in the order as written: a list of points, the summary (inline HTML), or other text (flow HTML)."""

    kind: BlockKind
    parts: tuple[Part, ...]

    def resolved(self, resolve: Resolve) -> "Block":
        """This block with placeholders replaced: URLs for links, translated words for phrases."""
        return replace(self, parts=tuple(part.resolved(resolve) for part in self.parts))
