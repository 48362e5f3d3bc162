"""Which lists there are: for each language a home, and for each route by key a list for each of its keys."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from pelican.urlwrappers import URLWrapper

from puntina.core.digest.threads import is_clear, same_threads
from puntina.core.pelican.articles import DigestArticle
from puntina.core.pelican.build import Build
from puntina.core.pelican.order import by_language, public
from puntina.core.routes.address import Address
from puntina.core.routes.route import Key, Route
from puntina.core.routes.table import HOME
from puntina.core.settings import Site

THREAD = "thread"


@dataclass(frozen=True, slots=True)
class ListName:
    """What a list is of, as Pelican has categories: for themes that take Pelican's context."""

    name: str
    slug: str
    url: str
    save_as: str

    def __str__(self) -> str:
        return self.name


@dataclass(frozen=True, slots=True)
class List:
    """A list of articles, newest first; `pair` is the same for the same list in other languages, "" where none is."""

    route: Route
    key: str
    title: str
    lang: str
    plain: Address
    articles: tuple[DigestArticle, ...]
    wrapper: URLWrapper | ListName | None = None
    pair: str = ""

    @property
    def kind(self) -> str:
        """What it is, which is also the name of its template: "index" for home."""
        return self.route.kind

    @property
    def is_home(self) -> bool:
        """Whether it has all digests of its language."""
        return self.route.setting == HOME

    def page_size(self, site: Site) -> int:
        """How many digests a page of it has: a list that is not paged is read on one."""
        return site.page_size if self.route.paged else len(self.articles)


def all_lists(build: Build) -> tuple[List, ...]:
    """The lists of all articles that are listed."""
    return tuple(lists(build.run.listed, build.site))


def public_lists(build: Build) -> tuple[List, ...]:
    """The lists as readers see them; a preview's have drafts and scheduled digests too."""
    shown = public(build)
    return build.once(all_lists) if len(shown) == len(build.run.listed) else tuple(lists(shown, build.site))


def lists(articles: list[DigestArticle], site: Site) -> Iterator[List]:
    """All lists of all languages; `articles` are newest first."""
    groups, pairs = by_language(articles), _thread_pairs(articles)
    home = site.routes.at(HOME)
    routes = [route for route in site.routes.lists if "slug" in route.fields and site.has_room_for(route)]
    for language in site.languages:
        own = groups.get(language.code, [])
        yield List(home, "", "", language.code, site.at(home, language.code), tuple(own), pair="home")
        for route in routes:
            yield from _grouped(route, own, language.code, site, pairs if route.kind == THREAD else {})


def _thread_pairs(articles: Iterable[DigestArticle]) -> Mapping[str, str]:
    """What the threads that are one in several languages share, by language and slug."""
    metas = [article.digest.meta for article in articles if article.digest.meta.thread]
    same = same_threads(metas)
    return {"/".join(node): "/".join(found[0]) for node, found in same.items() if is_clear(found)}


def _grouped(
    route: Route, articles: list[DigestArticle], lang: str, site: Site, pairs: Mapping[str, str]
) -> Iterator[List]:
    assert route.keys  # noqa: S101 - those of lists alone are asked for, for the type checker
    groups: dict[str, tuple[Key, URLWrapper | None, list[DigestArticle]]] = {}
    for article in articles:
        wrappers = iter(_wrappers(route, article))
        for key in route.keys(article.digest.meta, site):
            wrapper = next(wrappers, None)
            groups.setdefault(key.slug, (key, wrapper, []))[2].append(article)
    for slug, (key, wrapper, members) in sorted(groups.items(), key=lambda group: group[0]):
        place = site.at(route, lang, **key.filled)
        shown = wrapper or ListName(key.name, slug, place.url, place.save_as)
        pair = key.pair or pairs.get(f"{lang}/{slug}", "")
        yield List(route, slug, key.name, lang, place, tuple(members), shown, pair)


def _wrappers(route: Route, article: DigestArticle) -> Iterable[URLWrapper]:
    """Pelican's own categories, tags and authors of the article, in the order of the keys."""
    match route.kind:
        case "category":
            return (article.category,) if article.category else ()
        case "tag":
            return article.tags
        case "author":
            return article.authors
    return ()
