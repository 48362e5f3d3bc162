"""Each language's search page, and what can be found on it."""

from collections.abc import Iterator, Mapping
from functools import partial
from operator import attrgetter

from puntina.core.pelican.build import Build
from puntina.core.pelican.context import is_there, site_context
from puntina.core.pelican.language_pages import language_page
from puntina.core.views.page_meta import PageMeta
from puntina.core.views.page_spec import PageSpec
from puntina.core.views.pages import ListPage
from puntina.search.records import Text

FOLDER = "pagefind/"  # below a language's home
SETTING = "SEARCH_URL"


def search_pages(build: Build) -> Iterator[PageSpec]:
    """The page of each language, where readers can search and the theme has a page for it."""
    route = build.site.routes.at(SETTING)
    if is_there(route, build):
        for language in build.site.languages:
            yield language_page(route, language.code, build, partial(_page, build))


def _page(build: Build, meta: PageMeta) -> ListPage:
    site, texts = build.site, build.once(texts_of)[meta.lang]
    index = site.rooted(site.language(meta.lang).prefix + FOLDER) if texts else ""
    known = {text.category for text in texts}
    names = [category.name(meta.lang) for category in site.categories]
    sections = tuple([name for name in names if name in known])
    return ListPage(build.once(site_context), (), meta, (("index", index), ("sections", sections)))


def texts_of(build: Build) -> Mapping[str, tuple[Text, ...]]:
    """What can be found in each language: what is public and listed, then the standing pages.

    The oldest first, so that a new digest changes the number of no other.
    """
    site = build.site
    found: dict[str, list[Text]] = {language.code: [] for language in site.languages}
    for article in reversed(build.run.listed):
        if not article.mark:
            name = article.category.text if article.category else ""
            found[article.lang].append(Text(article.digest, site.rooted(article.url), name))
    for page in sorted(build.run.pages, key=attrgetter("digest.path")):
        if not page.mark:
            found[page.lang].append(Text(page.digest, site.rooted(page.url), ""))
    return {lang: tuple(texts) for lang, texts in found.items()}
