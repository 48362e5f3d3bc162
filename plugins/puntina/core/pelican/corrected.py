"""What readers are told was wrong: corrections and retractions, by article."""

from puntina.core.digest import Change, Update
from puntina.core.digest.states import PREVIEWED
from puntina.core.pelican.articles import DigestArticle
from puntina.core.pelican.build import Build


def corrected(build: Build) -> list[DigestArticle]:
    """The articles that have such notes: first those of lists, newest first, then those that are in none."""
    return [article for article in (*build.run.listed, *build.run.unlisted) if notes_of(article)]


def notes_of(article: DigestArticle) -> tuple[Update, ...]:
    """The notes, newest first; what previews alone show is nobody's correction.

    Who has read a digest hears that it was taken back even where it has expired or was hidden since.
    """
    updates = article.digest.meta.updates
    if not updates or article.mark in PREVIEWED:
        return ()
    told = {Change.RETRACTION} if article.status == "hidden" else {Change.CORRECTION, Change.RETRACTION}
    return tuple([note for note in updates if note.kind in told])
