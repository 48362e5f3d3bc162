"""The formats: a Feed's text before and after its entries, each Entry's own text, and how both become a document."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from xml.sax.saxutils import quoteattr

from puntina.core.hooks import Hooks
from puntina.core.settings.feeds import ENDINGS
from puntina.feeds.by_feedgen import atom_entry, atom_feed, rss_feed, rss_item
from puntina.feeds.entry import Entry, Feed
from puntina.feeds.json_feed import json_feed_head, json_item
from puntina.feeds.xml_text import fit

MOST_BYTES = 512 * 1024  # of a document; mail services and some readers give up on larger ones


@dataclass(frozen=True, slots=True)
class Format:
    """A format of feeds; `frame` is all of a document but its entries: what comes before them, and what after."""

    name: str
    label: str
    media_type: str
    frame: Callable[[Feed], tuple[bytes, bytes]]
    item: Callable[[Entry], bytes]
    between: bytes = b""
    endings: tuple[str, ...] = ("/",)  # what its address may end in: hosts tell content types by it

    def document(self, feed: Feed) -> bytes:
        """The feed as a document in UTF-8, with as many of its entries as fit."""
        return self.joined(feed, map(self.item, feed.entries))

    def joined(self, feed: Feed, items: Iterable[bytes]) -> bytes:
        """The document, from the texts of the feed's entries: the newest that fit, and dated by those.

        One that would not fit alone is left out, so that the others are not.
        """
        before, after = self.frame(feed)
        most = room = MOST_BYTES - len(before) - len(after)
        texts: list[bytes] = []
        shown: list[Entry] = []
        for entry, text in zip(feed.entries, items, strict=True):
            length = len(text) + len(self.between)
            if length > most:
                continue
            room -= length
            if room < 0:
                break
            texts.append(text)
            shown.append(entry)
        if len(shown) < len(feed.entries):
            before, after = self.frame(replace(feed, entries=tuple(shown)))
        return b"".join((before, self.between.join(texts), after))


def _xml_frame(make: Callable[[Feed], bytes], end: bytes, feed: Feed) -> tuple[bytes, bytes]:
    """The document without entries, cut where they belong, with its style sheet."""
    before, _, after = make(feed).rpartition(end)
    if feed.style:
        # https://www.w3.org/TR/xml-stylesheet/
        declaration, _, rest = before.partition(b"\n")
        style = f'<?xml-stylesheet type="text/css" href={quoteattr(fit(feed.style))}?>'
        before = b"\n".join((declaration, style.encode(), rest))
    return before, end + after


def _rss_frame(feed: Feed) -> tuple[bytes, bytes]:
    return _xml_frame(rss_feed, b"  </channel>", feed)


def _atom_frame(feed: Feed) -> tuple[bytes, bytes]:
    return _xml_frame(atom_feed, b"</feed>", feed)


RSS = Format("rss", "RSS", "application/rss+xml", _rss_frame, rss_item, endings=ENDINGS["rss"])
ATOM = Format("atom", "Atom", "application/atom+xml", _atom_frame, atom_entry, endings=ENDINGS["atom"])
JSON = Format(
    "json", "JSON", "application/feed+json", json_feed_head, json_item, between=b",\n", endings=ENDINGS["json"]
)
FORMATS = {form.name: form for form in (RSS, ATOM, JSON)}


def every_format(hooks: Hooks) -> dict[str, Format]:
    """All formats by name, plugins' too."""
    return {**FORMATS, **{form.name: form for form in hooks.formats}}


def rss(feed: Feed) -> bytes:
    """The feed as an RSS 2.0 document in UTF-8, by the RSS Advisory Board's specification and best practices.

    Characters that XML can't carry are left out. Raises ValueError if title, description or address is empty.
    """
    return RSS.document(feed)


def atom(feed: Feed) -> bytes:
    """The feed as an Atom 1.0 document (RFC 4287) in UTF-8.

    Characters that XML can't carry are left out. Raises ValueError if id or title is empty.
    """
    return ATOM.document(feed)


def json_feed(feed: Feed) -> bytes:
    """The feed as a JSON Feed 1.1 in UTF-8 (https://www.jsonfeed.org/version/1.1/)."""
    return JSON.document(feed)
