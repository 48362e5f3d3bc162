from pathlib import Path

import pytest

from tests.feeds.atom_rules import ATOM_RULES
from tests.feeds.media_rules import ATOM_MEDIA_RULES
from tests.feeds.rules import EVERY_FEED, problems_of

ADDRESS = "https://news.example/feed.xml"
SELF = f"self: should be {ADDRESS}, application/atom+xml, not "
GOOD = Path(__file__).with_name("good_atom.xml").read_text(encoding="utf-8")
FIRST_UPDATED = "<updated>2025-09-01T07:30:00Z"
PICTURE = "https://news.example/a.png"
FIRST_PUBLISHED = "<published>2025-09-01T07:30:00Z"
FIRST_LINK = '<link href="https://news.example/2025/09/first/" rel="alternate" type="text/html" hreflang="en"/>'
ONE_PAGE = "alternates: {} should have one alternate, its page: some readers open the first, some the last"
FEED_FORM = '<link href="https://news.example/feed.json" rel="alternate" type="application/feed+json"/>'
FIRST_CONTENT = '<content type="html">&lt;ul&gt;'

# What is replaced, by what, and all that is then wrong.
FAULTS = [
    ("</feed>", "", ["xml: not well-formed in line 39"]),
    (' encoding="UTF-8"', "", ["encoding: UTF-8 should be declared, not None"]),
    ("By hand", "By \x80", ["characters: generator has U+0080"]),
    ('label="Technology"', 'label="Techn\ufffdlogy"', ["characters: entry 1 category has U+FFFD"]),
    (' xml:lang="en">', ">", ["root: feed has no known xml:lang: None"]),
    ("en-GB", "English", ["root: entry 1 has no known xml:lang: English"]),
    (
        "<generator>By hand</generator>",
        "<published>2025-09-03T09:00:00Z</published>",
        ["elements: feed has an unknown element {http://www.w3.org/2005/Atom}published"],
    ),
    (
        "<title>First story</title>",
        "<title>a</title><title>b</title>",
        ["elements: entry 2 has title more than once"],
    ),
    ("<title>First story</title>", "", ["required: entry 2 has no title"]),
    (FIRST_PUBLISHED + "</published>", "", ["required: entry 2 has no published"]),
    (
        "<id>tag:news.example,2025:d1</id>",
        "",
        ["required: entry 2 has no id"],
    ),
    (
        "<id>https://news.example/</id>",
        "<id>https://news.example</id>",
        ["identities: id is no absolute, normalised address or tag: https://news.example"],
    ),
    (
        "<id>https://news.example/</id>",
        "<id>https://News.example/</id>",
        ["identities: id is no absolute, normalised address or tag: https://News.example/"],
    ),
    (
        "2025:d1",
        "d1",
        ["identities: entry 2 id is no absolute, normalised address or tag: tag:news.example,d1"],
    ),
    (
        "tag:news.example,2025:d1",
        "tag:news.example,2025:d2",
        ["identities: two entries have one: tag:news.example,2025:d2"],
    ),
    (
        "application/atom+xml",
        "application/rss+xml",
        [SELF + "[('https://news.example/feed.xml', 'application/rss+xml')]"],
    ),
    (
        '<link href="https://news.example/feed.xml" rel="self" type="application/atom+xml"/>',
        "",
        [SELF + "[]"],
    ),
    (
        'href="https://other.example/doc"',
        'href="doc"',
        ["links: entry 1 link is no absolute address: doc"],
    ),
    (' rel="via"', "", ["links: entry 1 link has no known rel: None"]),
    (' rel="via"', ' rel="via" type="html"', ["links: entry 1 link has no media type: html"]),
    (' rel="via"', ' rel="via" hreflang="xx"', ["links: entry 1 link has no known hreflang: xx"]),
    (FIRST_LINK, "", [ONE_PAGE.format("entry 2")]),
    (FIRST_LINK, FIRST_LINK * 2, [ONE_PAGE.format("entry 2")]),
    ('rel="related"', 'rel="alternate"', [ONE_PAGE.format("entry 1")]),
    ('<link href="https://hub.example/" rel="hub"/>', FEED_FORM, [ONE_PAGE.format("feed")]),
    (
        '<link href="https://news.example/" rel="alternate" type="text/html" hreflang="en"/>',
        "",
        [ONE_PAGE.format("feed")],
    ),
    (
        "<title>News &amp; Notes</title>",
        '<title>News</title><link href="https://hub.example/" rel="hub"/>',
        ["alternates: feed should name its page before other links: some readers open the first, whatever it is"],
    ),
    (
        FIRST_UPDATED,
        "<updated>2025-09-01 07:30:00Z",
        ["dates: entry 2 updated is no RFC 3339 date: 2025-09-01 07:30:00Z"],
    ),
    (
        FIRST_PUBLISHED,
        "<published>2025-09-31T07:30:00Z",
        ["dates: entry 2 published is no RFC 3339 date: 2025-09-31T07:30:00Z"],
    ),
    (
        FIRST_PUBLISHED,
        "<published>2025-09-01T07:30:00",
        ["dates: entry 2 published is no RFC 3339 date: 2025-09-01T07:30:00"],
    ),
    (
        FIRST_PUBLISHED,
        "<published>2025-09-01T07:30:01Z",
        ["newest: entry 2 is updated before it is published"],
    ),
    (
        "<published>2025-09-02T07:30:00+02:00",
        "<published>2025-09-01T07:30:00+02:00",
        ["newest: entries are not newest first"],
    ),
    (
        FIRST_UPDATED,
        "<updated>2025-09-04T07:30:00Z",
        ["newest: the feed's updated should be that of the entry updated last"],
    ),
    ("<author><name>News</name></author>", "", ["authors: entry 2 has no author"]),
    ("<name>News</name>", "<name> </name>", ["authors: author has no plain name: "]),
    (
        "<name>The editors<",
        "<name>&lt;b&gt;us&lt;/b&gt;<",
        ["authors: entry 1 author has no plain name: <b>us</b>"],
    ),
    ("</feed>", '<category term="x"/></feed>', ["positions: feed has category after an entry"]),
    ("Second &lt;story&gt;", "Second &lt;i&gt;story&lt;/i&gt;", ["texts: entry 1 title has markup: </i>"]),
    ("<subtitle>", '<subtitle type="CDATA">', ["texts: subtitle is of no known type: CDATA"]),
    ("Short &amp; plain", "", ["texts: entry 1 summary is empty"]),
    (
        FIRST_CONTENT,
        '<content type="CDATA">&lt;ul&gt;',
        ["contents: entry 2 content should be of type html, not CDATA"],
    ),
    (
        'https://other.example/"',
        '../other/"',
        ["contents: entry 1 content: <a href> is no absolute address: ../other/"],
    ),
    (
        FIRST_CONTENT,
        FIRST_CONTENT + "&lt;iframe&gt;&lt;/iframe&gt;",
        ["contents: entry 2 content: <iframe> is not safe in a feed"],
    ),
    ('"https://hub.example/"', '"http://hub.example/"', ["hubs: link is no https address: http://hub.example/"]),
    ("<icon>https://news.example", "<icon>", ["pictures: icon is no absolute address: /icon.png"]),
    (
        ' fileSize="1234"',
        "",
        [
            f"enclosures: entry 1 has the enclosures {[(PICTURE, '1234', 'image/png')]} and the media {[(PICTURE, '', 'image/png')]}",
        ],
    ),
    ("First story", "First story" + " " * 524288, ["size: 526386 bytes, more than 524288"]),
    ('term="technology"', 'term=""', ["categories: entry 1 category has no term"]),
    (
        'scheme="https://news.example/category/"',
        'scheme="category"',
        ["categories: entry 1 category scheme is no absolute address: category"],
    ),
]


