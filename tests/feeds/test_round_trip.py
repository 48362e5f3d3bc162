from dataclasses import replace

import feedparser
import pytest
from hypothesis import given
from hypothesis import strategies as st

from puntina.feeds import Category, Link, atom, rss
from puntina.feeds.xml_text import fit
from tests.feeds.samples import CHIPS, NEWS, feed_of, texts

TITLES = [
    "Ricerca & sviluppo",
    "AT&T, R&D; Q&A",
    "Meno di < 7 nm, più di > 3",
    "Il tag <b> e il tag <script>alert(1)</script>",
    "“Virgolette”, «caporali», 'apici' e \"doppie\"",
    "📌 Cina 🇨🇳 👩‍🔬 chip",
    "Chất bán dẫn: Việt Nam và cuộc đua toàn cầu",
    "Chất bán dẫn in forma scomposta",
    "שלום \u200fעולם\u200e 2025 \u2067مرحبا\u2069",
    "Spazio\u00a0fisso e \u202f50\u202f%",
    "漢字 – em—dash … 100 %",
    "CDATA ]]> dentro",
]
WORDS = st.text(max_size=80).map(fit).filter(str.strip)
BOTH = pytest.mark.parametrize("print_feed", [rss, atom])


@BOTH
@pytest.mark.parametrize("title", TITLES)
def test_a_title_is_read_as_it_was_written(print_feed, title):
    parsed = feedparser.parse(print_feed(replace(feed_of(replace(CHIPS, title=title)), title=title)))
    assert (parsed.bozo, parsed.feed.title, parsed.entries[0].title) == (False, title, title)


def test_every_part_is_read_as_it_was_written_in_rss():
    parsed = feedparser.parse(rss(NEWS))
    entry = parsed.entries[0]
    assert (parsed.version, parsed.feed.language, parsed.feed.rights) == ("rss20", "it", "© 2025 Notizie")
    assert (entry.id, entry.link, entry.guidislink) == (CHIPS.id, CHIPS.url, False)
    assert (entry.summary, entry.content[0].value) == ("Meno import &amp; più chip &lt; 7 nm", CHIPS.content)
    assert [tag.term for tag in entry.tags] == ["Tecnologia", "AI & chip"]
    assert [author.name for author in entry.authors] == ["Redazione", "Bianchi & Rossi"]
    assert entry.published_parsed[:6] == (2025, 9, 2, 5, 30, 0)


def test_every_part_is_read_as_it_was_written_in_atom():
    parsed = feedparser.parse(atom(NEWS))
    entry = parsed.entries[0]
    assert (parsed.version, parsed.feed.language, parsed.feed.rights) == ("atom10", "it", "© 2025 Notizie")
    assert (entry.id, entry.link) == (CHIPS.id, CHIPS.url)
    assert (entry.summary, entry.content[0].value) == (CHIPS.summary, CHIPS.content)
    assert [(tag.term, tag.label) for tag in entry.tags] == [
        ("technology", "Tecnologia"),
        ("AI & chip", None),
    ]
    assert [author.name for author in entry.authors] == ["Redazione", "Bianchi & Rossi"]
    assert entry.published_parsed[:6] == (2025, 9, 2, 5, 30, 0)
    assert entry.updated_parsed[:6] == (2025, 9, 3, 7, 0, 0)


@given(title=WORDS, summary=WORDS, content=WORDS, name=WORDS)
def test_any_text_that_xml_can_carry_survives_in_rss(title, summary, content, name):
    entry = replace(CHIPS, title=title, summary=summary, content=content, authors=(name,), categories=(Category(name),))
    xml = rss(replace(feed_of(entry), title=title, description=summary))
    assert texts(xml, "channel/title") + texts(xml, "channel/description") == [title, summary]
    assert texts(xml, "channel/item/title") == [title]
    assert texts(xml, "channel/item/{*}encoded") == [content]
    assert texts(xml, "channel/item/category") == texts(xml, "channel/item/{*}creator") == [name]


@given(title=WORDS, summary=WORDS, content=WORDS, name=WORDS)
def test_any_text_that_xml_can_carry_survives_in_atom(title, summary, content, name):
    entry = replace(CHIPS, title=title, summary=summary, content=content, authors=(name,))
    xml = atom(replace(feed_of(entry), title=title, description=summary))
    assert texts(xml, "{*}title") + texts(xml, "{*}subtitle") == [title, summary]
    assert texts(xml, "{*}entry/{*}title") + texts(xml, "{*}entry/{*}summary") == [title, summary]
    assert texts(xml, "{*}entry/{*}content") + texts(xml, "{*}entry/{*}author/{*}name") == [content, name]


@BOTH
def test_characters_that_xml_cannot_carry_are_left_out_wherever_they_are(print_feed):
    bad, good = "a\x00\x0b\x1f\x85\ud800\uffffb", "ab"

    def feed(text):
        entry = replace(
            CHIPS,
            **dict.fromkeys(("id", "url", "title", "summary", "content", "rights", "lang"), text),
            authors=(text,),
            categories=(Category(text, text, text),),
            alternates=(Link(text, text, text),),
            sources=(Link(text, text, text),),
        )
        own = dict.fromkeys(("id", "title", "description", "url", "self_url", "lang", "author", "rights"), text)
        return replace(feed_of(entry), **own)

    assert print_feed(feed(bad)) == print_feed(feed(good))
