"""Notes on published digests: where readers and programs see them, and what becomes of a digest taken back."""

import json

import pytest
from selectolax.lexbor import LexborHTMLParser

from tests.pictures import picture
from tests.site_builder import ALL_PLUGINS, Built, digest, hrefs, make, publication, texts, tree

UPDATE = {"date": "2025-09-04 08:00", "text": "Now <b> 5.", "points": [2]}
CORRECTION = {"date": "2025-09-03 09:00", "kind": "correction", "text": "Not 3 & 4.", "points": [1]}
RETRACTION = {"date": "2025-09-05 10:00", "kind": "retraction", "text": "The document was not genuine."}
FILES = {
    "it/2025/a.md": digest("Mutato", "2025-09-02 07:30", id="a", updates=[CORRECTION, UPDATE], tags=["chip"]),
    "it/2025/r.md": digest("Falso", "2025-09-02 08:30", id="r", updates=RETRACTION, tags=["chip"]),
    "it/2025/b.md": digest("Altro", "2025-09-02 09:30", id="b", tags=["chip"]),
    "en/2025/a.md": digest("Plain", "2025-09-02 07:30", id="e"),
}


@pytest.fixture(scope="module")
def built(tmp_path_factory) -> Built:
    settings = {"CORRECTIONS_URL": "corrections/", "LITE_URL": "lite/", "CUTOFF": "2025-09-05 12:00", "SEARCH": False}
    return make(publication(tmp_path_factory.mktemp("corrected"), FILES, **settings))


def things(page) -> dict:
    """Return what the page's JSON-LD says of the digest."""
    return json.loads(page.css_first('script[type="application/ld+json"]').text())["@graph"][0]


def test_a_page_shows_its_notes_newest_first_and_marks_the_points(built):
    page = built.html("2025/09/a/")
    assert texts(page, "[aria-labelledby=updates_title] li") == [
        "Aggiornamento 4 settembre 2025, 08:00: Now <b> 5.",
        "Correzione 3 settembre 2025, 09:00: Not 3 & 4.",
    ]
    assert texts(page, ".points li") == ["Corretto Primo punto", "Novità Secondo punto"]
    assert texts(page, ".byline p")[1] == "Aggiornato il 4 settembre 2025, 08:00"


def test_machines_are_told_of_corrections_and_of_the_last_change(built):
    said = things(built.html("2025/09/a/"))
    assert said["dateModified"] == "2025-09-04T08:00:00+07:00"
    note = {"@type": "CorrectionComment", "text": "Not 3 & 4.", "datePublished": "2025-09-03T09:00:00+07:00"}
    assert said["correction"] == [note]
    assert "creativeWorkStatus" not in said


def test_a_digest_without_notes_has_nothing_of_them(built):
    page = built.html("2025/09/b/")
    assert texts(page, "#updates_title, .mark, .notice") == []
    assert texts(page, ".points li") == ["Primo punto", "Secondo punto"]
    assert not {"correction", "creativeWorkStatus", "expires"} & things(page).keys()


def test_a_retracted_digest_says_so_first_and_keeps_its_page(built):
    page = built.html("2025/09/r/")
    assert texts(page, ".notice") == ["Ritirato 5 settembre 2025, 10:00: The document was not genuine."]
    assert texts(page, ".share, meta[name=robots]") == []
    said = things(page)
    assert (said["creativeWorkStatus"], said["abstract"]) == ("Retracted", "The document was not genuine.")
    assert page.css_first("meta[name=description]").attributes["content"] == "The document was not genuine."


def test_its_title_says_so_wherever_it_is_shared(built):
    page, lite = built.html("2025/09/r/"), built.html("lite/2025/09/r/")
    assert texts(page, "title, h1") == ["Ritirato: Falso — Notizie", "Falso"]
    assert texts(lite, "title, h1") == ["Ritirato: Falso — Notizie (Versione leggera)", "Falso"]
    shared = [each.css_first('meta[property="og:title"]').attributes["content"] for each in (page, lite)]
    assert [things(page)["headline"], *shared] == ["Ritirato: Falso"] * 3
    stands = built.html("2025/09/a/")
    assert (texts(stands, "title"), things(stands)["headline"]) == (["Mutato — Notizie"], "Mutato")


