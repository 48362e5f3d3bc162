"""A Feed as RSS 2.0 and as Atom 1.0: the one place that calls feedgen."""

from datetime import UTC, datetime, timedelta
from functools import lru_cache, partial
from html import escape

from feedgen.entry import FeedEntry
from feedgen.feed import FeedGenerator

from plugins.feeds.characters import fit
from plugins.feeds.entry import Category, Entry, Feed
from plugins.feeds.mends import ChannelMends, EntryMends

GENERATOR = "Puntina"  # without a version: an upgrade alone must not change a feed
RSS_TYPE = "application/rss+xml"
ATOM_TYPE = "application/atom+xml"
KEPT = 256  # entries at hand for the next feed: those of a few feeds, as most are in several


class _Unsaid(datetime):
    """A date that counts as none, so that feedgen prints neither it nor the present moment."""

    def __bool__(self) -> bool:
        return False


def rss(feed: Feed) -> bytes:
    """The feed as an RSS 2.0 document in UTF-8, by the RSS Advisory Board's specification and best practices.

    Characters that XML can't carry are left out. Raises ValueError if title, description or address is empty.
    """
    generator = _generator(feed, media_type=RSS_TYPE)
    # feedgen prints this date under setlocale, which reaches the whole process; ChannelMends does without.
    generator.lastBuildDate(_Unsaid(1970, 1, 1, tzinfo=UTC))
    document: bytes = generator.rss_str(pretty=True)
    return document


def atom(feed: Feed) -> bytes:
    """The feed as an Atom 1.0 document (RFC 4287) in UTF-8.

    Characters that XML can't carry are left out. Raises ValueError if id or title is empty.
    """
    generator = _generator(feed, media_type=ATOM_TYPE)
    generator.updated(feed.updated)
    document: bytes = generator.atom_str(pretty=True)
    return document


def _generator(feed: Feed, *, media_type: str) -> FeedGenerator:
    generator = FeedGenerator()
    generator.register_extension("puntina", partial(ChannelMends, feed), atom=False)
    generator.id(fit(feed.id))
    generator.title(fit(feed.title))
    generator.description(fit(feed.description))
    generator.author({"name": fit(feed.author)})
    generator.language(fit(feed.lang))
    generator.rights(fit(feed.rights))
    generator.ttl(feed.ttl)
    generator.generator(GENERATOR)
    # The HTML list comes last, because feedgen takes the last link of all for RSS's <link>.
    generator.link({"href": fit(feed.self_url), "rel": "self", "type": media_type})
    generator.link({"href": fit(feed.url), "rel": "alternate", "type": "text/html", "hreflang": fit(feed.lang)})
    for entry in feed.entries:
        # The offsets beside the entry: moments that are equal may be printed with different ones.
        made = _feed_entry(entry, entry.published.utcoffset(), entry.updated.utcoffset())
        generator.add_entry(made, order="append")
    return generator


@lru_cache(KEPT)  # feedgen only reads it, so the RSS and Atom feeds that show an entry share one
def _feed_entry(entry: Entry, *offsets: timedelta | None) -> FeedEntry:
    made = FeedEntry()
    made.register_extension("puntina", partial(EntryMends, entry))
    made.guid(fit(entry.id), permalink=False)
    made.title(fit(entry.title))
    made.link({"href": fit(entry.url)})
    made.updated(entry.updated)
    made.author([{"name": fit(name)} for name in entry.authors])
    made.category([_category(category) for category in entry.categories])
    made.rights(fit(entry.rights))
    _set_texts(made, summary=fit(entry.summary), content=fit(entry.content))
    return made


def _category(category: Category) -> dict[str, str]:
    parts = {"term": category.term, "label": category.label, "scheme": category.scheme}
    return {name: fit(part) for name, part in parts.items() if part}


def _set_texts(made: FeedEntry, *, summary: str, content: str) -> None:
    """Summary and content: RSS's description is HTML, Atom's summary plain text.

    The order matters: description() also sets Atom's content, which content() then replaces, and summary()
    leaves RSS alone once it has a description. Without a summary feedgen puts the content in RSS's
    description, as it should.
    """
    if summary:
        made.description(escape(summary, quote=False))
    made.content(content, type="html")
    if summary:
        made.summary(summary, type="text")
