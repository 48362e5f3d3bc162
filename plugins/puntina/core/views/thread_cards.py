"""The frozen values of a thread's page."""

from dataclasses import dataclass
from datetime import datetime

from puntina.core.views.cards import FeedLink


@dataclass(frozen=True, slots=True)
class ThreadEntry:
    """A digest on the page of its thread; `mark` is "", "retracted", "draft" or "scheduled"."""

    title: str
    url: str
    date: datetime
    summary: str  # or, where it has none, how it begins
    mark: str
    pinned: bool  # whether that is a summary


@dataclass(frozen=True, slots=True)
class ThreadPage:
    """A thread whole, oldest first."""

    title: str
    entries: tuple[ThreadEntry, ...]
    feeds: tuple[FeedLink, ...]  # its own
