"""The dated notes on a digest as HTML that reads well without our theme."""

from datetime import datetime
from typing import Protocol

from babel.support import Translations
from markupsafe import Markup

from puntina.core.digest import Change, FrontMatter, Update
from puntina.core.locales import N_, longdatetime
from puntina.core.locales.headline import RETRACTED_TITLE

TITLES = {Change.CORRECTION: N_("Corrected: %(title)s"), Change.RETRACTION: RETRACTED_TITLE}  # of news about a digest
MESSAGES: dict[str, str] = {
    Change.UPDATE: N_("Update of %(date)s"),
    Change.CORRECTION: N_("Correction of %(date)s"),
    Change.RETRACTION: N_("Retracted on %(date)s"),
}


class Note(Protocol):
    """A dated note, as front matter has it or as pages show it."""

    @property
    def date(self) -> datetime:
        """When it was made."""

    @property
    def kind(self) -> str:
        """What it is: a Change."""

    @property
    def text(self) -> str:
        """What readers are told."""


def notes_html(meta: FrontMatter, strings: Translations) -> Markup:
    """The notes, each a paragraph: first that by which it was taken back, then the newest."""
    return Markup("").join([note_html(note, meta.lang, strings) for note in _in_order(meta)])


def notes_within(meta: FrontMatter, strings: Translations, room: int) -> tuple[Markup, bool]:
    """As many of them, in that order, as there are bytes for, and whether these are all; the first is always there."""
    lines = [note_html(note, meta.lang, strings) for note in _in_order(meta)]
    kept = lines[:1]
    for line in lines[1:]:
        if sum(len(each.encode()) for each in (*kept, line)) > room:
            return Markup("").join(kept), False
        kept.append(line)
    return Markup("").join(kept), True


def _in_order(meta: FrontMatter) -> list[Update]:
    return sorted(meta.updates, key=lambda note: note.kind is not Change.RETRACTION)


def note_html(note: Note, lang: str, strings: Translations) -> Markup:
    """The note as a paragraph, with what it is and when it was made."""
    return Markup('<p><strong>{}:</strong> <span dir="auto">{}</span></p>\n').format(
        note_label(note, lang, strings), note.text
    )


def note_label(note: Note, lang: str, strings: Translations) -> str:
    """What the note is and when it was made: Correction of 3 September 2025, 09:00."""
    return str(strings.gettext(MESSAGES[note.kind])) % {"date": longdatetime(note.date, lang)}
