"""What a browser makes of a preview with a digest that goes to every extreme."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page

from tests.accessibility import summary, violations
from tests.built.browsing import overflows, picture_width, serving
from tests.built.everything import ADDRESS, EVERYTHING, LONG
from tests.site_builder import Built, digest, publication

SVG = '<svg xmlns="http://www.w3.org/2000/svg" width="2400" height="100"><rect width="2400" height="100"/></svg>'
FILES = {
    "it/2025/tutto.md": digest(
        f"Tutto: {LONG} «e» altro",
        body=EVERYTHING,
        status="draft",
        tags=["Cina", LONG],
        author=[LONG, "Anna"],
        modified="2025-09-03 08:00",
        sources=[{"name": LONG, "title": ADDRESS, "url": ADDRESS, "paywall": "yes"}, {"name": "Un ente"}],
    ),
    "it/2025/altro.md": digest("Altro", "2030-09-01 08:00", share="off"),
    "en/2025/tutto.md": digest("Nothing but text", body="One sentence.\n"),
    "it/pages/nota.md": f"---\ntitle: {LONG}\nstatus: draft\n---\n{LONG}\n\n- [qui](../2025/tutto.md)\n",
    "media/wide.svg": SVG,
}
PLACES = [
    "",
    "2025/09/tutto/",
    "2030/09/altro/",
    "en/2025/09/tutto/",
    "nota/",
    "archive/",
    "2025/",
    "tags/",
    "category/world/",
]


@pytest.fixture(scope="module")
def extremes(tmp_path_factory) -> Iterator[Built]:
    folder = tmp_path_factory.mktemp("extremes")
    settings = publication(folder, FILES, COPYRIGHT_LICENCE="CC-BY-4.0")
    with serving(settings, folder / "output", PREVIEW=True) as built:
        yield built


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    # axe runs its own script in the page, which the page's policy would forbid.
    context = browser.new_context(bypass_csp=True)
    yield context.new_page()
    context.close()


@pytest.mark.parametrize("place", PLACES)
def test_long_words_wide_tables_and_big_pictures_do_not_make_a_page_scroll_sideways(page, extremes, place):
    page.goto(f"{extremes.address}/{place}")
    assert overflows(page) == []


@pytest.mark.parametrize("place", ["", "2025/09/tutto/", "2030/09/altro/", "nota/"])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_in_drafts_and_what_is_held(page, extremes, place, scheme):
    page.emulate_media(color_scheme=scheme)
    page.goto(f"{extremes.address}/{place}")
    assert summary(violations(page)) == []


def test_the_picture_is_shown_and_fits(page, extremes):
    page.set_viewport_size({"width": 360, "height": 640})
    page.goto(f"{extremes.address}/2025/09/tutto/")
    image = page.locator("main img")
    assert picture_width(image) == 2400
    assert image.bounding_box()["width"] <= 360


def test_in_print_there_is_the_text_with_its_address_and_no_menu(page, extremes):
    page.goto(f"{extremes.address}/2025/09/tutto/")
    page.emulate_media(media="print")
    assert page.locator(".summary").is_visible()
    printed = "node => getComputedStyle(node, '::after').content"
    address = f"{extremes.address}/2025/09/tutto/"
    assert page.locator(".digest-foot").evaluate(printed) == f'"{address}"'
    assert [page.locator(part).first.is_visible() for part in ("nav.menu", ".share", "nav.languages", "a.skip")] == [
        False
    ] * 4
