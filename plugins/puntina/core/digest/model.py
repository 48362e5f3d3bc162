"""The digest as a type: front matter, and blocks of points, summary and text."""

import datetime as dt
from dataclasses import dataclass
from enum import StrEnum
from typing import Self

from puntina.core.digest.fingerprint import fingerprint
from puntina.core.digest.parts import Block, BlockKind, Part, Position, Resolve, Target
from puntina.core.digest.pickling import Portable
from puntina.core.digest.problem import Problem
from puntina.core.digest.serialization import (
    first_text,
    holds_any,
    pack_blocks,
    pack_positions,
    rendered,
    unpack_blocks,
    unpack_positions,
)


class Status(StrEnum):
    """The status that an editor sets; a hidden digest has a page but is in no list and no feed."""

    DRAFT = "draft"
    PUBLISHED = "published"
    HIDDEN = "hidden"


class Kind(StrEnum):
    """What a content file is: a dated digest or a standing page."""

    DIGEST = "digest"
    PAGE = "page"


@dataclass(frozen=True, slots=True)
class Source(Portable):
    """A document that a digest is based on."""

    name: str
    title: str = ""
    url: str = ""
    date: dt.date | None = None
    lang: str = ""
    paywall: bool = False
    archive: str = ""


@dataclass(frozen=True, slots=True)
class Image(Portable):
    """The picture of a digest: the link to its file, percent-encoded, what it shows in words, and whose it is."""

    href: str
    alt: str
    credit: str = ""


class Change(StrEnum):
    """The kind of an update to a published digest: more is known, something was wrong, or everything was."""

    UPDATE = "update"
    CORRECTION = "correction"
    RETRACTION = "retraction"


@dataclass(frozen=True, slots=True)
class Update(Portable):
    """A dated note on a digest; `points` are the numbers of the points that it is about, counted from 1."""

    date: dt.datetime
    text: str
    position: Position
    kind: Change = Change.UPDATE
    points: tuple[int, ...] = ()
    exact: bool = False  # whether the date was written to the second
    positions: tuple[Position, ...] = ()  # where each of the points was written


@dataclass(frozen=True, slots=True)
class Rights(Portable):
    """What a digest says of its own copyright; empty fields leave it to the publication."""

    holder: str = ""
    year: str = ""
    licence: str = ""


@dataclass(frozen=True, slots=True)
class FrontMatter(Portable):
    """Every key of the front matter, typed; `positions` has the position of each, packed."""

    title: str
    date: dt.datetime | None
    lang: str
    slug: str
    translation_key: str
    id: str = ""
    guid: str = ""
    modified: dt.datetime | None = None
    edition: dt.date | None = None  # None: the day of its date
    category: str = ""
    tags: tuple[str, ...] = ()
    thread: str = ""  # the matter that it is about with others over time, as readers of its language call it
    authors: tuple[str, ...] = ()
    sources: tuple[Source, ...] = ()
    summary: str = ""
    status: Status = Status.PUBLISHED
    copyright: Rights = Rights()
    share: tuple[str, ...] | None = None  # None: as the publication chooses; (): off
    template: str = ""
    image: Image | None = None
    aliases: tuple[str, ...] = ()  # addresses that it had before, as typed
    updates: tuple[Update, ...] = ()  # newest first
    expires: dt.datetime | None = None  # from when it is in no list and no feed
    extra: tuple[tuple[str, str], ...] = ()
    exact: tuple[str, ...] = ()  # those of date and modified that were written to the second
    dated: dt.datetime | None = None  # the date with the offset of its own that it was written with
    positions: bytes = pack_positions(())

    @property
    def address_date(self) -> dt.datetime | None:
        """The date for URLs and derived ids: as written, so that they do not change with TIMEZONE."""
        return self.dated or self.date

    @property
    def retraction(self) -> Update | None:
        """The update that retracts it, or None."""
        return next((update for update in self.updates if update.kind is Change.RETRACTION), None)

    def position(self, key: str, item: str = "") -> Position:
        """The position of the key, or of an item of its list; the first line if it was not written."""
        positions = unpack_positions(self.positions)
        return positions.get(f"{key}: {item}") or positions.get(key, Position(1, 1))

    def has(self, key: str) -> bool:
        """Whether the key was written, and not inferred."""
        return key in unpack_positions(self.positions)


@dataclass(frozen=True, slots=True)
class Digest(Portable):
    """One parsed content file, from which every rendition is made.

    The blocks are kept packed, and unpacked each time they are asked for: thousands of digests wait in memory and
    cross processes for each one that is rendered.
    """

    path: str  # below content/, with slashes
    kind: Kind
    meta: FrontMatter
    packed: bytes  # the blocks
    teaser: str  # plain text: first sentence of the summary, else of the first point or text
    words: int  # as its language counts them
    anchors: tuple[str, ...]  # the ids inside the HTML that a link may name
    targets: tuple[Target, ...]  # the links to the publication's own files, in order
    fingerprint: bytes  # of all that can be printed of it, which is all but the places in the file

    @classmethod
    def of(
        cls,
        path: str,
        kind: Kind,
        meta: FrontMatter,
        blocks: tuple[Block, ...],
        *,
        teaser: str,
        words: int,
        anchors: tuple[str, ...],
    ) -> Self:
        """The digest of these blocks."""
        targets = tuple(target for block in blocks for part in block.parts for target in part.targets)
        shown = rendered(blocks)
        checksum = fingerprint(shown, path, kind, meta, teaser, words, anchors)
        return cls(path, kind, meta, pack_blocks(blocks, shown), teaser, words, anchors, targets, checksum)

    def with_blocks(self, blocks: tuple[Block, ...]) -> Self:
        """This digest with other blocks, or with its own in another order."""
        return self.of(
            self.path, self.kind, self.meta, blocks, teaser=self.teaser, words=self.words, anchors=tuple(self.anchors)
        )

    @property
    def blocks(self) -> tuple[Block, ...]:
        """Points, summary and other text in the order as written."""
        return unpack_blocks(self.packed)

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
    def summary_text(self) -> str:
        """The summary as plain text: as the front matter has it, else the 📌 text, else the teaser.

        For a retracted digest, the reason.
        """
        if self.meta.updates and (retraction := self.meta.retraction):
            return retraction.text
        return self.meta.summary or first_text(self.packed, BlockKind.SUMMARY) or self.teaser

    @property
    def has_summary(self) -> bool:
        """Whether that text is a summary, by front matter or 📌, not a first point or the reason of a retraction."""
        if self.meta.updates and self.meta.retraction:
            return False
        return bool(self.meta.summary or first_text(self.packed, BlockKind.SUMMARY))

    def resolved(self, resolve: Resolve) -> Self:
        """This digest with placeholders replaced: URLs for links, translated words for phrases."""
        if not holds_any(self.packed):
            return self
        return self.with_blocks(tuple(block.resolved(resolve) for block in self.blocks))


@dataclass(frozen=True, slots=True)
class Reading(Portable):
    """The result of reading a file: the digest, None if it has errors, and all problems."""

    digest: Digest | None
    problems: tuple[Problem, ...]
