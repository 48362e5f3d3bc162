"""The archive of a language by year and month, a page for each of both, and the lists of its tags and outlets."""

import datetime as dt
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import partial
from itertools import groupby
from typing import Any

from puntina.core.settings import Address, Site
from puntina.core.views.archive_cards import ArchiveMonth, ArchiveYear, CountedMonth, CountedYear
from puntina.core.views.cards import Counted
from puntina.core.views.page_meta import Frame
from puntina.listings.descriptions import of_page
from puntina.listings.list_writer import Press
from puntina.listings.lists import HOME, List

MONTH = "MONTH_ARCHIVE_URL"
Values = Callable[[], Mapping[str, object]]


@dataclass(frozen=True, slots=True)
class Year:
    """A year's articles, newest first."""

    year: int
    address: Address
    articles: tuple[Any, ...]


def write_archives(every: list[List], press: Press) -> None:
    """Queues the archive, its years and months, and the lists of tags and outlets, for each language."""
    homes = [each for each in every if each.kind == HOME]
    years = {home.lang: archive_years(home, press.site) for home in homes}
    known = {lang: {year.year for year in years[lang]} for lang in years}
    for home in homes:
        counts = partial(_counts, years[home.lang], home.lang, press.site)
        _write("archives", "ARCHIVES_URL", home, press, counts, partial(dict, dates=home.articles))
        tags = [each for each in every if each.kind == "tag" and each.lang == home.lang]
        _write("tags", "TAGS_URL", home, press, partial(_tags, tags, press.site), partial(_stock_tags, tags))
        outlets = [each for each in every if each.kind == "outlet" and each.lang == home.lang]
        if has_outlets(press.site) and press.has("outlets"):
            _write("outlets", "OUTLETS_URL", home, press, partial(_outlets, outlets, press.site), dict)
        for year in years[home.lang]:
            _write_year(year, home, press, [lang for lang in known if year.year in known[lang]])


def has_outlets(site: Site) -> bool:
    """Whether the publication wants the list of outlets, which needs those of their digests."""
    return all(map(site.addresses.has, ("OUTLET_URL", "OUTLETS_URL")))


def _stock_tags(tags: list[List]) -> dict[str, object]:
    return {"tags": [(each.wrapper, each.articles) for each in tags]}


def _tags(tags: list[List], site: Site) -> dict[str, object]:
    return {"tags": with_counts(tags, site)}


def _outlets(outlets: list[List], site: Site) -> dict[str, object]:
    return {"outlets": with_counts(outlets, site)}


def archive_years(home: List, site: Site) -> tuple[Year, ...]:
    """The years of a language with their articles, newest first."""
    # Sorted, as dates with different offsets from UTC need not come by year where they come by instant.
    every = sorted(home.articles, key=month_of, reverse=True)
    return tuple(
        Year(year, year_address(members[0].date, home.lang, site), tuple(members))
        for year, members in ((year, list(group)) for year, group in groupby(every, key=_year))
    )


def _year(article: Any) -> int:
    return int(article.date.year)


def month_of(article: Any) -> dt.date:
    """The first day of its month."""
    day: dt.date = article.date.date()
    return day.replace(day=1)


def year_address(date: Any, lang: str, site: Site) -> Address:
    """Where the archive of the date's year is."""
    return site.addresses.at("YEAR_ARCHIVE_URL", site.language(lang).prefix, date=date)


def with_counts(tags: list[List], site: Site) -> tuple[Counted, ...]:
    """The tags by name, each with the number of its digests."""
    found = (Counted(each.title, site.rooted(each.plain.url), len(each.articles)) for each in tags)
    return tuple(sorted(found, key=lambda tag: (tag.title.casefold(), tag.title)))


def _write_year(year: Year, home: List, press: Press, elsewhere: Iterable[str]) -> None:
    date = year.articles[0].date
    others = tuple((lang, year_address(date, lang, press.site).url) for lang in elsewhere if lang != home.lang)
    press.write(
        "year_archive",
        "period_archives",
        "archives",
        address=year.address,
        frame=Frame(
            home.lang,
            year.address.url,
            of_page("period", home.lang, press.views, str(year.year)),
            others,
            title=str(year.year),
        ),
        origin=f"the archive of {year.year}",
        ours=partial(_year_values, year, home.lang, press.site),
        stock=partial(dict, dates=year.articles, articles=year.articles, period=(year.year,), period_num=(year.year,)),
        articles=year.articles,
    )


def _year_values(year: Year, lang: str, site: Site) -> dict[str, object]:
    """The year with a card of each of its articles."""
    months = tuple(
        ArchiveMonth(month, month_url(month, year, lang, site), tuple([article.card for article in group]))
        for month, group in groupby(year.articles, key=month_of)
    )
    return {"archive": ArchiveYear(year.year, len(year.articles), months)}


def _counts(years: tuple[Year, ...], lang: str, site: Site) -> dict[str, object]:
    """The years with the numbers of their digests; the archive shows no more, so that a title changes nothing in it."""
    return {
        "years": tuple(
            CountedYear(
                year.year, site.rooted(year.address.url), len(year.articles), tuple(_counted_months(year, lang, site))
            )
            for year in years
        )
    }


def _counted_months(year: Year, lang: str, site: Site) -> Iterator[CountedMonth]:
    for month, group in groupby(year.articles, key=month_of):
        yield CountedMonth(month, month_url(month, year, lang, site), sum(1 for _ in group))


def month_url(month: dt.date, year: Year, lang: str, site: Site) -> str:
    """Where a reader finds the month: on its own page, else on that of its year."""
    if site.addresses.has(MONTH):
        return site.rooted(month_address(month, lang, site).url)
    return f"{site.rooted(year.address.url)}#{month:%Y-%m}"


def month_address(date: dt.date, lang: str, site: Site) -> Address:
    """Where the page of the date's month is."""
    return site.addresses.at(MONTH, site.language(lang).prefix, date=date)


def _write(template: str, setting: str, home: List, press: Press, ours: Values, stock: Values) -> None:
    places = {language.code: press.site.addresses.at(setting, language.prefix) for language in press.site.languages}
    address = places[home.lang]
    others = tuple((lang, place.url) for lang, place in places.items() if lang != home.lang)
    press.write(
        template,
        address=address,
        frame=Frame(home.lang, address.url, of_page(template, home.lang, press.views), others),
        origin=f"the list {template}",
        ours=ours,
        stock=stock,
    )
