"""RSS 2.0 and Atom 1.0 by feedgen: the one place that calls it; entries are made apart, for all feeds to share."""

from collections.abc import Mapping
from datetime import UTC, datetime
from functools import partial
from html import escape

from feedgen.entry import FeedEntry
from feedgen.feed import FeedGenerator
from lxml import etree

from puntina.feeds.entry import Category, Entry, Feed
from puntina.feeds.feedgen_extensions import (
    ATOM,
    CONTENT,
    DC,
    MEDIA,
    OTHER_FORM,
    AtomFeedExtension,
    EntryExtension,
    RssFeedExtension,
)
from puntina.feeds.xml_text import fit

GENERATOR = "Puntina"  # without a version: an upgrade alone must not change a feed
RSS_NAMES = {"dc": DC, "media": MEDIA, "atom": ATOM, "content": CONTENT}
ATOM_NAMES = {"media": MEDIA}


class _Unsaid(datetime):
    """A date that counts as none, so that feedgen prints neither it nor the present moment."""

    def __bool__(self) -> bool:
        return False


def rss_feed(feed: Feed) -> bytes:
    """The RSS document without its items."""
    generator = _generator(feed)
    # The HTML list comes last, because feedgen takes the last link of all for RSS's <link>.
    generator.link([_self_link(feed, "application/rss+xml"), _page_link(feed)])
    generator.register_extension("puntina", partial(RssFeedExtension, feed), atom=False)
    # feedgen prints this date under setlocale, which reaches the whole process; RssFeedExtension does without.
    generator.lastBuildDate(_Unsaid(1970, 1, 1, tzinfo=UTC))
    document: bytes = generator.rss_str(pretty=True)
    return document


def atom_feed(feed: Feed) -> bytes:
    """The Atom document without its entries."""
    generator = _generator(feed)
    generator.register_extension("puntina", AtomFeedExtension, rss=False)
    generator.link([_page_link(feed), _self_link(feed, "application/atom+xml")])
    for other in feed.alternates:
        generator.link(_link(other.url, OTHER_FORM, other.type, other.lang))
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


def _generator(feed: Feed) -> FeedGenerator:
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
    return generator


def _page_link(feed: Feed) -> dict[str, str]:
    return _link(feed.url, "alternate", "text/html", feed.lang)


def _self_link(feed: Feed, media_type: str) -> dict[str, str]:
    return _link(feed.self_url, "self", media_type)


def _link(href: str, rel: str, media_type: str, lang: str = "") -> dict[str, str]:
    described = {"href": href, "rel": rel, "type": media_type, "hreflang": lang}
    return {name: fit(value) for name, value in described.items() if value}


def _feed_entry(entry: Entry, guid: str) -> FeedEntry:
    made = FeedEntry()
    made.register_extension("puntina", partial(EntryExtension, entry))
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
