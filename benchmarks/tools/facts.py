"""What all sites have in common, so that their pages can be matched: names, terms, strings, dates."""

import datetime as dt
from pathlib import Path
from typing import Any

from babel.messages.pofile import read_po

from benchmarks.corpus import WORDS, Corpus, Term
from puntina.core.locales import language_name, territory_locale
from puntina.core.locales.formats import daymonth, longdate, month, monthname
from puntina.share import NETWORKS

NAME = "The Digest"
SITE_URL = "https://news.example"
PER_PAGE = 20
IN_FEED = 50

PROJECT = Path(__file__).parents[2]
CATALOGUES = (
    "themes/daily/locale/{}/LC_MESSAGES/daily.po",
    "plugins/puntina/core/locales/strings/{}/LC_MESSAGES/puntina.po",
)
# The theme's strings by short names; of one with a placeholder, the words around it.
STRINGS = {
    "skip": "Skip to content",
    "languages": "Languages",
    "sections": "Sections",
    "about": "About this publication",
    "archive": "Archive",
    "tags": "Tags",
    "summary": "Summary",
    "read_in": "Read this in: %(languages)s",
    "others": "Other digests",
    "newer": "Newer",
    "older": "Older",
    "page": "Page %(number)s",
    "pages": "Pages of this list",
    "newest_digests": "Newest digests",
    "newer_digests": "Newer digests",
    "older_digests": "Older digests",
    "archive_of": "Archive of %(year)s",
    "not_found": "Page not found",
    "nothing": "There is nothing at this address. The page may have moved, or the address may be mistyped.",
    "share": "Share this digest",
    "copied": "Link copied",
    "failed": "That did not work. The link is in the address bar.",
}
COUNT = "%(count)s digest"
SOURCE = "Based on “%(title)s”, %(name)s, %(date)s"
CLOCKS = {"en": "3:04 pm"}  # as Go writes it; elsewhere "15:04"
TIME_FIRST = {"vi"}


def site_data(corpus: Corpus) -> dict[str, Any]:
    """The facts of the site, as JSON holds them, for the templates of the tools that are not Puntina."""
    years = corpus.years()
    return {
        "name": NAME,
        "url": SITE_URL,
        "years": f"{years[0]}" if len(years) == 1 else f"{years[0]}–{years[-1]}",
        "languages": [_language(lang, corpus) for lang in corpus.languages],
    }


def _language(lang: str, corpus: Corpus) -> dict[str, Any]:
    return {
        "code": lang,
        "name": language_name(lang),
        "home": "/" if lang == corpus.languages[0] else f"/{lang}/",
        "locale": territory_locale(lang),
        "tagline": WORDS[lang]["tagline"],
        "strings": _strings(lang),
        "dates": _dates(lang),
        "categories": _terms(corpus.categories[lang]),
        "tags": _terms(corpus.tags[lang]),
    }


def _terms(terms: tuple[Term, ...]) -> list[dict[str, str]]:
    return [{"slug": term.slug, "title": term.title} for term in terms]


def _strings(lang: str) -> dict[str, str]:
    """The theme's strings in the language, the source line in the three pieces around title, name and date."""
    found = _catalogue(lang)
    plain = {name: _around(found[text][0]) for name, text in STRINGS.items()}
    title, name, date = _pieces(found[SOURCE][0], "%(title)s", "%(name)s", "%(date)s")
    ways = {f"share_{way.name}": found[way.message][0] % {"network": way.label} for way in NETWORKS}
    counts = {"one": _around(found[COUNT][0]), "many": _around(found[COUNT][-1])}
    return plain | counts | ways | {"source_title": title, "source_name": name, "source_date": date}


def _catalogue(lang: str) -> dict[str, tuple[str, ...]]:
    """Every string of the language in all its forms, by the English one."""
    found: dict[str, tuple[str, ...]] = {}
    for path in CATALOGUES:
        with (PROJECT / path.format(lang)).open("rb") as file:
            for message in read_po(file):
                found[_forms(message.id)[0]] = _forms(message.string)
    return found


def _forms(text: Any) -> tuple[str, ...]:
    return tuple(text) if isinstance(text, list | tuple) else (text,)


def _around(text: str) -> str:
    """The text without its placeholder."""
    start, _, rest = text.partition("%(")
    return f"{start}{rest.partition(')s')[2]}".strip()


def _pieces(text: str, *names: str) -> list[str]:
    """What stands before each of the placeholders."""
    pieces = []
    for name in names:
        piece, _, text = text.partition(name)
        pieces.append(piece)
    return pieces


def _dates(lang: str) -> dict[str, Any]:
    """What stands between day and year of a date, after a day, before the year of a month: a list of twelve each."""
    days = [dt.date(2015, number, 1) for number in range(1, 13)]
    return {
        "long": [longdate(day, lang).removeprefix("1").removesuffix("2015") for day in days],
        "day": [daymonth(day, lang).removeprefix("1") for day in days],
        "month": [_capital(month(day, lang).removesuffix("2015")) for day in days],
        "alone": [_capital(monthname(day, lang)) for day in days],
        "clock": CLOCKS.get(lang, "15:04"),
        "time_first": lang in TIME_FIRST,
    }


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
