import re

import pytest

from tests.site_builder import ROOT, Built, digest, hrefs, make, publication, texts, words

PASTED = (ROOT / "tests" / "fixtures" / "present-site-it.txt").read_text("utf-8")
ITALIAN = {
    "modified": "2025-09-03 09:00",
    "category": "technology",
    "tags": ["semiconduttori", "Cina"],
    "authors": ["Redazione", "Anna"],
    "sources": [
        {
            "name": "L’Esempio",
            "title": "Chip & co.",
            "url": "https://example.org/a?b=1&c=2",
            "date": "2025-08-28",
            "lang": "en",
            "paywall": "true",
            "archive": "https://archive.example/1",
        },
        {"name": "Un ente"},
    ],
    "copyright": {"holder": "Altri", "year": "2024-2025", "licence": "CC-BY-4.0"},
}
PLACE = "2025/09/cambricon/"


@pytest.fixture(scope="module")
def built(tmp_path_factory) -> Built:
    files = {
        "it/2025/cambricon.md": digest("La Cina compra cinese", body=PASTED, **ITALIAN),
        "en/2025/cambricon.md": digest("China buys <Chinese> & more", slug="china"),
        "vi/2025/cambricon.md": digest("Trung Quốc mua hàng “Trung Quốc”", share=["facebook"]),
    }
    return make(publication(tmp_path_factory.mktemp("full"), files))


@pytest.fixture(scope="module")
def page(built):
    return built.html(PLACE)


def pasted_lines(mark: str) -> list[str]:
    return [line.strip().removeprefix(mark).strip() for line in PASTED.splitlines() if line.strip().startswith(mark)]


def test_the_present_site_s_text_is_nine_points_on_one_level_and_a_summary(page):
    assert len(page.css("ul.points")) == 1
    assert texts(page, "ul.points > li") == pasted_lines("•")
    assert len(page.css("ul.points li")) == 9
    assert texts(page, ".summary > p:not([id])") == pasted_lines("📌")


def test_points_come_before_the_summary_as_pasted(page):
    assert [node.tag for node in page.css_first(".text").iter()] == ["ul", "section", "ul"]


def test_sources_are_sentences_with_the_title_linked(page):
    lines = texts(page, ".sources li")
    assert lines[0] == "Basato su «Chip & co.», L’Esempio, 28 agosto 2025 (riservato agli abbonati) · copia archiviata"
    assert lines[1] == "Basato su Un ente"
    assert hrefs(page, ".sources a") == ["https://example.org/a?b=1&c=2", "https://archive.example/1"]
    link = page.css_first(".sources a")
    assert (words(link), link.attributes["lang"], link.attributes["hreflang"]) == ("Chip & co.", "en", "en")


def test_tags_authors_and_correction_are_shown(page):
    assert hrefs(page, ".tags a[rel=tag]") == ["/tag/semiconduttori/", "/tag/cina/"]
    assert hrefs(page, "a[rel=author]") == ["/author/redazione/", "/author/anna/"]
    times = [time.attributes["datetime"] for time in page.css(".byline time")]
    assert times == ["2025-09-02T07:30:00+07:00", "2025-09-03T09:00:00+07:00"]


def test_its_own_copyright_goes_before_the_publication_s(page):
    assert texts(page, "article .rights") == ["© 2024–2025 Altri · CC BY 4.0"]
    assert hrefs(page, "article a[rel=license]") == ["https://creativecommons.org/licenses/by/4.0/deed.it"]
    assert texts(page, "footer.colophon .rights") == ["© 2025 Notizie"]


def test_translations_are_linked_in_the_order_of_the_languages(built):
    places = [f"/{PLACE}", "/en/2025/09/china/", "/vi/2025/09/cambricon/"]
    for place, lang in zip(places, ("it", "en", "vi"), strict=True):
        page = built.html(place[1:])
        assert page.css_first("html").attributes["lang"] == lang
        assert hrefs(page, "link[hreflang]") == [f"https://news.example{each}" for each in (*places, places[0])]
        assert hrefs(page, "nav.languages a") == places
        assert hrefs(page, ".translations a") == [each for each in places if each != place]
        assert [link.attributes["lang"] for link in page.css("nav.languages [aria-current]")] == [lang]


def test_a_title_with_markup_is_text(built):
    page = built.html("en/2025/09/china/")
    assert texts(page, "h1") == ["China buys <Chinese> & more"]
    assert words(page.css_first("title")) == "China buys <Chinese> & more — Notizie"
    share = page.css_first("section.share a").attributes["href"]
    assert re.search(r"text=([^&]*)", share)[1] == "China%20buys%20%3CChinese%3E%20%26%20more"


def test_a_digest_s_own_networks_replace_the_publication_s(built):
    assert [link.split("/")[2] for link in hrefs(built.html("vi/2025/09/cambricon/"), "section.share a")] == [
        "www.facebook.com"
    ]


@pytest.mark.parametrize(
    ("place", "date"),
    [
        (PLACE, "2 settembre 2025, 07:30"),
        ("en/2025/09/china/", "2 September 2025, 7:30 am"),
        ("vi/2025/09/cambricon/", "07:30 2 tháng 9, 2025"),
    ],
)
def test_dates_are_written_in_each_language(built, place, date):
    assert words(built.html(place).css_first("main time")) == date
