"""What stock themes read from Pelican's shared context: the default language's digests, pages and lists."""

from collections import defaultdict
from collections.abc import Iterable
from typing import Any

from pelican.generators import ArticlesGenerator, Generator, PagesGenerator

from plugins.locales import longdate
from plugins.reader.links import linked_files


def quiet_readers(generator: Generator) -> None:
    """Keeps Pelican from warning of each .md file that its own Markdown reader, not installed, can't read it."""
    generator.readers.disabled_readers.clear()


def article_lists(generator: ArticlesGenerator) -> None:
    """Gives stock themes one language's lists, and switches Pelican's own off, which ours replace."""
    every = [*generator.articles, *generator.hidden_articles]
    _localise(every)
    own = [article for article in generator.articles if article.lang == generator.settings["DEFAULT_LANG"]]
    generator.context.update(
        articles=own,
        dates=own,
        categories=_grouped(own, lambda article: [article.category] if hasattr(article, "category") else []),
        tags=_grouped(own, lambda article: getattr(article, "tags", [])),
        authors=_grouped(own, lambda article: getattr(article, "authors", [])),
    )
    generator.categories, generator.tags, generator.authors = [], {}, []
    # Pelican finds linked files in the text of an article, which is still empty here.
    generator.context["static_links"] |= linked_files(generator.settings["CONTENT"], generator.settings["SITE"])


def page_lists(generator: PagesGenerator) -> None:
    """Gives stock themes one language's pages."""
    _localise([*generator.pages, *generator.hidden_pages])
    own = [page for page in generator.pages if page.lang == generator.settings["DEFAULT_LANG"]]
    generator.context["pages"] = own


def _localise(contents: Iterable[Any]) -> None:
    """Dates as text in each content's own language; Pelican's are in that of the process."""
    for content in contents:
        for name in ("date", "modified"):
            if date := getattr(content, name, None):
                setattr(content, f"locale_{name}", longdate(date, content.lang))


def _grouped(articles: list[Any], wrappers_of: Any) -> list[tuple[Any, list[Any]]]:
    groups: defaultdict[Any, list[Any]] = defaultdict(list)
    for article in articles:
        for wrapper in wrappers_of(article):
            groups[wrapper].append(article)
    return sorted(groups.items(), key=lambda pair: pair[0].slug)
