"""A feed that was written, as plugins of others know Pelican's: a title, and entries with their dates."""

import datetime as dt
from dataclasses import dataclass
from email.utils import parsedate_to_datetime
from pathlib import Path
from typing import Any

from lxml import etree

ATOM = "{http://www.w3.org/2005/Atom}"


@dataclass(frozen=True, slots=True)
class WrittenFeed:
    """What such plugins read of feedgenerator's object: `feed` says what the feed is, `items` has its entries."""

    feed: dict[str, Any]
    items: list[dict[str, Any]]

    @classmethod
    def at(cls, path: Path) -> "WrittenFeed | None":
        """The feed in the file; None where it has no entries, as Pelican writes no such feed, or is no feed."""
        root = etree.parse(path).getroot()
        if root.tag == f"{ATOM}feed":
            title, entries = root.findtext(f"{ATOM}title", ""), map(_of_atom, root.iter(f"{ATOM}entry"))
        elif root.tag == "rss":
            title, entries = root.findtext("channel/title", ""), map(_of_rss, root.iter("item"))
        else:
            return None
        items = list(entries)
        return cls({"title": title}, items) if items else None


def _of_atom(entry: Any) -> dict[str, Any]:
    link = entry.find(f"{ATOM}link[@rel='alternate']")
    return {
        "title": entry.findtext(f"{ATOM}title", ""),
        "link": link.get("href") if link is not None else "",
        "unique_id": entry.findtext(f"{ATOM}id", ""),
        "pubdate": dt.datetime.fromisoformat(entry.findtext(f"{ATOM}published")),
        "updateddate": dt.datetime.fromisoformat(entry.findtext(f"{ATOM}updated")),
    }


def _of_rss(item: Any) -> dict[str, Any]:
    date = parsedate_to_datetime(item.findtext("pubDate"))
    return {
        "title": item.findtext("title", ""),
        "link": item.findtext("link", ""),
        "unique_id": item.findtext("guid", ""),
        "pubdate": date,
        "updateddate": date,
    }
