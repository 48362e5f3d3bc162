"""The archive of a language by year and month, a page for each year, and the list of its tags."""

import datetime as dt
from itertools import groupby
from typing import Any, cast

from jinja2 import Template
from pelican.generators import Generator, PelicanTemplateNotFound
from pelican.writers import Writer

from plugins.cards.cards import ArchiveMonth, ArchiveYear, Card, Counted
from plugins.cards.views import Views
from plugins.listings.lists import List
from plugins.site import Address, Site


def write_archives(
    generator: Generator, every: list[List], cards: dict[str, Card], views: Views, writer: Writer
) -> None:
    """Queues the archive, its years and the list of tags for each language."""
    homes = [each for each in every if each.kind == "index"]
    years = {home.lang: archive_years(home, cards, views.site) for home in homes}
    for home in homes:
        _write(
            generator,
            writer,
            views,
            home,
            "ARCHIVES_URL",
            ("archives",),
            {"years": years[home.lang]},
            {"dates": home.articles},
        )
        tags = [each for each in every if each.kind == "tag" and each.lang == home.lang]
        stock = {"tags": [(each.wrapper, each.articles) for each in tags]}
        _write(generator, writer, views, home, "TAGS_URL", ("tags",), {"tags": counted(tags, views.site)}, stock)
        for year in years[home.lang]:
            _write_year(
                generator,
                writer,
                views,
                home,
                year,
                [lang for lang in years if year.year in {each.year for each in years[lang]}],
            )


def archive_years(home: List, cards: dict[str, Card], site: Site) -> tuple[ArchiveYear, ...]:
    """The years of a language with their months and digests, newest first."""
    found = []
    # Sorted, as dates with different offsets from UTC need not come by year where they come by instant.
    every = sorted(home.articles, key=_month, reverse=True)
    for year, articles in groupby(every, key=lambda article: article.date.year):
        members = list(articles)
        months = tuple(
            ArchiveMonth(month, tuple(cards[article.source_path] for article in group))
            for month, group in groupby(members, key=_month)
        )
        address = year_address(members[0].date, home.lang, site)
        found.append(ArchiveYear(year, site.rooted(address.url), len(members), months))
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


def _write_year(
    generator: Generator, writer: Writer, views: Views, home: List, year: ArchiveYear, langs: list[str]
) -> None:
    date = year.months[0].cards[0].date
    address = year_address(date, home.lang, views.site)
    others = [(lang, year_address(date, lang, views.site).url) for lang in langs if lang != home.lang]
    frozen = views.common(home.lang, address.url, description=f"{year.year} — {views.facts.name}", others=others)
    articles = [article for article in home.articles if article.date.year == year.year]
    writer.write_file(
        address.save_as,
        _template(generator, "year_archive", "period_archives", "archives"),
        generator.context,
        frozen=frozen | {"archive": year},
        origin=f"the archive of {year.year}",
        url=address.url,
        dates=articles,
        articles=articles,
        period=(year.year,),
        period_num=(year.year,),
    )


def _write(
    generator: Generator,
    writer: Writer,
    views: Views,
    home: List,
    name: str,
    templates: tuple[str, ...],
    ours: dict[str, object],
    stock: dict[str, Any],
) -> None:
    address = views.site.addresses.at(name, views.site.language(home.lang).prefix)
    others = [
        (language.code, views.site.addresses.at(name, language.prefix).url)
        for language in views.site.languages
        if language.code != home.lang
    ]
    frozen = views.common(home.lang, address.url, description=views.languages[home.lang].tagline, others=others)
    template = _template(generator, *templates)
    writer.write_file(
        address.save_as,
        template,
        generator.context,
        frozen=frozen | ours,
        origin=f"the list {templates[0]}",
        url=address.url,
        **stock,
    )


def _template(generator: Generator, *names: str) -> Template:
    """The first of these templates that the theme has."""
    for name in names[:-1]:
        try:
            return cast("Template", generator.get_template(name))
        except PelicanTemplateNotFound:
            continue
    return cast("Template", generator.get_template(names[-1]))
