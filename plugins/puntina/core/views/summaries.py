"""A digest as editions and letters show it."""

from dataclasses import dataclass

from puntina.core.views.updates import UpdateView


@dataclass(frozen=True, slots=True)
class DigestSummary:
    """A digest in an edition; `mark` is "" or "retracted", and then `summary` says why."""

    title: str
    url: str
    permalink: str  # absolute, for paper
    summary: str  # or, where it has none, how it begins
    pinned: bool  # whether that is a summary
    lang: str
    mark: str = ""
    corrections: tuple[UpdateView, ...] = ()  # newest first
