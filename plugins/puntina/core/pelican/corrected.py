"""What readers are told was wrong: corrections and retractions, by article."""

from collections.abc import Mapping
from itertools import chain
from typing import Any

from puntina.core.digest import Change, Update
from puntina.core.digest.states import PREVIEWED


def corrected(settings: Mapping[str, Any]) -> list[Any]:
    """The articles that have such notes: first those of lists, newest first, then those that are in none."""
    every = chain(settings["LISTED"], settings.get("UNLISTED", ()))
    return [article for article in every if notes_of(article)]


def notes_of(article: Any) -> tuple[Update, ...]:
    """The notes, newest first; what previews alone show is nobody's correction.

    Who has read a digest hears that it was taken back even where it has expired or was hidden since.
    """
    updates = article.digest.meta.updates
    if not updates or article.mark in PREVIEWED:
        return ()
    told = {Change.RETRACTION} if article.status == "hidden" else {Change.CORRECTION, Change.RETRACTION}
    return tuple([note for note in updates if note.kind in told])
