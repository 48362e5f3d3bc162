"""Dates, numbers and names of languages, from the Unicode CLDR by Babel."""

import datetime as dt
from collections.abc import Callable
from functools import cache, partial
from typing import Any

from babel import Locale
from babel.dates import format_date, format_datetime, format_skeleton
from babel.numbers import format_decimal

Day = dt.date | dt.datetime


@cache
def locale_of(lang: str) -> Locale:
    """Babel's locale for a BCP 47 code; babel.UnknownLocaleError for a language that CLDR does not know."""
    return Locale.parse(lang, sep="-")


def longdate(day: Day, lang: str) -> str:
    """2 September 2025."""
    return _plain(format_date(day, "long", locale_of(lang)))


def longdatetime(moment: dt.datetime, lang: str) -> str:
    """2 September 2025, 07:30, in the moment's own offset."""
    date, time = longdate(moment, lang), format_skeleton("Hm", moment, tzinfo=moment.tzinfo, locale=locale_of(lang))
    return f"{date}, {time}"


def daymonth(day: Day, lang: str) -> str:
    """2 September."""
    return _plain(format_skeleton("MMMMd", _noon(day), locale=locale_of(lang)))


def month(day: Day, lang: str) -> str:
    """September 2025."""
    return _plain(format_skeleton("yMMMM", _noon(day), locale=locale_of(lang)))


def monthname(day: Day, lang: str) -> str:
    """September, as it stands alone."""
    return _plain(format_datetime(_noon(day), "LLLL", locale=locale_of(lang)))


def number(value: float, lang: str) -> str:
    """1,234."""
    return format_decimal(value, locale=locale_of(lang))


def language_name(lang: str) -> str:
    """The language's name in itself, with the capital that it has in a list."""
    name = locale_of(lang).get_display_name(lang.replace("-", "_")) or lang
    return name[:1].upper() + name[1:]


def direction(lang: str) -> str:
    """The direction of its script: "ltr" or "rtl"."""
    return locale_of(lang).text_direction


def filters(lang: str) -> dict[str, Callable[..., Any]]:
    """The formats as Jinja filters of one language."""
    return {each.__name__: partial(each, lang=lang) for each in (longdate, longdatetime, daymonth, month, monthname, number)}


def _noon(day: Day) -> dt.datetime:
    """The calendar day without its offset, which skeletons would shift to UTC."""
    return dt.datetime(day.year, day.month, day.day, 12)  # noqa: DTZ001 - a day, not an instant


def _plain(text: str) -> str:
    """CLDR's narrow no-break spaces as no-break spaces, which every font has."""
    return text.replace("\N{NARROW NO-BREAK SPACE}", "\xa0")
