"""What a feed's entries are about: digests and, as news of their own, the notes by which some were taken back.

A program that has shown a digest seldom shows it again when its text changes, and never as unread: whoever follows a
list is told of a retraction by an entry with an id and a date of its own.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime

from puntina.core.digest import FrontMatter, Update
from puntina.core.digest.states import RETRACTED
from puntina.core.pelican.articles import DigestArticle
from puntina.core.pelican.corrected import notes_of


@dataclass(frozen=True, slots=True)
class Item:
    """A digest in a feed, or a note on it that is an entry of its own."""

    article: DigestArticle
    note: Update | None = None

    @property
    def moment(self) -> datetime:
        """When it was published."""
        return self.note.date if self.note else self.article.moment


def newest_items(articles: Iterable[DigestArticle], most: int) -> tuple[Item, ...]:
    """The newest of these articles, which are in order, and of the retractions among them."""
    every = tuple(articles)
    taken_back = [Item(each, each.digest.meta.retraction) for each in every if each.mark == RETRACTED]
    items = [Item(article) for article in every[:most]]
    if not taken_back:
        return tuple(items)
    return tuple(sorted([*taken_back, *items], key=lambda item: item.moment, reverse=True)[:most])


def corrections(articles: Iterable[DigestArticle], most: int) -> tuple[Item, ...]:
    """The newest notes on these articles that tell of something wrong."""
    notes = [Item(article, note) for article in articles for note in notes_of(article)]
    return tuple(sorted(notes, key=lambda item: item.moment, reverse=True)[:most])


def note_name(note: Update, meta: FrontMatter) -> str:
    """What the id of the note ends in: its kind and date, in UTC, and from the second such one on a number.

    Notes are newest first, and of one date the later in the file: an earlier one keeps its name when another comes.
    """
    alike = [each for each in reversed(meta.updates) if (each.kind, each.date) == (note.kind, note.date)]
    number = alike.index(note) + 1
    return f"{note.kind}/{note.date.astimezone(UTC):%Y%m%dT%H%M%SZ}" + (f"-{number}" if number > 1 else "")
