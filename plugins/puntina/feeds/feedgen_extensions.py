"""What feedgen leaves out of RSS and Atom, or gets wrong, added through its own extension door while it makes the tree.

Objects of these classes are feedgen extensions: it asks them for namespaces, and then to extend each element
it has made, so nothing is edited after the fact and nothing private is touched.
"""

from collections.abc import Container
from dataclasses import dataclass
from email.utils import format_datetime

from lxml import etree

from puntina.feeds.entry import Entry, Feed, Picture
from puntina.feeds.xml_text import fit, spell

ATOM = "http://www.w3.org/2005/Atom"
CONTENT = "http://purl.org/rss/1.0/modules/content/"
DC = "http://purl.org/dc/elements/1.1/"
MEDIA = "http://search.yahoo.com/mrss/"  # https://www.rssboard.org/media-rss
# How a feed names itself in other formats and languages, and an entry its translations. Of several alternates some
# programs open the first, some the last, whatever their types and languages: the page itself is the only one.
OTHER_FORM = "related"
XML_LANG = "{http://www.w3.org/XML/1998/namespace}lang"

CHANNEL_TEXTS = frozenset({"title", "description", "copyright", "generator"})
ITEM_TEXTS = frozenset({"title", "category", f"{{{DC}}}creator", f"{{{DC}}}rights", f"{{{DC}}}source"})


@dataclass(frozen=True, slots=True)
class RssFeedExtension:
    """An RSS channel's dates, without setlocale, its links, and its texts in the best practices profile's spelling."""

    feed: Feed

    def extend_ns(self) -> dict[str, str]:
        """The prefixes that the root declares."""
        return {"dc": DC, "media": MEDIA}

    def extend_rss(self, root: etree._Element) -> None:
        """Add to the channel that feedgen has made, before it adds the items."""
        channel = root[0]
        _add(channel, "pubDate", format_datetime(self.feed.published))
        _add(channel, "lastBuildDate", format_datetime(self.feed.updated))
        for other in self.feed.alternates:
            link = etree.SubElement(channel, f"{{{ATOM}}}link")
            _describe(link, href=other.url, rel=OTHER_FORM, type=other.type, hreflang=other.lang)
        if self.feed.hub:
            # https://www.w3.org/TR/websub/#discovery
            _describe(etree.SubElement(channel, f"{{{ATOM}}}link"), href=self.feed.hub, rel="hub")
        for part in (channel, *channel.findall("image")):
            _spell_all(part, CHANNEL_TEXTS)


@dataclass(frozen=True, slots=True)
class AtomFeedExtension:
    """The namespaces of an Atom feed; feedgen knows the rest."""

    def extend_ns(self) -> dict[str, str]:
        """The prefixes that the root declares."""
        return {"media": MEDIA}

    def extend_atom(self, root: etree._Element) -> None:
        """Nothing to add."""


@dataclass(frozen=True, slots=True)
class EntryExtension:
    """An entry's dates, creators, language, links and picture."""

    entry: Entry

    def extend_rss(self, item: etree._Element) -> None:
        """Add to the item that feedgen has made."""
        entry = self.entry
        _add(item, "pubDate", format_datetime(entry.published))
        # RSS has no date of a change; programs that look for one know Atom's.
        _add(item, f"{{{ATOM}}}updated", entry.updated.isoformat())
        # Not <author>, which is an e-mail address in RSS.
        for name in entry.authors:
            _add(item, f"{{{DC}}}creator", name)
        _add(item, f"{{{DC}}}language", entry.lang)
        _add(item, f"{{{DC}}}rights", entry.rights)
        # The first only: Dublin Core may repeat it, but validators call that an error.
        for source in entry.sources[:1]:
            _add(item, f"{{{DC}}}source", source.url or source.title)
        if picture := entry.picture:
            enclosure = etree.SubElement(item, "enclosure")
            _describe(enclosure, url=picture.url, length=str(picture.length), type=picture.type)
            _add_media(item, picture)
        _spell_all(item, ITEM_TEXTS)

    def extend_atom(self, element: etree._Element) -> None:
        """Add to the entry that feedgen has made; names are bare: its tree has no namespace until printed."""
        entry = self.entry
        if entry.lang:
            element.set(XML_LANG, fit(entry.lang))
        _add(element, "published", entry.published.isoformat())
        for link in element.findall("link"):
            _describe(link, rel="alternate", type="text/html", hreflang=entry.lang)
        for other in entry.alternates:
            _link(element, other.url, OTHER_FORM, type="text/html", hreflang=other.lang, title=other.title)
        for source in entry.sources:
            if source.url:
                _link(element, source.url, "via", hreflang=source.lang, title=source.title)
        if picture := entry.picture:
            length = str(picture.length)
            _link(element, picture.url, "enclosure", type=picture.type, length=length, title=picture.alt)
            _add_media(element, picture)


def _add_media(parent: etree._Element, picture: Picture) -> None:
    media = etree.SubElement(parent, f"{{{MEDIA}}}content")
    _describe(media, url=picture.url, fileSize=str(picture.length), type=picture.type, medium="image")
    if picture.alt:
        text = etree.SubElement(media, f"{{{MEDIA}}}description", type="plain")
        text.text = fit(picture.alt)


def _add(parent: etree._Element, name: str, text: str) -> None:
    if text:
        etree.SubElement(parent, name).text = fit(text)


def _link(parent: etree._Element, href: str, rel: str, **attributes: str) -> None:
    _describe(etree.SubElement(parent, "link"), href=href, rel=rel, **attributes)


def _describe(element: etree._Element, **attributes: str) -> None:
    for name, value in attributes.items():
        if value:
            element.set(name, fit(value))


def _spell_all(parent: etree._Element, names: Container[str]) -> None:
    for element in parent:
        if element.tag in names:
            spell(element)
