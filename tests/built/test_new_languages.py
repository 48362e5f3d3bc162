"""A publication in German and Arabic: a line of settings each, and the second from right to left."""

import pytest
from playwright.sync_api import Browser
from selectolax.lexbor import LexborHTMLParser

from tests.accessibility import summary, violations
from tests.built.browsing import overflows, serving
from tests.site_builder import digest, publication, texts

BULLETS = "- صدّرت هواوي الشريحة (2025).\n\n📌 الخلاصة.\n"
SOURCE = {"name": "The Example (Asia)", "title": "What is C++?", "url": "https://source.example/", "lang": "en"}
NAMES = {"world": {"ar": "العالم", "de": "Welt"}}
ADDRESSES = {"EDITIONS_URL": "edition/", "LITE_URL": "lite/"}
LANGUAGES = {"de": "Fakten in Punkten", "ar": "حقائق في نقاط"}
PLACES = ("", "2025/09/chip/", "archive/", "2025/", "tags/", "subscribe/", "edition/", "edition/2025-09-02/")


@pytest.fixture(scope="module")
def abroad(tmp_path_factory):
    content = {
        "de/2025/chip.md": digest("China kauft aus China"),
        "ar/2025/chip.md": digest("الصين تشتري من الصين", body=BULLETS, sources=[SOURCE]),
    }
    folder = tmp_path_factory.mktemp("abroad")
    settings = publication(folder, content, DEFAULT_LANG="de", LANGUAGES=LANGUAGES, CATEGORIES=NAMES, **ADDRESSES)
    with serving(settings, folder / "output") as site:
        yield site


@pytest.mark.parametrize("place", [*PLACES, *(f"lite/{place}" for place in PLACES[:2])])
def test_pages_have_their_language_and_its_direction(abroad, place):
    arabic = place.replace("lite/", "lite/ar/") if place.startswith("lite/") else f"ar/{place}"
    found = [abroad.html(each).css_first("html").attributes for each in (place, arabic)]
    assert found == [{"lang": "de", "dir": "ltr"}, {"lang": "ar", "dir": "rtl"}]


@pytest.mark.parametrize("place", PLACES)
def test_an_arabic_page_stands_from_right_to_left_and_axe_finds_nothing(browser: Browser, abroad, place):
    page = browser.new_context(bypass_csp=True, viewport={"width": 360, "height": 800}).new_page()
    page.goto(f"{abroad.address}/ar/{place}")
    style = page.evaluate(
        "(({ textAlign, letterSpacing }) => [textAlign, letterSpacing])(getComputedStyle(document.querySelector('h1')))"
    )
    assert style == ["start", "normal"]
    left, right = page.evaluate(
        "(({ left, right }) => [left, innerWidth - right])(document.querySelector('.brand').getBoundingClientRect())"
    )
    assert left > right
    assert summary(violations(page)) == []
    assert overflows(page) == []
    page.context.close()


def test_a_german_digest_speaks_german(abroad):
    page = abroad.html("2025/09/chip/")
    assert texts(page, ".byline p") == ["2. September 2025, 07:30", "5 Wörter, 1 Minute"]
    assert texts(page, ".note-label, .share__title") == ["Zusammenfassung", "Diesen Beitrag teilen"]


def test_an_arabic_line_keeps_the_direction_of_a_latin_title(abroad):
    page = abroad.html("ar/2025/09/chip/")
    assert texts(page, ".sources") == ["استنادًا إلى «\u2068What is C++?\u2069»، \u2068The Example (Asia)\u2069"]


@pytest.mark.parametrize(("file", "lang", "directions"), [("feed.xml", "de", []), ("ar/feed.xml", "ar", ["rtl"])])
def test_feeds_have_their_language_and_content_its_direction(abroad, file, lang, directions):
    channel = abroad.xml(file).find("channel")
    content = LexborHTMLParser(channel.findtext("item/{http://purl.org/rss/1.0/modules/content/}encoded"))
    found = [node.attributes["dir"] for node in content.css("[dir]:not([dir=auto])")]
    assert (channel.findtext("language"), found) == (lang, directions)


def test_an_arabic_edition_has_commas_of_its_own(abroad):
    assert [text.count("،") for text in texts(abroad.html("ar/edition/2025-09-02/"), ".section-head p")] == [0, 0, 2]
