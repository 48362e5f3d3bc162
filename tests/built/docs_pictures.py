"""The pictures of the docs: pages of the publication that ships with the project, as Chromium shows them."""

import tempfile
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from playwright.sync_api import ViewportSize, sync_playwright

from tests.browser import ensure_chromium, launch
from tests.built.browsing import open_page, serving
from tests.site_builder import ROOT

FOLDER = ROOT / "docs" / "pictures"
HEIGHT = 1000  # pixels of a page that a picture shows
CUTOFF = "2026-01-01 00:00"


@dataclass(frozen=True, slots=True)
class Picture:
    """A page of a kind, as it is shown at a width."""

    name: str
    kind: str
    lang: str
    width: int
    colours: Literal["light", "dark"] = "light"
    words: str = ""  # to search for


PICTURES = (
    Picture("home-1440", "home", "en", 1440),
    Picture("home-360-dark", "home", "vi", 360, "dark"),
    Picture("digest-1280", "article", "it", 1280),
    Picture("digest-360", "article", "en", 360),
    Picture("digest-360-dark", "article", "en", 360, "dark"),
    Picture("edition-1280", "edition", "it", 1280),
    Picture("lite-360", "lite article", "vi", 360),
    Picture("search-360", "search", "vi", 360, words="bien ca"),
)


def take() -> list[Path]:
    """Take all pictures, and return their files; none where there is no Chromium, which is said."""
    chromium = ensure_chromium()
    if not chromium:
        return []
    with (
        tempfile.TemporaryDirectory() as room,
        serving(ROOT / "pelicanconf.py", Path(room) / "output", CUTOFF=CUTOFF, SEARCH=True) as site,
        sync_playwright() as playwright,
        launch(playwright, chromium) as browser,
    ):
        files = []
        for picture in PICTURES:
            size = ViewportSize(width=picture.width, height=HEIGHT)
            page = browser.new_page(viewport=size, color_scheme=picture.colours, reduced_motion="reduce")
            open_page(page, site, picture.kind, picture.lang)
            if picture.words:
                page.get_by_role("searchbox").fill(picture.words)
                page.locator(".search-results h2").first.wait_for()
            file = FOLDER / f"{picture.name}.png"
            page.screenshot(path=file)
            page.close()
            files.append(file)
        return files
