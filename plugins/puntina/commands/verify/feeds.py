"""The rules of feeds, sitemaps and subscription lists: what they must have, once, and URLs that lead somewhere.

RSS 2.0 (https://www.rssboard.org/rss-specification), Atom (RFC 4287), JSON Feed (https://www.jsonfeed.org/version/1.1/),
sitemaps (https://www.sitemaps.org/protocol.html), OPML (http://opml.org/spec2.opml).
"""

import datetime as dt
import json
from collections.abc import Callable, Iterator, Mapping
from email.utils import parsedate_to_datetime
from typing import Any

from lxml import etree

from puntina.commands.verify.output import Output, line_of
from puntina.core.digest import Problem
from puntina.core.digest.message import Message, message

CODE = "VERIFY-FEED"
HINT = message("fix the plugin or the template that makes it")
ATOM, MAP = "{http://www.w3.org/2005/Atom}", "{http://www.sitemaps.org/schemas/sitemap/0.9}"
JSON_FEED = "https://jsonfeed.org/version/"
Fault = tuple[int, Message]  # the line, 0 for the whole file
Urls = Iterator[tuple[int, str]]


def feed_problems(output: Output) -> dict[str, tuple[Problem, ...]]:
    """For the path of each feed, sitemap and list a problem for each rule that it breaks, at its line."""
    return {
        path: tuple(
            Problem(f"{output.folder.name}/{path}", line, 1 if line else 0, CODE, text, HINT) for line, text in faults
        )
        for path, faults in _faults(output)
    }


def _faults(output: Output) -> Iterator[tuple[str, Iterator[Fault]]]:
    for path, data in output.with_ending(".xml", ".opml"):
        yield path, _of_xml(data, output)
    for path, data in output.with_ending(".json"):
        if JSON_FEED.encode() in data:
            yield path, _of_json(data, output)


def _of_xml(data: bytes, output: Output) -> Iterator[Fault]:
    try:
        root = etree.fromstring(data, etree.XMLParser(resolve_entities=False, no_network=True))
    except etree.XMLSyntaxError as error:
        yield int(error.lineno or 0), message("not valid XML: {reason}", reason=str(error.msg))
        return
    rules = RULES.get(str(root.tag))
    if rules:
        yield from rules(root, output)


def _of_rss(root: etree._Element, output: Output) -> Iterator[Fault]:
    channel = root.find("channel")
    if channel is None:
        yield line_of(root), _lacks("channel")
        return
    yield from _lacking(channel, "title", "link", "description")
    items = channel.findall("item")
    for item in items:
        yield from _lacking(item, "title", "guid")
        yield from _dated(item.findtext("pubDate"), item, parsedate_to_datetime)
    yield from _twice([(line_of(item), item.findtext("guid") or "") for item in items])
    links = [channel.find("link"), *(item.find("link") for item in items)]
    yield from _leading_nowhere(((line_of(each), each.text or "") for each in links if each is not None), output)


def _of_atom(root: etree._Element, output: Output) -> Iterator[Fault]:
    yield from _lacking(root, f"{ATOM}id", f"{ATOM}title", f"{ATOM}updated")
    entries = root.findall(f"{ATOM}entry")
    for entry in entries:
        yield from _lacking(entry, f"{ATOM}id", f"{ATOM}title", f"{ATOM}updated")
        yield from _dated(entry.findtext(f"{ATOM}updated"), entry, dt.datetime.fromisoformat)
    yield from _twice([(line_of(entry), entry.findtext(f"{ATOM}id") or "") for entry in entries])
    links = root.iterfind(f".//{ATOM}link")
    yield from _leading_nowhere(((line_of(link), link.get("href") or "") for link in links), output)


def _of_map(root: etree._Element, output: Output) -> Iterator[Fault]:
    found = [(line_of(each), (each.text or "").strip()) for each in root.iterfind(f"*/{MAP}loc")]
    yield from _twice(found)
    yield from _leading_nowhere(iter(found), output)


def _of_opml(root: etree._Element, output: Output) -> Iterator[Fault]:
    outlines = [each for each in root.iterfind(".//outline") if each.get("xmlUrl")]
    yield from _twice([(line_of(each), each.get("xmlUrl") or "") for each in outlines])
    urls = ((line_of(each), each.get(name) or "") for each in outlines for name in ("xmlUrl", "htmlUrl"))
    yield from _leading_nowhere(urls, output)


def _of_json(data: bytes, output: Output) -> Iterator[Fault]:
    try:
        feed: Mapping[str, Any] = json.loads(data)
    except ValueError as error:
        yield 0, message("not valid JSON: {reason}", reason=str(error))
        return
    items = [item for item in feed.get("items") or () if isinstance(item, dict)]
    yield from ((0, _lacks(name)) for name in ("title", "items") if name not in feed)
    yield from ((0, _lacks("id")) for item in items if not item.get("id"))
    yield from _twice([(0, str(item.get("id") or "")) for item in items])
    yield from _leading_nowhere(((0, str(item.get("url") or "")) for item in items), output)


RULES: Mapping[str, Callable[[etree._Element, Output], Iterator[Fault]]] = {
    "rss": _of_rss,
    f"{ATOM}feed": _of_atom,
    f"{MAP}urlset": _of_map,
    f"{MAP}sitemapindex": _of_map,
    "opml": _of_opml,
}


def _lacking(element: etree._Element, *names: str) -> Iterator[Fault]:
    for name in names:
        if not (element.findtext(name) or "").strip():
            yield line_of(element), _lacks(etree.QName(name).localname)


def _lacks(name: str) -> Message:
    return message("{name} is missing or empty", name=name)


def _dated(value: str | None, element: etree._Element, read: Callable[[str], dt.datetime]) -> Iterator[Fault]:
    try:
        if value is not None:
            read(value)
    except ValueError:
        yield line_of(element), message('"{value}" is not a valid date', value=value)


def _twice(found: list[tuple[int, str]]) -> Iterator[Fault]:
    seen = set[str]()
    for line, value in found:
        if value and value in seen:
            yield line, message("duplicate value {value}", value=value)
        seen.add(value)


def _leading_nowhere(urls: Urls, output: Output) -> Iterator[Fault]:
    for line, url in urls:
        try:
            found = output.target(url, f"{output.url}/") if url else None
        except ValueError:
            found = None
            yield line, message('"{url}" is not a valid URL', url=url)
        if found and not output.has(found[0]):
            yield line, message("{url} does not exist", url=url)
