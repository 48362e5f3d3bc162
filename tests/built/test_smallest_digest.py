import pytest
from selectolax.lexbor import LexborHTMLParser

from tests.site_builder import Built, hrefs, make, publication, texts, words

SMALLEST = """\
---
title: La Cina compra cinese
date: 2025-09-02 07:30
---
• Primo punto
• Secondo punto
📌 Sintesi
"""
PLACE = "2025/09/cambricon/"
URL = f"https://news.example/{PLACE}"


@pytest.fixture(scope="module")
def built(tmp_path_factory) -> Built:
    return make(publication(tmp_path_factory.mktemp("smallest"), {"it/2025/cambricon.md": SMALLEST}))


@pytest.fixture(scope="module")
def page(built):
    return built.html(PLACE)


def test_points_and_summary_are_told_apart(page):
    assert texts(page, "ul.points > li") == ["Primo punto", "Secondo punto"]
    assert [words(box.css_first("p:not([id])")) for box in page.css(".summary")] == ["Sintesi"]


def test_the_summary_box_is_named_in_the_page_s_language(page):
    (box,) = page.css("main .summary")
    assert words(page.css_first(f"#{box.attributes['aria-labelledby']}")) == "In sintesi"


def test_the_pushpin_is_a_picture_that_is_not_read_out(page):
    assert "📌" not in page.html
    (pin,) = page.css(".summary svg")
    assert (pin.attributes["aria-hidden"], pin.attributes["focusable"]) == ("true", "false")
    assert pin.css("title, desc, text") == []


def test_title_date_and_category_are_shown(page):
    assert texts(page, "h1") == ["La Cina compra cinese"]
    assert words(page.css_first("title")) == "La Cina compra cinese — Notizie"
    (time,) = page.css("main time")
    assert (time.attributes["datetime"], words(time)) == ("2025-09-02T07:30:00+07:00", "2 settembre 2025, 07:30")
    assert hrefs(page, "main .kicker a") == ["/category/world/"]


def test_machines_are_told_language_address_and_summary(page):
    assert page.css_first("html").attributes == {"lang": "it", "dir": "ltr"}
    assert hrefs(page, "link[rel=canonical]") == [URL]
    assert page.css_first("meta[name=description]").attributes["content"] == "Sintesi"
    assert page.css("link[hreflang], meta[name=robots]") == []


def test_share_links_carry_title_and_address(page):
    title, address = "La%20Cina%20compra%20cinese", "https%3A%2F%2Fnews.example%2F2025%2F09%2Fcambricon%2F"
    assert hrefs(page, "section.share a") == [
        f"https://x.com/intent/tweet?text={title}&url={address}",
        f"mailto:?subject={title}&body={title}%0D%0A%0D%0A{address}",
    ]
    buttons = [LexborHTMLParser(block.text()).css_first("button") for block in page.css("script[type='text/html']")]
    assert [button.attributes["data-url"] for button in buttons] == [URL, URL]


def test_the_notice_names_year_and_holder(page):
    assert texts(page, "article .rights") == ["© 2025 Notizie"]


def test_what_was_not_written_is_not_shown(page):
    assert page.css("main .sources, main .tags, main .translations, main .neighbours, main [rel=author]") == []


def test_it_is_on_home_in_its_category_in_the_archive_and_in_the_feeds(built):
    for path in ("", "category/world/"):
        assert hrefs(built.html(path), "article h2 a") == [f"/{PLACE}"]
    assert hrefs(built.html("2025/"), "main section a") == [f"/{PLACE}"]
    assert [link.text for link in built.xml("feed.xml").iterfind("channel/item/link")] == [URL]
    assert [link.text for link in built.xml("en/feed.xml").iterfind("channel/item/link")] == []
