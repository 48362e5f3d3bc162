"""What stock themes read from Pelican's context: the digests, pages and lists of the page's own language."""

from collections.abc import Iterable
from operator import attrgetter
from typing import Any

from pelican.generators import ArticlesGenerator, Generator, PagesGenerator

from puntina.core.content.copied import linked_files
from puntina.core.locales import longdate
from puntina.core.pelican.articles import place
from puntina.core.pelican.order import by_language, listed
from puntina.core.settings import Site


def quiet_readers(generator: Generator) -> None:
    """Keeps Pelican from warning of each .md file that its own Markdown reader, not installed, can't read it."""
    generator.readers.disabled_readers.clear()


def article_lists(generator: ArticlesGenerator) -> None:
    """Gives stock themes lists by language, and switches Pelican's own off, which ours replace."""
    settings, site = generator.settings, generator.settings["SITE"]
    groups = by_language(listed(generator))
    for language in site.languages:
        own = groups.get(language.code, [])
        _context(settings, language.code).update(
            DEFAULT_LANG=language.code,
            articles=own,
            dates=own,
            categories=_grouped(own, lambda article: [article.category] if hasattr(article, "category") else []),
            tags=_grouped(own, attrgetter("tags")),
            authors=_grouped(own, attrgetter("authors")),
        )
    generator.context.update(_context(settings, site.default_language.code))
    generator.categories, generator.tags, generator.authors = [], {}, []
    # Pelican finds linked files in the text of an article, which is still empty here.
    content = settings["CONTENT"]
    generator.context["static_links"] |= linked_files(content.digests, content.files, site)


def page_lists(generator: PagesGenerator) -> None:
    """Gives stock themes pages by language."""
    site: Site = generator.settings["SITE"]
    _localise([*generator.pages, *generator.hidden_pages])
    for page in (*generator.pages, *generator.hidden_pages):
        place(page, generator.settings)
    for language in site.languages:
        own = [page for page in generator.pages if page.lang == language.code]
        _context(generator.settings, language.code)["pages"] = own
    generator.context.update(_context(generator.settings, site.default_language.code))


def _context(settings: dict[str, Any], lang: str) -> dict[str, Any]:
    """The variables of one language, which the writer lays over Pelican's shared ones."""
    contexts: dict[str, dict[str, Any]] = settings.setdefault("STOCK_CONTEXT", {})
    return contexts.setdefault(lang, {})


def _localise(contents: Iterable[Any]) -> None:
    """Dates as text in each content's own language; Pelican's are in that of the process."""
    for content in contents:
        for name in ("date", "modified"):
            if date := getattr(content, name, None):
                setattr(content, f"locale_{name}", longdate(date, content.lang))


def _grouped(articles: list[Any], wrappers_of: Any) -> list[tuple[Any, list[Any]]]:
    groups: dict[str, tuple[Any, list[Any]]] = {}  # by slug, as Pelican's own hash takes longer than all the rest
    for article in articles:
        for wrapper in wrappers_of(article):
            groups.setdefault(wrapper.slug, (wrapper, []))[1].append(article)
    return sorted(groups.values(), key=lambda pair: pair[0].slug)
