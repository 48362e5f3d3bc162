"""Which editions there are: a day's and an ISO week's, once it is over, of each language that had digests in it."""

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from operator import attrgetter

from puntina.core.digest.edition_dates import DAY, WEEK, day_of, last_of, monday_of, name_of
from puntina.core.pelican.articles import DigestArticle
from puntina.core.pelican.build import Build
from puntina.core.pelican.context import is_there
from puntina.core.pelican.order import by_language, public
from puntina.core.routes.address import Address, below, place_of
from puntina.core.settings import Site


@dataclass(frozen=True, slots=True)
class Edition:
    """The digests of a day or a week of a language, newest first; `last` is the same day, or the week's Sunday."""

    lang: str
    kind: str
    first: dt.date
    last: dt.date
    address: Address
    articles: tuple[DigestArticle, ...]

    @property
    def name(self) -> str:
        """What it is called in addresses and ids: 2025-09-02, 2025-w36 (ISO 8601 but for the capital)."""
        return name_of(self.kind, self.first)


@dataclass(frozen=True, slots=True)
class LanguageEditions:
    """The finished editions of a language, newest first, and the page that lists them."""

    lang: str
    plain: Address
    days: tuple[Edition, ...]
    weeks: tuple[Edition, ...]

    def of(self, kind: str) -> tuple[Edition, ...]:
        """Those of the kind."""
        return self.days if kind == DAY else self.weeks


def has_editions(build: Build) -> bool:
    """Whether there are pages of editions."""
    return is_there(build.site.routes.at("EDITIONS_URL"), build) and build.has_templates("edition")


def all_editions(build: Build) -> Mapping[str, LanguageEditions]:
    """The editions of every language; drafts and scheduled digests are in none."""
    shown, site = by_language(public(build)), build.site
    return {each.code: language_editions(each.code, shown.get(each.code, ()), site) for each in site.languages}


def language_editions(lang: str, articles: Iterable[DigestArticle], site: Site) -> LanguageEditions:
    """The editions of these articles of a language that are over at the cut-off."""
    plain = site.addresses.at("EDITIONS_URL", site.language(lang).prefix)
    by_day: defaultdict[dt.date, list[DigestArticle]] = defaultdict(list)
    for article in articles:
        by_day[day_of(article.digest, site.timezone)].append(article)
    by_week: defaultdict[dt.date, list[DigestArticle]] = defaultdict(list)
    for day in sorted(by_day, reverse=True):
        by_week[monday_of(day)] += by_day[day]
    days = [_edition(DAY, day, members, lang, plain) for day, members in by_day.items()]
    weeks = [_edition(WEEK, monday, members, lang, plain) for monday, members in by_week.items()]
    today = today_of(site)
    return LanguageEditions(lang, plain, _finished(days, today), _finished(weeks, today))


def _edition(kind: str, first: dt.date, members: Iterable[DigestArticle], lang: str, plain: Address) -> Edition:
    place = place_of(f"{below(plain)}{name_of(kind, first)}/")
    return Edition(lang, kind, first, last_of(kind, first), place, tuple(members))


def _finished(editions: Iterable[Edition], today: dt.date) -> tuple[Edition, ...]:
    """Those that are over, newest first."""
    return tuple(sorted((each for each in editions if each.last < today), key=attrgetter("first"), reverse=True))


def today_of(site: Site) -> dt.date:
    """The day of the cut-off in the publication's time zone: the first one that is not over."""
    return site.cutoff.astimezone(site.timezone).date()
