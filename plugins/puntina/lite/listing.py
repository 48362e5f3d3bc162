"""A page of a lite list as what it is made from: its digests' titles, and the ways on from it."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from puntina.core.digest.teaser import shorten
from puntina.core.pelican.articles import DigestArticle
from puntina.core.pelican.build import Build
from puntina.core.pelican.context import site_context
from puntina.core.routes.address import Address
from puntina.core.views.cards import Link
from puntina.core.views.site_context import Key, SiteContext
from puntina.listings.lists import List
from puntina.listings.pagination import Slice, slices
from puntina.lite.page import lite, room_of, shared
from puntina.lite.text import bytes_of

ON_A_PAGE = 12  # digests; the newest page has fewer than twice as many
TITLES = (110, 60, 30)  # characters of a title: the first of these with which the page stays small
AROUND = 101  # bytes of a digest besides its title and address


@dataclass(frozen=True, slots=True)
class LiteEntry:
    """A digest in a lite list."""

    title: str
    url: str
    date: datetime
    mark: str


@dataclass(frozen=True, slots=True)
class LiteList:
    """A page of home or of a section; `url` is the full list's, below the site's root, `ours` what the page shows."""

    context: SiteContext
    sources: tuple[str, ...]
    lang: str
    url: str
    ours: Key

    @property
    def key(self) -> Key:
        """All that the values are computed from."""
        shown = (("which digests it shows", self.sources), ("address", self.url))
        return (*self.context.key(self.lang), *shown, *self.ours)

    def values(self) -> Mapping[str, object]:
        """The values for the template."""
        return {**shared(self.context, self.lang, self.url), **dict(self.ours)}


def pages(each: List, context: SiteContext) -> tuple[tuple[Slice, Address], ...]:
    """The pages of the list, newest first, each with its place."""
    plain = Address(context.lite + each.plain.url, context.lite + each.plain.save_as)
    addresses = context.site.addresses
    return tuple(
        (part, plain if part.number is None else addresses.list_page(plain, part.number))
        for part in slices(len(each.articles), ON_A_PAGE)
    )


def lite_list(each: List, every: Sequence[tuple[Slice, Address]], at: int, build: Build) -> LiteList:
    """What the page is made from, as things are; it is that `at` this place in `every` page of its list."""
    context = build.once(site_context)
    part, _ = every[at]
    shown = each.articles[part.start : part.stop]
    is_newest_home = each.is_home and part.number is None
    sections = tuple(_sections(each.lang, context)) if is_newest_home else ()
    others = tuple(_homes(each.lang, context)) if is_newest_home else ()
    newer = context.site.rooted(every[at - 1][1].url) if at else ""
    older = context.site.rooted(every[at + 1][1].url) if at + 1 < len(every) else ""
    room = room_of(context, each.lang, each.plain.url, (*sections, *others), context.notice)
    ours = (
        ("title", each.title),
        ("number", part.number),
        ("digests", _entries(shown, context, room - bytes_of(each.title, each.title, newer, older))),
        ("sections", sections),
        ("others", others),
        ("newer", newer),
        ("older", older),
    )
    return LiteList(context, tuple([article.digest.path for article in shown]), each.lang, each.plain.url, ours)


def _entries(articles: Sequence[DigestArticle], context: SiteContext, room: int) -> tuple[LiteEntry, ...]:
    """The digests, with titles as long as there is room for."""
    places = [lite(context, article.url) for article in articles]
    titles = [article.digest.meta.title for article in articles]
    room -= bytes_of(*places) + AROUND * len(articles)
    for length in TITLES:
        shown = [shorten(title, length) for title in titles]
        if bytes_of(*shown) <= room:
            break
    return tuple(
        [
            LiteEntry(title, place, article.date, article.mark)
            for title, place, article in zip(shown, places, articles, strict=True)
        ]
    )


def _sections(lang: str, context: SiteContext) -> Iterator[Link]:
    """The sections that have digests, in the order of the menu."""
    route = context.site.routes.at("CATEGORY_URL")
    for category in context.site.categories:
        url = context.site.at(route, lang, slug=category.slug).url
        if url in context.lists:
            yield Link(category.name(lang), lite(context, url))


def _homes(lang: str, context: SiteContext) -> Iterator[Link]:
    """The lite homes of the other languages."""
    for code, facts in context.languages.items():
        if code != lang:
            yield Link(facts.view.name, lite(context, context.site.language(code).prefix), code)
