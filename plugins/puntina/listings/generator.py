"""The generator of all lists and archives of every language."""

from collections import defaultdict
from functools import partial
from typing import Any

from pelican import Pelican
from pelican.generators import Generator
from pelican.writers import Writer

from puntina.core.digest.states import RETRACTED
from puntina.core.settings import Site
from puntina.core.views.cards import Card, Link, Listing
from puntina.core.views.page_meta import Frame
from puntina.core.views.site_context import Views
from puntina.listings.archives import write_archives
from puntina.listings.descriptions import of_list
from puntina.listings.list_writer import Press
from puntina.listings.lists import HOME, THREAD, List, all_lists
from puntina.listings.months import write_months
from puntina.listings.pagination import slices
from puntina.listings.pelican_context import StockPaginator
from puntina.listings.thread_places import thread_page

OUR_OWN = ("outlet", THREAD)  # lists of which stock themes know nothing, and which may be called like a tag


class ListingsGenerator(Generator):  # type: ignore[misc]  # Pelican has no types
    """Writes the lists of every language."""

    def generate_output(self, writer: Writer) -> None:
        """Queues every page of every list, then the archives."""
        views: Views = self.settings["VIEWS"]
        press = Press(self, writer, views)
        every = list(all_lists(self.settings))
        twins = _twins(every)
        for each in every:
            _write_list(each, twins[(each.kind, each.pair)] if each.pair else [], press)
        write_archives(every, press)
        write_months([each for each in every if each.kind == HOME], press)


def _write_list(each: List, twins: list[List], press: Press) -> None:
    parts = slices(len(each.articles), each.page_size(press.site))
    paginator = StockPaginator(each.articles, parts, each.plain, press.site.addresses)
    others = tuple((twin.lang, twin.plain.url) for twin in twins if twin.lang != each.lang)
    origin = f"the list {each.kind} {each.title}".strip()
    description = of_list(each, press.views)
    lite = each.plain.url if each.kind in {HOME, "category"} else None
    feeds = press.views.feeds(each.kind, each.lang, each.key)  # none for home: those are of every page
    for number in paginator.page_range:
        page = paginator.page(number)
        address = page.address
        press.write(
            *((each.kind, HOME) if each.kind in OUR_OWN else (each.kind,)),
            address=address,
            frame=Frame(
                each.lang,
                address.url,
                description,
                others if number == 1 else (),
                feeds=feeds,
                lite=lite,
                title=each.title,
            ),
            origin=origin,
            ours=partial(_values, each, paginator, number, press.views),
            stock=partial(_stock_values, each, paginator, number),
            articles=page.object_list,
        )


def _values(each: List, paginator: StockPaginator, number: int, views: Views) -> dict[str, object]:
    """What the page shows; home also has the newest edition, but not on its older pages, which stay as they are."""
    if each.kind == THREAD:
        return {"thread": thread_page(each, views)}
    shown: dict[str, object] = {"listing": listing(each, paginator, number, views.site)}
    if each.kind != HOME:
        return shown
    return {**shown, "edition": views.edition(each.lang) if number == 1 else None}


def listing(each: List, paginator: StockPaginator, number: int, site: Site) -> Listing:
    """The page of this number, 1 being the newest, as our theme shows it."""
    page = paginator.page(number)
    cards = tuple([article.card for article in page.object_list])
    return Listing(
        kind="home" if each.kind == HOME else each.kind,
        title=each.title,
        cards=_led(cards) if each.kind == HOME else cards,
        number=paginator.slices[number - 1].number,
        newest=_link(paginator, 1, site) if number > 1 else None,
        newer=_link(paginator, number - 1, site) if page.has_previous() else None,
        older=_link(paginator, number + 1, site) if page.has_next() else None,
    )


def _led(cards: tuple[Card, ...]) -> tuple[Card, ...]:
    """The cards of home, which leads with the newest digest that stands: none that was retracted stands on top."""
    lead = next((card for card in cards if card.mark != RETRACTED), None)
    if lead is None or lead is cards[0]:
        return cards
    return (lead, *[card for card in cards if card is not lead])


def _link(paginator: StockPaginator, number: int, site: Site) -> Link:
    return Link("", site.rooted(paginator.page(number).url))


def _twins(every: list[List]) -> dict[tuple[str, str], list[List]]:
    """The same lists in other languages; tags are each language's own."""
    groups: defaultdict[tuple[str, str], list[List]] = defaultdict(list)
    for each in every:
        if each.pair:
            groups[(each.kind, each.pair)].append(each)
    return groups


def _stock_values(each: List, paginator: StockPaginator, number: int) -> dict[str, Any]:
    page = paginator.page(number)
    values: dict[str, Any] = {
        "articles": each.articles,
        "dates": each.articles,
        "articles_paginator": paginator,
        "articles_page": page,
        "articles_previous_page": paginator.page(number - 1) if page.has_previous() else None,
        "articles_next_page": paginator.page(number + 1) if page.has_next() else None,
        "page_name": each.plain.url.rstrip("/") or HOME,
    }
    return values if each.kind == HOME else values | {each.kind: each.wrapper}


def listings_generator(pelican: Pelican) -> type[ListingsGenerator]:
    """The generator, for Pelican's list."""
    return ListingsGenerator
