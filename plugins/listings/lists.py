"""Which lists there are: for each language a home, and one for each category, tag, author and outlet that it uses."""

from collections.abc import Iterator
from dataclasses import dataclass
from operator import attrgetter
from typing import Any

from plugins.listings.outlets import Outlets
from plugins.reader.order import by_language
from plugins.site import Address, Site


@dataclass(frozen=True, slots=True)
class List:
    """A list of articles, newest first; `key` is the same for the same list in every language."""

    kind: str  # also the template's name; "index" for home
    key: str
    title: str
    lang: str
    plain: Address
    articles: tuple[Any, ...]
    wrapper: Any = None  # Pelican's Category, Tag or Author, or an Outlet


def all_lists(settings: Any) -> tuple[List, ...]:
    """The lists of all articles that are listed; looked for once in a build."""
    if "LISTS" not in settings:
        settings["LISTS"] = tuple(lists(settings["LISTED"], settings["SITE"]))
    found: tuple[List, ...] = settings["LISTS"]
    return found


def lists(articles: list[Any], site: Site) -> Iterator[List]:
    """All lists of all languages; `articles` are newest first."""
    groups = by_language(articles)
    for language in site.languages:
        own = groups.get(language.code, [])
        yield List("index", "", "", language.code, site.addresses.at_home(language.prefix), tuple(own))
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


def _grouped(kind: str, articles: list[Any], lang: str, wrappers_of: Any) -> Iterator[List]:
    groups: dict[str, tuple[Any, list[Any]]] = {}
    for article in articles:
        for wrapper in wrappers_of(article):
            groups.setdefault(wrapper.slug, (wrapper, []))[1].append(article)
    for slug, (wrapper, members) in sorted(groups.items()):
        yield List(kind, slug, wrapper.name, lang, Address(wrapper.url, wrapper.save_as), tuple(members), wrapper)
