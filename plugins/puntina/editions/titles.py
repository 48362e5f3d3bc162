"""What editions are called, what stands at their end, and how their length is said, in their language."""

from babel.support import Translations

from puntina.core.digest.edition_dates import DAY
from puntina.core.digest.states import RETRACTED
from puntina.core.locales import N_, daymonth, longdate, number, span
from puntina.core.locales.headline import RETRACTED_TITLE
from puntina.core.views.summaries import DigestSummary
from puntina.editions.calendar import Edition
from puntina.editions.sections import Length

KINDS = {"day": N_("Daily edition"), "week": N_("Weekly edition")}
ALL = N_("Editions")
WEEK_OF = N_("Week %(week)s of %(year)s")
AND = N_(", ")
END_OF_DAY = N_("That’s all for %(day)s")
END_OF_WEEK = N_("That’s all for week %(week)s")


def kind_name(kind: str, strings: Translations) -> str:
    """What editions of the kind are called."""
    return str(strings.gettext(KINDS[kind]))


def title_of(edition: Edition, strings: Translations) -> str:
    """2 September 2025, or Week 36 of 2025: a week of the year that ISO 8601 gives it."""
    if edition.kind == DAY:
        return longdate(edition.first, edition.lang)
    year, week, _ = edition.first.isocalendar()
    return str(strings.gettext(WEEK_OF)) % {"week": week, "year": year}


def span_of(edition: Edition) -> str:
    """1–7 September 2025: a week's first and last day; "" for a day."""
    if edition.kind == DAY:
        return ""
    return span(edition.first, edition.last, edition.lang)


def end_of(edition: Edition, strings: Translations) -> str:
    """What tells readers that they have read all of it."""
    if edition.kind == DAY:
        return str(strings.gettext(END_OF_DAY)) % {"day": daymonth(edition.first, edition.lang)}
    return str(strings.gettext(END_OF_WEEK)) % {"week": edition.first.isocalendar().week}


def display_title(each: DigestSummary, strings: Translations) -> str:
    """The digest's title where there are no marks: it says itself of one that was retracted that it was."""
    return str(strings.gettext(RETRACTED_TITLE)) % {"title": each.title} if each.mark == RETRACTED else each.title


def length_text(length: Length, lang: str, strings: Translations) -> str:
    """12 digests, 1,204 words, 5 minutes."""
    forms = (
        (strings.ngettext("%(count)s word", "%(count)s words", length.words), length.words),
        (strings.ngettext("%(count)s minute", "%(count)s minutes", length.minutes), length.minutes),
    )
    said = [str(form) % {"count": number(count, lang)} for form, count in forms]
    return str(strings.gettext(AND)).join([digests_text(length.digests, lang, strings), *said])


def digests_text(count: int, lang: str, strings: Translations) -> str:
    """12 digests."""
    form = strings.ngettext("%(count)s digest", "%(count)s digests", count)
    return str(form) % {"count": number(count, lang)}
