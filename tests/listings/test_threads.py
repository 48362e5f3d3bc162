"""Threads: a page and a feed for each, what its digests lead to, and what an edit of one changes in others."""

import json

import pytest

from puntina.commands.build import Options, run
from tests.built.crawler import crawl
from tests.site_builder import digest, hrefs, make, publication, texts, tree


def told(title: str, day: int, **keys: object) -> str:
    """Return a digest of a day with a summary of its own."""
    return digest(title, f"2025-09-{day:02} 07:30", body=f"- Punto\n\n📌 Sintesi di {title}. Altro.\n", **keys)


CHIP, WAR = "La guerra dei chip", "The chip war"
FILES = {
    **{f"it/2025/a{day}.md": told(f"A{day}", day, thread=CHIP, id=f"a{day}") for day in range(1, 7)},
    "it/2025/b.md": told("B", 7, thread="Solo una volta", id="b"),
    "it/2025/c.md": told("C", 8, id="c"),
    "it/2025/h.md": told("H", 9, thread=CHIP, id="h", status="hidden"),
    "en/2025/a2.md": told("E2", 2, thread=WAR, id="e2"),
    "en/2025/other.md": told("E3", 3, thread=WAR, id="e3"),
    "vi/2025/a2.md": told("V2", 2, id="v2"),
}
PAGE = "thread/la-guerra-dei-chip/"


@pytest.fixture(scope="module")
def built(tmp_path_factory):
    """Give the publication, built."""
    return make(publication(tmp_path_factory.mktemp("threads"), FILES, LITE_URL="lite/"))


def test_a_thread_is_one_page_in_the_order_of_time_with_whole_summaries(built):
    page = built.html(PAGE)
    assert texts(page, "h1, .timeline h2") == [CHIP, "A1", "A2", "A3", "A4", "A5", "A6"]
    assert texts(page, ".timeline .note")[:2] == ["Sintesi di A1. Altro.", "Sintesi di A2. Altro."]
    assert [time.attributes["datetime"] for time in page.css(".timeline time")][:1] == ["2025-09-01T07:30:00+07:00"]
    assert hrefs(page, ".section-head a") == ["#latest"]
    assert texts(page, "#latest h2") == ["A6"]
    assert [path for path in built.pages if "thread/" in path] == [
        "en/thread/the-chip-war/index.html",
        "thread/la-guerra-dei-chip/index.html",
        "thread/solo-una-volta/index.html",
    ]


def test_digests_that_are_translations_make_threads_one_in_several_languages(built):
    found = {"it": f"https://news.example/{PAGE}", "en": "https://news.example/en/thread/the-chip-war/"}
    for place in (PAGE, "en/thread/the-chip-war/"):
        links = built.html(place).css("link[hreflang]")
        assert {link.attributes["hreflang"]: link.attributes["href"] for link in links} == found | {
            "x-default": found["it"]
        }
    assert built.html("thread/solo-una-volta/").css("link[hreflang]") == []


def test_a_digest_leads_to_those_before_it_to_the_newest_and_to_all(built):
    page = built.html("2025/09/a5/")
    assert texts(page, ".thread h2, .thread li") == [
        "L’ultima notizia di questa vicenda",
        "6 settembre 2025 A6",
        "In precedenza in questa vicenda",
        "4 settembre 2025 A4",
        "3 settembre 2025 A3",
        "2 settembre 2025 A2",
    ]
    assert hrefs(page, ".whole-thread a") == [f"/{PAGE}"]
    assert hrefs(built.html("2025/09/a6/"), ".thread li a") == [f"/2025/09/a{n}/" for n in (5, 4, 3)]
    assert hrefs(built.html("2025/09/a1/"), ".thread li a") == ["/2025/09/a6/"]
    assert hrefs(built.html("en/2025/09/other/"), ".thread a") == ["/en/2025/09/a2/", "/en/thread/the-chip-war/"]


@pytest.mark.parametrize("place", ["2025/09/b/", "2025/09/c/", "2025/09/h/", "vi/2025/09/a2/"])
def test_one_that_is_alone_or_in_none_or_hidden_leads_nowhere(built, place):
    assert built.html(place).css(".thread") == []


def test_what_else_it_names_comes_first_from_its_thread_and_nothing_is_named_twice(built):
    page = built.html("2025/09/a6/")
    assert hrefs(page, ".related a") == ["/2025/09/a2/", "/2025/09/b/", "/2025/09/c/"]


def test_the_lite_page_leads_to_the_one_before_it(built):
    page = built.html("lite/2025/09/a5/")
    assert hrefs(page, "main a") == ["/lite/2025/09/a4/", f"/{PAGE}"]
    assert texts(page, "main p")[-2:] == ["In precedenza in questa vicenda: A4", f"Tutta la vicenda: {CHIP}"]
    assert hrefs(built.html("lite/2025/09/c/"), "main a") == []


