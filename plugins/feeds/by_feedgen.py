"""RSS 2.0 and Atom 1.0 by feedgen: the one place that calls it; entries are made apart, for all feeds to share."""

from collections.abc import Mapping
from datetime import UTC, datetime
from functools import partial
from html import escape

from feedgen.entry import FeedEntry
from feedgen.feed import FeedGenerator
from lxml import etree

from plugins.feeds.characters import fit
from plugins.feeds.entry import Category, Entry, Feed
from plugins.feeds.mends import ATOM, CONTENT, DC, MEDIA, AtomFeedMends, EntryMends, RssFeedMends

GENERATOR = "Puntina"  # without a version: an upgrade alone must not change a feed
RSS_NAMES = {"dc": DC, "media": MEDIA, "atom": ATOM, "content": CONTENT}
ATOM_NAMES = {"media": MEDIA}


class _Unsaid(datetime):
    """A date that counts as none, so that feedgen prints neither it nor the present moment."""

    def __bool__(self) -> bool:
        return False


def rss_feed(feed: Feed) -> bytes:
    """The RSS document without its items."""
    generator = _generator(feed, media_type="application/rss+xml")
    generator.register_extension("puntina", partial(RssFeedMends, feed), atom=False)
    # feedgen prints this date under setlocale, which reaches the whole process; RssFeedMends does without.
    generator.lastBuildDate(_Unsaid(1970, 1, 1, tzinfo=UTC))
    document: bytes = generator.rss_str(pretty=True)
    return document


def atom_feed(feed: Feed) -> bytes:
    """The Atom document without its entries."""
    generator = _generator(feed, media_type="application/atom+xml")
    generator.register_extension("puntina", AtomFeedMends, rss=False)
    for other in feed.alternates:
        described = {"href": other.url, "rel": "alternate", "type": other.type, "hreflang": other.lang}
        generator.link({name: fit(value) for name, value in described.items() if value})
    if feed.hub:
        generator.link({"href": fit(feed.hub), "rel": "hub"})
    if feed.icon:
        generator.icon(fit(feed.icon))
    generator.updated(feed.updated)
    document: bytes = generator.atom_str(pretty=True)
    return document


def rss_item(entry: Entry) -> bytes:
    """The entry as it stands in an RSS document."""
    return _printed(_feed_entry(entry, entry.guid or entry.id).rss_entry(), RSS_NAMES, level=2)


def atom_entry(entry: Entry) -> bytes:
    """The entry as it stands in an Atom document."""
    return _printed(_feed_entry(entry, entry.id).atom_entry(), ATOM_NAMES, level=1)


def _generator(feed: Feed, *, media_type: str) -> FeedGenerator:
    generator = FeedGenerator()
    generator.id(fit(feed.id))
    generator.title(fit(feed.title))
    generator.description(fit(feed.description))
    generator.author({"name": fit(feed.author)})
    if feed.lang:
        generator.language(fit(feed.lang))
    generator.rights(fit(feed.rights))
    generator.ttl(feed.ttl)
    generator.generator(GENERATOR)
    if logo := feed.logo:
        generator.image(fit(logo.url), fit(feed.title), fit(feed.url), str(logo.width), str(logo.height))
    # The HTML list comes last, because feedgen takes the last link of all for RSS's <link>.
    generator.link({"href": fit(feed.self_url), "rel": "self", "type": media_type})
    page = {"href": fit(feed.url), "rel": "alternate", "type": "text/html", "hreflang": fit(feed.lang)}
    generator.link({name: value for name, value in page.items() if value})
    return generator


def _feed_entry(entry: Entry, guid: str) -> FeedEntry:
    made = FeedEntry()
    made.register_extension("puntina", partial(EntryMends, entry))
    made.guid(fit(guid), permalink=False)
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


def _printed(element: etree._Element, names: Mapping[str, str], *, level: int) -> bytes:
    """The element's text at its level of a document whose root declares these prefixes, and it none."""
    root = parent = etree.Element("root", nsmap=dict(names))
    for _ in range(level - 1):
        parent = etree.SubElement(parent, "parent")
    parent.append(element)
    lines: bytes = etree.tostring(root, encoding="utf-8", pretty_print=True)
    for _ in range(level):  # a line at either end for each element around it
        lines = lines.partition(b"\n")[2].removesuffix(b"\n").rpartition(b"\n")[0] + b"\n"
    return lines
