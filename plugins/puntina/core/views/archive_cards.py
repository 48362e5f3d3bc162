"""The frozen values of archives: years and months with their digests, or with the numbers of these."""

from dataclasses import dataclass
from datetime import date

from puntina.core.views.cards import Card


@dataclass(frozen=True, slots=True)
class ArchiveMonth:
    """A month's digests, newest first; `month` is its first day."""

    month: date
    url: str  # its own page, else its place on that of its year
    cards: tuple[Card, ...]


@dataclass(frozen=True, slots=True)
class ArchiveYear:
    """A year's digests by month, newest first."""

    year: int
    count: int
    months: tuple[ArchiveMonth, ...]


@dataclass(frozen=True, slots=True)
class CountedMonth:
    """A month with the number of its digests; `month` is its first day."""

    month: date
    url: str
    count: int


@dataclass(frozen=True, slots=True)
class CountedYear:
    """A year of the archive, with the number of its digests and of those of each month, newest first."""

    year: int
    url: str
    count: int
    months: tuple[CountedMonth, ...]
