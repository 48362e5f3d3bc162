"""A retraction is news: an entry of its own in every feed that has, or had, the digest; corrections have a feed too."""

import json

import pytest

from tests.feeds.rules import problems_of
from tests.site_builder import ALL_PLUGINS, digest, hrefs, make, publication, texts, tree

TAG = "tag:news.example,2025:"
CORRECTION = {"date": "2025-09-03 09:00", "kind": "correction", "text": "Non 3 & <b>.", "points": [1]}
SAME = CORRECTION | {"text": "Né 5."}
RETRACTION = {"date": "2025-09-20 10:00", "kind": "retraction", "text": "Il documento era falso."}
OLD = {
    "it/2025/r.md": digest("Falso", "2025-08-01 08:00", id="r1", updates=RETRACTION, tags=["chip"], author="Anna"),
    **{
        f"it/2025/n{n}.md": digest(f"N{n}", f"2025-09-0{n} 08:00", id=f"n{n}", tags=["chip"], author="Anna")
        for n in (1, 2, 3)
    },
}
FILES = {
    **OLD,
    "it/2025/c.md": digest("Mutato", "2025-09-02 07:30", id="c1", updates=[CORRECTION, SAME, {"date": "2025-09-04 08:00", "text": "Più."}]),
    "en/2025/r.md": digest("False", "2025-08-01 08:00", id="er1"),
}  # fmt: skip
EVERY = {"CORRECTIONS_URL": "corrections/", "FEED_TAG_MINIMUM": 2, "EDITIONS_URL": ""}


def items(built, path="feed.json"):
    """Return what the feed's entries are about, in order: the ends of their ids."""
    return [item["id"].removeprefix(TAG) for item in json.loads(built.bytes(path))["items"]]


def guids(built, path):
    return [(node.text or "").removeprefix(TAG) for node in built.xml(path).findall("channel/item/guid")]


@pytest.fixture(scope="module")
def built(tmp_path_factory):
    return make(publication(tmp_path_factory.mktemp("retractions"), FILES, **EVERY))


def test_every_list_that_had_the_digest_brings_the_retraction_as_its_newest_entry(built):
    news = "r1/retraction/20250920T030000Z"
    expected = {path: guids(built, path)[0] for path in ("feed.xml", "category/world/feed.xml", "tag/chip/feed.xml", "author/anna/feed.xml", "all/feed.xml")}  # fmt: skip
    assert expected == dict.fromkeys(expected, news)
    assert items(built) == [news, "n3", "n2", "c1", "n1", "r1"]
    assert items(built, "en/feed.json") == ["er1"]


def test_it_is_there_also_where_the_feed_is_too_short_for_the_digest_itself(tmp_path):
    built = make(publication(tmp_path, OLD, FEED_SIZE=2))
    assert items(built) == ["r1/retraction/20250920T030000Z", "n3"]


def test_it_says_what_was_retracted_when_and_why_and_leads_to_the_notice(built):
    entry = json.loads(built.bytes("feed.json"))["items"][0]
    url = "https://news.example/2025/08/r/"
    assert {key: entry[key] for key in ("url", "title", "summary", "date_published", "date_modified", "authors")} == {
        "url": f"{url}#retraction",
        "title": "Ritirato: Falso",
        "summary": "Il documento era falso.",
        "date_published": "2025-09-20T10:00:00+07:00",
        "date_modified": "2025-09-20T10:00:00+07:00",
        "authors": [{"name": "Notizie"}],
    }
    assert entry["content_html"] == (
        '<p><strong>Ritirato (20 settembre 2025, 10:00):</strong> <span dir="auto">Il documento era falso.</span></p>\n'
        f'<p><a href="{url}">Falso</a></p>\n<p><small>© 2025 Notizie</small></p>'
    )
    assert texts(built.html("2025/08/r/"), "#retraction") == [
        "Ritirato 20 settembre 2025, 10:00: Il documento era falso."
    ]


def test_corrections_and_retractions_have_a_feed_in_each_language(built):
    at_once = "c1/correction/20250903T020000Z"
    assert items(built, "corrections/feed.json") == ["r1/retraction/20250920T030000Z", f"{at_once}-2", at_once]
    channel = built.xml("corrections/feed.xml").find("channel")
    assert [channel.findtext(name) for name in ("title", "link", "description")] == [
        "Notizie — Correzioni",
        "https://news.example/corrections/",
        "Notizie: le correzioni dei nostri articoli e quelli ritirati",
    ]
    assert [item.findtext("title") for item in channel.findall("item")] == [
        "Ritirato: Falso",
        "Corretto: Mutato",
        "Corretto: Mutato",
    ]
    assert [item.findtext("link") for item in channel.findall("item")][
        1
    ] == "https://news.example/2025/09/c/#updates_title"
    assert items(built, "en/corrections/feed.json") == []


def test_its_feeds_are_what_feeds_must_be(built):
    paths = [path for path in tree(built.folder) if path.endswith((".xml", ".json")) and "sitemap" not in path]
    assert {
        f"{prefix}corrections/{name}" for prefix in ("", "en/", "vi/") for name in ("feed.xml", "atom.xml", "feed.json")
    } < set(paths)
    assert {
        path: found for path in paths if (found := problems_of(built.bytes(path), address=f"{built.address}/{path}"))
    } == {}


def test_pages_name_it(built):
    own = [f"/corrections/{name}" for name in ("feed.xml", "atom.xml", "feed.json")]
    assert hrefs(built.html("corrections/"), "link[rel=alternate][type]")[:3] == own
    assert "https://news.example/corrections/feed.xml" in texts(built.html("subscribe/"), ".feed code")
    outlines = [each.get("xmlUrl") for each in built.xml("feeds-it.opml").iter("outline")]
    assert "https://news.example/corrections/feed.xml" in outlines


def test_a_later_note_of_the_same_minute_leaves_the_ids_of_earlier_ones(tmp_path):
    settings = publication(tmp_path, {"it/2025/c.md": digest("C", id="c1", updates=[CORRECTION])}, **EVERY)
    before = items(make(settings), "corrections/feed.json")
    publication(tmp_path, {"it/2025/c.md": digest("C", id="c1", updates=[CORRECTION, SAME])}, **EVERY)
    assert items(make(settings), "corrections/feed.json")[1:] == before


def test_a_retraction_that_is_added_to_a_built_site_is_in_its_feeds(tmp_path):
    settings = publication(tmp_path, {**OLD, "it/2025/r.md": digest("Falso", "2025-08-01 08:00", id="r1")}, **EVERY)
    assert "r1" in items(make(settings))
    publication(tmp_path, OLD, **EVERY)
    assert items(make(settings))[0] == "r1/retraction/20250920T030000Z"


@pytest.mark.parametrize(
    "left_out",
    [
        {"CORRECTIONS_URL": ""},
        {"PLUGINS": [name for name in ALL_PLUGINS if name != "puntina.corrections"]},
        {"FEED_FORMATS": {"all": []}},
    ],
)
def test_without_the_page_or_a_feed_of_all_digests_there_is_no_feed_of_corrections(tmp_path, left_out):
    built = make(publication(tmp_path, FILES, **EVERY | left_out))
    assert [path for path in tree(built.folder) if "corrections/" in path and not path.endswith(".html")] == []
