"""Which lists there are: for each language a home, and one for each category, tag, author, outlet and thread of it."""

from collections.abc import Iterator
from dataclasses import dataclass
from operator import attrgetter
from typing import Any

from puntina.core.pelican.order import by_language
from puntina.core.settings import Address, Site
from puntina.listings.outlets import Outlets
from puntina.listings.threads import Threads

HOME, THREAD = "index", "thread"
PAIRED = frozenset({"category", "outlet"})  # whose keys are the same in every language


@dataclass(frozen=True, slots=True)
class List:
    """A list of articles, newest first; `pair` is the same for the same list in other languages, "" where none is."""

    kind: str  # also the template's name; "index" for home
    key: str
    title: str
    lang: str
    plain: Address
    articles: tuple[Any, ...]
    wrapper: Any = None  # Pelican's Category, Tag or Author, an Outlet or a Thread
    pair: str = ""

    def page_size(self, site: Site) -> int:
        """How many digests a page of it has: a thread is read on one."""
        return len(self.articles) if self.kind == THREAD else site.page_size


def all_lists(settings: Any) -> tuple[List, ...]:
    """The lists of all articles that are listed; looked for once in a build."""
    if "LISTS" not in settings:
        settings["LISTS"] = tuple(lists(settings["LISTED"], settings["SITE"]))
    found: tuple[List, ...] = settings["LISTS"]
    return found


def lists(articles: list[Any], site: Site) -> Iterator[List]:
    """All lists of all languages; `articles` are newest first."""
    groups, threads = by_language(articles), Threads(articles, site)
    for language in site.languages:
        own = groups.get(language.code, [])
        yield List(HOME, "", "", language.code, site.addresses.at_home(language.prefix), tuple(own), pair="home")
        yield from _grouped(
            "category",
            own,
            language.code,
            lambda article: [article.category] if hasattr(article, "category") else [],
        )
        yield from _grouped("tag", own, language.code, attrgetter("tags"))
        yield from _grouped("author", own, language.code, attrgetter("authors"))
        if site.addresses.has("OUTLET_URL"):
            yield from _grouped("outlet", own, language.code, Outlets(site, language.prefix).of)
        yield from _grouped(THREAD, threads.articles(language.code), language.code, threads.of)


def _grouped(kind: str, articles: list[Any], lang: str, wrappers_of: Any) -> Iterator[List]:
    groups: dict[str, tuple[Any, list[Any]]] = {}
    for article in articles:
        for wrapper in wrappers_of(article):
            groups.setdefault(wrapper.slug, (wrapper, []))[1].append(article)
    for slug, (wrapper, members) in sorted(groups.items()):
        pair = slug if kind in PAIRED else getattr(wrapper, "pair", "")
        place = Address(wrapper.url, wrapper.save_as)
        yield List(kind, slug, wrapper.name, lang, place, tuple(members), wrapper, pair)
