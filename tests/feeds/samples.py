"""Entries and feeds for tests, and a feed's XML as plain values to compare with."""

from dataclasses import replace
from datetime import UTC, datetime
from zoneinfo import ZoneInfo

from lxml import etree

from puntina.feeds import Category, Entry, Feed, Link

ROME = ZoneInfo("Europe/Rome")
PREFIXES = {
    "http://www.w3.org/2005/Atom": "atom:",
    "http://purl.org/rss/1.0/modules/content/": "content:",
    "http://purl.org/dc/elements/1.1/": "dc:",
    "http://www.w3.org/XML/1998/namespace": "xml:",
}

CHIPS = Entry(
    id="tag:news.example,2025:d7k2m9qfx4c",
    url="https://news.example/2025/09/chip/",
    title="Chip & <Co>: “chi compra” 📌 cosa?",
    published=datetime(2025, 9, 2, 7, 30, tzinfo=ROME),
    updated=datetime(2025, 9, 3, 9, 0, tzinfo=ROME),
    summary="Meno import & più chip < 7 nm",
    content='<ul><li>Uno &amp; <a href="https://other.example/?a=1&amp;b=2">due</a></li></ul>',
    authors=("Redazione", "Bianchi & Rossi"),
    categories=(
        Category("technology", "Tecnologia", "https://news.example/category/"),
        Category("AI & chip"),
    ),
    rights="© 2025 Notizie",
    lang="it",
    alternates=(Link("https://news.example/en/2025/09/chip/", lang="en"),),
    sources=(Link("https://other.example/doc", "A document", "en"), Link("", "A book")),
)
BARE = Entry(
    id="tag:news.example,2025:d2",
    url="https://news.example/2025/09/bare/",
    title="Altro",
    published=datetime(2025, 9, 1, 5, 30, tzinfo=UTC),
    updated=datetime(2025, 9, 1, 5, 30, tzinfo=UTC),
    summary="",
    content="<p>Tutto</p>",
)
NEWS = Feed(
    id="https://news.example/",
    title="Notizie & note",
    description="Sintesi di <documenti> pubblici",
    url="https://news.example/",
    self_url="https://news.example/feed.xml",
    lang="it",
    author="Notizie",
    epoch=datetime(2025, 1, 1, tzinfo=ROME),
    rights="© 2025 Notizie",
    entries=(CHIPS, BARE),
)
EMPTY = replace(NEWS, entries=())


def feed_of(*entries: Entry) -> Feed:
    """The sample feed with these entries."""
    return replace(NEWS, entries=entries)


def children(xml: bytes, path: str) -> list[tuple[str, dict[str, str], str]]:
    """Name, attributes and text of each child of the element at the path ("channel/item"), in order."""
    parent = etree.fromstring(xml).find(path, {"atom": "http://www.w3.org/2005/Atom"})
    return [(_short(child.tag), _attributes(child), "".join(child.itertext()).strip()) for child in parent]


def texts(xml: bytes, path: str) -> list[str]:
    """The texts of all elements at the path, in order."""
    found = etree.fromstring(xml).findall(path, {"atom": "http://www.w3.org/2005/Atom"})
    return ["".join(element.itertext()) for element in found]


def _attributes(element: etree._Element) -> dict[str, str]:
    return {_short(name): value for name, value in element.attrib.items()}


def _short(tag: str) -> str:
    name = etree.QName(tag)
    return PREFIXES.get(name.namespace, "") + name.localname
