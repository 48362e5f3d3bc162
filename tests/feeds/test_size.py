import json
from dataclasses import replace
from datetime import timedelta

import pytest
from lxml import etree

from puntina.feeds import atom, json_feed, rss
from puntina.feeds.formats import MOST_BYTES
from tests.feeds.samples import CHIPS, NEWS

EVERY = pytest.mark.parametrize("print_feed", [rss, atom, json_feed])


def ids(document):
    if document.startswith(b"{"):
        return [item["id"] for item in json.loads(document)["items"]]
    return [node.text for node in etree.fromstring(document).iter("guid", "{http://www.w3.org/2005/Atom}id")]


@EVERY
def test_a_feed_holds_the_newest_entries_that_fit_and_is_dated_by_those(print_feed):
    day = timedelta(days=1)
    many = [
        replace(
            CHIPS,
            id=f"tag:news.example,2025:d{n}",
            content="x" * 60_000,
            published=CHIPS.published - n * day,
            updated=CHIPS.updated + n * day,
        )
        for n in range(12)
    ]
    document = print_feed(replace(NEWS, entries=tuple(many)))
    shown = [name for name in ids(document) if name.startswith("tag:")]
    assert shown == [each.id for each in many[:8]]
    assert len(document) <= MOST_BYTES
    assert print_feed(replace(NEWS, entries=tuple(many[:8]))) == document


@EVERY
def test_entries_of_any_size_leave_a_feed_whole(print_feed):
    huge = replace(CHIPS, content="&" * MOST_BYTES)
    assert CHIPS.id not in ids(print_feed(replace(NEWS, entries=(huge,))))
    other = replace(CHIPS, id="tag:news.example,2025:d3")
    assert print_feed(replace(NEWS, entries=(huge, other))) == print_feed(replace(NEWS, entries=(other,)))
