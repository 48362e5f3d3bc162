"""A crawl over HTTP: every page that links lead to, what each refers to, and what is broken."""

import http.client
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cache
from urllib.parse import unquote, urldefrag, urljoin, urlsplit

from selectolax.lexbor import LexborHTMLParser

from puntina.commands.serve.server import server
from tests.site_builder import Built

# Where HTML refers to something, as selector and attribute.
REFERENCES = (
    ("a, link, area, use, image", "href"),
    ("img, script, iframe, source, audio, video, embed, track", "src"),
    ("form", "action"),
    ("object", "data"),
    ("video", "poster"),
)


@dataclass(frozen=True, slots=True)
class Reference:
    """What a page refers to, whole, and the name of the element that does."""

    url: str
    tag: str


@dataclass(frozen=True, slots=True)
class Answer:
    """What the server says of an address."""

    status: int
    kind: str
    body: bytes

    @property
    def page(self) -> LexborHTMLParser:
        """Return the body as a browser parses it."""
        return LexborHTMLParser(self.body)


@dataclass(frozen=True, slots=True)
class Crawl:
    """What was found: the answer of every address below the site, and what each page refers to."""

    site: Built
    answers: dict[str, Answer]
    references: dict[str, tuple[Reference, ...]]

    @property
    def pages(self) -> dict[str, LexborHTMLParser]:
        """Return the pages by address."""
        return {url: self.answers[url].page for url in self.references}

    def broken(self) -> list[str]:
        """Return a line for each reference to nothing: no file, a redirect, or no such anchor."""
        return [
            f"{page} → {reference.url}"
            for page, references in self.references.items()
            for reference in references
            if is_inside(reference.url, self.site) and not self._leads_somewhere(reference.url)
        ]

    def _leads_somewhere(self, url: str) -> bool:
        place, anchor = urldefrag(url)
        answer = self.answers[place]
        return answer.status == 200 and (not anchor or unquote(anchor) in ids_of(answer.page))


@cache
def crawl(site: Built, *, start: str = "") -> Crawl:
    """Follow every link from the start as far as the site goes; a site is crawled once."""
    answers: dict[str, Answer] = {}
    references: dict[str, tuple[Reference, ...]] = {}
    waiting = [f"{site.address}/{start}"]
    with serving(site) as ask:
        while waiting:
            url = waiting.pop()
            if url in answers:
                continue
            answers[url] = answer = ask(url)
            if answer.status == 200 and answer.kind.startswith("text/html"):
                references[url] = tuple(references_of(answer.page, url))
                waiting += [urldefrag(each.url).url for each in references[url] if is_inside(each.url, site)]
    return Crawl(site, answers, references)


@contextmanager
def serving(site: Built) -> Iterator:
    """Give a function from an address of the site to the server's answer."""
    made = server(site.folder, host="127.0.0.1", port=0, root=site.root)
    threading.Thread(target=made.serve_forever, args=(0.01,), daemon=True).start()
    try:
        yield lambda url: fetch(made.server_port, urlsplit(url).path)
    finally:
        made.shutdown()
        made.server_close()


def fetch(port: int, path: str) -> Answer:
    """Return the answer to a GET request on this machine; redirects are not followed."""
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=10)
    try:
        connection.request("GET", path)
        response = connection.getresponse()
        return Answer(response.status, response.headers["Content-Type"] or "", response.read())
    finally:
        connection.close()


def references_of(page: LexborHTMLParser, url: str) -> Iterator[Reference]:
    """Yield everything that the page at the address refers to."""
    for selector, attribute in REFERENCES:
        for node in page.css(selector):
            if (value := node.attributes.get(attribute)) is not None:
                yield Reference(urljoin(url, value), str(node.tag))
    for node in page.css("[srcset]"):
        for candidate in str(node.attributes["srcset"]).split(","):
            yield Reference(urljoin(url, candidate.split()[0]), str(node.tag))


def is_inside(url: str, site: Built) -> bool:
    """Return whether the address is on the site's host."""
    return urlsplit(url)[:2] == urlsplit(site.address)[:2]


def ids_of(page: LexborHTMLParser) -> list[str]:
    """Return every id of the page, repeats included."""
    return [str(node.attributes["id"]) for node in page.css("[id]")]
