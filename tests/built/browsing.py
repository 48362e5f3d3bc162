"""Kinds of pages, where each is in each language, and how a test opens one."""

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from playwright.sync_api import Page

from plugins.serve.server import server
from tests.site_builder import Built, hrefs, make

LANGUAGES = ("it", "en", "vi")
# By kind: a fixed place below the language's home, or the selector of a link to one of that kind, on some page.
FIXED = {
    "home": "",
    "archive": "archive/",
    "year": "2025/",
    "month": "2025/08/",
    "tags": "tags/",
    "outlets": "outlets/",
    "subscribe": "subscribe/",
    "editions": "edition/",
    "search": "search/",
    "corrections": "corrections/all/",
    "missing": "nothing/here/",
}
LINKED = {
    "article": ("", "article.card h2 a"),
    "category": ("", "nav.menu a"),
    "tag": ("tags/", "main li a"),
    "outlet": ("outlets/", "main li a"),
    "author": ("", "a[rel=author]"),
    "page": ("", "footer nav a"),
    "edition": ("", ".newest-edition a"),
    "week": ("edition/", ".group + .group a"),
}
LITE = {"lite": "", "lite article": "main > ul a"}  # home, and the selector of a link there; all below lite/
KINDS = (*FIXED, *LINKED, *LITE)
WIDTHS = (320, 360, 768, 1440)


@contextmanager
def serving(settings: Path, output: Path, **overrides: object) -> Iterator[Built]:
    """Build a publication for an address on this machine, below a folder, and serve it there."""
    made = server(output, host="127.0.0.1", port=0, root="/repo")
    address = f"http://127.0.0.1:{made.server_port}/repo"
    built = make(settings, SITEURL=address, OUTPUT_PATH=str(output), **overrides)
    threading.Thread(target=made.serve_forever, args=(0.01,), daemon=True).start()
    try:
        yield built
    finally:
        made.shutdown()
        made.server_close()


def place_of(site: Built, kind: str, lang: str) -> str:
    """Return the place of a page of the kind, below the site."""
    prefix = "" if lang == "it" else f"{lang}/"
    if kind in FIXED:
        return f"{prefix}{FIXED[kind]}"
    if kind in LITE:
        home = f"lite/{prefix}"
        return hrefs(site.html(home), LITE[kind])[0].removeprefix(f"{site.root}/") if LITE[kind] else home
    start, selector = LINKED[kind]
    page = site.html(prefix + start if kind != "author" else place_of(site, "article", lang))
    return hrefs(page, selector)[0].removeprefix(f"{site.root}/")


def address(site: Built, kind: str, lang: str) -> str:
    """Return the address of a page of the kind."""
    return f"{site.address}/{place_of(site, kind, lang)}"


def open_page(page: Page, site: Built, kind: str, lang: str) -> None:
    """Open a page of the kind in the language."""
    page.goto(address(site, kind, lang), wait_until="load")


def overflows(page: Page) -> list[tuple[int, ...]]:
    """Return the widths at which the open page scrolls sideways, each with the widths that the browser saw."""
    found = []
    for width in WIDTHS:
        page.set_viewport_size({"width": width, "height": 800})
        seen = page.evaluate("[document.documentElement.scrollWidth, document.body.scrollWidth, innerWidth]")
        if max(seen) > width:
            found.append((width, *seen))
    return found
