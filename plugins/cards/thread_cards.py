"""The frozen values of a thread's page."""

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True)
class ThreadEntry:
    """A digest on the page of its thread; `mark` is "", "draft" or "held"."""

    title: str
    url: str
    date: datetime
    summary: str
    mark: str


@dataclass(frozen=True, slots=True)
class ThreadPage:
    """A thread whole, oldest first."""

    title: str
    entries: tuple[ThreadEntry, ...]
