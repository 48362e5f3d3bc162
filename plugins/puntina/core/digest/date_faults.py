"""Problems of invalid dates, with the same date in the correct form where it can be recognised."""

import calendar
import datetime as dt
import re
from zoneinfo import ZoneInfo

from puntina.core.digest.date_forms import YEARS, forms_of, time_in
from puntina.core.digest.message import Message, message

# The right form, but perhaps of a day, an hour or an offset that there is not.
_FORM = re.compile(r"([0-9]{4})-([0-9]{2})-([0-9]{2})(?:[Tt ]([0-9]{2}):([0-9]{2})[0-9:.,]*\s*(?:[Zz]|[+-][0-9:]+)?)?")
_SHORT_OFFSET = re.compile(r":\d\d\s*[+-](?:0?\d|1[0-4])$")
_MONTH = re.compile(r"[0-9]{4}-[0-9]{2}")
_ZONE_NAME = re.compile(
    r":\d\d\s*[\[(]?(?!(?:[AaPp]\.?[Mm]|UTC|GMT|Z)\b)(?P<zone>[A-Z]{2,5}|[A-Z][A-Za-z]+(?:/[\w-]+)+)[\])]?$"
)
# Zones by the names that people write and that no table of zones has, as one name is often that of several.
_OFFSETS = {"CEST": "+02:00", "EEST": "+03:00", "WEST": "+01:00", "BST": "+01:00", "ICT": "+07:00", "EDT": "-04:00"}
_NEVER = frozenset({"never", "none", "no", "n/a", "mai", "nie", "không", "không bao giờ", "أبدا", "أبدًا"})
EXAMPLE, DAY_EXAMPLE = "2025-09-02 07:30", "2025-09-02"


def fault_of_date(
    value: str, languages: tuple[str, ...], zone: ZoneInfo, *, day_only: bool = False
) -> tuple[Message, Message]:
    """What is wrong with the value of a date, and what to write."""
    text = message('"{value}" is not a valid date', value=value if len(value) <= 60 else f"{value[:57]}…")
    if value.casefold() in _NEVER:
        return text, message("delete the line if no date is meant")
    found = forms_of(value, languages, zone, day_only=day_only)
    if (match := _FORM.fullmatch(value)) and not (found and _SHORT_OFFSET.search(value)):
        return text, _impossible(match)
    if len(found) > 1:
        return text, message(
            "day or month first? write {first} or {second}, whichever is meant", first=found[0], second=found[1]
        )
    if found and (zone_name := _ZONE_NAME.search(value)):
        name = zone_name["zone"]
        if offset := _offset_of(name, found[0]):
            return text, message("write {date}", date=found[0] + offset)
        return text, message("write {date} and the offset of {zone}: +hh:mm", date=found[0], zone=name)
    if found:
        return text, message("write {date}", date=found[0])
    if _MONTH.fullmatch(value):
        return text, message("add the day, such as {example}", example=f"{value}-01")
    time, rest = time_in(value)
    if time and not rest.strip():
        return text, message("put the day before the time: {example} {time}", example=DAY_EXAMPLE, time=time)
    return text, message("write it as {example}", example=DAY_EXAMPLE if day_only else EXAMPLE)


def _offset_of(zone: str, date: str) -> str:
    """The offset of the zone at that date, as +02:00; "" for a zone that is not known."""
    try:
        moment = dt.datetime.fromisoformat(date).replace(tzinfo=ZoneInfo(zone))
    except (KeyError, ValueError, OSError):  # no such zone, or the folder of several
        return _OFFSETS.get(zone, "")
    return moment.isoformat(timespec="minutes")[-6:]


def _impossible(match: re.Match[str]) -> Message:
    """What to do with a date of the right form that no calendar has."""
    year, month, day = (int(number) for number in match.groups()[:3])
    if year not in YEARS:
        return message("write a year from {first} to {last}", first=YEARS[0], last=YEARS[-1])
    if not 1 <= month <= 12:
        swapped = 1 <= day <= 12 and month <= calendar.monthrange(year, day)[1]
        if swapped:
            return message("did you mean {date}?", date=f"{year}-{day:02}-{month:02}{match[0][10:]}")
        return message("write a month from 01 to 12")
    last = calendar.monthrange(year, month)[1]
    if not 1 <= day <= last:
        return message("{month} has {last} days: write one of them", month=match[0][:7], last=last)
    if match[4] and not (int(match[4]) < 24 and int(match[5]) < 60):
        return message("write a time from 00:00 to 23:59")
    return message("write seconds from 00 to 59, and an offset such as +07:00 or Z, or neither")