def test_a_thread_has_a_feed_newest_first_that_page_and_list_of_feeds_name(built):
    feed = built.xml(f"{PAGE}feed.xml")
    assert [node.text for node in feed.findall("channel/item/title")] == ["A6", "A5", "A4", "A3", "A2", "A1"]
    assert feed.findtext("channel/description") == f"Notizie: tutti gli articoli della vicenda {CHIP}"
    assert f"/{PAGE}feed.xml" in hrefs(built.html(PAGE), "link[type='application/rss+xml']")
    headings = texts(built.html("subscribe/"), ".feeds-group h2")
    assert headings[:3] == ["Tutti gli articoli", "Sezioni", "Vicende"]
    opml = [outline.get("xmlUrl") for outline in built.xml("feeds.opml").iter("outline")]
    assert f"https://news.example/{PAGE}feed.xml" in opml


def test_readers_find_the_feed_at_the_end_of_the_page(built):
    page = built.html(PAGE)
    assert texts(page, ".timeline + footer p") == ["Segui questa vicenda: RSS"]
    assert hrefs(page, ".timeline + footer a") == [f"/{PAGE}feed.xml"]


@pytest.mark.parametrize(
    ("place", "newer", "older"),
    [("a3", "a4", None), ("a4", "a5", None), ("a5", "b", "a1"), ("a6", "b", "a2"), ("b", "c", "a6")],
)
def test_newer_and_older_pass_over_what_is_named_as_of_the_story(built, place, newer, older):
    page = built.html(f"2025/09/{place}/")
    around = [hrefs(page, f".neighbours .{way} a") for way in ("newer", "older")]
    assert around == [[f"/2025/09/{name}/"] if name else [] for name in (newer, older)]
    assert set(hrefs(page, ".neighbours a")).isdisjoint(hrefs(page, ".thread a"))


def test_a_digest_that_was_retracted_is_marked_and_has_no_pin(tmp_path):
    why = {"date": "2025-09-20 10:00", "kind": "retraction", "text": "Era falso."}
    files = {
        "it/2025/a.md": told("A", 1, thread=CHIP, id="a", updates=why),
        "it/2025/b.md": told("B", 2, thread=CHIP, id="b"),
    }
    first, second = make(publication(tmp_path, files)).html(PAGE).css(".timeline .brief")
    assert texts(first, "strong, h2, .note") == ["Ritirato", "A", "Era falso."]
    assert (len(first.css(".pin")), len(second.css(".pin"))) == (0, 1)


def test_machines_are_told_of_it(built):
    def things(place):
        return json.loads(built.html(place).css_first("script[type='application/ld+json']").text())["@graph"]

    address = f"https://news.example/{PAGE}"
    series = {"@type": "CreativeWorkSeries", "name": CHIP, "url": address}
    assert [thing.get("isPartOf") for thing in things("2025/09/a5/")] == [series, None]
    assert [step["item"] for step in things(PAGE)[0]["itemListElement"]] == ["https://news.example/", address]
    places = [node.text for node in built.xml("sitemap.xml").iter("{*}loc")]
    assert address in places
    assert crawl(built).broken() == []


def test_threads_that_are_two_in_one_language_and_one_in_another_are_no_pair(tmp_path):
    files = FILES | {"en/2025/a3.md": told("E4", 4, thread="Chips", id="e4")}
    built = make(publication(tmp_path, files))
    for place in (PAGE, "en/thread/the-chip-war/", "en/thread/chips/"):
        assert built.html(place).css("link[hreflang]") == []


def test_a_stock_theme_has_the_page_too(tmp_path):
    built = make(publication(tmp_path, FILES, THEME="simple"))
    assert "A1" in built.bytes(PAGE).decode()


def test_edits_remake_what_shows_them_and_nothing_else(tmp_path):
    def written(**changed):
        files = {f"it/2025/{name}.md": text for name, text in changed.items()}
        outcome = run(publication(tmp_path, FILES | files), {}, Options(jobs=1))
        assert outcome.counts
        return {path for path in outcome.counts.written if path.startswith(("2025/", "thread/"))}

    page, feed = f"{PAGE}index.html", f"{PAGE}feed.xml"
    before = written()
    assert {page, feed} < before
    text = told("A4", 4, thread=CHIP, id="a4")
    assert written(a4=text.replace("Sintesi", "Altra sintesi")) == {page, feed, "2025/09/a4/index.html"}
    changed = written(a4=text, n=told("N", 20, thread=CHIP, id="n"))
    digests = {f"2025/09/a{n}/index.html" for n in range(1, 7)}
    assert digests | {page, feed, "2025/09/n/index.html"} <= changed
    assert not any("solo-una-volta" in path for path in changed)
    made = tree(tmp_path / "output")
    run(tmp_path / "pelicanconf.py", {}, Options(jobs=1, cache=False))
    assert tree(tmp_path / "output") == made
