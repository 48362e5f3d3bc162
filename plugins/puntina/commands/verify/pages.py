"""Checks internal links: pages, files and anchors that do not exist."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from urllib.parse import urldefrag

from lxml import html

from puntina.commands.verify.output import Output, line_of
from puntina.core.digest import Problem
from puntina.core.digest.message import counted, message

CODE = "VERIFY-LINK"
HINT = message("fix the link, or the template or plugin that makes it")
ADDRESSES = ("href", "src", "poster", "action")
_REFRESH = re.compile(r"\s*\d+\s*;\s*url\s*=\s*(.+)", re.IGNORECASE)
_TEXT_FRAGMENT = ":~:"  # which a browser looks for in the text


@dataclass(frozen=True, slots=True)
class Page:
    """What the links of a page, each with its line, lead to, and the ids that others may lead to."""

    path: str
    links: tuple[tuple[int, str], ...]
    ids: frozenset[str]


@dataclass(slots=True)
class Missing:
    """A URL at which nothing is: where it is linked first, and on how many pages."""

    path: str
    line: int
    url: str
    fragment: str
    pages: set[str] = field(default_factory=set)


def read_pages(output: Output) -> Iterator[Page]:
    """Every page of the site; one without any markup has no links."""
    parser = html.HTMLParser(encoding="utf-8")
    for path, data in output.with_ending(".html"):
        if not data.strip():
            yield Page(path, (), frozenset())
            continue
        root = html.document_fromstring(data, parser=parser)
        yield Page(path, tuple(_links(root)), frozenset(_ids(root)))


def _ids(root: html.HtmlElement) -> Iterator[str]:
    for element in root.iter("*"):
        if own := element.get("id") or (element.tag == "a" and element.get("name")):
            yield own


def _links(root: html.HtmlElement) -> Iterator[tuple[int, str]]:
    for element in root.iter("*"):
        line = line_of(element)
        for name in ADDRESSES:
            if (address := element.get(name)) is not None:
                yield line, address
        for candidate in (element.get("srcset") or "").split(", "):
            if address := candidate.strip().partition(" ")[0]:
                yield line, address
        if element.tag == "meta" and (content := element.get("content")):
            if refresh := _REFRESH.fullmatch(content):
                yield line, refresh[1]
            elif (element.get("property") or element.get("name")) in {"og:image", "og:url", "twitter:image"}:
                yield line, content


def link_problems(output: Output, pages: tuple[Page, ...]) -> Iterator[Problem]:
    """A problem for each URL of the site that pages link to and that leads nowhere, at the first of these links."""
    ids = {page.path: page.ids for page in pages}
    missing: dict[tuple[str, str], Missing] = {}
    for page in pages:
        here = output.page_of(page.path)
        for line, link in page.links:
            found = _target(output, link, here)
            if found and not _is_there(output, *found, ids):
                lost = missing.setdefault(found, Missing(page.path, line, urldefrag(link)[0] or here, found[1]))
                lost.pages.add(page.path)
    for (path, _), lost in missing.items():
        yield _problem(output, lost, is_fragment=output.has(path))


def _target(output: Output, link: str, page: str) -> tuple[str, str] | None:
    try:
        return output.target(link, page)
    except ValueError:  # whether an editor's link is a URL, `check` has asked
        return None


def _is_there(output: Output, path: str, fragment: str, ids: dict[str, frozenset[str]]) -> bool:
    if not output.has(path):
        return False
    if fragment in {"", "top"} or _TEXT_FRAGMENT in fragment or path not in ids:
        return True
    return fragment in ids[path]


def _problem(output: Output, lost: Missing, *, is_fragment: bool) -> Problem:
    if is_fragment:
        text = counted(
            '{count} page links to the id "{id}", which {url} does not have',
            '{count:,} pages link to the id "{id}", which {url} does not have',
            count=len(lost.pages),
            url=lost.url,
            id=lost.fragment,
        )
    else:
        text = counted(
            "{count} page links to {url}, which does not exist",
            "{count:,} pages link to {url}, which does not exist",
            count=len(lost.pages),
            url=lost.url,
        )
    return Problem(f"{output.folder.name}/{lost.path}", lost.line, 1 if lost.line else 0, CODE, text, HINT)
