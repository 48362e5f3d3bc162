from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from puntina.feeds import newest
from tests.feeds.samples import BARE, CHIPS, EMPTY, NEWS, feed_of


def test_the_newest_come_first_and_those_of_one_instant_as_given():
    old = replace(BARE, id="old", published=BARE.published - timedelta(days=1))
    same = replace(CHIPS, id="same", published=CHIPS.published.astimezone(UTC))
    assert newest([old, CHIPS, same, BARE]) == (CHIPS, same, BARE, old)
    assert newest([same, CHIPS]) == (same, CHIPS)


def test_no_more_than_fifty_are_taken_unless_said_otherwise():
    many = [replace(BARE, id=str(day), published=BARE.published + timedelta(days=day)) for day in range(60)]
    assert newest(many) == tuple(reversed(many[10:]))
    assert newest(many, limit=2) == (many[59], many[58])


def test_a_feed_is_dated_by_its_entries_with_their_own_offsets():
    assert (NEWS.published.isoformat(), NEWS.updated.isoformat()) == (
        "2025-09-02T07:30:00+02:00",
        "2025-09-03T09:00:00+02:00",
    )
    revised = replace(BARE, updated=datetime(2025, 9, 4, tzinfo=UTC))
    assert feed_of(CHIPS, revised).updated.isoformat() == "2025-09-04T00:00:00+00:00"


def test_an_empty_feed_is_dated_by_its_epoch():
    assert (EMPTY.published, EMPTY.updated) == (EMPTY.epoch, EMPTY.epoch)


@pytest.mark.parametrize("name", ["published", "updated"])
def test_an_entry_needs_dates_with_an_offset(name):
    with pytest.raises(ValueError, match=f"^{name} of entry tag:news.example,2025:d2 has no offset from UTC"):
        replace(BARE, **{name: datetime(2025, 9, 1, 7, 30)})  # noqa: DTZ001 - the fault itself


def test_a_feed_needs_an_epoch_with_an_offset():
    with pytest.raises(ValueError, match=r"^epoch of feed https://news\.example/ has no offset from UTC"):
        replace(NEWS, epoch=datetime(2025, 1, 1))  # noqa: DTZ001 - the fault itself
