"""The rules for RSS 2.0, each a function from a document to what is wrong with it."""

from collections.abc import Iterator
from itertools import pairwise
from xml.parsers import expat

from lxml import etree

from tests.feeds.rule_values import (
    ATOM,
    CONTENT,
    DC,
    END_TAG,
    MEDIA,
    Document,
    html_faults,
    is_address,
    is_language,
    path,
    repeated,
    rfc822,
    text_of,
)

_CHANNEL = (
    "title link description language copyright managingEditor webMaster pubDate lastBuildDate docs generator"
    " cloud ttl image rating textInput skipHours skipDays"
)
_ITEM = "title link description author comments enclosure guid pubDate source"
ONCE = frozenset(f"{_CHANNEL} {_ITEM}".split())
CHANNEL = frozenset(_CHANNEL.split()) | {"category", "item"}
ITEM = frozenset(_ITEM.split()) | {"category"}
NAMESPACES = {ATOM, CONTENT, DC, MEDIA}
ONCE_NAMESPACED = {f"{{{CONTENT}}}encoded", f"{{{DC}}}language", f"{{{DC}}}rights", f"{{{DC}}}source"}
PLAIN = {"title", "category", "copyright", "generator"}


def _channel(document: Document) -> etree._Element:
    channel = document.root.find("channel")
    return etree.Element("channel") if channel is None else channel


def _both(document: Document) -> Iterator[etree._Element]:
    channel = _channel(document)
    yield from (channel, *channel.findall("item"))


def root(document: Document) -> Iterator[str]:
    """RSS: one channel, version 2.0."""
    if document.root.get("version") != "2.0":
        yield f"version should be 2.0, not {document.root.get('version')}"
    if [child.tag for child in document.root] != ["channel"]:
        yield "rss should hold one channel and nothing else"


def elements(document: Document) -> Iterator[str]:
    """RSS: elements without a namespace are those of the specification, and stand where it says, once."""
    for parent in _both(document):
        known = CHANNEL if parent.tag == "channel" else ITEM
        tags = [child.tag for child in parent.iterchildren(etree.Element)]
        for tag in dict.fromkeys(tags):
            namespace = etree.QName(tag).namespace
            if tag not in known and namespace not in NAMESPACES:
                yield f"{path(parent)} has an unknown element {tag}"
        for tag in repeated(tags):
            if tag in ONCE | ONCE_NAMESPACED:
                yield f"{path(parent)} has {tag} more than once"


def required(document: Document) -> Iterator[str]:
    """RSS: a channel has title, link and description; so has an item of this project's."""
    for parent in _both(document):
        for name in ("title", "link", "description"):
            if not text_of(parent, name):
                yield f"{path(parent)} has no {name}"


def self_link(document: Document) -> Iterator[str]:
    """Profile: the channel names its own address, once."""
    links = [link for link in _channel(document).findall(f"{{{ATOM}}}link") if link.get("rel") == "self"]
    found = [(link.get("href"), link.get("type")) for link in links]
    if found != [(document.address, "application/rss+xml")]:
        yield f"should be {document.address}, application/rss+xml, not {found}"


def addresses(document: Document) -> Iterator[str]:
    """RSS: addresses are absolute; Dublin Core's source too where it is an address."""
    for parent in _both(document):
        for name in ("link", "docs", "comments"):
            for element in parent.findall(name):
                if not is_address((element.text or "").strip()):
                    yield f"{path(element)} is no absolute address: {element.text}"
        for link in parent.findall(f"{{{ATOM}}}link"):
            if not is_address(link.get("href", "")):
                yield f"{path(link)} is no absolute address: {link.get('href')}"


def languages(document: Document) -> Iterator[str]:
    """RSS: the channel says its language by a known code, so does an item that says one; all do where it does not."""
    items = _channel(document).findall("item")
    if _channel(document).find("language") is None and (
        not items or any(item.find(f"{{{DC}}}language") is None for item in items)
    ):
        yield "channel has no language"
    for parent in _both(document):
        for name in ("language", f"{{{DC}}}language"):
            for element in parent.findall(name):
                if not is_language(element.text or ""):
                    yield f"{path(element)} is no known language: {element.text}"


def dates(document: Document) -> Iterator[str]:
    """RSS: dates are of RFC 822 with four-digit years; every item has one."""
    for parent in _both(document):
        for name in ("pubDate", "lastBuildDate"):
            for element in parent.findall(name):
                if rfc822(element.text or "") is None:
                    yield f"{path(element)} is no RFC 822 date: {element.text}"
        if parent.find("pubDate") is None:
            yield f"{path(parent)} has no pubDate"


