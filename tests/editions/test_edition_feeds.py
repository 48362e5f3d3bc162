import json

import pytest
from selectolax.lexbor import LexborHTMLParser

from tests.editions.days import AFTER, FILES, at
from tests.feeds.rules import problems_of
from tests.site_builder import ALL_PLUGINS, digest, hrefs, make, publication, texts, tree

CONTENT = "{http://purl.org/rss/1.0/modules/content/}encoded"
HOME = "https://news.example/"
FEW = [
    f"puntina.{name}"
    for name in ("core.pelican", "summary", "copyright", "feeds", "editions", "core.views", "core.theme", "core.engine")
]


@pytest.fixture(scope="module")
def built(tmp_path_factory):
    return make(publication(tmp_path_factory.mktemp("feeds"), FILES, SITEURL="https://news.example/repo", **at(AFTER)))


def paths(built):
    return sorted(path for path in tree(built.folder) if "edition/" in path and not path.endswith(".html"))


def test_days_and_weeks_have_feeds_in_each_language_and_format(built):
    own = [f"edition/{kind}{form}" for kind in ("", "week/") for form in ("atom.xml", "feed.json", "feed.xml")]
    assert paths(built) == sorted(f"{prefix}{path}" for prefix in ("", "en/", "vi/") for path in own)


def test_they_are_what_feeds_must_be(built):
    found = {path: problems_of(built.bytes(path), address=f"{built.address}/{path}") for path in paths(built)}
    assert {path: problems for path, problems in found.items() if problems} == {}


def test_an_entry_is_an_edition_dated_when_it_is_over(built):
    for path, first, dates in (
        ("edition/feed.xml", "Notizie, 10 settembre 2025", ["11", "04", "02"]),
        ("edition/week/feed.xml", "Notizie, Settimana 37 del 2025", ["15", "08"]),
    ):
        items = built.xml(path).findall("channel/item")
        assert items[0].findtext("title") == first
        assert [item.findtext("pubDate")[5:25] for item in items] == [f"{day} Sep 2025 00:00:00" for day in dates]
        assert {item.findtext("pubDate")[26:] for item in items} == {"+0700"}
    ids = [item.findtext("guid") for item in built.xml("edition/feed.xml").iter("item")]
    assert ids == [f"tag:news.example,2025:it/edition/2025-09-{day}" for day in ("10", "03", "01")]


def test_a_letter_made_of_an_entry_has_all_of_the_edition_and_nothing_that_letters_can_t_have(built):
    item = built.xml("edition/feed.xml").findall("channel/item")[-1]
    page = LexborHTMLParser(item.findtext(CONTENT))
    said = [
        "2 articoli, 10 parole, 1 minuto", "Mondo", "A", "📌 Sintesi di A.", "Tecnologia", "B & <b>", "📌 Sintesi.",
        "1 settembre: è tutto", "Edizione del giorno: 1 settembre 2025", "Notizie", "© 2025 Notizie",
    ]  # fmt: skip
    assert texts(page, "body > div > *") == said
    base = "https://news.example/repo"
    assert hrefs(page, "a") == [f"{base}/2025/09/a/", f"{base}/2025/09/b/", f"{base}/edition/2025-09-01/", f"{base}/"]
    assert page.css("[class], [id], script, style, img, link, table") == []
    assert {node.attributes.get("lang") for node in page.css("body > div")} == {"it"}
    assert item.findtext("description") == "A · B &amp; &lt;b&gt;"


def test_it_sets_no_colour_and_no_width_so_that_it_is_right_in_the_dark_and_on_a_phone(built):
    page = LexborHTMLParser(built.xml("edition/feed.xml").find("channel/item").findtext(CONTENT))
    styles = [rule.partition(":") for node in page.css("[style]") for rule in node.attributes["style"].split(";")]
    assert {name for name, _, _ in styles} == {
        "font-family", "font-size", "line-height", "margin", "padding", "border-top", "color", "overflow-wrap", "word-break",
    }  # fmt: skip
    assert {value for name, _, value in styles if name in {"color", "border-top"}} == {"inherit", "1px solid"}


def test_its_plain_text_says_the_same(built):
    (item,) = [
        each
        for each in json.loads(built.bytes("edition/feed.json"))["items"]
        if each["title"].endswith(" 1 settembre 2025")
    ]
    assert item["content_text"].split("\n") == [
        "2 articoli, 10 parole, 1 minuto", "", "MONDO", "", "A", "https://news.example/repo/2025/09/a/", "📌 Sintesi di A.",
        "", "TECNOLOGIA", "", "B & <b>", "https://news.example/repo/2025/09/b/", "📌 Sintesi.", "", "1 settembre: è tutto",
        "Edizione del giorno: 1 settembre 2025", "https://news.example/repo/edition/2025-09-01/",
        "Notizie", "https://news.example/repo/", "© 2025 Notizie",
    ]  # fmt: skip


