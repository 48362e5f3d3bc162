"""The dates of a file together, as page and feeds both have them."""

import datetime as dt
from zoneinfo import ZoneInfo

import pytest

from puntina.core.digest.timestamps import published, updated
from tests.core.digest.samples import digest, problems

HANOI = ZoneInfo("Asia/Ho_Chi_Minh")
FAULT = "5:11: FM-MODIFIED warning: modified is before the date of publication, 2025-09-02 07:30"
HINT = "write the date of the correction; until then readers see only the date of publication"


def header(date, modified=""):
    return f"id: d7k2m9qfx4c\ntitle: T\ndate: {date}" + (f"\nmodified: {modified}" if modified else "")


@pytest.mark.parametrize("written", ["2025-09-02 07:29", "2025-09-02 00:00", "2025-09-01", "2025-09-02 07:29:59"])
def test_a_modified_before_the_date_is_told_and_readers_see_none(written):
    file = header("2025-09-02 07:30", written)
    assert problems(header=file) == [f"{FAULT} — {HINT}"]
    assert digest(header=file).meta.modified is None


@pytest.mark.parametrize("date", ["2025-09-02 07:30", "2025-09-02 07:30:00", "2025-09-02 07:30:17", "2025-09-02 00:00"])
def test_the_day_of_publication_alone_is_the_time_of_publication_on_the_page_as_in_feeds(date):
    file = header(date, "2025-09-02")
    meta = digest(header=file).meta
    assert problems(header=file) == []
    assert meta.modified == meta.date
    assert updated(meta) == published(meta)


@pytest.mark.parametrize(
    ("written", "exact"),
    [("2025-09-02 07:30", ()), ("2025-09-02 07:30:00", ("date",)), ("2025-09-02 07:30:17+07:00", ("date",))],
)
def test_seconds_that_were_written_are_known_even_where_they_are_none(written, exact):
    assert digest(header=header(written)).meta.exact == exact


def test_what_was_modified_later_stays_as_it_was_written():
    meta = digest(header=header("2025-09-02 07:30", "2025-09-03 09:00:00")).meta
    assert (meta.modified, meta.exact) == (dt.datetime(2025, 9, 3, 9, 0, tzinfo=HANOI), ("modified",))
