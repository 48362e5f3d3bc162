import datetime as dt
from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from puntina.core.digest.model import FrontMatter
from puntina.core.digest.timestamps import published, updated

ZONE = dt.timezone(dt.timedelta(hours=7))
MINUTE = dt.datetime(2025, 9, 2, 7, 30, tzinfo=ZONE)
META = FrontMatter("Titolo", MINUTE, "it", "a", "2025/a", id="d7k2m9qfx4c")


@given(st.text(min_size=1, max_size=20))
def test_the_seconds_of_a_minute_follow_from_the_id_alone(name):
    meta = replace(META, id=name)
    found = published(meta)
    assert found.replace(second=0) == MINUTE
    assert published(replace(meta, title="Altro", slug="b", guid="x", tags=("chip",))) == found


def test_a_hundred_ids_are_spread_over_the_minute():
    found = {published(replace(META, id=f"n{number:010}")).second for number in range(100)}
    assert len(found) > 40


def test_seconds_that_an_editor_gives_are_kept():
    exact = MINUTE.replace(second=17)
    assert published(replace(META, date=exact)) == exact


def test_a_full_minute_that_was_written_with_its_seconds_is_one():
    assert published(replace(META, exact=("date",))) == MINUTE
    later = replace(META, modified=MINUTE + dt.timedelta(hours=1), exact=("modified",))
    assert updated(later) == MINUTE + dt.timedelta(hours=1)


def test_what_was_not_modified_was_updated_when_it_was_published():
    assert updated(META) == published(META)


def test_what_was_modified_was_updated_then_with_the_same_seconds_and_never_before_it_was_published():
    later = replace(META, modified=MINUTE + dt.timedelta(hours=1))
    assert updated(later) == published(META) + dt.timedelta(hours=1)
    assert updated(replace(META, modified=MINUTE)) == published(META)
    assert updated(replace(META, modified=MINUTE - dt.timedelta(days=1))) == published(META)
