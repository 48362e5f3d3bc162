"""The archive of a language by year and month, a page for each of both, and the lists of its tags and outlets."""

import datetime as dt
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from itertools import groupby

from puntina.core.locales import month as month_name
from puntina.core.pelican.articles import DigestArticle
from puntina.core.pelican.build import Build
from puntina.core.pelican.context import is_there, site_context
from puntina.core.pelican.language_pages import language_page, page_description
from puntina.core.routes.address import Address
from puntina.core.settings import Site
from puntina.core.views.archive_cards import ArchiveMonth, ArchiveYear, CountedMonth, CountedYear
from puntina.core.views.cards import Counted, Link
from puntina.core.views.page_meta import PageMeta
from puntina.core.views.page_spec import PageSpec, SitemapEntry
from puntina.core.views.pages import ListPage
from puntina.listings.lists import List, all_lists

YEAR, MONTH = "YEAR_ARCHIVE_URL", "MONTH_ARCHIVE_URL"
Values = Callable[[], Mapping[str, object]]


@dataclass(frozen=True, slots=True)
class Period:
    """A year's or a month's articles in one language, newest first; `first` is its first day."""

    first: dt.date
    lang: str
    address: Address
    articles: tuple[DigestArticle, ...]


def archive_pages(build: Build) -> Iterator[PageSpec]:
    """For each language the archive, the lists of tags and outlets, its years and its months."""
    every, site = build.once(all_lists), build.site
    homes = [each for each in every if each.is_home]
    years = {home.lang: archive_years(home, site) for home in homes}
    months = {home.lang: archive_months(years[home.lang], site) for home in homes}
    for home in homes:
        own = [each for each in every if each.lang == home.lang]
        tags, outlets = ([each for each in own if each.kind == kind] for kind in ("tag", "outlet"))
        counts = partial(_counts, years[home.lang], months[home.lang], site)
        yield _overview("ARCHIVES_URL", home, build, counts, partial(dict, dates=home.articles))
        yield _overview("TAGS_URL", home, build, partial(_named, "tags", tags, site), partial(_stock_tags, tags))
        if is_there(site.routes.at("OUTLETS_URL"), build):
            yield _overview("OUTLETS_URL", home, build, partial(_named, "outlets", outlets, site), dict)
        for year in years[home.lang]:
            yield _year(year, _elsewhere(year, years), months[home.lang], build)
        if site.addresses.has(MONTH):
            for month in months[home.lang]:
                yield _month(month, _elsewhere(month, months), years[home.lang], build)


def _overview(setting: str, home: List, build: Build, ours: Values, stock: Values) -> PageSpec:
    """A page that each language has one of."""
    route = build.site.routes.at(setting)
    page = partial(_page, build, (), ours)
    return language_page(route, home.lang, build, page, contents=home.articles[:1], variables=stock)


def _page(build: Build, articles: Sequence[DigestArticle], ours: Values, meta: PageMeta) -> ListPage:
    sources = tuple([article.digest.path for article in articles])
    return ListPage(build.once(site_context), sources, meta, tuple(ours().items()))


def _stock_tags(tags: list[List]) -> Mapping[str, object]:
    return {"tags": [(each.wrapper, each.articles) for each in tags]}


def _named(name: str, every: list[List], site: Site) -> Mapping[str, object]:
    return {name: with_counts(every, site)}


def with_counts(every: Iterable[List], site: Site) -> tuple[Counted, ...]:
    """The lists by name, each with the number of its digests."""
    found = (Counted(each.title, site.rooted(each.plain.url), len(each.articles)) for each in every)
    return tuple(sorted(found, key=lambda each: (each.title.casefold(), each.title)))


def archive_years(home: List, site: Site) -> tuple[Period, ...]:
    """The years of a language with their articles, newest first."""
    # Sorted, as dates with different offsets from UTC need not come by year where they come by instant.
    every = sorted(home.articles, key=_first_of_month, reverse=True)
    return _periods(YEAR, home.lang, every, lambda article: dt.date(article.date.year, 1, 1), site)


def archive_months(years: Iterable[Period], site: Site) -> tuple[Period, ...]:
    """The months of these years, newest first."""
    return tuple(
        [month for year in years for month in _periods(MONTH, year.lang, year.articles, _first_of_month, site)]
    )


