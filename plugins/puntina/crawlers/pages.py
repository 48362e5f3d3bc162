"""The pages of a sitemap that are no digests: lists, archives and standing pages, each with what it is made from."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any

from pelican.generators import Generator, PelicanTemplateNotFound

from puntina.core.settings import Site
from puntina.core.views.site_context import Views
from puntina.editions.calendar import has_editions, shelves
from puntina.listings.archives import MONTH, archive_years, has_outlets, month_address
from puntina.listings.lists import List, all_lists, lists
from puntina.listings.months import months
from puntina.listings.pagination import slices


@dataclass(frozen=True, slots=True)
class Page:
    """A page: its address, and the content files of which the last changed tells its date."""

    lang: str
    url: str  # below the site's root
    contents: tuple[Any, ...]
    pair: tuple[str, str]  # its kind, and what pages of this kind in other languages share; "" where they share nothing
    everywhere: tuple[tuple[str, str], ...] = ()  # language and address of the page in all its languages, where several


def pages(generator: Generator, public: list[Any]) -> list[Page]:
    """All of them, in the order of the steps below; of a list the page at its plain address stands for all."""
    found = [page for _, step in STEPS for page in step(generator, public)]
    groups: defaultdict[tuple[str, str], list[Page]] = defaultdict(list)
    for page in found:
        groups[page.pair].append(page)
    order = {language.code: place for place, language in enumerate(generator.settings["SITE"].languages)}
    return [replace(page, everywhere=_places(groups[page.pair], order)) if page.pair[1] else page for page in found]


def _places(group: list[Page], order: Mapping[str, int]) -> tuple[tuple[str, str], ...]:
    ordered = sorted(group, key=lambda page: order[page.lang])
    return tuple([(page.lang, page.url) for page in ordered]) if len(ordered) > 1 else ()


def _lists(generator: Generator, public: list[Any]) -> Iterator[Page]:
    site: Site = generator.settings["SITE"]
    for each in _public_lists(generator, public):
        newest = each.articles[: slices(len(each.articles), each.page_size(site))[0].stop]
        yield Page(each.lang, each.plain.url, newest, (each.kind, each.pair))


def _archives(generator: Generator, public: list[Any]) -> Iterator[Page]:
    site: Site = generator.settings["SITE"]
    outlets = ["OUTLETS_URL"] if has_outlets(site) and _has(generator, "outlets") else []
    for home in (each for each in _public_lists(generator, public) if each.kind == "index"):
        prefix = site.language(home.lang).prefix
        for name in ("ARCHIVES_URL", "TAGS_URL", *outlets):
            yield Page(home.lang, site.addresses.at(name, prefix).url, home.articles[:1], (name, "all"))
        for year in archive_years(home, site):
            yield Page(home.lang, year.address.url, year.articles, ("year", str(year.year)))
        for month in months(home, site) if site.addresses.has(MONTH) else ():
            url = month_address(month.first, home.lang, site).url
            yield Page(home.lang, url, month.articles, ("month", month.first.isoformat()))


def _public_lists(generator: Generator, public: list[Any]) -> Iterable[List]:
    """The lists that have pages, as readers see them; a preview's hold drafts too."""
    settings = generator.settings
    names = {getattr(plugin, "__name__", plugin) for plugin in settings["PLUGINS"]}
    if "puntina.listings" not in names:
        return ()
    return all_lists(settings) if len(public) == len(settings["LISTED"]) else lists(public, settings["SITE"])


def _standing(generator: Generator, public: list[Any]) -> Iterator[Page]:
    """The standing pages; they are paired as their own translations say."""
    for language in generator.settings["SITE"].languages:
        for page in generator.settings["STOCK_CONTEXT"][language.code]["pages"]:
            if not page.mark:
                shared = page.digest.meta.translation_key if page.translations else ""
                yield Page(page.lang, page.url, (page,), ("page", shared))


def _subscribe(generator: Generator, public: list[Any]) -> Iterator[Page]:
    """The pages about feeds, where there are some."""
    views: Views = generator.settings["VIEWS"]
    site = views.site
    if not _has(generator, "subscribe"):
        return
    for language in site.languages:
        if views.languages[language.code].view.subscribe:
            yield Page(language.code, site.addresses.at("SUBSCRIBE_URL", language.prefix).url, (), ("subscribe", "all"))


def _editions(generator: Generator, public: list[Any]) -> Iterator[Page]:
    """The editions that are over, and their lists."""
    if not has_editions(generator.settings):
        return
    for lang, shelf in shelves(generator.settings).items():
        every = (*shelf.days, *shelf.weeks)
        if every:
            yield Page(lang, shelf.plain.url, every[0].articles, ("editions", "all"))
        for each in every:
            yield Page(lang, each.address.url, each.articles, (each.kind, each.name))


def _corrections(generator: Generator, public: list[Any]) -> Iterator[Page]:
    """The lists of corrections, each as new as its newest."""
    views: Views = generator.settings["VIEWS"]
    for language in views.site.languages:
        if views.languages[language.code].view.corrections:
            told = [each for each in public if each.lang == language.code and each.digest.meta.updates]
            url = views.site.addresses.at("CORRECTIONS_URL", language.prefix).url
            yield Page(language.code, url, tuple(told), ("corrections", "all"))


def _search(generator: Generator, public: list[Any]) -> Iterator[Page]:
    """The search pages, where readers can search."""
    site: Site = generator.settings["SITE"]
    for language in site.languages if site.search and _has(generator, "search") else ():
        yield Page(language.code, site.addresses.at("SEARCH_URL", language.prefix).url, (), ("search", "all"))


def _has(generator: Generator, template: str) -> bool:
    try:
        generator.get_template(template)
    except PelicanTemplateNotFound:
        return False
    return True


# What else becomes a page gets a line here.
STEPS: tuple[tuple[str, Callable[[Generator, list[Any]], Iterator[Page]]], ...] = (
    ("lists", _lists),
    ("archives", _archives),
    ("standing pages", _standing),
    ("pages about feeds", _subscribe),
    ("editions", _editions),
    ("corrections", _corrections),
    ("search", _search),
)
