"""Checks of single values that the rules for RSS and for Atom share: addresses, languages, dates, HTML."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime
from email.utils import parsedate_to_datetime
from html.parser import HTMLParser
from urllib.parse import urlsplit

from babel import Locale
from lxml import etree

ATOM = "http://www.w3.org/2005/Atom"
CONTENT = "http://purl.org/rss/1.0/modules/content/"
DC = "http://purl.org/dc/elements/1.1/"
MEDIA = "http://search.yahoo.com/mrss/"
MOST_BYTES = 512 * 1024

DECLARED = re.compile(rb"<\?xml version=['\"]1\.0['\"] encoding=['\"]([\w-]+)['\"]")
LANGUAGES = frozenset(Locale("en").languages)
LANGUAGE = re.compile("[a-z]{2,3}(-[A-Z][a-z]{3})?(-([A-Z]{2}|[0-9]{3}))?")
MEDIA_TYPE = re.compile(r"[\w.+-]+/[\w.+-]+(; ?[\w-]+=[\w-]+)?")
URI = re.compile(r"[A-Za-z0-9;/?:@&=+$.\-_!~*'()%,#\[\]]+")
TAG_URI = re.compile(r"tag:([a-z0-9._-]+@)?[a-z0-9.-]+,\d{4}(-\d\d(-\d\d)?)?:.+")
RFC_822 = re.compile(r"[A-Z][a-z]{2}, \d\d [A-Z][a-z]{2} \d{4} \d\d:\d\d:\d\d (GMT|\+\d{4}|-(?!0000)\d{4})")
RFC_3339 = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)")
END_TAG = re.compile(r"</\w+>|&(amp|lt|gt|quot|nbsp|#\w+);")
CONTROL = re.compile("[\x7f-\x9f\ufffd]")

# What the W3C's service lets pass in content, less what needs a script or a form.
_TAGS = (
    "a abbr address article aside audio b bdi blockquote br caption cite code col colgroup dd del details dfn"
    " div dl dt em figcaption figure footer h1 h2 h3 h4 h5 h6 header hr i img ins kbd li mark ol p picture"
    " pre q rp rt ruby s samp section small source span strong sub summary sup table tbody td tfoot th"
    " thead time tr u ul var video wbr"
)
TAGS = frozenset(_TAGS.split())
# What the W3C's service lets pass, as far as this project has it; sanitizers of readers' programs leave the same. Of what
# breaks long words that service warns: its list is older, and neither of the two can do any harm.
_PROPERTY = "(background-color|border-top|color|font(-family|-size|-weight)?|height|line-height|overflow-wrap|(margin|padding)(-top|-bottom)?|text-align|width|word-break)"
STYLE = re.compile(rf"({_PROPERTY}:[^:;()\\]+(;(?=.)|$))+")
VOID = frozenset(("br", "col", "hr", "img", "source", "wbr"))
ADDRESSES = frozenset(("href", "src", "poster", "cite", "data", "action", "background", "longdesc"))


@dataclass(frozen=True, slots=True)
class Document:
    """A parsed feed, with its bytes, the address it is served from, and how many entries it may hold."""

    root: etree._Element
    xml: bytes
    address: str
    most: int


def encoding(document: Document) -> Iterator[str]:
    """The encoding is declared and UTF-8."""
    declared = DECLARED.match(document.xml)
    if declared is None or declared[1].upper() != b"UTF-8":
        yield f"UTF-8 should be declared, not {declared and declared[1].decode()}"


def characters(document: Document) -> Iterator[str]:
    """No control characters, nor the sign of a failed decoding."""
    for element in document.root.iter(etree.Element):
        for text in (element.text or "", *element.attrib.values()):
            if found := CONTROL.search(text):
                yield f"{path(element)} has U+{ord(found[0]):04X}"


def size(document: Document) -> Iterator[str]:
    """This project: at most 512 KB."""
    if len(document.xml) > MOST_BYTES:
        yield f"{len(document.xml)} bytes, more than {MOST_BYTES}"


def path(element: etree._Element) -> str:
    """The element's place as a person would say it: "item 2 title"."""
    parent = element.getparent()
    here = f"{element.prefix}:" if element.prefix else ""
    here += etree.QName(element).localname
    if parent is None:
        return here
    if here in ("item", "entry"):
        return f"{here} {1 + list(parent.iterchildren(element.tag)).index(element)}"
    return here if parent.getparent() is None or parent.tag == "channel" else f"{path(parent)} {here}"


def text_of(parent: etree._Element, name: str) -> str:
    """The child's text, stripped; empty if there is none."""
    return (parent.findtext(name) or "").strip()


def repeated(values: Iterable[str]) -> list[str]:
    """Those values that come more than once, each once, in order."""
    values = list(values)
    return [value for value in dict.fromkeys(values) if values.count(value) > 1]


def is_address(text: str) -> bool:
    """Whether it is an absolute web address, spelled in the characters that RFC 3986 allows."""
    parts = urlsplit(text)
    return parts.scheme in ("http", "https") and bool(parts.hostname) and URI.fullmatch(text) is not None


def is_identity(text: str) -> bool:
    """Whether it is an absolute and normalised identifier: a tag URI, or a web address with a path."""
    if text.startswith("tag:"):
        return TAG_URI.fullmatch(text) is not None and URI.fullmatch(text) is not None
    parts = urlsplit(text)
    return is_address(text) and bool(parts.path) and parts.netloc == parts.netloc.lower()


def is_language(text: str) -> bool:
    """Whether it is a BCP 47 tag of a known language."""
    return LANGUAGE.fullmatch(text) is not None and text.partition("-")[0] in LANGUAGES


def rfc822(text: str) -> datetime | None:
    """The date, or None if it is not in the one form that all readers know, or its weekday is wrong."""
    if not RFC_822.fullmatch(text):
        return None
    try:
        moment = parsedate_to_datetime(text)
    except ValueError:
        return None
    days = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
    return moment if moment.year >= 1990 and text.startswith(days[moment.weekday()]) else None


def rfc3339(text: str) -> datetime | None:
    """The date, or None if it is no RFC 3339 date."""
    if not RFC_3339.fullmatch(text):
        return None
    try:
        moment = datetime.fromisoformat(text)
    except ValueError:
        return None
    return moment if moment.year >= 1990 else None


def html_faults(html: str) -> list[str]:
    """What a reader's software would stumble over or refuse in the HTML."""
    reading = _Reading()
    reading.feed(html)
    reading.close()
    return [*reading.faults, *(f"<{tag}> is not closed" for tag in reading.open)]


class _Reading(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.faults: list[str] = []
        self.open: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag not in TAGS:
            self.faults.append(f"<{tag}> is not safe in a feed")
        if tag not in VOID:
            self.open.append(tag)
        for name, value in attrs:
            self._check(tag, name, value or "")

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, attrs)  # HTML passes over the slash

    def handle_endtag(self, tag: str) -> None:
        if not self.open or self.open.pop() != tag:
            self.faults.append(f"</{tag}> closes nothing")

    def _check(self, tag: str, name: str, value: str) -> None:
        if name.startswith("on") or (name == "style" and not STYLE.fullmatch(value)):
            self.faults.append(f"<{tag} {name}> is not safe in a feed")
        addresses = [part.split()[0] for part in value.split(", ")] if name == "srcset" else [value]
        for address in addresses if name in ADDRESSES | {"srcset"} else ():
            if not (is_address(address) or address.startswith(("mailto:", "tel:"))):
                self.faults.append(f"<{tag} {name}> is no absolute address: {address}")
