"""Firefox's Reader View for the tests: Mozilla's Readability, run in the browser on a page as it was served."""

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from playwright.sync_api import Page
from selectolax.lexbor import LexborHTMLParser

from tests.npm import Package, ensure

# Published by Mozilla; Apache 2.0.
READABILITY = Package(
    "@mozilla/readability",
    "0.6.0",
    "6d3c3cc50dad51b543925deadc66d5b58cd2262d1d585f2ae0a44975627ad919",
    "Readability.js",
)
# The page is parsed as it was sent: no script of it runs, and no style sheet hides anything.
SCRIPT = """
const read = (html, url) => {
  const page = new DOMParser().parseFromString(html, "text/html");
  const base = page.head.appendChild(page.createElement("base"));
  base.href = url;
  return new Readability(page).parse();
};
"""


@dataclass(frozen=True, slots=True)
class Reading:
    """What Reader View shows of a page."""

    title: str
    byline: str
    published: str
    lang: str
    text: str  # with single spaces
    html: LexborHTMLParser


def ensure_readability() -> Path | None:
    """Return Readability's file, brought here if need be."""
    return ensure(READABILITY)


def read(page: Page, html: str, url: str) -> Reading:
    """Return what Reader View makes of the page's HTML."""
    path = ensure_readability()
    assert path
    source = path.read_text("utf-8") + SCRIPT + f"read({json.dumps(html)}, {json.dumps(url)})"
    found: dict[str, Any] = page.evaluate(source)
    content = found["content"] or ""
    return Reading(
        title=found["title"] or "",
        byline=found["byline"] or "",
        published=found["publishedTime"] or "",
        lang=found["lang"] or "",
        text=" ".join((found["textContent"] or "").split()),
        html=LexborHTMLParser(content),
    )
