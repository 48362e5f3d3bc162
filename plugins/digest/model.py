"""The digest as a type: front matter, blocks, points and summary, each with its source line."""

import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass, replace
from enum import StrEnum

from markupsafe import Markup, escape


class Status(StrEnum):
    """What an editor says of a digest: hidden has a page but is in no list and no feed."""

    DRAFT = "draft"
    PUBLISHED = "published"
    HIDDEN = "hidden"


class Kind(StrEnum):
    """What a content file is: a dated digest or a standing page."""

    DIGEST = "digest"
    PAGE = "page"


@dataclass(frozen=True, slots=True)
class Place:
    """Where something was written; both count from 1."""

    line: int
    column: int


@dataclass(frozen=True, slots=True)
class Source:
    """A document that a digest is based on."""

    name: str
    title: str = ""
    url: str = ""
    date: dt.date | None = None
    lang: str = ""
    paywall: bool = False
    archive: str = ""


@dataclass(frozen=True, slots=True)
class Rights:
    """What a digest says of its own copyright; empty fields leave it to the publication."""

    holder: str = ""
    year: str = ""
    licence: str = ""


@dataclass(frozen=True, slots=True)
class FrontMatter:
    """Every key of the front matter, typed; `places` says where each was written."""

    title: str
    date: dt.datetime | None
    lang: str
    slug: str
    translation_key: str
    id: str = ""
    guid: str = ""
    modified: dt.datetime | None = None
    category: str = ""
    tags: tuple[str, ...] = ()
    authors: tuple[str, ...] = ()
    sources: tuple[Source, ...] = ()
    summary: str = ""
    status: Status = Status.PUBLISHED
    copyright: Rights = Rights()
    share: tuple[str, ...] | None = None  # None: as the publication chooses; (): off
    template: str = ""
    extra: tuple[tuple[str, str], ...] = ()
    places: tuple[tuple[str, Place], ...] = ()

    def place(self, key: str, item: str = "") -> Place:
        """Where the key, or an item of its list, was written; the first line where it was not."""
        places = dict(self.places)
        return places.get(f"{key}: {item}") or places.get(key, Place(1, 1))


@dataclass(frozen=True, slots=True)
class Target:
    """A link to one of the publication's own files, percent-encoded; it gets an address when all files are known."""

    href: str
    place: Place
    image: bool = False

    def __str__(self) -> str:
        return self.href


@dataclass(frozen=True, slots=True)
class Phrase:
    """A word of ours inside a digest, in English until the digest's own language is at hand."""

    message: str

    def __str__(self) -> str:
        return self.message


Resolve = Callable[[Target | Phrase], str]


@dataclass(frozen=True, slots=True)
class Part:
    """A stretch of a digest: its HTML (in pieces while links wait for addresses), its text, its line."""

    pieces: tuple[str | Target | Phrase, ...]
    text: str
    line: int

    @property
    def html(self) -> Markup:
        """The HTML; links that have no address yet are printed as they were typed."""
        printed = (piece if isinstance(piece, str) else escape(str(piece)) for piece in self.pieces)
        return Markup("".join(printed))  # noqa: S704 - made by our renderer, raw HTML is off

    @property
    def targets(self) -> tuple[Target, ...]:
        """The links that wait for an address."""
        return tuple(piece for piece in self.pieces if isinstance(piece, Target))

    def resolved(self, resolve: Resolve) -> "Part":
        """This part with an address in place of each link, and a word in place of each phrase."""
        pieces = (piece if isinstance(piece, str) else escape(resolve(piece)) for piece in self.pieces)
        return replace(self, pieces=("".join(pieces),))


class BlockKind(StrEnum):
    """What a block of a digest is."""

    POINTS = "points"
    SUMMARY = "summary"
    BODY = "body"


@dataclass(frozen=True, slots=True)
class Block:
    """One block in the order as written: a list of points, the summary (inline HTML), or other text (flow HTML)."""

    kind: BlockKind
    parts: tuple[Part, ...]


@dataclass(frozen=True, slots=True)
class Digest:
    """One content file, read: what every rendition is made from."""

    path: str  # below content/, with slashes
    kind: Kind
    meta: FrontMatter
    blocks: tuple[Block, ...]
    teaser: str  # plain text: first sentence of the summary, else of the first point or text
    words: int
    anchors: tuple[str, ...] = ()  # the ids inside the HTML that a link may name

    def _parts(self, kind: BlockKind) -> tuple[Part, ...]:
        return tuple(part for block in self.blocks if block.kind is kind for part in block.parts)

    @property
    def points(self) -> tuple[Part, ...]:
        """The points, in order."""
        return self._parts(BlockKind.POINTS)

    @property
    def summary(self) -> Part | None:
        """The 📌 summary in full, or None."""
        return next(iter(self._parts(BlockKind.SUMMARY)), None)

    @property
    def body(self) -> tuple[Part, ...]:
        """Everything that is neither point nor summary, in order."""
        return self._parts(BlockKind.BODY)

    @property
    def targets(self) -> tuple[Target, ...]:
        """The links to the publication's own files, in order."""
        return tuple(target for block in self.blocks for part in block.parts for target in part.targets)

    @property
    def summary_text(self) -> str:
        """The summary as plain text: as the front matter has it, else the 📌 text, else the teaser."""
        return self.meta.summary or (self.summary.text if self.summary else self.teaser)

    def resolved(self, resolve: Resolve) -> "Digest":
        """This digest with an address in place of each link, and a word in place of each phrase."""
        blocks = (replace(block, parts=tuple(part.resolved(resolve) for part in block.parts)) for block in self.blocks)
        return replace(self, blocks=tuple(blocks))
