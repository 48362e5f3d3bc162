"""The frozen values a theme is given; addresses begin at the host's root ("/repo/en/…") unless said otherwise."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime

from markupsafe import Markup

from puntina.copyright import Notice
from puntina.core.digest import Digest
from puntina.core.views.updates import UpdateView
from puntina.share import ShareLinks


@dataclass(frozen=True, slots=True)
class Link:
    """A place a reader can go; `lang` where its language is not that of the page, `current` if it is this page."""

    title: str
    url: str
    lang: str = ""
    current: bool = False
    place: int = 0  # of a category among the others, from 1, by which a theme may give it a colour


@dataclass(frozen=True, slots=True)
class FeedLink:
    """A list's feed in one format; `title` tells it from others, `label` is the format's name."""

    title: str
    url: str
    type: str  # its media type
    label: str


@dataclass(frozen=True, slots=True)
class FeedView:
    """A list's feeds, as the page about feeds shows them."""

    title: str  # the category's, thread's, tag's or author's name; "" for all digests
    url: str  # the list's own
    address: str  # absolute: what a reader is given
    feeds: tuple[FeedLink, ...]
    readers: tuple[Link, ...]


@dataclass(frozen=True, slots=True)
class FeedGroup:
    """The lists of a kind that have feeds: "all", "category", "thread", "tag", "author", "together" (all languages)."""

    kind: str
    lists: tuple[FeedView, ...]
    title: str = ""  # of a plugin's kind


@dataclass(frozen=True, slots=True)
class Counted:
    """A link with the number of digests behind it."""

    title: str
    url: str
    count: int


@dataclass(frozen=True, slots=True)
class Card:
    """A digest as lists show it; `mark` is "", "retracted", "draft" or "scheduled" (the last two in previews only)."""

    title: str
    url: str
    date: datetime
    lang: str
    teaser: str
    category: Link | None
    mark: str = ""
    pinned: bool = False  # whether the teaser is from a summary


@dataclass(frozen=True, slots=True)
class LanguageView:
    """A language of the publication with its own fixed places."""

    code: str  # BCP 47, as in <html lang>
    name: str  # in the language itself
    direction: str  # "ltr" or "rtl"
    tagline: str
    home: str
    feeds: tuple[FeedLink, ...]  # of all its digests
    categories: tuple[Link, ...]
    pages: tuple[Link, ...]
    # The pages that a language has one of, or "".
    archive: str = ""
    tags: str = ""
    outlets: str = ""
    subscribe: str = ""  # the page about feeds
    corrections: str = ""
    search: str = ""
    more: tuple[Link, ...] = ()  # those of plugins


@dataclass(frozen=True, slots=True)
class SiteView:
    """The publication's facts that are the same on every page."""

    name: str
    url: str  # absolute, without a slash at the end
    preview: bool  # whether the page is for `serve`, which tells it of changes


@dataclass(frozen=True, slots=True)
class Alternate:
    """The same page in another language, or for readers of none of them ("x-default"), by its absolute address."""

    lang: str
    url: str


@dataclass(frozen=True, slots=True)
class Description:
    """What a page tells search engines and networks of itself besides."""

    robots: tuple[str, ...] = ()  # what the publication asks of robots on every page
    title: str = ""  # "" where the template alone knows it
    card: str = ""  # how X shows the page; "" for a page that tells nothing
    properties: tuple[tuple[str, str], ...] = ()  # Open Graph's, by name
    data: Markup | None = None  # JSON-LD, as it stands in a script element


@dataclass(frozen=True, slots=True)
class Head:
    """What the page says of itself to machines."""

    canonical: str  # absolute; "" where the page has none (404)
    description: str
    alternates: tuple[Alternate, ...]  # this page's own language among them, then "x-default"; or none at all
    feeds: tuple[FeedLink, ...] = ()  # those of the page's own list first, then those of its language
    robots: str = ""  # what robots are asked, such as "noindex"
    more: Description = Description()


@dataclass(frozen=True, slots=True)
class SourceView:
    """A document that the digest is based on; `message` is the sentence to translate, with name, title, date."""

    name: str
    title: str
    url: str
    date: date | None
    lang: str
    paywall: bool
    archive: str
    message: str


@dataclass(frozen=True, slots=True)
class ImageView:
    """A digest's own picture: WebP in several sizes for its page, the largest last, and one JPEG for other programs."""

    src: str
    srcset: str
    width: int  # of the largest, in pixels, as that at `src`
    height: int
    alt: str
    credit: str
    shared: str  # absolute; a JPEG
    shared_width: int
    shared_height: int
    path: str = ""  # of the largest, below the site's root

    def __str__(self) -> str:
        """The path, which stock themes print as `article.image`."""
        return self.path


@dataclass(frozen=True, slots=True)
class DatedLink:
    """A digest as others of its language name it: without its text, whose edits then change nothing there."""

    title: str
    url: str
    date: datetime


@dataclass(frozen=True, slots=True)
class ThreadView:
    """A digest's thread as its page shows it."""

    title: str
    url: str
    earlier: tuple[DatedLink, ...]  # the digests just before it, newest first
    latest: DatedLink | None  # None on the newest itself


@dataclass(frozen=True, slots=True)
class Untranslated:
    """What a digest says to readers of a language that it is not in, in that language; links to where else it is."""

    lang: str
    direction: str
    text: str
    links: tuple[Link, ...]


@dataclass(frozen=True, slots=True)
class ArticleView:
    """A digest's page."""

    title: str
    headline: str  # the title where nothing else tells of a retraction, and which then does so itself
    url: str
    permalink: str  # absolute
    date: datetime
    modified: datetime | None
    lang: str
    mark: str
    category: Link | None
    tags: tuple[Link, ...]
    authors: tuple[Link, ...]
    digest: Digest  # its blocks in the order in which they are to be shown, links resolved
    minutes: int  # that its words take to read
    sources: tuple[SourceView, ...]
    share: ShareLinks
    copyright: Notice
    translations: tuple[Link, ...]
    newer: Link | None
    older: Link | None
    image: ImageView | None
    related: tuple[DatedLink, ...]
    untranslated: tuple[Untranslated, ...]
    outlets: tuple[Link, ...]
    updates: tuple[UpdateView, ...]  # newest first, without the retraction
    retraction: UpdateView | None
    point_marks: tuple[str, ...]  # for each point "", or the kind of the newest note on it; none where all are ""
    expired: datetime | None  # since when it is in no list; None for one that is in some
    thread: ThreadView | None  # None also where it is the only one of its thread
    parts: Mapping[str, object]  # what the publication's own plugins add, by name


@dataclass(frozen=True, slots=True)
class Listing:
    """One page of a list. Page numbers count from the oldest; the newest page has the plain address and no number."""

    kind: str  # "home", "category", "tag", "author" or "outlet"
    title: str  # the category's, tag's, author's or outlet's name; "" for home
    cards: tuple[Card, ...]
    number: int | None
    newest: Link | None  # None on the newest page itself
    newer: Link | None
    older: Link | None
