"""The dated notes on a digest as pages show them."""

from dataclasses import dataclass
from datetime import datetime

from puntina.core.digest import Update


@dataclass(frozen=True, slots=True)
class UpdateView:
    """A dated note on a digest; `kind` is "update", "correction" or "retraction"."""

    date: datetime
    kind: str
    text: str
    points: tuple[int, ...]  # that it is about, counted from 1


def update_view(update: Update) -> UpdateView:
    """A note as the digest's page and the list of corrections show it."""
    return UpdateView(update.date, update.kind.value, update.text, update.points)