def _periods(
    setting: str,
    lang: str,
    articles: Iterable[DigestArticle],
    first_of: Callable[[DigestArticle], dt.date],
    site: Site,
) -> tuple[Period, ...]:
    route = site.routes.at(setting)
    groups = [(first, tuple(group)) for first, group in groupby(articles, key=first_of)]
    has = site.addresses.has(setting)
    return tuple(
        [
            Period(first, lang, site.at(route, lang, date=members[0].date) if has else Address("", ""), members)
            for first, members in groups
        ]
    )


def _first_of_month(article: DigestArticle) -> dt.date:
    return article.date.date().replace(day=1)


def _elsewhere(period: Period, every: Mapping[str, Iterable[Period]]) -> tuple[tuple[str, str], ...]:
    """The same year or month in the other languages that have it."""
    same = [each for some in every.values() for each in some if each.first == period.first]
    return tuple([(each.lang, each.address.url) for each in same if each.lang != period.lang])


def _counts(years: Iterable[Period], months: Iterable[Period], site: Site) -> Mapping[str, object]:
    """The years with the numbers of their digests; the archive shows no more, so that a title changes nothing in it."""
    counted = []
    for year in years:
        own = tuple(
            [
                CountedMonth(month.first, month_url(month, year, site), len(month.articles))
                for month in months
                if month.first.year == year.first.year
            ]
        )
        counted.append(CountedYear(year.first.year, site.rooted(year.address.url), len(year.articles), own))
    return {"years": tuple(counted)}


def month_url(month: Period, year: Period, site: Site) -> str:
    """Where a reader finds the month: on its own page, else on that of its year."""
    if month.address.save_as:
        return site.rooted(month.address.url)
    return f"{site.rooted(year.address.url)}#{month.first:%Y-%m}"


def _year(year: Period, others: tuple[tuple[str, str], ...], months: Iterable[Period], build: Build) -> PageSpec:
    name = str(year.first.year)
    own = [month for month in months if month.first.year == year.first.year]
    description = page_description(build.site.routes.at(YEAR), year.lang, build, name)
    meta = PageMeta(year.lang, year.address.url, description, others, title=name)
    return _period(year, meta, (year.first.year,), partial(_year_values, year, own, build.site), build)


def _year_values(year: Period, months: Iterable[Period], site: Site) -> Mapping[str, object]:
    """The year with a card of each of its articles."""
    shown = tuple([_month_card(month, month_url(month, year, site)) for month in months])
    return {"archive": ArchiveYear(year.first.year, len(year.articles), shown)}


def _month_card(month: Period, url: str) -> ArchiveMonth:
    return ArchiveMonth(month.first, url, tuple([article.card for article in month.articles]))


def _month(month: Period, others: tuple[tuple[str, str], ...], years: Iterable[Period], build: Build) -> PageSpec:
    name = month_name(month.first, month.lang)
    description = page_description(build.site.routes.at(MONTH), month.lang, build, name)
    meta = PageMeta(month.lang, month.address.url, description, others)
    year = next(each for each in years if each.first.year == month.first.year)
    values = partial(_month_values, month, year, build.site)
    return _period(month, meta, (month.first.year, month.first.month), values, build)


def _month_values(month: Period, year: Period, site: Site) -> Mapping[str, object]:
    link = Link(str(year.first.year), site.rooted(year.address.url))
    return {"archive": _month_card(month, site.rooted(month.address.url)), "year": link}


def _period(period: Period, meta: PageMeta, numbers: tuple[int, ...], ours: Values, build: Build) -> PageSpec:
    kind = "year_archive" if len(numbers) == 1 else "month_archive"
    return PageSpec(
        address=period.address,
        lang=period.lang,
        templates=(kind, "period_archives", "archives"),
        page=partial(_page, build, period.articles, ours, meta),
        origin=f"the archive of {'-'.join(f'{number:02}' for number in numbers)}",
        variables=partial(dict, dates=period.articles, articles=period.articles, period=numbers, period_num=numbers),
        sitemap=SitemapEntry(period.articles, meta.others),
    )
