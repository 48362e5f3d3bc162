from dataclasses import replace

import pytest
from lxml import etree

from puntina.feeds import atom
from tests.feeds.rules import problems_of
from tests.feeds.samples import BARE, CHIPS, EMPTY, NEWS, children, feed_of, texts

XML_LANG = "{http://www.w3.org/XML/1998/namespace}lang"


def feed(updated):
    """All that the sample feed says of itself."""
    return [
        ("atom:id", {}, "https://news.example/"),
        ("atom:title", {}, "Notizie & note"),
        ("atom:updated", {}, updated),
        ("atom:author", {}, "Notizie"),
        (
            "atom:link",
            {"href": "https://news.example/", "rel": "alternate", "type": "text/html", "hreflang": "it"},
            "",
        ),
        (
            "atom:link",
            {"href": "https://news.example/feed.xml", "rel": "self", "type": "application/atom+xml"},
            "",
        ),
        ("atom:generator", {}, "Puntina"),
        ("atom:rights", {}, "© 2025 Notizie"),
        ("atom:subtitle", {}, "Sintesi di <documenti> pubblici"),
    ]


def test_a_feed_says_what_it_is_and_is_dated_by_its_entries():
    assert children(atom(NEWS), ".")[:-2] == feed("2025-09-03T09:00:00+02:00")


def test_an_empty_feed_is_dated_by_its_epoch_and_never_by_the_clock():
    assert children(atom(EMPTY), ".") == feed("2025-01-01T00:00:00+01:00")


def test_feed_and_entries_say_their_language():
    root = etree.fromstring(atom(NEWS))
    assert [element.get(XML_LANG) for element in (root, *root.findall("{*}entry"))] == ["it", "it", None]


def test_an_entry_keeps_its_text_plain_its_content_html_and_its_links_described():
    assert children(atom(NEWS), "atom:entry") == [
        ("atom:id", {}, "tag:news.example,2025:d7k2m9qfx4c"),
        ("atom:title", {}, "Chip & <Co>: “chi compra” 📌 cosa?"),
        ("atom:updated", {}, "2025-09-03T09:00:00+02:00"),
        ("atom:author", {}, "Redazione"),
        ("atom:author", {}, "Bianchi & Rossi"),
        (
            "atom:content",
            {"type": "html"},
            '<ul><li>Uno &amp; <a href="https://other.example/?a=1&amp;b=2">due</a></li></ul>',
        ),
        (
            "atom:link",
            {
                "href": "https://news.example/2025/09/chip/",
                "rel": "alternate",
                "type": "text/html",
                "hreflang": "it",
            },
            "",
        ),
        ("atom:summary", {"type": "text"}, "Meno import & più chip < 7 nm"),
        (
            "atom:category",
            {"term": "technology", "label": "Tecnologia", "scheme": "https://news.example/category/"},
            "",
        ),
        ("atom:category", {"term": "AI & chip"}, ""),
        ("atom:rights", {}, "© 2025 Notizie"),
        ("atom:published", {}, "2025-09-02T07:30:00+02:00"),
        (
            "atom:link",
            {
                "href": "https://news.example/en/2025/09/chip/",
                "rel": "related",
                "type": "text/html",
                "hreflang": "en",
            },
            "",
        ),
        (
            "atom:link",
            {"href": "https://other.example/doc", "rel": "via", "hreflang": "en", "title": "A document"},
            "",
        ),
    ]


def test_an_entry_without_authors_summary_or_language_says_none():
    assert children(atom(feed_of(BARE)), "atom:entry") == [
        ("atom:id", {}, "tag:news.example,2025:d2"),
        ("atom:title", {}, "Altro"),
        ("atom:updated", {}, "2025-09-01T05:30:00+00:00"),
        ("atom:content", {"type": "html"}, "<p>Tutto</p>"),
        (
            "atom:link",
            {"href": "https://news.example/2025/09/bare/", "rel": "alternate", "type": "text/html"},
            "",
        ),
        ("atom:published", {}, "2025-09-01T05:30:00+00:00"),
    ]


def test_entries_stand_in_the_order_given():
    assert texts(atom(feed_of(BARE, CHIPS)), "atom:entry/atom:id") == [BARE.id, CHIPS.id]


def test_the_rules_have_nothing_to_say():
    assert problems_of(atom(NEWS), address=NEWS.self_url) == []
    assert problems_of(atom(EMPTY), address=NEWS.self_url) == []


@pytest.mark.parametrize("name", ["id", "title"])
def test_a_feed_needs_id_and_title(name):
    with pytest.raises(ValueError, match=name):
        atom(replace(NEWS, **{name: ""}))
