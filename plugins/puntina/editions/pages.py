"""The pages: one of each edition, and in each language the list of them."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import partial
from itertools import groupby, pairwise

from puntina.core.digest.edition_dates import WEEK, monday_of
from puntina.core.pelican.build import Build
from puntina.core.pelican.context import feed_specs, site_context
from puntina.core.routes.address import Address
from puntina.core.views.cards import Counted, FeedLink, Link
from puntina.core.views.page_meta import PageMeta
from puntina.core.views.page_spec import PageSpec, SitemapEntry
from puntina.core.views.pages import ListPage
from puntina.core.views.site_context import Key
from puntina.editions.calendar import Edition, LanguageEditions, all_editions, has_editions
from puntina.editions.sections import Section, length, sections
from puntina.editions.titles import ALL, end_of, kind_name, length_text, span_of, title_of

NEWEST = 14  # days in the list of editions; its weeks lead to all others


@dataclass(frozen=True, slots=True)
class EditionView:
    """An edition as its page shows it."""

    kind: str  # "day" or "week"
    label: str  # what editions of the kind are called
    title: str
    span: str  # a week's first and last day; "" for a day
    length: str
    sections: tuple[Section, ...]
    end: str
    newer: Link | None
    older: Link | None
    days: tuple[Counted, ...]  # a week's editions by day
    week: Link | None  # that a day is in, once it is over


@dataclass(frozen=True, slots=True)
class EditionYear:
    """A year's weekly editions, newest first; a week is of the year that ISO 8601 gives it."""

    year: int
    weeks: tuple[Counted, ...]


@dataclass(frozen=True, slots=True)
class Around:
    """What an edition leads to: the next newer and older one, the days of a week, the week that a day is in."""

    newer: Edition | None
    older: Edition | None
    days: tuple[Edition, ...]
    week: Edition | None


def edition_pages(build: Build) -> Iterator[PageSpec]:
    """For each language the list of editions, then each edition that is over."""
    if not has_editions(build):
        return
    every = build.once(all_editions)
    lists = {lang: own.plain.url for lang, own in every.items()}
    same = build.once(same_editions)
    for lang, own in every.items():
        newest = (*own.days, *own.weeks)[:1]
        meta = _meta(lang, own.plain.url, str(build.strings[lang].gettext(ALL)), lists, build)
        shown = newest[0].articles if newest else ()
        entry = (
            SitemapEntry(shown, tuple([item for item in meta.others if _has_any(every[item[0]])])) if newest else None
        )
        yield _spec(own.plain, "editions", meta, partial(_list, own, build), entry)
        for edition, around in _with_surroundings(own):
            meta = _edition_meta(edition, same[edition.name], build)
            page = partial(_edition, edition, around, own.plain, build)
            yield _spec(edition.address, "edition", meta, page, SitemapEntry(edition.articles, meta.others))


def _has_any(own: LanguageEditions) -> bool:
    return bool(own.days or own.weeks)


def same_editions(build: Build) -> Mapping[str, Mapping[str, str]]:
    """The URL of each edition in each language that has it, by its name."""
    found: dict[str, dict[str, str]] = {}
    for lang, own in build.once(all_editions).items():
        for edition in (*own.days, *own.weeks):
            found.setdefault(edition.name, {})[lang] = edition.address.url
    return found


def newest_edition(build: Build, lang: str) -> Link | None:
    """The newest day of the language, None where none is over."""
    days = build.once(all_editions)[lang].days if has_editions(build) else ()
    return link_of(days[0], build) if days else None


def link_of(edition: Edition, build: Build) -> Link:
    """The edition as other pages name it."""
    return Link(title_of(edition, build.strings[edition.lang]), build.site.rooted(edition.address.url))


def _spec(
    address: Address, template: str, meta: PageMeta, values: partial[Key], entry: SitemapEntry | None
) -> PageSpec:
    *_, build = values.args
    first = values.args[0]
    articles = first.articles if isinstance(first, Edition) else ()
    return PageSpec(
        address=address,
        lang=meta.lang,
        templates=(template,),
        page=partial(_page, meta, values, tuple([each.digest.path for each in articles]), build),
        origin=f"the edition {address.save_as}",
        sitemap=entry,
    )


def _with_surroundings(own: LanguageEditions) -> Iterator[tuple[Edition, Around]]:
    """Each day and each week with what it leads to."""
    days = {monday: tuple(group) for monday, group in groupby(own.days, key=lambda day: monday_of(day.first))}
    weeks = {week.first: week for week in own.weeks}
    for every in (own.days, own.weeks):
        around: tuple[Edition | None, ...] = (None, *every, None)
        for (newer, edition), (_, older) in pairwise(pairwise(around)):
            if edition:  # only the ends are None
                monday = monday_of(edition.first)
                is_week = edition.kind == WEEK
                yield (
                    edition,
                    Around(newer, older, days[monday] if is_week else (), None if is_week else weeks.get(monday)),
                )


def _list(own: LanguageEditions, build: Build) -> Key:
    counted = partial(_counted, build)
    return (
        ("title", str(build.strings[own.lang].gettext(ALL))),
        ("days", tuple(map(counted, own.days[:NEWEST]))),
        ("years", tuple(_years(own.weeks, build))),
        ("feeds", _feeds(own.lang, build)),
    )


def _years(weeks: Iterable[Edition], build: Build) -> Iterator[EditionYear]:
    for year, group in groupby(weeks, key=lambda week: week.first.isocalendar().year):
        yield EditionYear(year, tuple([_counted(build, week) for week in group]))


def _edition(edition: Edition, around: Around, plain: Address, build: Build) -> Key:
    strings, context = build.strings[edition.lang], build.once(site_context)
    view = EditionView(
        kind=edition.kind,
        label=kind_name(edition.kind, strings),
        title=title_of(edition, strings),
        span=span_of(edition),
        length=length_text(length(edition), edition.lang, strings),
        sections=sections(edition, context.lists, build.site),
        end=end_of(edition, strings),
        newer=link_of(around.newer, build) if around.newer else None,
        older=link_of(around.older, build) if around.older else None,
        days=tuple([_counted(build, day) for day in around.days]),
        week=link_of(around.week, build) if around.week else None,
    )
    return (("edition", view), ("all", build.site.rooted(plain.url)))


def _counted(build: Build, edition: Edition) -> Counted:
    link = link_of(edition, build)
    return Counted(link.title, link.url, len(edition.articles))


def _edition_meta(edition: Edition, places: Mapping[str, str], build: Build) -> PageMeta:
    strings = build.strings[edition.lang]
    title = f"{kind_name(edition.kind, strings)}: {title_of(edition, strings)}"
    return _meta(edition.lang, edition.address.url, title, places, build)


def _meta(lang: str, url: str, title: str, places: Mapping[str, str], build: Build) -> PageMeta:
    others = tuple([(other, place) for other, place in places.items() if other != lang])
    return PageMeta(lang, url, f"{title} — {build.site.name}", others, feeds=_feeds(lang, build))


def _feeds(lang: str, build: Build) -> tuple[FeedLink, ...]:
    route = build.site.routes.at("EDITIONS_URL")
    own = [each for each in build.once(feed_specs) if each.route == route and each.lang == lang]
    return tuple([link for each in own for link in each.links])


def _page(meta: PageMeta, values: partial[Key], sources: tuple[str, ...], build: Build) -> ListPage:
    return ListPage(build.once(site_context), sources, meta, values())
