"""The rules of JSON Feed 1.1 (https://www.jsonfeed.org/version/1.1/): `json_problems` of any document."""

import json
from collections.abc import Iterator, Mapping
from itertools import pairwise
from typing import Any

from tests.feeds.rule_values import (
    CONTROL,
    END_TAG,
    MEDIA_TYPE,
    html_faults,
    is_address,
    is_language,
    repeated,
    rfc3339,
)

TOP = {
    "version": str, "title": str, "home_page_url": str, "feed_url": str, "description": str, "user_comment": str,
    "next_url": str, "icon": str, "favicon": str, "authors": list, "language": str, "expired": bool, "hubs": list,
    "items": list,
}  # fmt: skip
ITEM = {
    "id": str, "url": str, "external_url": str, "title": str, "content_html": str, "content_text": str, "summary": str,
    "image": str, "banner_image": str, "date_published": str, "date_modified": str, "authors": list, "tags": list,
    "language": str, "attachments": list,
}  # fmt: skip
ADDRESSES = ("home_page_url", "feed_url", "url", "external_url", "icon", "favicon", "image", "banner_image")
Values = Mapping[str, Any]


def json_problems(data: bytes, *, address: str, most: int = 50) -> list[str]:
    """Everything wrong with the feed served from the address, as "rule: what"."""
    try:
        feed = json.loads(data.decode("utf-8"))
    except ValueError:
        return ["json: no JSON in UTF-8"]
    found = [("top", _top(feed, address)), ("items", _items(feed["items"], most)), ("members", _members(feed))]
    return [f"{rule}: {problem}" for rule, problems in found for problem in problems]


def _top(feed: Values, address: str) -> Iterator[str]:
    """Top level: version and title must be there, addresses should be; the feed's is its identity."""
    if feed.get("version") != "https://jsonfeed.org/version/1.1":
        yield f"version is {feed.get('version')}"
    for name in ("title", "description", "home_page_url"):
        if not feed.get(name, "").strip():
            yield f"no {name}"
    if feed.get("feed_url") != address:
        yield f"feed_url should be {address}, not {feed.get('feed_url')}"
    for hub in feed.get("hubs", ()):
        if set(hub) != {"type", "url"} or not is_address(hub["url"]):
            yield f"a hub is {hub}"
    if "language" not in feed and not all("language" in item for item in feed["items"]):
        yield "neither the feed nor each of its items says a language"


def _items(items: list[Values], most: int) -> Iterator[str]:
    """Items: each has its own id and its content; newest first; safe HTML; modified no earlier than published."""
    if len(items) > most:
        yield f"{len(items)} items, more than {most}"
    for twice in repeated(item.get("id", "") for item in items):
        yield f"two items have one id: {twice}"
    for number, item in enumerate(items, 1):
        yield from (f"item {number} {problem}" for problem in _item(item))
    moments = [rfc3339(item.get("date_published", "")) for item in items]
    if None not in moments and any(later > earlier for earlier, later in pairwise(moments)):
        yield "items are not newest first"


def _item(item: Values) -> Iterator[str]:
    if not str(item.get("id", "")).strip():
        yield "has no id"
    if not ("content_html" in item or "content_text" in item):
        yield "has no content"
    yield from html_faults(item.get("content_html", ""))
    dates = [rfc3339(item.get(name, "")) for name in ("date_published", "date_modified")]
    if None in dates:
        yield "has a date that is none"
    elif dates[1] < dates[0]:
        yield "is modified before it is published"
    if found := END_TAG.search(item.get("title", "")):
        yield f"title has markup: {found[0]}"
    for each in item.get("attachments", ()):
        if not (is_address(each.get("url", "")) and MEDIA_TYPE.fullmatch(each.get("mime_type", ""))):
            yield f"has an attachment without address or type: {each}"
        if not (isinstance(each.get("size_in_bytes"), int) and each["size_in_bytes"] > 0):
            yield "has an attachment without a size"


def _members(feed: Values) -> Iterator[str]:
    """Members are known, of their type and say something; what is ours begins with an underscore and is an object."""
    for place, values, known in [("feed", feed, TOP), *((f"item {n}", item, ITEM) for n, item in _numbered(feed))]:
        for name, value in values.items():
            if not isinstance(value, dict if name.startswith("_") else known.get(name, ())):
                yield f"{place} has {name}, unknown or of another type"
            elif name != "items" and value in ("", [], {}, None):
                yield f"{place} has an empty {name}"
            elif name in ADDRESSES and not is_address(value):
                yield f"{place} {name} is no absolute address: {value}"
            elif name == "language" and not is_language(value):
                yield f"{place} has no known language: {value}"
            elif isinstance(value, str) and (found := CONTROL.search(value)):
                yield f"{place} {name} has U+{ord(found[0]):04X}"
        if [author for author in values.get("authors", ()) if not author.get("name", "").strip()]:
            yield f"{place} has an author without a name"
        if [tag for tag in values.get("tags", ()) if not isinstance(tag, str) or not tag.strip()]:
            yield f"{place} has an empty tag"


def _numbered(feed: Values) -> Iterator[tuple[int, Values]]:
    return iter(enumerate(feed["items"], 1))
