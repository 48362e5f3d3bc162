"""The archive of a language by year and month, a page for each year, and the list of its tags."""

import datetime as dt
from itertools import groupby
from typing import Any

from plugins.cards.cards import ArchiveMonth, ArchiveYear, Counted
from plugins.listings.lists import List
from plugins.listings.press import Press
from plugins.site import Address, Site


def write_archives(every: list[List], press: Press) -> None:
    """Queues the archive, its years and the list of tags for each language."""
    homes = [each for each in every if each.kind == "index"]
    years = {home.lang: archive_years(home, press) for home in homes}
    for home in homes:
        _write("archives", "ARCHIVES_URL", home, press, {"years": years[home.lang]}, {"dates": home.articles})
        tags = [each for each in every if each.kind == "tag" and each.lang == home.lang]
        stock = {"tags": [(each.wrapper, each.articles) for each in tags]}
        _write("tags", "TAGS_URL", home, press, {"tags": counted(tags, press.site)}, stock)
        for year in years[home.lang]:
            elsewhere = [lang for lang in years if any(other.year == year.year for other in years[lang])]
            _write_year(year, home, press, elsewhere)


def archive_years(home: List, press: Press) -> tuple[ArchiveYear, ...]:
    """The years of a language with their months and digests, newest first."""
    found = []
    # Sorted, as dates with different offsets from UTC need not come by year where they come by instant.
    every = sorted(home.articles, key=_month, reverse=True)
    for year, articles in groupby(every, key=lambda article: article.date.year):
        members = list(articles)
        months = tuple(
            ArchiveMonth(month, tuple(press.cards[article.source_path] for article in group))
            for month, group in groupby(members, key=_month)
        )
        address = year_address(members[0].date, home.lang, press.site)
        found.append(ArchiveYear(year, press.site.rooted(address.url), len(members), months))
    return tuple(found)


def _month(article: Any) -> dt.date:
    """The first day of its month."""
    day: dt.date = article.date.date()
    return day.replace(day=1)


def year_address(date: Any, lang: str, site: Site) -> Address:
    """Where the archive of the date's year is."""
    return site.addresses.at("YEAR_ARCHIVE_URL", site.language(lang).prefix, date=date)


def counted(tags: list[List], site: Site) -> tuple[Counted, ...]:
    """The tags by name, each with the number of its digests."""
    found = (Counted(each.title, site.rooted(each.plain.url), len(each.articles)) for each in tags)
    return tuple(sorted(found, key=lambda tag: (tag.title.casefold(), tag.title)))


def _write_year(year: ArchiveYear, home: List, press: Press, elsewhere: list[str]) -> None:
    date = year.months[0].cards[0].date
    articles = [article for article in home.articles if article.date.year == year.year]
    press.write(
        "year_archive",
        "period_archives",
        "archives",
        lang=home.lang,
        address=year_address(date, home.lang, press.site),
        origin=f"the archive of {year.year}",
        description=f"{year.year} — {press.views.facts.name}",
        others=[(lang, year_address(date, lang, press.site).url) for lang in elsewhere if lang != home.lang],
        ours={"archive": year},
        stock={"dates": articles, "articles": articles, "period": (year.year,), "period_num": (year.year,)},
    )


def _write(
    template: str, setting: str, home: List, press: Press, ours: dict[str, object], stock: dict[str, Any]
) -> None:
    places = {language.code: press.site.addresses.at(setting, language.prefix) for language in press.site.languages}
    press.write(
        template,
        lang=home.lang,
        address=places[home.lang],
        origin=f"the list {template}",
        description=press.views.languages[home.lang].tagline,
        others=[(lang, place.url) for lang, place in places.items() if lang != home.lang],
        ours=ours,
        stock=stock,
    )