def test_corrections_are_marked_in_it_and_on_the_page(tmp_path):
    notes = [
        {"date": "2025-09-01 20:00", "kind": "correction", "text": "Non 3 & <4>."},
        {"date": "2025-09-03 09:00", "text": "Si sa di più."},
    ]
    files = {"it/2025/a.md": digest("A", "2025-09-01 08:00", id="a1", updates=notes)}
    built = make(publication(tmp_path, files, **at(AFTER)))
    (item,) = json.loads(built.bytes("edition/feed.json"))["items"]
    told = "Correzione (1 settembre 2025, 20:00): Non 3 & <4>."
    assert texts(LexborHTMLParser(item["content_html"]), "h3 ~ p")[:2] == ["📌 Sintesi.", told]
    assert f"\n{told}\n" in item["content_text"]
    assert texts(built.html("edition/2025-09-01/"), ".brief .note") == [
        "Sintesi.",
        "Correzione 1 settembre 2025, 20:00: Non 3 & <4>.",
    ]


def test_one_of_very_many_digests_is_below_102_kb_and_says_how_many_it_leaves_out(tmp_path):
    files = {
        f"vi/2025/n{n}.md": digest(f"{'Ấ' * 60} {n}", f"2025-09-01 {n // 60 % 24:02}:{n % 60:02}", id=f"n{n}")
        for n in range(400)
    }
    built = make(publication(tmp_path, files, PLUGINS=FEW, **at(AFTER)))
    (item,) = json.loads(built.bytes("vi/edition/feed.json"))["items"]
    assert len(item["content_html"].encode()) < 90_000
    *shown, rest = texts(LexborHTMLParser(item["content_html"]), "h3")
    assert rest == f"… + {400 - len(shown)} bài"
    assert "https://news.example/vi/edition/2025-09-01/" in item["content_html"]


def test_an_edition_knows_its_twins_in_other_languages(built):
    entry = built.xml("edition/atom.xml").findall("{*}entry")[-1]
    links = {(link.get("hreflang"), link.get("href")) for link in entry.findall("{*}link[@rel='related']")}
    assert links == {("en", f"{built.address}/en/edition/2025-09-01/")}


def test_a_change_of_a_digest_after_that_day_is_a_change_of_the_edition(tmp_path):
    files = {"it/2025/a.md": digest("A", "2025-09-01 08:00", modified="2025-09-05 10:00", id="a1")}
    (entry,) = make(publication(tmp_path, files, **at(AFTER))).xml("edition/atom.xml").findall("{*}entry")
    assert entry.findtext("{*}published") == "2025-09-02T00:00:00+07:00"
    assert entry.findtext("{*}updated").startswith("2025-09-05T10:00:")


def test_an_edition_for_which_no_feed_has_room_is_its_titles(tmp_path):
    long = "- Punto\n\n📌 " + "parola " * 1000 + "\n"
    files = {f"it/2025/n{n}.md": digest(f"N{n}", f"2025-09-01 08:{n:02}", body=long) for n in range(20)}
    (item,) = json.loads(make(publication(tmp_path, files, **at(AFTER))).bytes("edition/feed.json"))["items"]
    page = LexborHTMLParser(item["content_html"])
    assert texts(page, "h3") == [f"N{n}" for n in reversed(range(20))]
    assert len(texts(page, "p")) == 5


def test_the_page_about_feeds_and_the_opml_file_name_them(built):
    page = built.html("subscribe/")
    assert texts(page, "h2")[1] == "Edizioni"
    assert texts(page.css(".feeds-group")[1], "h3") == ["Edizione del giorno", "Edizione della settimana"]
    outlines = [each.get("xmlUrl") for each in built.xml("feeds.opml").iter("outline")]
    assert {f"{built.address}/edition/feed.xml", f"{built.address}/en/edition/week/feed.xml"} <= set(outlines)


def test_their_formats_are_those_of_the_language_s_own_feed(tmp_path):
    built = make(publication(tmp_path, FILES, FEED_FORMATS={"all": ["atom"]}, FEED_ATOM_URL="feed/", **at(AFTER)))
    assert [path for path in paths(built) if not path.startswith(("en/", "vi/"))] == [
        "edition/feed/index.xml",
        "edition/week/feed/index.xml",
    ]


NO_FEEDS = [name for name in ALL_PLUGINS if name != "puntina.feeds"]


@pytest.mark.parametrize("settings", [{"PLUGINS": NO_FEEDS}, {"FEED_FORMATS": {"all": []}}])
def test_where_a_language_has_no_feed_of_its_digests_there_is_none_of_its_editions(tmp_path, settings):
    built = make(publication(tmp_path, FILES, **at(AFTER) | settings))
    assert paths(built) == []
    assert built.html("edition/2025-09-01/").css("link[rel=alternate][type]") == []