def test_a_good_feed_has_no_problems():
    assert problems_of(GOOD.encode(), address=ADDRESS) == []


@pytest.mark.parametrize(("good", "bad", "problems"), FAULTS, ids=[f"{line}" for line, _ in enumerate(FAULTS)])
def test_one_fault_is_one_problem(good, bad, problems):
    assert GOOD.count(good) == 1
    assert problems_of(GOOD.replace(good, bad).encode(), address=ADDRESS) == problems


def test_more_entries_than_asked_for_are_a_problem():
    assert problems_of(GOOD.encode(), address=ADDRESS, most=1) == ["newest: 2 entries, more than 1"]


def test_a_feed_without_entries_needs_an_author_of_its_own():
    empty = GOOD[: GOOD.index("<entry")] + "</feed>"
    assert problems_of(empty.encode(), address=ADDRESS) == []
    anonymous = empty.replace("<author><name>News</name></author>", "")
    assert problems_of(anonymous.encode(), address=ADDRESS) == ["authors: feed has no author"]


def test_every_rule_is_seen_to_fail():
    seen = {problem.partition(":")[0] for _, _, problems in FAULTS for problem in problems}
    assert seen == {name for name, _ in (*EVERY_FEED, *ATOM_RULES, *ATOM_MEDIA_RULES)} | {"xml"}
