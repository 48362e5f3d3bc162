import pytest

from puntina.commands.build import build
from tests.built.crawler import crawl
from tests.editions.days import AFTER, FILES, at
from tests.site_builder import ALL_PLUGINS, THEME, digest, hrefs, make, publication, texts, words

DAYS = {"2025-09-01", "2025-09-03", "2025-09-10"}


@pytest.fixture(scope="module")
def built(tmp_path_factory):
    return make(publication(tmp_path_factory.mktemp("editions"), FILES, **at(AFTER)))


def names(built, prefix=""):
    """Return the names of the editions of a language."""
    start = f"{prefix}edition/"
    return {path.split("/")[-2] for path in built.pages if path.startswith(start)} - {"edition"}


def test_each_day_and_each_iso_week_with_digests_has_a_page_in_each_language(built):
    assert names(built) == DAYS | {"2025-w36", "2025-w37"}
    assert names(built, "en/") == {"2025-09-01", "2025-w36"}
    assert names(built, "vi/") == set()


def test_an_edition_has_its_digests_by_section_each_with_its_summary_and_a_link_to_the_whole(built):
    page = built.html("edition/2025-09-01/")
    assert texts(page, "h1, .edition h2, .edition h3") == ["1 settembre 2025", "Mondo", "A", "Tecnologia", "B & <b>"]
    assert texts(page, ".edition .note") == ["Sintesi di A.", "Sintesi."]
    assert hrefs(page, ".edition h2 a") == ["/category/world/", "/category/technology/"]
    assert hrefs(page, ".edition h3 a") == ["/2025/09/a/", "/2025/09/b/"]


def test_on_paper_its_links_and_its_own_address_at_the_end_lead_there_from_anywhere(tmp_path, page):
    built = make(publication(tmp_path, FILES, SITEURL="https://news.example/repo", **at(AFTER)))
    page.set_content(
        built.bytes("edition/2025-09-01/").decode().replace("style-src 'self'", "style-src 'unsafe-inline'")
    )
    page.add_style_tag(path=THEME / "static" / "daily.css")
    page.emulate_media(media="print")
    printed = page.evaluate(
        """[...document.querySelectorAll(".edition *, .edition")].map(each => getComputedStyle(each, "::after").content)
        .filter(text => text != "none")"""
    )
    site = "https://news.example/repo"
    assert sorted(printed) == sorted(
        [f'"{site}/edition/2025-09-01/"', *[f'" <{site}/2025/09/{name}/>"' for name in "ab"]]
    )


def test_it_says_at_the_top_how_long_it_is_and_at_the_end_that_it_is_all(built):
    assert texts(built.html("edition/2025-09-01/"), ".section-head p")[-1] == "2 articoli, 11 parole, 1 minuto"
    ends = [words(built.html(f"{place}/").css_first(".edition-end")) for place in (
        "edition/2025-09-01", "edition/2025-w36", "en/edition/2025-09-01", "en/edition/2025-w36",
    )]  # fmt: skip
    assert ends == [
        "1 settembre: è tutto",
        "Settimana 36: è tutto",
        "That’s all for 1 September",
        "That’s all for week 36",
    ]


def test_a_week_has_the_digests_of_its_days_newest_first_and_leads_to_them(built):
    page = built.html("edition/2025-w36/")
    assert texts(page, "h1, .edition h3") == ["Settimana 36 del 2025", "C", "A", "B & <b>"]
    assert texts(page, ".section-head p")[1] == "1–7 settembre 2025"
    assert hrefs(page, ".edition nav:not(.pager) a") == ["/edition/2025-09-03/", "/edition/2025-09-01/"]
    assert hrefs(built.html("edition/2025-09-03/"), ".section-head a") == ["/edition/", "/edition/2025-w36/"]


@pytest.mark.parametrize(
    ("name", "newer", "older"),
    [
        ("2025-09-01", "2025-09-03", None),
        ("2025-09-03", "2025-09-10", "2025-09-01"),
        ("2025-09-10", None, "2025-09-03"),
        ("2025-w37", None, "2025-w36"),
    ],
)
def test_it_leads_to_the_editions_before_and_after_it(built, name, newer, older):
    page = built.html(f"edition/{name}/")
    assert hrefs(page, ".newer a") == ([f"/edition/{newer}/"] if newer else [])
    assert hrefs(page, ".older a") == ([f"/edition/{older}/"] if older else [])


def test_home_leads_to_the_newest_day_and_its_older_pages_to_none(tmp_path, built):
    assert hrefs(built.html(""), ".newest-edition a") == ["/edition/2025-09-10/"]
    assert texts(built.html("en/"), ".newest-edition") == ["Edition of the day: 1 September 2025"]
    assert built.html("vi/").css(".newest-edition") == []
    many = {f"it/2025/n{n}.md": digest(f"N{n}", f"2025-09-{n:02} 08:00") for n in range(1, 8)}
    older = make(publication(tmp_path, many, **at(AFTER))).html("page/1/")
    assert older.css(".newest-edition") == []


