"""Kinds of pages, where each is in each language, and how a test opens one."""

import re
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import lru_cache
from pathlib import Path

from playwright.sync_api import Locator, Page

from puntina.commands.serve.server import server
from tests.site_builder import Built, make

LANGUAGES = ("it", "en", "vi")
# By kind: where its pages are, below the language's home; a place is of the first kind that it fits.
PLACES = {
    "home": r"",
    "archive": r"archive/",
    "year": r"\d{4}/",
    "month": r"\d{4}/\d\d/",
    "updated": r"\d{4}/\d\d/[^/]*wcag-2-2[^/]*/",  # a digest with a picture, a note and a point marked as new
    "article": r"\d{4}/\d\d/[^/]+/",
    "category": r"category/[^/]+/",
    "tags": r"tags/",
    "tag": r"tag/[^/]+/",
    "outlets": r"outlets/",
    "outlet": r"outlet/[^/]+/",
    "author": r"author/[^/]+/",
    "thread": r"thread/[^/]+/",
    "editions": r"edition/",
    "edition": r"edition/\d{4}-\d\d-\d\d/",
    "week": r"edition/\d{4}-w\d\d/",
    "corrections": r"corrections/all/",
    "subscribe": r"subscribe/",
    "search": r"search/",
    "page": r"[^/]+/",
}
FULL = (*PLACES, "missing")
LITE = tuple(f"lite {kind}" for kind in ("home", "category", "updated", "article"))
KINDS = (*FULL, *LITE)
MISSING = "nothing/here/"
OLDER = re.compile(r"(^|/)page/\d+/$")
# Asked again and again from here: where scripts are off, no promise and no frame ever comes back in the page.
SETTLED = """document.fonts.status === "loaded"
  && [...document.images].every((image) => image.loading === "lazy" || image.complete)"""
PATIENCE = 200  # looks, 50 ms apart
WIDTHS = (320, 360, 768, 1440)


@contextmanager
def serving(settings: Path, output: Path, root: str = "/repo", **overrides: object) -> Iterator[Built]:
    """Build a publication for an address on this machine, below a folder or at the root, and serve it there."""
    made = server(output, host="127.0.0.1", port=0, root=root)
    address = f"http://127.0.0.1:{made.server_port}{root}"
    built = make(settings, SITEURL=address, OUTPUT_PATH=str(output), **overrides)
    threading.Thread(target=made.serve_forever, args=(0.01,), daemon=True).start()
    try:
        yield built
    finally:
        made.shutdown()
        made.server_close()


def kind_of(place: str) -> tuple[str, str]:
    """Return the kind of the page at a place below the site, "" for none that is known, and its language."""
    lite, within = ("lite ", place.removeprefix("lite/")) if place.startswith("lite/") else ("", place)
    lang, below = (within[:2], within[3:]) if within[:3] in {"en/", "vi/"} else ("it", within)
    first_page = OLDER.sub(r"\1", below)
    return next((lite + kind for kind, form in PLACES.items() if re.fullmatch(form, first_page)), ""), lang


@lru_cache
def place_of(site: Built, kind: str, lang: str) -> str:
    """Return the place of a page of the kind, below the site: the last by its name, and no older page of a list."""
    if kind == "missing":
        return MISSING if lang == "it" else f"{lang}/{MISSING}"
    places = [path.removesuffix("index.html") for path in site.pages]
    return max(place for place in places if kind_of(place) == (kind, lang) and not OLDER.search(place))


def address(site: Built, kind: str, lang: str) -> str:
    """Return the address of a page of the kind."""
    return f"{site.address}/{place_of(site, kind, lang)}"


def open_page(page: Page, site: Built, kind: str, lang: str) -> None:
    """Open a page of the kind in the language, and wait until all of it is there to be looked at."""
    page.goto(address(site, kind, lang), wait_until="load")
    settle(page)


def settle(page: Page) -> None:
    """Wait until the page's faces and pictures are there and laid out; those that wait for the reader are let wait."""
    _wait(page, lambda: page.evaluate(SETTLED))


def picture_width(picture: Locator) -> int:
    """Return the width that the picture itself has, once it has come."""
    picture.scroll_into_view_if_needed()
    _wait(picture.page, lambda: picture.evaluate("picture => picture.complete && picture.naturalWidth > 0"))
    return int(picture.evaluate("picture => picture.naturalWidth"))


def _wait(page: Page, is_there: Callable[[], bool]) -> None:
    """Wait until it is there, and no longer than a reader would: what is looked at then says what is missing."""
    for _ in range(PATIENCE):
        if is_there():
            return
        page.wait_for_timeout(50)


def overflows(page: Page) -> list[tuple[int, ...]]:
    """Return the widths at which the open page scrolls sideways, each with the widths that the browser saw."""
    found = []
    for width in WIDTHS:
        page.set_viewport_size({"width": width, "height": 800})
        page.wait_for_function("width => innerWidth === width", arg=width)
        seen = page.evaluate("[document.documentElement.scrollWidth, document.body.scrollWidth, innerWidth]")
        if max(seen) > width:
            found.append((width, *seen))
    return found
