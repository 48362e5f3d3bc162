"""What stock themes read from Pelican's context: the digests, pages and lists of the page's own language."""

from collections.abc import Callable, Iterable
from operator import attrgetter
from typing import Any

from pelican.generators import ArticlesGenerator, Generator, PagesGenerator
from pelican.urlwrappers import URLWrapper

from puntina.core.content.copied import linked_files
from puntina.core.locales import longdate
from puntina.core.pelican.articles import DigestArticle, DigestPage
from puntina.core.pelican.build import Build
from puntina.core.pelican.order import by_language, set_articles


def quiet_readers(generator: Generator) -> None:
    """Keeps Pelican from warning of each .md file that its own Markdown reader, not installed, can't read it."""
    generator.readers.disabled_readers.clear()


def article_lists(generator: ArticlesGenerator) -> None:
    """Gives stock themes lists by language, and switches Pelican's own off, which ours replace."""
    set_articles(generator)
    build = Build.of(generator.settings)
    site, content = build.site, build.content
    groups = by_language(build.run.listed)
    for language in site.languages:
        own = groups.get(language.code, [])
        _context(build, language.code).update(
            DEFAULT_LANG=language.code,
            articles=own,
            dates=own,
            categories=_grouped(own, lambda article: [article.category] if article.category else []),
            tags=_grouped(own, attrgetter("tags")),
            authors=_grouped(own, attrgetter("authors")),
        )
    generator.context.update(_context(build, site.default_language.code))
    generator.categories, generator.tags, generator.authors = [], {}, []
    # Pelican finds linked files in the text of an article, which is still empty here.
    generator.context["static_links"] |= linked_files(content.digests, content.files, site)


def page_lists(generator: PagesGenerator) -> None:
    """Gives stock themes pages by language."""
    build = Build.of(generator.settings)
    build.run.pages = generator.pages
    every = [*generator.pages, *generator.hidden_pages]
    _localise(every)
    build.run.by_path.update({page.digest.path: page for page in every})
    for language in build.site.languages:
        own = [page for page in generator.pages if page.lang == language.code]
        _context(build, language.code)["pages"] = own
    generator.context.update(_context(build, build.site.default_language.code))


def _context(build: Build, lang: str) -> dict[str, Any]:
    """The variables of one language, which the writer lays over Pelican's shared ones."""
    return build.run.stock_context.setdefault(lang, {})


def _localise(contents: Iterable[DigestPage]) -> None:
    """Dates as text in each content's own language; Pelican's are in that of the process."""
    for content in contents:
        for name in ("date", "modified"):
            if date := getattr(content, name, None):
                setattr(content, f"locale_{name}", longdate(date, content.lang))


def _grouped(
    articles: list[DigestArticle], wrappers_of: Callable[[DigestArticle], Iterable[URLWrapper]]
) -> list[tuple[URLWrapper, list[DigestArticle]]]:
    groups: dict[
        str, tuple[URLWrapper, list[DigestArticle]]
    ] = {}  # by slug, as Pelican's own hash takes longer than all the rest
    for article in articles:
        for wrapper in wrappers_of(article):
            groups.setdefault(wrapper.slug, (wrapper, []))[1].append(article)
    return sorted(groups.values(), key=lambda pair: pair[0].slug)
