import json
from copy import deepcopy

import pytest

from tests.feeds.json_rules import json_problems
from tests.feeds.rules import problems_of

ADDRESS = "https://news.example/feed.json"
GOOD = {
    "version": "https://jsonfeed.org/version/1.1",
    "title": "News",
    "home_page_url": "https://news.example/",
    "feed_url": ADDRESS,
    "description": "Digests",
    "language": "en",
    "hubs": [{"type": "WebSub", "url": "https://hub.example/"}],
    "_own": {"rights": "© 2025 News"},
    "items": [
        {
            "id": "tag:news.example,2025:d2",
            "url": "https://news.example/2025/09/second/",
            "title": "Second",
            "content_html": "<p>Two</p>",
            "date_published": "2025-09-02T07:30:00+02:00",
            "date_modified": "2025-09-03T07:30:00+02:00",
            "authors": [{"name": "The editors"}],
            "tags": ["chips"],
            "attachments": [
                {"url": "https://news.example/a.png", "mime_type": "image/png", "size_in_bytes": 1234},
            ],
        },
        {
            "id": "tag:news.example,2025:d1",
            "content_text": "One",
            "date_published": "2025-09-01T07:30:00Z",
            "date_modified": "2025-09-01T07:30:00Z",
        },
    ],
}
# The place that is changed, its new value (None takes it away), and all that is then wrong.
FAULTS = [
    (("version",), "https://jsonfeed.org/version/1", ["top: version is https://jsonfeed.org/version/1"]),
    (("title",), " ", ["top: no title"]),
    (("description",), None, ["top: no description"]),
    (("feed_url",), "https://news.example/", [f"top: feed_url should be {ADDRESS}, not https://news.example/"]),
    (("hubs",), [{"url": "https://hub.example/"}], ["top: a hub is {'url': 'https://hub.example/'}"]),
    (("language",), None, ["top: neither the feed nor each of its items says a language"]),
    (("language",), "xx", ["members: feed has no known language: xx"]),
    (("icon",), "icon.png", ["members: feed icon is no absolute address: icon.png"]),
    (("author",), {"name": "A"}, ["members: feed has author, unknown or of another type"]),
    (("_own",), "x", ["members: feed has _own, unknown or of another type"]),
    (("items", 0, "id"), "tag:news.example,2025:d1", ["items: two items have one id: tag:news.example,2025:d1"]),
    (("items", 0, "id"), 17, ["members: item 1 has id, unknown or of another type"]),
    (("items", 1, "id"), None, ["items: item 2 has no id"]),
    (("items", 0, "content_html"), None, ["items: item 1 has no content"]),
    (("items", 0, "content_html"), "<script></script>", ["items: item 1 <script> is not safe in a feed"]),
    (("items", 0, "content_html"), '<img src="/a.png">', ["items: item 1 <img src> is no absolute address: /a.png"]),
    (("items", 0, "title"), "<b>S</b>", ["items: item 1 title has markup: </b>"]),
    (("items", 0, "title"), "S\x85", ["members: item 1 title has U+0085"]),
    (("items", 0, "date_published"), "2025-09-02", ["items: item 1 has a date that is none"]),
    (("items", 0, "date_published"), "2025-09-03T08:30:00+02:00", ["items: item 1 is modified before it is published"]),
    (("items", 1, "date_modified"), "", ["items: item 2 has a date that is none", "members: item 2 has an empty date_modified"]),
    (("items", 0, "date_published"), "2025-08-02T07:30:00+02:00", ["items: items are not newest first"]),
    (("items", 0, "authors"), [{"name": ""}], ["members: item 1 has an author without a name"]),
    (("items", 0, "tags"), [" "], ["members: item 1 has an empty tag"]),
    (("items", 0, "attachments", 0, "size_in_bytes"), 0, ["items: item 1 has an attachment without a size"]),
]  # fmt: skip


def changed(place, value):
    """The good feed with another value at the place."""
    feed = deepcopy(GOOD)
    parent = feed
    for step in place[:-1]:
        parent = parent[step]
    if value is None:
        del parent[place[-1]]
    else:
        parent[place[-1]] = value
    return json.dumps(feed).encode()


def test_a_good_feed_has_no_problems():
    assert problems_of(json.dumps(GOOD).encode(), address=ADDRESS) == []


@pytest.mark.parametrize(("place", "value", "problems"), FAULTS, ids=[str(number) for number, _ in enumerate(FAULTS)])
def test_one_fault_is_one_problem(place, value, problems):
    assert json_problems(changed(place, value), address=ADDRESS) == problems


def test_more_items_than_asked_for_are_a_problem():
    assert json_problems(json.dumps(GOOD).encode(), address=ADDRESS, most=1) == ["items: 2 items, more than 1"]


def test_what_is_no_json_is_a_problem():
    assert json_problems(b"{", address=ADDRESS) == ["json: no JSON in UTF-8"]
    assert json_problems(b'{"title": "\xe8"}', address=ADDRESS) == ["json: no JSON in UTF-8"]
