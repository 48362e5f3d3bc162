from pathlib import Path

import pytest

from tests.feeds.media_rules import RSS_MEDIA_RULES
from tests.feeds.rss_rules import RSS_RULES
from tests.feeds.rules import EVERY_FEED, problems_of

ADDRESS = "https://news.example/feed.xml"
SELF = f"self: should be {ADDRESS}, application/rss+xml, not "
GOOD = Path(__file__).with_name("good_rss.xml").read_text(encoding="utf-8")
PICTURE = "https://news.example/a.png"
FIRST_CONTENT = "<content:encoded>&lt;ul&gt;&lt;li&gt;One&lt;/li&gt;&lt;/ul&gt;</content:encoded>"

# What is replaced, by what, and all that is then wrong.
FAULTS = [
    ("</rss>", "", ["xml: not well-formed in line 41"]),
    (' encoding="UTF-8"', "", ["encoding: UTF-8 should be declared, not None"]),
    ('encoding="UTF-8"', 'encoding="ISO-8859-1"', ["encoding: UTF-8 should be declared, not ISO-8859-1"]),
    ("First story", "First \x85story", ["characters: item 2 title has U+0085"]),
    ("First story", "First \ufffdstory", ["characters: item 2 title has U+FFFD"]),
    ('version="2.0"', 'version="0.92"', ["root: version should be 2.0, not 0.92"]),
    ("</channel>", "</channel><channel/>", ["root: rss should hold one channel and nothing else"]),
    (
        "<ttl>60</ttl>",
        "<subtitle>x</subtitle>",
        ["elements: channel has an unknown element subtitle"],
    ),
    (
        "<dc:language>en-GB",
        "<dc:rights>a</dc:rights><dc:rights>b</dc:rights><dc:language>en-GB",
        ["elements: item 1 has {http://purl.org/dc/elements/1.1/}rights more than once"],
    ),
    ("<ttl>60</ttl>", "<ttl>60</ttl><ttl>60</ttl>", ["elements: channel has ttl more than once"]),
    (
        '<guid isPermaLink="false">tag:news.example,2025:d1',
        '<m:x xmlns:m="urn:x"/><guid isPermaLink="false">tag:news.example,2025:d1',
        ["elements: item 2 has an unknown element {urn:x}x"],
    ),
    ("Digests of public documents", " ", ["required: channel has no description"]),
    (
        "<title>News &#x26; Notes</title>\n",
        "",
        ["required: channel has no title", "image: image title should be that of the channel, not News & Notes"],
    ),
    ("<title>First story</title>", "", ["required: item 2 has no title"]),
    (
        'feed.xml" rel="self"',
        'rss.xml" rel="self"',
        [SELF + "[('https://news.example/rss.xml', 'application/rss+xml')]"],
    ),
    (
        ' rel="self" type="application/rss+xml"',
        ' rel="self" type="application/xml"',
        [SELF + "[('https://news.example/feed.xml', 'application/xml')]"],
    ),
    (
        ' rel="self"',
        ' rel="hub"',
        [SELF + "[]"],
    ),
    (
        "<link>https://news.example/2025/09/first/",
        "<link>/2025/09/first/",
        ["addresses: item 2 link is no absolute address: /2025/09/first/"],
    ),
    (
        "<link>https://news.example/2025/09/first/",
        "<link>https://news.example/tin tức/",
        ["addresses: item 2 link is no absolute address: https://news.example/tin tức/"],
    ),
    (
        "https://www.rssboard.org/rss-specification",
        "the docs",
        ["addresses: docs is no absolute address: the docs"],
    ),
    ("<language>en<", "<language>english<", ["languages: language is no known language: english"]),
    ("<language>en<", "<language>zz<", ["languages: language is no known language: zz"]),
    (
        "<dc:language>en-GB<",
        "<dc:language>en_GB<",
        ["languages: item 1 dc:language is no known language: en_GB"],
    ),
    ("<language>en</language>", "", ["languages: channel has no language"]),
    (
        "<pubDate>Mon, 01 Sep 2025 07:30:00 GMT",
        "<pubDate>Tue, 01 Sep 2025 07:30:00 GMT",
        ["dates: item 2 pubDate is no RFC 822 date: Tue, 01 Sep 2025 07:30:00 GMT"],
    ),
    (
        "<pubDate>Mon, 01 Sep 2025 07:30:00 GMT",
        "<pubDate>lun, 01 set 2025 07:30:00 GMT",
        ["dates: item 2 pubDate is no RFC 822 date: lun, 01 set 2025 07:30:00 GMT"],
    ),
    (
        "<pubDate>Mon, 01 Sep 2025 07:30:00 GMT",
        "<pubDate>Mon, 31 Sep 2025 07:30:00 -0000",
        ["dates: item 2 pubDate is no RFC 822 date: Mon, 31 Sep 2025 07:30:00 -0000"],
    ),
    (
        "<pubDate>Mon, 01 Sep 2025 07:30:00 GMT",
        "<pubDate>Thu, 01 Jan 1970 00:00:00 GMT",
        ["dates: item 2 pubDate is no RFC 822 date: Thu, 01 Jan 1970 00:00:00 GMT"],
    ),
    ("<pubDate>Mon, 01 Sep 2025 07:30:00 GMT</pubDate>", "", ["dates: item 2 has no pubDate"]),
    (
        "<pubDate>Mon, 01 Sep 2025 07:30:00 GMT",
        "<pubDate>Tue, 02 Sep 2025 07:30:00 GMT",
        ["newest: items are not newest first"],
    ),
    (
        "<lastBuildDate>Wed, 03 Sep 2025 09:00:00 +0200",
        "<lastBuildDate>Tue, 02 Sep 2025 07:30:00 +0300",
        ["newest: lastBuildDate should be there and no earlier than the newest item"],
    ),
    (
        "<lastBuildDate>Wed, 03 Sep 2025 09:00:00 +0200</lastBuildDate>",
        "",
        ["newest: lastBuildDate should be there and no earlier than the newest item"],
    ),
    ("</channel>", "<category>x</category></channel>", ["positions: channel has category after an item"]),
    ('<guid isPermaLink="false">tag:news.example,2025:d1</guid>', "", ["guids: item 2 has no guid"]),
    (
        '<guid isPermaLink="false">tag:news.example,2025:d1',
        "<guid>tag:news.example,2025:d1",
        ["guids: item 2 guid should say isPermaLink=false"],
    ),
    (
        "tag:news.example,2025:d1",
        "tag:news.example,2025:d2",
        ["guids: two items have one: tag:news.example,2025:d2"],
    ),
    ("tag:news.example,2025:d1", "1234", ["guids: item 2 guid is hardly unique in the world: 1234"]),
    (
        "<dc:creator>The editors</dc:creator>",
        "<author>The editors</author>",
        ["authors: item 1 author is no e-mail address: The editors"],
    ),
    (
        "<dc:creator>",
        "<author>desk@news.example (The desk)</author><dc:creator>",
        ["authors: item 1 has both author and dc:creator"],
    ),
    ("<dc:creator>The editors", "<dc:creator>", ["authors: item 1 dc:creator is empty"]),
    (
        "<description>Shorter</description>\n      " + FIRST_CONTENT,
        FIRST_CONTENT + "<description>Shorter</description>",
        ["descriptions: item 2 has description after content:encoded"],
    ),
    (
        FIRST_CONTENT,
        "",
        ["descriptions: item 2 has no content:encoded"],
    ),
    (
        'href="https://other.example/?a=1&amp;amp;b=2"',
        'href="/there/"',
        ["html: item 1 content:encoded: <a href> is no absolute address: /there/"],
    ),
    (
        'href="https://other.example/?a=1&amp;amp;b=2"',
        'href="#note"',
        ["html: item 1 content:encoded: <a href> is no absolute address: #note"],
    ),
    (
        'src="https://news.example/a.png"',
        'src="//news.example/a.png"',
        ["html: item 1 content:encoded: <img src> is no absolute address: //news.example/a.png"],
    ),
    (
        "https://news.example/b.png 2x",
        "b.png 2x",
        ["html: item 1 content:encoded: <img srcset> is no absolute address: b.png"],
    ),
    (
        "&lt;ul&gt;",
        '&lt;ul onclick="x" style="position:fixed"&gt;',
        [
            "html: item 2 content:encoded: <ul onclick> is not safe in a feed",
            "html: item 2 content:encoded: <ul style> is not safe in a feed",
        ],
    ),
    (
        "&lt;li&gt;One&lt;/li&gt;",
        "&lt;script&gt;x&lt;/script&gt;",
        ["html: item 2 content:encoded: <script> is not safe in a feed"],
    ),
    (
        "One&lt;/li&gt;",
        "One",
        [
            "html: item 2 content:encoded: </ul> closes nothing",
            "html: item 2 content:encoded: <ul> is not closed",
        ],
    ),
    ("Shorter", "&lt;b&gt;Shorter", ["html: item 2 description: <b> is not closed"]),
    ("First story", "First &#x3C;b>story&#x3C;/b>", ["texts: item 2 title has markup: </b>"]),
    ("First story", "First &#x26;amp; last story", ["texts: item 2 title has markup: &amp;"]),
    ("Digests of", "&#x3C;i>Digests&#x3C;/i> of", ["texts: description has markup: </i>"]),
    (">Technology<", "> <", ["texts: item 1 category is empty"]),
    ("<ttl>60", "<ttl>an hour", ["numbers: ttl is no positive number: an hour"]),
    ("<ttl>60", "<ttl>0", ["numbers: ttl is no positive number: 0"]),
    (
        "News &#x26; Notes</title>\n",
        "News &amp; Notes</title>\n",
        ["spelling: channel title should spell & and < as &#x26; and &#x3C;"],
    ),
    (
        "Technology",
        "<![CDATA[A & B]]>",
        ["spelling: channel item category should spell & and < as &#x26; and &#x3C;"],
    ),
    (
        "The editors",
        "A &lt; B",
        ["spelling: channel item dc:creator should spell & and < as &#x26; and &#x3C;"],
    ),
    (' rel="hub"', ' rel="next"', ["links: atom:link has no known rel: next"]),
    (
        '"https://hub.example/"',
        '"http://hub.example/"',
        ["hubs: atom:link is no https address: http://hub.example/"],
    ),
    ("<width>144</width>", "<width>145</width>", ["image: image width is more than 144"]),
    (
        '<enclosure url="https://news.example/a.png" length="1234"',
        '<enclosure url="https://news.example/a.png" length="0"',
        [
            "enclosures: item 1 enclosure has no length: 0",
            f"enclosures: item 1 has the enclosures {[(PICTURE, '0', 'image/png')]} and the media {[(PICTURE, '1234', 'image/png')]}",
        ],
    ),
    ("First story", "First story" + " " * 524288, ["size: 526667 bytes, more than 524288"]),
    ("Digests", "A &#38; B", ["spelling: channel description should spell & and < as &#x26; and &#x3C;"]),
]


def test_a_good_feed_has_no_problems():
    assert problems_of(GOOD.encode(), address=ADDRESS) == []


@pytest.mark.parametrize(("good", "bad", "problems"), FAULTS, ids=[f"{line}" for line, _ in enumerate(FAULTS)])
def test_one_fault_is_one_problem(good, bad, problems):
    assert GOOD.count(good) == 1
    assert problems_of(GOOD.replace(good, bad).encode(), address=ADDRESS) == problems


def test_more_entries_than_asked_for_are_a_problem():
    assert problems_of(GOOD.encode(), address=ADDRESS, most=1) == ["newest: 2 items, more than 1"]


def test_what_is_no_feed_is_a_problem():
    assert problems_of(b"<html/>", address=ADDRESS) == ["xml: neither RSS nor Atom but html"]


def test_every_rule_is_seen_to_fail():
    seen = {problem.partition(":")[0] for _, _, problems in FAULTS for problem in problems}
    assert seen == {name for name, _ in (*EVERY_FEED, *RSS_RULES, *RSS_MEDIA_RULES)} | {"xml"}
