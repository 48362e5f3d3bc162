"""Dates, numbers and names of languages, from the Unicode CLDR by Babel; a moment is shown in its offset."""

import datetime as dt
import re
from collections.abc import Callable
from copy import deepcopy
from functools import lru_cache, partial
from typing import Any

from babel import Locale, UnknownLocaleError, localedata
from babel.core import get_global
from babel.dates import format_date, format_skeleton, format_time, get_datetime_format
from babel.numbers import format_decimal

Day = dt.date | dt.datetime
# CLDR's plain English is American. A publication in several languages means English as the world writes it, with
# "2 September 2025"; the others are to be had by their own codes, such as en-US.
PLAIN_ENGLISH, WORLD_ENGLISH = "en", "en-001"
KEPT = 4096  # texts of each format: Babel takes 20 to 60 µs for one; most days, and all minutes, are on many pages
LANGUAGES = 64
_SHORT = re.compile(r"(?<![dML])(?:dd|M{3}|L{3})(?![dML])")


def locale_of(lang: str) -> Locale:
    """Babel's locale for a BCP 47 code, or for as much of it as CLDR has; ValueError for an unknown language."""
    return _locale(WORLD_ENGLISH if lang == PLAIN_ENGLISH else lang)


def is_language(lang: str) -> bool:
    """Whether dates and numbers can be written in the language of this code."""
    try:
        locale_of(lang)
    except ValueError:
        return False
    return True


def longdate(day: Day, lang: str) -> str:
    """2 September 2025."""
    return _longdate(_day(day), lang)


def longdatetime(moment: dt.datetime, lang: str) -> str:
    """2 September 2025, 7:30 am; of a day that was written without a time, which is read as midnight, the day alone."""
    return _longdatetime(moment.replace(second=0, microsecond=0, tzinfo=None), lang)


def daymonth(day: Day, lang: str) -> str:
    """2 September."""
    return _by_skeleton("MMMMd", _day(day), lang)


def span(first: dt.date, last: dt.date, lang: str) -> str:
    """1–7 September 2025; 29 September – 5 October 2025."""
    return _span(first, last, lang)


def month(day: Day, lang: str) -> str:
    """September 2025."""
    return _by_skeleton("yMMMM", _day(day), lang)


def monthname(day: Day, lang: str) -> str:
    """September, as it stands alone."""
    return _month_names(lang)[day.month]


@lru_cache(KEPT, typed=True)
def number(value: float, lang: str) -> str:
    """1,234.5."""
    return _plain(format_decimal(value, locale=locale_of(lang)))


@lru_cache(LANGUAGES)
def language_name(lang: str) -> str:
    """The language's name in itself, with the capital that it has in a list: Italiano, Tiếng Việt."""
    name = _locale(lang).get_display_name() or lang
    return name[:1].title() + name[1:]  # title case, as Georgian has capitals that no title begins with


@lru_cache(LANGUAGES)
def territory_locale(lang: str) -> str:
    """The language with the country where it is most at home, by Unicode CLDR: it_IT; as the code has it: pt_BR."""
    locale = _locale(lang)
    known = str(locale) if locale.script else locale.language
    country = locale.territory or get_global("likely_subtags").get(known, "").rpartition("_")[2]
    return f"{locale.language}_{country}" if country else locale.language


def direction(lang: str) -> str:
    """The direction of its script: "ltr" or "rtl"."""
    return locale_of(lang).text_direction


def filters(lang: str) -> dict[str, Callable[..., str]]:
    """The formats as Jinja filters of one language."""
    every = (longdate, longdatetime, daymonth, month, monthname, number)
    return {each.__name__: partial(each, lang=lang) for each in every}


def _day(day: Day) -> dt.date:
    """The day on which a moment is shown: that of its own offset."""
    return day.date() if isinstance(day, dt.datetime) else day


@lru_cache(KEPT)
def _longdate(day: dt.date, lang: str) -> str:
    return _plain(format_date(day, "long", locale_of(lang)))


@lru_cache(KEPT)
def _span(first: dt.date, last: dt.date, lang: str) -> str:
    # CLDR has intervals with short months alone, and says that a longer field takes the place of a shorter one
    # (https://www.unicode.org/reports/tr35/tr35-dates.html#Matching_Skeletons); days are as in long dates: 1, not 01.
    locale = locale_of(lang)
    differs = "y" if first.year != last.year else "M" if first.month != last.month else "d"
    patterns = locale.interval_formats.get("yMMMd", {}).get(differs)
    if not patterns:
        return f"{_longdate(first, lang)} – {_longdate(last, lang)}"
    days = zip(patterns, (first, last), strict=True)
    texts = [format_date(day, _SHORT.sub(_longer, pattern), locale) for pattern, day in days]
    return _plain("".join(texts)).replace("\N{THIN SPACE}", " ")


def _longer(field: re.Match[str]) -> str:
    return "d" if field[0] == "dd" else field[0][0] * 4


@lru_cache(KEPT)
def _longdatetime(minute: dt.datetime, lang: str) -> str:
    day = longdate(minute, lang)
    return day if minute.time() == dt.time() else _joined(lang).format(_time(minute.time(), lang), day)


@lru_cache(KEPT)
def _time(minute: dt.time, lang: str) -> str:
    return _plain(format_time(minute, "short", locale=locale_of(lang)))


@lru_cache(LANGUAGES)
def _joined(lang: str) -> str:
    """How a date and a time are put together: {1} and {0}."""
    return _plain(str(get_datetime_format("medium", locale_of(lang))).replace("'", ""))


@lru_cache(KEPT)
def _by_skeleton(skeleton: str, day: dt.date, lang: str) -> str:
    return _plain(format_skeleton(skeleton, day, locale=locale_of(lang)))


@lru_cache(LANGUAGES)
def _locale(lang: str) -> Locale:
    parts = lang.split("-")
    for end in range(len(parts), 0, -1):
        try:
            return Locale.parse("_".join(parts[:end]))
        except (UnknownLocaleError, ValueError):
            continue
    raise ValueError(f'no language is called "{lang}"')


@lru_cache(LANGUAGES)
def _month_names(lang: str) -> dict[int, str]:
    # Babel 2.18 keeps what an alias led to in data that languages share: asked for Chinese first, the pattern LLLL says
    # 九月 in Italian too (https://github.com/python-babel/babel/issues/1234). So the alias is followed in a copy.
    months: Any = localedata.load(str(locale_of(lang)))["months"]
    return dict(localedata.LocaleDataDict(deepcopy({"months": months}))["months"]["stand-alone"]["wide"])


def _plain(text: str) -> str:
    """CLDR's narrow no-break spaces as no-break spaces, which every font has."""
    return text.replace("\N{NARROW NO-BREAK SPACE}", "\N{NO-BREAK SPACE}")
