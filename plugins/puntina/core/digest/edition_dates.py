"""Days and ISO weeks: the editions a digest belongs to, and their names in URLs."""

import datetime as dt
from zoneinfo import ZoneInfo

from puntina.core.digest.model import Digest

DAY, WEEK = "day", "week"
ONE = dt.timedelta(days=1)


def day_of(digest: Digest, zone: ZoneInfo) -> dt.date:
    """The day in whose edition the digest stands."""
    meta = digest.meta
    assert meta.date  # noqa: S101 - no digest is without one, for the type checker
    if meta.edition:
        return meta.edition
    return meta.date.date() if meta.date.tzinfo is zone else meta.date.astimezone(zone).date()


def monday_of(day: dt.date) -> dt.date:
    """The first day of its ISO week."""
    return day - day.weekday() * ONE


def last_of(kind: str, first: dt.date) -> dt.date:
    """The last day of the edition that begins on the day: the same day, or the week's Sunday."""
    return first if kind == DAY else first + 6 * ONE


def name_of(kind: str, first: dt.date) -> str:
    """What the edition that begins on the day is called in addresses: 2025-09-02, 2025-w36."""
    year, week, _ = first.isocalendar()
    return first.isoformat() if kind == DAY else f"{year}-w{week:02}"
