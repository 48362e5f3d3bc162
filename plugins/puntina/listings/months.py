"""A page for each month of a language, where the publication wants them."""

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass
from functools import partial
from itertools import groupby
from typing import Any

from puntina.core.locales import month as month_name
from puntina.core.settings import Site
from puntina.core.views.archive_cards import ArchiveMonth
from puntina.core.views.cards import Link
from puntina.core.views.page_meta import Frame
from puntina.listings.archives import MONTH, Year, archive_years, month_address, month_of
from puntina.listings.descriptions import of_page
from puntina.listings.list_writer import Press
from puntina.listings.lists import List


@dataclass(frozen=True, slots=True)
class Month:
    """A month's articles, newest first, in one language."""

    first: dt.date
    lang: str
    year: Year
    articles: tuple[Any, ...]


def write_months(homes: Iterable[List], press: Press) -> None:
    """Queues the page of each month; it names the same month in the languages that have it."""
    if not press.site.addresses.has(MONTH):
        return
    every = [month for home in homes for month in months(home, press.site)]
    languages: dict[dt.date, list[str]] = {}
    for month in every:
        languages.setdefault(month.first, []).append(month.lang)
    for month in every:
        _write(month, [lang for lang in languages[month.first] if lang != month.lang], press)


def months(home: List, site: Site) -> Iterable[Month]:
    """The months of a language, newest first."""
    for year in archive_years(home, site):
        for first, group in groupby(year.articles, key=month_of):
            yield Month(first, home.lang, year, tuple(group))


def _write(month: Month, elsewhere: Iterable[str], press: Press) -> None:
    site = press.site
    address = month_address(month.first, month.lang, site)
    others = tuple([(lang, month_address(month.first, lang, site).url) for lang in elsewhere])
    period = (month.first.year, month.first.month)
    description = of_page("period", month.lang, press.views, month_name(month.first, month.lang))
    press.write(
        "month_archive",
        "period_archives",
        "archives",
        address=address,
        frame=Frame(month.lang, address.url, description, others),
        origin=f"the archive of {month.first:%Y-%m}",
        ours=partial(_values, month, site),
        stock=partial(dict, dates=month.articles, articles=month.articles, period=period, period_num=period),
        articles=month.articles,
    )


def _values(month: Month, site: Site) -> dict[str, object]:
    cards = tuple([article.card for article in month.articles])
    own = site.rooted(month_address(month.first, month.lang, site).url)
    year = Link(str(month.first.year), site.rooted(month.year.address.url))
    return {"archive": ArchiveMonth(month.first, own, cards), "year": year}
