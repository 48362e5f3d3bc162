"""The feeds of lists of digests: of all, of each category, thread, tag and author, and of all languages together."""

from collections.abc import Iterable, Iterator
from itertools import groupby
from operator import attrgetter

from puntina.core.pelican.build import Build
from puntina.core.pelican.order import public
from puntina.core.routes.table import ALL_LANGUAGES
from puntina.core.settings import Category, Site
from puntina.feeds.digest_entries import DigestEntries
from puntina.feeds.feed_spec import FeedSpec
from puntina.feeds.formats import every_format
from puntina.feeds.items import newest_items
from puntina.listings.lists import List, public_lists


def digest_feeds(build: Build) -> Iterator[FeedSpec]:
    """The lists that have feeds, in the order of languages and kinds; drafts are in none, not even in a preview."""
    site = build.site
    for each in _with_pages(public_lists(build), site):
        enough = site.feeds.tag_minimum if each.route.minimum else 0
        if len(each.articles) >= enough and (found := _of(each, build)):
            yield found
    if len(site.languages) > 1 and (found := _of_all_languages(build)):
        yield found


def _with_pages(every: Iterable[List], site: Site) -> Iterable[List]:
    """The lists that have pages: without the plugin of lists a site has no more than its digests."""
    if "listings" not in site.plugins:
        return (each for each in every if each.is_home)
    return _with_sections(every, site)


def _with_sections(every: Iterable[List], site: Site) -> Iterator[List]:
    """The lists, with sections that have no digests at present: a feed that somebody follows does not go away."""
    route = site.routes.at("CATEGORY_URL")
    for lang, group in groupby(every, key=attrgetter("lang")):
        home, *others = group
        yield home
        found = {each.key: each for each in others if each.route == route}
        for category in sorted(site.categories, key=attrgetter("slug")):
            yield found.get(category.slug) or _empty(category, lang, site)
        yield from (each for each in others if each.route != route)


def _empty(category: Category, lang: str, site: Site) -> List:
    route = site.routes.at("CATEGORY_URL")
    place = site.at(route, lang, slug=category.slug)
    return List(route, category.slug, category.name(lang), lang, place, (), pair=category.slug)


def _of(each: List, build: Build) -> FeedSpec | None:
    site = build.site
    page = each.plain if each.articles else site.addresses.at_home(site.language(each.lang).prefix)
    return FeedSpec.of(
        each.route,
        each.lang,
        title=each.title,
        url=page.url,
        plain=each.plain,
        entries=DigestEntries(newest_items(each.articles, site.feed_size), build),
        formats=every_format(build.hooks),
        site=site,
        key=each.key,
        pair=each.pair,
    )


def _of_all_languages(build: Build) -> FeedSpec | None:
    site = build.site
    home = site.addresses.at_home("")
    return FeedSpec.of(
        site.routes.at(ALL_LANGUAGES),
        "",
        title="",
        url=home.url,
        plain=home,
        entries=DigestEntries(newest_items(public(build), site.feed_size), build),
        formats=every_format(build.hooks),
        site=site,
    )
