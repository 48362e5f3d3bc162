"""The page of corrections of each language."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import partial

from puntina.core.pelican.articles import DigestArticle
from puntina.core.pelican.build import Build
from puntina.core.pelican.context import is_there, site_context
from puntina.core.pelican.corrected import corrected, notes_of
from puntina.core.pelican.language_pages import language_page
from puntina.core.pelican.order import by_language, public
from puntina.core.settings import Site
from puntina.core.views.page_meta import PageMeta
from puntina.core.views.page_spec import PageSpec
from puntina.core.views.pages import ListPage
from puntina.core.views.updates import UpdateView, update_view


@dataclass(frozen=True, slots=True)
class Correction:
    """A note on a digest, as the page lists it."""

    title: str  # the digest's
    url: str
    note: UpdateView


def correction_pages(build: Build) -> Iterator[PageSpec]:
    """A page for each language, also where nothing was corrected yet."""
    route = build.site.routes.at("CORRECTIONS_URL")
    if not is_there(route, build):
        return
    articles = by_language(corrected(build))
    changed = by_language(article for article in public(build) if article.digest.meta.updates)
    for lang in [language.code for language in build.site.languages]:
        page = partial(_page, build, articles.get(lang, []))
        yield language_page(route, lang, build, page, contents=changed.get(lang, ()))


def _page(build: Build, articles: list[DigestArticle], meta: PageMeta) -> ListPage:
    sources = tuple([article.digest.path for article in articles])
    return ListPage(build.once(site_context), sources, meta, (("corrections", corrections(articles, build.site)),))


def corrections(articles: Iterable[DigestArticle], site: Site) -> tuple[Correction, ...]:
    """The corrections and retractions of these articles, newest first; of one moment, in the order of the articles."""
    found = [
        Correction(article.digest.meta.title, site.rooted(article.url), update_view(update))
        for article in articles
        for update in notes_of(article)
    ]
    return tuple(sorted(found, key=lambda each: each.note.date, reverse=True))