def test_editions_of_one_day_know_of_each_other_in_all_languages(built):
    for place in ("edition/2025-09-01/", "en/edition/2025-09-01/"):
        assert hrefs(built.html(place), "link[hreflang]") == [
            "https://news.example/edition/2025-09-01/",
            "https://news.example/en/edition/2025-09-01/",
            "https://news.example/edition/2025-09-01/",
        ]
    assert built.html("edition/2025-09-03/").css("link[hreflang]") == []


def test_the_list_of_editions_has_the_newest_days_all_weeks_by_year_and_the_feeds(built):
    page = built.html("edition/")
    assert texts(page, ".section-body h2") == ["I giorni più recenti", "Settimane del 2025", "Per riceverle"]
    days, weeks, feeds = (hrefs(group, "a") for group in page.css(".group"))
    assert days == [f"/edition/{name}/" for name in sorted(DAYS, reverse=True)]
    assert weeks == ["/edition/2025-w37/", "/edition/2025-w36/"]
    assert feeds == [
        f"/edition/{kind}{form}" for kind in ("", "week/") for form in ("feed.xml", "atom.xml", "feed.json")
    ]


def test_every_edition_is_reached_from_home_and_no_link_of_one_is_broken(built):
    found = crawl(built)
    assert found.broken() == []
    reached = {url.removeprefix("https://news.example/") for url in found.references}
    assert {path.removesuffix("index.html") for path in built.pages} - {"404.html"} <= reached


@pytest.mark.parametrize(
    ("moment", "found"),
    [
        ("2025-09-01 23:59", set()),
        ("2025-09-02 00:00", {"2025-09-01"}),
        ("2025-09-01 19:00+02:00", {"2025-09-01"}),  # midnight in Ho Chi Minh City
        ("2025-09-03 12:00", {"2025-09-01"}),
        ("2025-09-04 00:00", {"2025-09-01", "2025-09-03"}),
        ("2025-09-07 23:59", {"2025-09-01", "2025-09-03"}),
        ("2025-09-08 00:00", {"2025-09-01", "2025-09-03", "2025-w36"}),
    ],
)
def test_an_edition_appears_when_its_last_day_is_over_at_the_cut_off(tmp_path, moment, found):
    assert names(make(publication(tmp_path, FILES, **at(moment)))) == found


def test_a_week_at_the_turn_of_the_year_is_of_the_year_that_has_most_of_it(tmp_path):
    files = {"it/2025/a.md": digest("A", "2024-12-30 08:00"), "it/2025/b.md": digest("B", "2021-01-03 08:00")}
    built = make(publication(tmp_path, files, **at(AFTER)))
    assert names(built) == {"2024-12-30", "2025-w01", "2021-01-03", "2020-w53"}
    assert texts(built.html("edition/2025-w01/"), ".section-head p")[1] == "30 dicembre 2024 – 5 gennaio 2025"


def test_the_day_is_that_of_the_publication_s_time_zone_or_the_one_that_the_digest_names(tmp_path):
    files = {
        "it/2025/a.md": digest("A", "2025-09-01 20:00+02:00"),
        "it/2025/b.md": digest("B", "2025-09-05 00:30", edition="2025-09-04"),
    }
    assert names(make(publication(tmp_path, files, **at(AFTER)))) == {"2025-09-02", "2025-09-04", "2025-w36"}


def test_drafts_held_and_hidden_digests_are_in_no_edition_not_even_in_a_preview(tmp_path):
    files = {
        "it/2025/a.md": digest("A", "2025-09-01 08:00", status="draft"),
        "it/2025/b.md": digest("B", "2025-09-02 08:00", status="hidden"),
        "it/2025/c.md": digest("C", "2026-09-02 08:00"),
    }
    assert names(make(publication(tmp_path, files, PREVIEW=True, **at(AFTER)))) == set()


WITHOUT = [name for name in ALL_PLUGINS if name != "puntina.editions"]


@pytest.mark.parametrize("settings", [{"EDITIONS_URL": ""}, {"PLUGINS": WITHOUT}, {"THEME": "simple"}])
def test_without_them_there_is_no_edition_and_no_page_leads_to_one(tmp_path, settings):
    built = make(publication(tmp_path, FILES, **at(AFTER) | settings))
    assert names(built) == set()
    assert [path for path in built.pages if built.html(path).css(".newest-edition, a[href*=edition]")] == []


def test_a_page_in_the_place_of_the_list_is_reported(tmp_path, capsys):
    files = {"it/pages/edition.md": "---\ntitle: Edizione\n---\nTesto.\n"}
    assert build(publication(tmp_path, files, **at(AFTER)), next_step="") == 1
    text = "PATH-TWICE edition/index.html is below /edition/, which is reserved: EDITIONS_URL, for editions — give the digest another slug"
    assert f"content/it/pages/edition.md:1:1: {text}" in capsys.readouterr().err.splitlines()


def test_the_list_may_be_a_file_below_whose_name_the_editions_are(tmp_path):
    built = make(publication(tmp_path, FILES, **at(AFTER) | {"EDITIONS_URL": "ed.html"}))
    assert {path for path in built.pages if path.startswith("ed")} == {
        "ed.html",
        *(f"ed/{name}/index.html" for name in DAYS | {"2025-w36", "2025-w37"}),
    }
    assert crawl(built).broken() == []
