"""The pages of lists: each list in pages numbered from the oldest, the newest of which has the plain URL."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from functools import partial

from puntina.core.digest.states import RETRACTED
from puntina.core.pelican.build import Build
from puntina.core.pelican.context import site_context
from puntina.core.pelican.language_pages import page_description
from puntina.core.pelican.pelican_context import stock_feeds
from puntina.core.settings import Site
from puntina.core.views.cards import Card, Link, Listing
from puntina.core.views.page_meta import PageMeta
from puntina.core.views.page_spec import PageSpec, SitemapEntry
from puntina.core.views.pages import ListPage
from puntina.listings.lists import THREAD, List, all_lists
from puntina.listings.pagination import slices
from puntina.listings.pelican_context import StockPaginator
from puntina.listings.thread_places import thread_page

PELICANS = frozenset({"index", "category", "tag", "author"})  # kinds that every theme has a template for


def list_pages(build: Build) -> Iterator[PageSpec]:
    """Every page of every list."""
    every = build.once(all_lists)
    same = _same_lists(every)
    for each in every:
        yield from _pages_of(each, same[(each.kind, each.pair)] if each.pair else [], build)


def _same_lists(every: Iterable[List]) -> dict[tuple[str, str], list[List]]:
    """The same lists in several languages; tags are each language's own."""
    groups: defaultdict[tuple[str, str], list[List]] = defaultdict(list)
    for each in every:
        if each.pair:
            groups[(each.kind, each.pair)].append(each)
    return groups


def _pages_of(each: List, same: list[List], build: Build) -> Iterator[PageSpec]:
    site = build.site
    parts = slices(len(each.articles), each.page_size(site))
    paginator = StockPaginator(each.articles, parts, each.plain, site.addresses)
    others = tuple([(other.lang, other.plain.url) for other in same if other.lang != each.lang])
    tagline = build.site.language(each.lang).tagline
    description = tagline if each.is_home else page_description(each.route, each.lang, build, each.title)
    # Those of home are of every page.
    feeds = () if each.is_home else build.once(site_context).feeds_of(each.kind, each.lang, each.key)
    stock = stock_feeds(feeds, site, f"{each.kind.upper()}_FEED")
    for number in paginator.page_range:
        page = paginator.page(number)
        meta = PageMeta(
            each.lang,
            page.address.url,
            description,
            others if number == 1 else (),
            feeds=feeds,
            lite=each.plain.url if each.route.in_lite else None,
            title=each.title,
        )
        yield PageSpec(
            address=page.address,
            lang=each.lang,
            templates=(each.kind,) if each.kind in PELICANS else (each.kind, *_others(build)),
            page=partial(_page, each, paginator, number, meta, build),
            origin=f"the list {each.kind} {each.title}".strip(),
            variables=partial(_variables, each, paginator, number, stock),
            sitemap=SitemapEntry(page.object_list, others) if number == 1 and each.route.in_sitemap else None,
        )


def _others(build: Build) -> tuple[str, ...]:
    """What a list of another kind is printed by, where the theme has no template for it."""
    return ("category",) if build.run.render else ("index",)


def _page(each: List, paginator: StockPaginator, number: int, meta: PageMeta, build: Build) -> ListPage:
    sources = tuple([article.digest.path for article in paginator.page(number).object_list])
    values = tuple(_values(each, paginator, number, build).items())
    return ListPage(build.once(site_context), sources, meta, values)


def _values(each: List, paginator: StockPaginator, number: int, build: Build) -> dict[str, object]:
    """What the page shows; home has more, but not on its older pages, which stay as they are."""
    if each.kind == THREAD:
        return {"thread": thread_page(each, build)}
    shown: dict[str, object] = {"listing": listing(each, paginator, number, build.site)}
    if each.is_home:
        shown["edition"] = None
        parts = build.hooks.home_parts
        shown |= {name: part(build, each.lang) if number == 1 else None for name, part in parts.items()}
    return shown


def listing(each: List, paginator: StockPaginator, number: int, site: Site) -> Listing:
    """The page of this number, 1 being the newest, as our theme shows it."""
    page = paginator.page(number)
    cards = tuple([article.card for article in page.object_list])
    return Listing(
        kind="home" if each.is_home else each.kind,
        title=each.title,
        cards=_led(cards) if each.is_home else cards,
        number=paginator.slices[number - 1].number,
        newest=_link(paginator, 1, site) if number > 1 else None,
        newer=_link(paginator, number - 1, site) if page.has_previous() else None,
        older=_link(paginator, number + 1, site) if page.has_next() else None,
    )


def _led(cards: tuple[Card, ...]) -> tuple[Card, ...]:
    """The cards of home, which leads with the newest digest that was not retracted."""
    lead = next((card for card in cards if card.mark != RETRACTED), None)
    if lead is None or lead is cards[0]:
        return cards
    return (lead, *[card for card in cards if card is not lead])


def _link(paginator: StockPaginator, number: int, site: Site) -> Link:
    return Link("", site.rooted(paginator.page(number).url))


def _variables(each: List, paginator: StockPaginator, number: int, feeds: Mapping[str, str]) -> Mapping[str, object]:
    page = paginator.page(number)
    values: dict[str, object] = {
        "articles": each.articles,
        "dates": each.articles,
        "articles_paginator": paginator,
        "articles_page": page,
        "articles_previous_page": paginator.page(number - 1) if page.has_previous() else None,
        "articles_next_page": paginator.page(number + 1) if page.has_next() else None,
        "page_name": each.plain.url.rstrip("/") or each.kind,
    }
    return values if each.is_home else {**values, **feeds, each.kind: each.wrapper}