def test_its_picture_is_not_shared_with_it(tmp_path):
    keys = {"image": {"file": "../../media/chip.png", "alt": "Una lettera"}}
    files = {
        "it/2025/r.md": digest("Falso", "2025-09-02 08:30", id="r", updates=RETRACTION, **keys),
        "it/2025/b.md": digest("Altro", "2025-09-02 09:30", id="b", **keys),
        "media/chip.png": picture("PNG", 1200, 630),
    }
    built = make(publication(tmp_path, files))
    cards = [
        [
            each.attributes["content"]
            for each in built.html(path).css('[name="twitter:card"], [property="og:image:alt"]')
        ]
        for path in ("2025/09/r/", "2025/09/b/")
    ]
    assert cards == [["summary"], ["summary_large_image", "Una lettera"]]
    assert len(built.html("2025/09/r/").css("figure img")) == 1


def test_lists_show_why_a_digest_was_retracted_and_nobody_is_led_on_to_it(built):
    cards = {texts(card, "h2")[0]: texts(card, ".mark, .teaser") for card in built.html("").css(".card")}
    assert cards == {
        "Altro": ["Sintesi."],
        "Falso": ["Ritirato", "The document was not genuine."],
        "Mutato": ["Sintesi."],
    }
    assert hrefs(built.html("2025/09/b/"), ".related a") == ["/2025/09/a/"]
    assert hrefs(built.html("2025/09/r/"), ".related a") == []


def test_a_feed_tells_of_notes_and_of_a_retraction_nothing_else(built):
    found = {item["id"].partition(":")[2]: item for item in json.loads(built.bytes("feed.json"))["items"]}
    retracted, changed = found["news.example,2025:r"], found["news.example,2025:a"]
    told = '<p><strong>Ritirato (5 settembre 2025, 10:00):</strong> <span dir="auto">The document was not genuine.</span></p>\n'
    told += "<p><small>© 2025 Notizie</small></p>"
    assert (retracted["title"], retracted["content_html"]) == ("Ritirato: Falso", told)
    assert changed["content_html"].startswith(
        '<p><strong>Aggiornamento (4 settembre 2025, 08:00):</strong> <span dir="auto">Now &lt;b&gt; 5.</span></p>\n'
        '<p><strong>Correzione (3 settembre 2025, 09:00):</strong> <span dir="auto">Not 3 &amp; 4.</span></p>\n<ul>'
    )
    assert changed["date_modified"].startswith("2025-09-04T08:00:")


def test_page_lite_page_and_feed_mark_the_same_points(built):
    item = next(item for item in json.loads(built.bytes("feed.json"))["items"] if item["id"].endswith(":a"))
    in_feed = LexborHTMLParser(item["content_html"])
    points = [
        texts(built.html("2025/09/a/"), ".points li"),
        texts(built.html("lite/2025/09/a/"), "main li"),
        texts(in_feed, "li"),
    ]
    assert points == [["Corretto Primo punto", "Novità Secondo punto"]] * 3
    assert [each.attributes.get("dir") for each in in_feed.css("li > strong")] == ["auto", "auto"]


def test_a_mark_leaves_the_direction_of_a_point_to_its_text(tmp_path, page):
    body = "- نقطة أولى (EU).\n- Secondo\n\n📌 Sintesi.\n"
    note = CORRECTION | {"points": [1, 2]}
    files = {"it/2025/a.md": digest("A", id="a", updates=note, body=body)}
    built = make(publication(tmp_path, files, LITE_URL="lite/"))
    content = json.loads(built.bytes("feed.json"))["items"][0]["content_html"]
    for html in (built.bytes("2025/09/a/").decode(), built.bytes("lite/2025/09/a/").decode(), content):
        page.set_content(html)
        points = page.evaluate(
            "[...document.querySelectorAll('li:has(> strong[dir])')].map(li => getComputedStyle(li).direction)"
        )
        assert points == ["rtl", "ltr"]


def test_home_leads_with_the_newest_digest_that_stands(tmp_path):
    files = {**FILES, "it/2025/n.md": digest("Nuovo falso", "2025-09-02 10:30", id="n", updates=RETRACTION)}
    built = make(publication(tmp_path, files, LITE_URL="lite/"))
    page = built.html("")
    assert texts(page, ".cards h2") == ["Altro", "Nuovo falso", "Falso", "Mutato"]
    assert texts(page, ".lead h2, .lead .mark") == ["Altro"]
    assert texts(page, ".cards .mark") == ["Ritirato", "Ritirato"]
    assert texts(built.html("category/world/"), ".cards h2") == ["Nuovo falso", "Altro", "Falso", "Mutato"]
    assert texts(built.html("lite/"), "main > ul li")[0] == "Nuovo falso Ritirato 2 settembre 2025"