def newest(document: Document) -> Iterator[str]:
    """This project: newest first, no more than asked for, the channel dated no earlier than its items."""
    channel = _channel(document)
    items = channel.findall("item")
    if len(items) > document.most:
        yield f"{len(items)} items, more than {document.most}"
    moments = [moment for item in items if (moment := rfc822(text_of(item, "pubDate")))]
    if any(later > earlier for earlier, later in pairwise(moments)):
        yield "items are not newest first"
    built = rfc822(text_of(channel, "lastBuildDate"))
    if built is None or (moments and built < max(moments)):
        yield "lastBuildDate should be there and no earlier than the newest item"


def positions(document: Document) -> Iterator[str]:
    """Profile: the channel's own elements precede its items."""
    tags = [child.tag for child in _channel(document)]
    if "item" in tags:
        for tag in dict.fromkeys(tag for tag in tags[tags.index("item") :] if tag != "item"):
            yield f"channel has {tag} after an item"


def guids(document: Document) -> Iterator[str]:
    """RSS: each item has its own guid; this project's are names and no links, as addresses may change."""
    items = _channel(document).findall("item")
    for item in items:
        guid = item.find("guid")
        if guid is None or not (guid.text or "").strip():
            yield f"{path(item)} has no guid"
        elif guid.get("isPermaLink") != "false":
            yield f"{path(guid)} should say isPermaLink=false"
        elif guid.text.isdigit() and len(guid.text) < 9:
            yield f"{path(guid)} is hardly unique in the world: {guid.text}"
    for text in repeated(text_of(item, "guid") for item in items):
        if text:
            yield f"two items have one: {text}"


def authors(document: Document) -> Iterator[str]:
    """Profile: author is an e-mail address with a name; a name alone is dc:creator; never both."""
    for item in _channel(document).findall("item"):
        author = text_of(item, "author")
        if author and not ("@" in author and author.endswith(")")):
            yield f"{path(item)} author is no e-mail address: {author}"
        if author and item.find(f"{{{DC}}}creator") is not None:
            yield f"{path(item)} has both author and dc:creator"
        for creator in item.findall(f"{{{DC}}}creator"):
            if not (creator.text or "").strip():
                yield f"{path(creator)} is empty"


def descriptions(document: Document) -> Iterator[str]:
    """Profile: description, the summary, precedes content:encoded, the whole."""
    for item in _channel(document).findall("item"):
        tags = [child.tag for child in item]
        encoded = f"{{{CONTENT}}}encoded"
        if encoded not in tags:
            yield f"{path(item)} has no content:encoded"
        elif "description" in tags and tags.index("description") > tags.index(encoded):
            yield f"{path(item)} has description after content:encoded"


def html(document: Document) -> Iterator[str]:
    """HTML in items is safe and has absolute addresses."""
    for item in _channel(document).findall("item"):
        for name in ("description", f"{{{CONTENT}}}encoded"):
            for element in item.findall(name):
                for fault in html_faults(element.text or ""):
                    yield f"{path(element)}: {fault}"


def texts(document: Document) -> Iterator[str]:
    """Profile: plain text has no markup and no character references; categories say something."""
    for parent in _both(document):
        for element in parent.iterchildren(*PLAIN):
            if found := END_TAG.search(element.text or ""):
                yield f"{path(element)} has markup: {found[0]}"
        for category in parent.findall("category"):
            if not (category.text or "").strip():
                yield f"{path(category)} is empty"
    if found := END_TAG.search(text_of(_channel(document), "description")):
        yield f"description has markup: {found[0]}"


def numbers(document: Document) -> Iterator[str]:
    """RSS: ttl is a number of minutes."""
    ttl = _channel(document).findtext("ttl")
    if ttl is not None and not (ttl.isdecimal() and int(ttl) > 0):
        yield f"ttl is no positive number: {ttl}"


def spelling(document: Document) -> Iterator[str]:
    """Profile: plain text spells & and < as hexadecimal references."""
    parser = expat.ParserCreate()
    parser.buffer_text = False
    stack: list[str] = []
    found: dict[str, None] = {}

    def text(data: str) -> None:
        plain = stack[-1] in PLAIN | {"dc:creator", "dc:rights"} or stack[-2:] == ["channel", "description"]
        raw = document.xml[parser.CurrentByteIndex :]
        if plain and ("&" in data or "<" in data) and not raw.startswith(b"&#x"):
            found[" ".join(stack[1:])] = None

    parser.StartElementHandler = lambda name, _attributes: stack.append(name)
    parser.EndElementHandler = lambda _name: stack.pop()
    parser.CharacterDataHandler = text
    parser.Parse(document.xml, True)
    for place in found:
        yield f"{place} should spell & and < as &#x26; and &#x3C;"


RSS_RULES = (
    ("root", root),
    ("elements", elements),
    ("required", required),
    ("self", self_link),
    ("addresses", addresses),
    ("languages", languages),
    ("dates", dates),
    ("newest", newest),
    ("positions", positions),
    ("guids", guids),
    ("authors", authors),
    ("descriptions", descriptions),
    ("html", html),
    ("texts", texts),
    ("numbers", numbers),
    ("spelling", spelling),
)
