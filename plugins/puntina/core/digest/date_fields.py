"""Readers of dates: a YAML node to a datetime or date in the publication's time zone, or a problem at its position."""

import re
from datetime import date, datetime, timedelta, timezone
from zoneinfo import ZoneInfo

from yaml.nodes import Node, ScalarNode

from puntina.core.digest.date_faults import fault_of_date
from puntina.core.digest.date_forms import YEARS
from puntina.core.digest.fields import ReadContext, plain, text

# A fraction of a second, which programs write, is left out.
_DATE = re.compile(
    r"(\d{4})-(\d\d)-(\d\d)(?:[Tt ](\d\d):(\d\d)(?::(\d\d)(?:[.,]\d+)?)?\s*([Zz]|[+-]\d\d(?::?\d\d)?)?)?"
)


def moment(node: Node, context: ReadContext, *, name: str = "") -> datetime | None:
    """The instant in the publication's time zone, whatever offset it was written with; a day alone begins at midnight.

    Every date of a digest is read here, so every date that readers see is in that zone.
    """
    if instant := as_written(node):
        zone = context.rules.timezone
        return in_zone(instant, zone) if instant.tzinfo else instant.replace(tzinfo=zone)
    if value := text(node, context, name=name):
        context.report(node, "FM-DATE", *fault_of_date(value, context.rules.languages, context.rules.timezone))
    return None


def as_written(node: Node) -> datetime | None:
    """The moment with the offset that was written, with none where there was none; None for anything else."""
    match = _DATE.fullmatch(plain(node)) if isinstance(node, ScalarNode) else None
    if not match or int(match[1]) not in YEARS:
        return None
    try:
        time = f"T{match[4]}:{match[5]}:{match[6] or '00'}{(match[7] or '').upper()}" if match[4] else ""
        return datetime.fromisoformat(f"{match[1]}-{match[2]}-{match[3]}{time}")
    except ValueError:
        return None  # a day or an hour that no calendar has


def in_zone(instant: datetime, zone: ZoneInfo) -> datetime:
    """The same instant, in the offset that the zone has then.

    The offset is fixed, since Python compares two moments of one zone by their clocks alone, which is wrong in the hour
    that a zone has twice.
    """
    return instant.astimezone(timezone(zone.utcoffset(instant.astimezone(zone)) or timedelta()))


def is_exact(node: Node) -> bool:
    """Whether a moment was written to the second; :00 is one too."""
    match = _DATE.fullmatch(plain(node)) if isinstance(node, ScalarNode) else None
    return match is not None and match[6] is not None


def plain_day(node: Node) -> date | None:
    """The day of a moment that was written as a day alone, else None."""
    match = _DATE.fullmatch(plain(node)) if isinstance(node, ScalarNode) else None
    return date.fromisoformat(match[0]) if match and match[4] is None else None


def day(node: Node, context: ReadContext, *, name: str = "") -> date | None:
    """The day alone."""
    if instant := as_written(node):
        return (in_zone(instant, context.rules.timezone) if instant.tzinfo else instant).date()
    if value := text(node, context, name=name):
        languages, zone = context.rules.languages, context.rules.timezone
        context.report(node, "FM-DATE", *fault_of_date(value, languages, zone, day_only=True))
    return None
