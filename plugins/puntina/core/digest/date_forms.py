"""Recognises dates in forms that people and programs write, to suggest the correct form."""

import datetime as dt
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from zoneinfo import ZoneInfo

YEARS = range(1900, 2200)  # a date outside is a slip of the keyboard
# Languages whose months are known besides the publication's own: text is pasted from anywhere.
_LANGUAGES = ("en", "it", "vi", "de", "fr", "es", "pt", "nl", "pl", "sv", "ar")
_TIME = re.compile(
    r"(?<![\d/.-])(?P<hour>\d{1,2})(?:[:.h](?P<minute>\d\d))(?::(?P<second>\d\d)(?:[.,]\d+)?)?(?!\d|[/.-]\d)"
    r"\s*(?P<half>[ap]\.?m\b\.?)?\s*(?:\(?(?P<zone>(?:UTC|GMT)?[+−-]\d\d?(?::?\d\d)?|UTC|GMT|Z\b)\)?)?",
    re.IGNORECASE,
)
_YEAR_FIRST = re.compile(r"(\d{4})\s*[-/.年‐-―−\s]\s*(\d{1,2})\s*[-/.月‐-―−\s]\s*(\d{1,2})日?")
_YEAR_LAST = re.compile(r"(\d{1,2})\s*[-/.‐-―−\s]\s*(\d{1,2})\s*[-/.‐-―−\s]\s*(\d{4}|\d\d)")
_SHORT_YEAR_FIRST = re.compile(r"\d\d-\d\d-\d\d")
_DIGITS = re.compile(r"(\d{4})(\d\d)(\d\d)(?:[T_-]?(\d\d)(\d\d)(\d\d)?(Z)?)?")
_STAMP = re.compile(r"(\d{10})(?:\d{3})?")  # seconds or milliseconds since 1970
_WORDS = re.compile(r"[^\W_]+")
_ORDINAL = re.compile(r"(\d{1,2})(?:st|nd|rd|th|er|º|°|ª)?")


@dataclass(frozen=True, slots=True)
class Time:
    """A time of day, with the offset as it was written or ""."""

    hour: int
    minute: int
    second: int | None = None
    offset: str = ""

    def __str__(self) -> str:
        seconds = "" if self.second is None else f":{self.second:02}"
        return f"{self.hour:02}:{self.minute:02}{seconds}{self.offset}"


@lru_cache(maxsize=256)  # a folder that came from elsewhere has one form of date all over
def forms_of(value: str, languages: tuple[str, ...], zone: ZoneInfo, *, day_only: bool = False) -> tuple[str, ...]:
    """The dates that the text may mean, in the right form: none, one, or two where day and month can't be told apart.

    >>> forms_of("2 settembre 2025, ore 7:30", ("it",), ZoneInfo("UTC"))
    ('2025-09-02 07:30',)
    """
    value = _western(value)
    if (stamp := _STAMP.fullmatch(value)) and int(stamp[1][:4]) not in YEARS:
        moment = dt.datetime.fromtimestamp(int(stamp[1]), zone)
        return (moment.strftime("%Y-%m-%d" if day_only else "%Y-%m-%d %H:%M:%S"),)
    if digits := _DIGITS.fullmatch(value):
        time = Time(int(digits[4]), int(digits[5]), _number(digits[6]), digits[7] or "") if digits[4] else None
        days = [_day(digits[1], digits[2], digits[3])]
    else:
        time, rest = time_in(value)
        days = list(_days(rest, languages))
    shown = f" {time}" if time and not day_only else ""
    return tuple(dict.fromkeys(f"{day}{shown}" for day in days if day))


def time_in(value: str) -> tuple[Time | None, str]:
    """The time of day in the text (or None), and the text without it."""
    for found in _TIME.finditer(value):
        hour, minute = int(found["hour"]), int(found["minute"])
        half = (found["half"] or "").lower()
        if half and hour <= 12:
            hour = hour % 12 + 12 * half.startswith("p")
        if hour < 24 and minute < 60:
            time = Time(hour, minute, _number(found["second"]), _offset(found["zone"] or ""))
            return time, f"{value[: found.start()]} {value[found.end() :]}"
    return None, value


def _western(value: str) -> str:
    """The text with the digits 0 to 9 in place of those of other scripts."""
    return "".join(str(int(char)) if char.isdecimal() else char for char in value).strip()


def _number(digits: str | None) -> int | None:
    return int(digits) if digits else None


def _offset(zone: str) -> str:
    zone = zone.upper().removeprefix("UTC").removeprefix("GMT") or (zone and "Z")
    if zone in {"", "Z"}:
        return zone
    sign, digits = zone[0].replace("−", "-"), zone[1:].replace(":", "")
    hours, minutes = (digits, "00") if len(digits) < 3 else (digits[:-2], digits[-2:])
    return f"{sign}{hours:0>2}:{minutes}"


def _days(text: str, languages: tuple[str, ...]) -> Iterator[dt.date | None]:
    if found := _YEAR_FIRST.search(text):
        year, first, second = found.groups()
        yield _day(year, first, second) or _day(year, second, first)
    elif found := _YEAR_LAST.search(text):
        day, month, year = found.groups()
        full = year if len(year) == 4 else f"20{year}"
        if len(year) == len(day) == 2 and _SHORT_YEAR_FIRST.search(
            text
        ):  # 25-09-02 is as likely the short form of ours
            yield _day(f"20{day}", month, year)
            yield _day(full, month, day)
            return
        yield _day(full, month, day)
        yield _day(full, day, month)
    else:
        yield _worded(_WORDS.findall(text.casefold()), languages)


def _worded(words: list[str], languages: tuple[str, ...]) -> dt.date | None:
    """The day of a date whose month is a word: one number of four digits, one of two, and the month."""
    years = [word for word in words if word.isdecimal() and len(word) == 4]
    days = [found[1] for word in words if (found := _ORDINAL.fullmatch(word))]
    months = [str(month) for month in _months_in(words, languages)]
    if "tháng" in words and len(days) == 2:  # Vietnamese counts its months: 2 tháng 9
        after = words[words.index("tháng") + 1 :]
        months = after[:1] if after[:1] and after[0] in days else []
        days.remove(*months) if months else None
    return _day(years[0], months[0], days[0]) if len(years) == len(days) == len(months) == 1 else None


def _months_in(words: list[str], languages: tuple[str, ...]) -> Iterator[int]:
    table = _months(languages)
    for word in words:
        if len(word) > 2 and not word.isdecimal():
            found = {month for name, month in table if name == word} or {
                month for name, month in table if name.startswith(word)
            }
            if len(found) == 1:
                yield found.pop()


@lru_cache(maxsize=4)
def _months(languages: tuple[str, ...]) -> tuple[tuple[str, int], ...]:
    """Each name of a month in each language, with its number."""
    from babel.core import Locale, UnknownLocaleError  # here, as it is rarely asked for and takes a while to load

    names: dict[tuple[str, int], None] = {}
    for code in dict.fromkeys((*languages, *_LANGUAGES)):
        try:
            months = Locale.parse(code, sep="-").months
        except (UnknownLocaleError, ValueError):
            continue
        for forms in months.values():
            for width in ("wide", "abbreviated"):
                names |= {(name.casefold().rstrip("."), number): None for number, name in forms[width].items()}
    return tuple((name, number) for name, number in names if name.isalpha())


def _day(year: str, month: str, day: str) -> dt.date | None:
    try:
        found = dt.date(int(year), int(month), int(day))
    except ValueError:
        return None
    return found if found.year in YEARS else None