def test_the_lite_page_has_the_notes_too(built):
    assert texts(built.html("lite/2025/09/r/"), "main p")[1] == (
        "Ritirato (5 settembre 2025, 10:00): The document was not genuine."
    )


def test_every_language_has_a_page_of_its_corrections_newest_first(built):
    page = built.html("corrections/")
    assert texts(page, "main h2, main p") == [
        "Falso",
        "Ritirato 5 settembre 2025, 10:00: The document was not genuine.",
        "Mutato",
        "Correzione 3 settembre 2025, 09:00: Not 3 & 4.",
    ]
    assert hrefs(page, "main h2 a") == ["/2025/09/r/", "/2025/09/a/"]
    assert texts(built.html("en/corrections/"), "main p") == ["Nothing has been corrected yet."]
    assert hrefs(built.html(""), '.colophon a[href="/corrections/"]') == ["/corrections/"]


@pytest.mark.parametrize(
    "gone", [{"expires": "2025-09-05 11:00"}, {"expires": "2025-09-04 11:00"}, {"status": "hidden"}]
)
def test_a_retraction_is_told_also_when_its_digest_is_in_no_list_any_more(tmp_path, gone):
    notes = [UPDATE, CORRECTION, RETRACTION]
    files = {"it/2025/r.md": digest("Falso", "2025-09-02 08:30", id="r", updates=notes, **gone)}
    built = make(
        publication(tmp_path, files, CORRECTIONS_URL="corrections/", EDITIONS_URL="", CUTOFF="2025-09-05 12:00")
    )
    assert texts(built.html("corrections/"), "main h2, main p") == [
        "Falso",
        "Ritirato 5 settembre 2025, 10:00: The document was not genuine.",
    ]
    assert hrefs(built.html("corrections/"), "main h2 a") == ["/2025/09/r/"]
    found = {path: json.loads(built.bytes(path))["items"] for path in ("feed.json", "corrections/feed.json")}
    assert found["feed.json"] == []
    assert [(item["title"], item["url"]) for item in found["corrections/feed.json"]] == [
        ("Ritirato: Falso", "https://news.example/2025/09/r/#retraction")
    ]


@pytest.mark.parametrize("notes", [[UPDATE], [UPDATE, CORRECTION]])
def test_what_else_is_told_of_it_goes_with_it(tmp_path, notes):
    files = {"it/2025/r.md": digest("Falso", "2025-09-02 08:30", id="r", updates=notes, expires="2025-09-05 11:00")}
    built = make(publication(tmp_path, files, CORRECTIONS_URL="corrections/", CUTOFF="2025-09-05 12:00"))
    assert texts(built.html("corrections/"), "main h2") == []
    assert json.loads(built.bytes("corrections/feed.json"))["items"] == []


def addresses(built, name) -> list[str]:
    """Return the paths in a sitemap."""
    space = {"s": "http://www.sitemaps.org/schemas/sitemap/0.9"}
    return [str(loc.text).removeprefix("https://news.example/") for loc in built.xml(name).findall(".//s:loc", space)]


def test_sitemaps_keep_what_was_retracted(built):
    assert {"2025/09/a/", "2025/09/r/", "corrections/", "vi/corrections/"} <= set(addresses(built, "sitemap.xml"))


def test_what_was_retracted_is_no_news(tmp_path):
    retracted = digest("Falso", "2025-09-02 08:30", id="r", updates=RETRACTION | {"date": "2025-09-03 10:00"})
    files = {"it/2025/r.md": retracted, "it/2025/b.md": FILES["it/2025/b.md"]}
    built = make(publication(tmp_path, files, CUTOFF="2025-09-03 12:00"))
    assert addresses(built, "sitemap-news.xml") == ["2025/09/b/"]


@pytest.mark.parametrize(
    "left_out", [{"CORRECTIONS_URL": ""}, {"PLUGINS": [p for p in ALL_PLUGINS if "correct" not in p]}]
)
def test_without_an_address_or_the_plugin_there_is_no_page_and_nothing_leads_to_one(tmp_path, left_out):
    built = make(publication(tmp_path, FILES, **{"CORRECTIONS_URL": "corrections/"} | left_out))
    assert [path for path in tree(built.folder) if "corrections" in path] == []
    assert hrefs(built.html(""), 'a[href*="corrections"]') == []
