"""Validates the URLs of lists together: two lists, or two months, must not have the same path."""

import datetime as dt
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Any

from puntina.core.digest.message import Message, message
from puntina.core.routes.address import Addresses
from puntina.core.routes.table import ROUTES

Values = Mapping[str, Any]
Fault = tuple[str, Message, Message]  # the setting, what is wrong, what to do
LISTS = tuple([route.setting for route in ROUTES.lists if "slug" in route.fields])
BY_CONTENT = frozenset({"CATEGORY_URL", "TAG_URL", "AUTHOR_URL"})
MONTH, YEAR = "MONTH_ARCHIVE_URL", "YEAR_ARCHIVE_URL"
_SEPTEMBER, _OCTOBER = (dt.datetime(2025, month, 2, tzinfo=dt.UTC) for month in (9, 10))


def _lists(values: Values, folder: Path) -> Iterator[Fault]:
    """Lists in the place of others; those that only Pelican's own themes may have so are looked at by content."""
    lists = [
        route for route in ROUTES.plus(values["HOOKS"].routes).lists if "slug" in route.fields and values[route.setting]
    ]
    for at, route in enumerate(lists):
        own, its = route.setting, values[route.setting]
        for name in (other.setting for other in lists[:at] if route.setting not in BY_CONTENT):
            if _place(own, its, slug="a") == _place(name, values[name], slug="a"):
                text = message('{own} is "{its}", which is already the path of {name}', own=own, its=its, name=name)
                yield own, text, message("give it another URL")


def _months(values: Values, folder: Path) -> Iterator[Fault]:
    pattern = values[MONTH]
    if not pattern:
        return
    september, october = (_place(MONTH, pattern, date=date) for date in (_SEPTEMBER, _OCTOBER))
    if september == october:
        yield (
            MONTH,
            message('{month} is "{pattern}", which lacks {{date:%m}}', month=MONTH, pattern=pattern),
            message('write "{{date:%Y}}/{{date:%m}}/"'),
        )
    elif values[YEAR] and september == _place(YEAR, values[YEAR], date=_SEPTEMBER):
        yield (
            MONTH,
            message(
                '{month} is "{pattern}", which is already the path of {year}', month=MONTH, pattern=pattern, year=YEAR
            ),
            message("give it another URL"),
        )


def _place(name: str, pattern: str, **values: Any) -> str:
    return Addresses(((name, pattern),)).at(name, **values).save_as.casefold()


LISTS_TOGETHER: tuple[tuple[tuple[str, ...], Callable[[Values, Path], Iterator[Fault]]], ...] = (
    (LISTS, _lists),
    ((MONTH, YEAR), _months),
)
