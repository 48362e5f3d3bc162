import locale
from dataclasses import replace

import pytest

from puntina.feeds import rss
from tests.feeds.rules import problems_of
from tests.feeds.samples import BARE, CHIPS, EMPTY, NEWS, children, feed_of, texts

CHANNEL = [
    ("title", {}, "Notizie & note"),
    ("link", {}, "https://news.example/"),
    ("description", {}, "Sintesi di <documenti> pubblici"),
    (
        "atom:link",
        {"href": "https://news.example/feed.xml", "rel": "self", "type": "application/rss+xml"},
        "",
    ),
    ("copyright", {}, "© 2025 Notizie"),
    ("docs", {}, "http://www.rssboard.org/rss-specification"),
    ("generator", {}, "Puntina"),
    ("language", {}, "it"),
    ("ttl", {}, "60"),
]


def test_a_channel_says_what_it_is_and_is_dated_by_its_entries():
    assert children(rss(NEWS), "channel")[:-2] == [
        *CHANNEL,
        ("pubDate", {}, "Tue, 02 Sep 2025 07:30:00 +0200"),
        ("lastBuildDate", {}, "Wed, 03 Sep 2025 09:00:00 +0200"),
    ]


def test_an_empty_channel_is_dated_by_its_epoch_and_never_by_the_clock():
    assert children(rss(EMPTY), "channel") == [
        *CHANNEL,
        ("pubDate", {}, "Wed, 01 Jan 2025 00:00:00 +0100"),
        ("lastBuildDate", {}, "Wed, 01 Jan 2025 00:00:00 +0100"),
    ]


def test_an_item_has_the_summary_as_html_and_then_the_whole():
    assert children(rss(NEWS), "channel/item") == [
        ("title", {}, "Chip & <Co>: “chi compra” 📌 cosa?"),
        ("link", {}, "https://news.example/2025/09/chip/"),
        ("description", {}, "Meno import &amp; più chip &lt; 7 nm"),
        (
            "content:encoded",
            {},
            '<ul><li>Uno &amp; <a href="https://other.example/?a=1&amp;b=2">due</a></li></ul>',
        ),
        ("guid", {"isPermaLink": "false"}, "tag:news.example,2025:d7k2m9qfx4c"),
        ("category", {"domain": "https://news.example/category/"}, "Tecnologia"),
        ("category", {}, "AI & chip"),
        ("pubDate", {}, "Tue, 02 Sep 2025 07:30:00 +0200"),
        ("atom:updated", {}, "2025-09-03T09:00:00+02:00"),
        ("dc:creator", {}, "Redazione"),
        ("dc:creator", {}, "Bianchi & Rossi"),
        ("dc:language", {}, "it"),
        ("dc:rights", {}, "© 2025 Notizie"),
        ("dc:source", {}, "https://other.example/doc"),
    ]


def test_an_item_without_a_summary_is_described_by_the_whole():
    assert children(rss(feed_of(BARE)), "channel/item") == [
        ("title", {}, "Altro"),
        ("link", {}, "https://news.example/2025/09/bare/"),
        ("description", {}, "<p>Tutto</p>"),
        ("guid", {"isPermaLink": "false"}, "tag:news.example,2025:d2"),
        ("pubDate", {}, "Mon, 01 Sep 2025 05:30:00 +0000"),
        ("atom:updated", {}, "2025-09-01T05:30:00+00:00"),
    ]


def test_items_stand_in_the_order_given():
    assert texts(rss(feed_of(BARE, CHIPS)), "channel/item/guid") == [BARE.id, CHIPS.id]


def test_the_rules_have_nothing_to_say():
    summed_up = replace(BARE, summary="Tutto")
    assert problems_of(rss(feed_of(CHIPS, summed_up)), address=NEWS.self_url) == []
    assert problems_of(rss(EMPTY), address=NEWS.self_url) == []


def test_prefixes_are_declared_once_and_are_the_usual_ones():
    lines = rss(NEWS).decode().splitlines()
    assert lines[0] == "<?xml version='1.0' encoding='UTF-8'?>"
    assert {line for line in lines if "xmlns" in line} == {lines[1]}


def test_the_locale_of_the_process_is_left_alone(monkeypatch):
    def refuse(*_arguments):
        raise AssertionError("the locale was touched")

    monkeypatch.setattr(locale, "setlocale", refuse)
    assert texts(rss(NEWS), "channel/lastBuildDate") == ["Wed, 03 Sep 2025 09:00:00 +0200"]


@pytest.mark.parametrize("name", ["title", "description"])
def test_a_channel_needs_title_and_description(name):
    with pytest.raises(ValueError, match=name):
        rss(replace(NEWS, **{name: ""}))
