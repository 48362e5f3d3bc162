"""JSON Feed 1.1 (https://www.jsonfeed.org/version/1.1/); what it has no name for is in an extension, `_puntina`.

docs/feeds.md describes the extension.
"""

import json
from collections.abc import Iterable, Mapping
from typing import Any

from puntina.feeds.entry import Entry, Feed, Link
from puntina.feeds.xml_text import fit

VERSION = "https://jsonfeed.org/version/1.1"
EXTENSION = "_puntina"
END = b"\n ]\n}\n"


def json_feed_head(feed: Feed) -> tuple[bytes, bytes]:
    """The document before its items and after them."""
    values = {
        "version": VERSION,
        "title": feed.title,
        "home_page_url": feed.url,
        "feed_url": feed.self_url,
        "description": feed.description,
        "icon": feed.icon,
        "favicon": feed.icon,
        "authors": [{"name": feed.author}],
        "language": feed.lang,
        "hubs": [{"type": "WebSub", "url": feed.hub}] if feed.hub else [],
        EXTENSION: _said(
            {
                "updated": feed.updated.isoformat(),
                "rights": feed.rights,
                "alternates": [_said({"url": at.url, "type": at.type, "language": at.lang}) for at in feed.alternates],
            }
        ),
    }
    head = _printed(_said(values), indent=1).removesuffix(b"\n}")
    return head + b',\n "items": [\n', END


def json_item(entry: Entry) -> bytes:
    """The entry as it stands among the items."""
    picture = entry.picture
    values = {
        "id": entry.guid or entry.id,
        "url": entry.url,
        "title": entry.title,
        "content_html": entry.content,
        "content_text": entry.text or ("" if entry.content else entry.title),  # an item must have one of the two
        "summary": entry.summary,
        "image": picture.url if picture else "",
        "date_published": entry.published.isoformat(),
        "date_modified": entry.updated.isoformat(),
        "authors": [{"name": name} for name in entry.authors],
        "tags": [category.label or category.term for category in entry.categories],
        "language": entry.lang,
        "attachments": [
            _said({"url": each.url, "mime_type": each.type, "title": each.alt, "size_in_bytes": each.length})
            for each in ([picture] if picture else [])
        ],
        EXTENSION: _said(
            {
                "points": entry.points,
                "summary": entry.pinned if entry.pinned != entry.summary else "",
                "rights": entry.rights,
                "sources": _links(entry.sources),
                "translations": _links(entry.alternates),
            }
        ),
    }
    return _printed(_said(values))


def _links(links: Iterable[Link]) -> list[dict[str, Any]]:
    return [_said({"url": link.url, "title": link.title, "language": link.lang}) for link in links]


def _said(values: Mapping[str, Any]) -> dict[str, Any]:
    """The values without those that say nothing: optional members are left out rather than empty."""
    return {name: value for name, value in values.items() if value or value == 0}


def _printed(value: Mapping[str, Any], *, indent: int | None = None) -> bytes:
    return json.dumps(_fit(value), ensure_ascii=False, indent=indent).encode()


def _fit(value: Any) -> Any:
    """The value without the characters that XML can't carry either: many a program turns one format into another."""
    if isinstance(value, str):
        return fit(value)
    if isinstance(value, dict):
        return {name: _fit(each) for name, each in value.items()}
    return [_fit(each) for each in value] if isinstance(value, list | tuple) else value
