"""What a feed says: a frozen Entry per digest, made once and shared, and the Feed that shows some of them."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

NEWEST = 50  # entries a feed holds unless its maker says otherwise


@dataclass(frozen=True, slots=True)
class Link:
    """A place outside the feed; `title` and `lang` (BCP 47) are empty where they are not known."""

    url: str  # absolute, or empty for a source that has no address
    title: str = ""
    lang: str = ""


@dataclass(frozen=True, slots=True)
class Category:
    """What an entry is filed under."""

    term: str  # stable, as in addresses
    label: str = ""  # as readers see it; else the term is shown
    scheme: str = ""  # an absolute address that names the list the term is from


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture of the publication's own; `length` in bytes."""

    url: str
    type: str  # its media type
    length: int
    alt: str = ""


@dataclass(frozen=True, slots=True)
class Logo:
    """A picture that stands for the publication, with its size in pixels."""

    url: str
    width: int
    height: int


@dataclass(frozen=True, slots=True)
class Alternate:
    """The same feed in another format or language."""

    url: str
    type: str  # its media type
    lang: str = ""


@dataclass(frozen=True, slots=True)
class Entry:
    """A digest as every feed shows it: plain text everywhere but in `content`, absolute addresses everywhere.

    Raises ValueError if a date has no offset from UTC: feed formats have no local time.
    """

    id: str  # permanent; an absolute address or a tag URI
    url: str
    title: str
    published: datetime
    updated: datetime
    summary: str
    content: str  # HTML
    authors: tuple[str, ...] = ()  # empty: the feed's author stands for it
    categories: tuple[Category, ...] = ()
    rights: str = ""
    lang: str = ""  # BCP 47
    alternates: tuple[Link, ...] = ()  # the same digest in other languages
    sources: tuple[Link, ...] = ()  # what the digest is based on
    guid: str = ""  # where an older site's feed had one that is no absolute address: what RSS and JSON Feed go on with
    points: tuple[str, ...] = ()
    pinned: str = ""  # the 📌 summary, whatever `summary` is
    picture: Picture | None = None
    text: str = ""  # what the content says, without HTML

    def __post_init__(self) -> None:
        for name, moment in (("published", self.published), ("updated", self.updated)):
            _need_offset(moment, f"{name} of entry {self.id}")


@dataclass(frozen=True, slots=True)
class Feed:
    """One feed in one format; `entries` are printed as they stand, see `newest`.

    Raises ValueError if `epoch` has no offset from UTC.
    """

    id: str  # permanent; Atom's atom:id
    title: str
    description: str
    url: str  # the same list as HTML
    self_url: str  # the address from which this very file is served
    lang: str  # BCP 47; "" where entries of several languages each say their own
    author: str  # the publication; it signs the entries that name nobody
    epoch: datetime  # the date of a feed without entries, such as the day the publication began
    rights: str = ""
    ttl: int = 60  # minutes for which a reader need not ask again
    alternates: tuple[Alternate, ...] = ()
    hub: str = ""  # the address of a WebSub hub
    icon: str = ""
    logo: Logo | None = None
    style: str = ""  # the address of a style sheet for people who open the feed itself
    entries: tuple[Entry, ...] = ()

    def __post_init__(self) -> None:
        _need_offset(self.epoch, f"epoch of feed {self.id}")

    @property
    def published(self) -> datetime:
        """When its newest entry was published, with that entry's own offset; else the epoch."""
        return max((entry.published for entry in self.entries), default=self.epoch)

    @property
    def updated(self) -> datetime:
        """When one of its entries was last updated, with that entry's own offset; else the epoch."""
        return max((entry.updated for entry in self.entries), default=self.epoch)


def newest(entries: Iterable[Entry], *, limit: int = NEWEST) -> tuple[Entry, ...]:
    """The most recently published entries, newest first; those of one instant stay in the order given."""
    return tuple(sorted(entries, key=lambda entry: entry.published, reverse=True)[:limit])


def _need_offset(moment: datetime, name: str) -> None:
    if moment.utcoffset() is None:
        raise ValueError(f"{name} has no offset from UTC: {moment.isoformat()}")
