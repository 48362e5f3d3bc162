"""Patterns of the URLs that digests had on an older site, and what is wrong with those patterns."""

import datetime as dt
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

from puntina.core.digest.aliases import fault_of_alias
from puntina.core.digest.date_forms import YEARS
from puntina.core.digest.message import Message, message
from puntina.core.routes.address import TRIAL, Address, Addresses, alias_place, fault_of_pattern
from puntina.core.routes.table import ROUTES

Values = Mapping[str, Any]
Fault = tuple[str, Message, Message]  # the setting, what is wrong, what to do
LIKE = "ARTICLE_URL"  # the pattern whose names these may use


@dataclass(frozen=True, slots=True)
class OldAddresses:
    """The patterns of an older site, and the instant after which no digest was published there; None for never."""

    patterns: Addresses
    until: dt.datetime | None = None

    def of(self, date: dt.datetime | None, prefix: str, values: Mapping[str, object]) -> Iterator[Address]:
        """The places that a digest of this date had, by each pattern."""
        if self.until is None or (date is not None and date < self.until):
            for name, _ in self.patterns.patterns:
                yield self.patterns.at(name, prefix, **values)


def old_addresses(patterns: list[str] | tuple[str, ...], until: dt.datetime | None) -> OldAddresses:
    """The value of these settings."""
    return OldAddresses(Addresses(tuple((str(number), pattern) for number, pattern in enumerate(patterns))), until)


def _patterns(values: Values, folder: Path) -> Iterator[Fault]:
    now = _place(values[LIKE])
    for number, pattern in enumerate(values["REDIRECTS"]):
        hint = message('write patterns such as ["{{slug}}/amp/"]')
        if fault := fault_of_pattern(ROUTES.at(LIKE), pattern) or fault_of_alias(pattern.format(**TRIAL)):
            yield "REDIRECTS", message('REDIRECTS has "{pattern}", which {fault}', pattern=pattern, fault=fault), hint
        elif _place(pattern) == now:
            yield (
                "REDIRECTS",
                message('REDIRECTS has "{pattern}", where {like} puts digests now', pattern=pattern, like=LIKE),
                message("delete it"),
            )
        elif pattern in values["REDIRECTS"][:number]:
            yield (
                "REDIRECTS",
                message('REDIRECTS has "{pattern}" twice', pattern=pattern),
                message("delete one of them"),
            )


def _place(pattern: str) -> str:
    return alias_place(pattern.format(**TRIAL)).save_as.casefold()


def _until(values: Values, folder: Path) -> Iterator[Fault]:
    if values["REDIRECTS_UNTIL"] and not moment(values["REDIRECTS_UNTIL"], ZoneInfo("UTC")):
        text = message('REDIRECTS_UNTIL is "{value}", which is not a valid date', value=values["REDIRECTS_UNTIL"])
        yield "REDIRECTS_UNTIL", text, message("write it as 2025-09-02 07:30")


def moment(value: str | None, zone: ZoneInfo) -> dt.datetime | None:
    """The instant that a setting names; one without an offset is in the zone. None where it names none."""
    try:
        found = dt.datetime.fromisoformat(value or "")
    except ValueError:
        return None
    if found.year not in YEARS:  # beyond which days can't be counted
        return None
    return found if found.tzinfo else found.replace(tzinfo=zone)


REDIRECTS_TOGETHER: tuple[tuple[tuple[str, ...], Callable[[Values, Path], Iterator[Fault]]], ...] = (
    (("REDIRECTS", LIKE), _patterns),
    (("REDIRECTS_UNTIL",), _until),
)
