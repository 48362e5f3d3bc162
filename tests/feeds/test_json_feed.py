import json
from dataclasses import replace

from puntina.feeds import json_feed
from puntina.feeds.entry import Alternate, Picture
from tests.feeds.rules import problems_of
from tests.feeds.samples import BARE, CHIPS, EMPTY, NEWS, feed_of

PICTURE = Picture("https://news.example/media/chip.png", "image/png", 1234, "Un chip")


def test_a_feed_says_what_it_is_and_what_the_format_has_no_name_for():
    feed = replace(
        NEWS,
        hub="https://hub.example/",
        icon="https://news.example/icon.png",
        alternates=(Alternate("https://news.example/atom.xml", "application/atom+xml", "it"),),
    )
    found = json.loads(json_feed(feed))
    assert [item["id"] for item in found.pop("items")] == [CHIPS.id, BARE.id]
    assert found == {
        "version": "https://jsonfeed.org/version/1.1",
        "title": "Notizie & note",
        "home_page_url": "https://news.example/",
        "feed_url": "https://news.example/feed.xml",
        "description": "Sintesi di <documenti> pubblici",
        "icon": "https://news.example/icon.png",
        "favicon": "https://news.example/icon.png",
        "authors": [{"name": "Notizie"}],
        "language": "it",
        "hubs": [{"type": "WebSub", "url": "https://hub.example/"}],
        "_puntina": {
            "updated": "2025-09-03T09:00:00+02:00",
            "rights": "© 2025 Notizie",
            "alternates": [
                {"url": "https://news.example/atom.xml", "type": "application/atom+xml", "language": "it"},
            ],
        },
    }


def test_an_item_carries_the_points_the_summary_and_the_sources():
    entry = replace(
        CHIPS, points=("Uno & due", "Tre"), pinned="Meno import.", picture=PICTURE, guid="17 at old.example"
    )
    (found,) = json.loads(json_feed(feed_of(entry)))["items"]
    assert found == {
        "id": "17 at old.example",
        "url": "https://news.example/2025/09/chip/",
        "title": CHIPS.title,
        "content_html": CHIPS.content,
        "summary": CHIPS.summary,
        "image": "https://news.example/media/chip.png",
        "date_published": "2025-09-02T07:30:00+02:00",
        "date_modified": "2025-09-03T09:00:00+02:00",
        "authors": [{"name": "Redazione"}, {"name": "Bianchi & Rossi"}],
        "tags": ["Tecnologia", "AI & chip"],
        "language": "it",
        "attachments": [
            {
                "url": "https://news.example/media/chip.png",
                "mime_type": "image/png",
                "title": "Un chip",
                "size_in_bytes": 1234,
            },
        ],
        "_puntina": {
            "points": ["Uno & due", "Tre"],
            "summary": "Meno import.",
            "rights": "© 2025 Notizie",
            "sources": [
                {"url": "https://other.example/doc", "title": "A document", "language": "en"},
                {"title": "A book"},
            ],
            "translations": [{"url": "https://news.example/en/2025/09/chip/", "language": "en"}],
        },
    }


def test_an_item_leaves_out_what_it_does_not_have():
    (found,) = json.loads(json_feed(feed_of(BARE)))["items"]
    assert found == {
        "id": BARE.id,
        "url": BARE.url,
        "title": "Altro",
        "content_html": "<p>Tutto</p>",
        "date_published": "2025-09-01T05:30:00+00:00",
        "date_modified": "2025-09-01T05:30:00+00:00",
    }


def test_the_rules_have_nothing_to_say():
    assert problems_of(json_feed(NEWS), address=NEWS.self_url) == []
    assert problems_of(json_feed(EMPTY), address=NEWS.self_url) == []


def test_characters_that_xml_cannot_carry_are_in_no_json_either():
    bad = replace(CHIPS, title="a\x00\x0b\ud800b", points=("c\x1fd",))
    (found,) = json.loads(json_feed(feed_of(bad)))["items"]
    assert (found["title"], found["_puntina"]["points"]) == ("ab", ["cd"])


def test_the_pinned_summary_is_told_only_where_it_says_something_else():
    for pinned in ("", CHIPS.summary):
        item = json.loads(json_feed(replace(NEWS, entries=(replace(CHIPS, pinned=pinned),))))["items"][0]
        assert (item["summary"], "summary" in item["_puntina"]) == (CHIPS.summary, False)
