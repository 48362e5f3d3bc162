"""What feedgen leaves out or gets wrong, added through its own extension door while it makes the tree.

Objects of these classes are feedgen extensions: it asks them for namespaces, and then to extend each element
it has made, so nothing is edited after the fact and nothing private is touched.
"""

from collections.abc import Container
from dataclasses import dataclass
from datetime import datetime
from email.utils import format_datetime

from lxml import etree

from plugins.feeds.characters import fit, spell
from plugins.feeds.entry import Entry, Feed

DC = "http://purl.org/dc/elements/1.1/"
# Of several alternates many readers open the first, feedparser the last that is text/html without parameters:
# an entry's own page is both, so that its translations, which come later, are not mistaken for it.
TRANSLATION_TYPE = "text/html; charset=utf-8"
XML_LANG = "{http://www.w3.org/XML/1998/namespace}lang"

CHANNEL_TEXTS = frozenset({"title", "description", "copyright", "generator"})
ITEM_TEXTS = frozenset({"title", "category", f"{{{DC}}}creator", f"{{{DC}}}rights", f"{{{DC}}}source"})


@dataclass(frozen=True, slots=True)
class ChannelMends:
    """An RSS channel's dates, without setlocale, and its texts in the best practices profile's spelling."""

    feed: Feed

    def extend_ns(self) -> dict[str, str]:
        """The prefixes that the root declares."""
        return {"dc": DC}

    def extend_rss(self, root: etree._Element) -> None:
        """Add to the channel that feedgen has made, before it adds the items."""
        channel = root[0]
        _add(channel, "pubDate", _rfc822(self.feed.published))
        _add(channel, "lastBuildDate", _rfc822(self.feed.updated))
        _spell_all(channel, CHANNEL_TEXTS)


@dataclass(frozen=True, slots=True)
class EntryMends:
    """An entry's dates, creators, language and links."""

    entry: Entry

    def extend_rss(self, item: etree._Element) -> None:
        """Add to the item that feedgen has made."""
        entry = self.entry
        _add(item, "pubDate", _rfc822(entry.published))
        # Not <author>, which is an e-mail address in RSS.
        for name in entry.authors:
            _add(item, f"{{{DC}}}creator", name)
        _add(item, f"{{{DC}}}language", entry.lang)
        _add(item, f"{{{DC}}}rights", entry.rights)
        # The first only: Dublin Core may repeat it, but validators call that an error.
        for source in entry.sources[:1]:
            _add(item, f"{{{DC}}}source", source.url or source.title)
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
            link = etree.SubElement(element, "link")
            _describe(
                link,
                href=other.url,
                rel="alternate",
                type=TRANSLATION_TYPE,
                hreflang=other.lang,
                title=other.title,
            )
        for source in entry.sources:
            if source.url:
                link = etree.SubElement(element, "link")
                _describe(link, href=source.url, rel="via", hreflang=source.lang, title=source.title)


def _add(parent: etree._Element, name: str, text: str) -> None:
    if text:
        etree.SubElement(parent, name).text = fit(text)


def _describe(link: etree._Element, **attributes: str) -> None:
    for name, value in attributes.items():
        if value:
            link.set(name, fit(value))


def _rfc822(moment: datetime) -> str:
    """The date as RSS has it, with English names whatever the locale and the offset as given."""
    return format_datetime(moment)


def _spell_all(parent: etree._Element, names: Container[str]) -> None:
    for element in parent:
        if element.tag in names:
            spell(element)
