"""What stock themes read from Pelican's context: the digests, pages and lists of the page's own language."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import partial
from operator import attrgetter
from typing import Any

from pelican.generators import ArticlesGenerator, Generator, PagesGenerator
from pelican.urlwrappers import URLWrapper

from puntina.core.content.copied import linked_files
from puntina.core.locales import longdate
from puntina.core.pelican.articles import DigestArticle, DigestPage
from puntina.core.pelican.build import Build
from puntina.core.pelican.context import site_context
from puntina.core.pelican.order import by_language
from puntina.core.pelican.readers import refuse_reader
from puntina.core.settings import Site
from puntina.core.views.cards import FeedLink


def quiet_readers(generator: Generator) -> None:
    """Keeps Pelican from warning of each .md file that its own Markdown reader, not installed, can't read it.

    Raises Faults where a plugin of others has added a reader.
    """
    generator.readers.disabled_readers.clear()
    for extension, reader in generator.readers.readers.items():
        refuse_reader(extension, type(reader), generator.settings)


def use_lists(generator: ArticlesGenerator) -> None:
    """Has the generator write no list, as ours replace Pelican's, and fill the context with those of each language.

    It fills the context just before its last signal, at which plugins of others may change what is in there.
    """
    for name in ("generate_tags", "generate_categories", "generate_authors"):
        setattr(generator, name, _write_nothing)
    generator._update_context = partial(_update_context, generator, generator._update_context)  # noqa: SLF001


def _write_nothing(write: Any) -> None:
    pass


def _update_context(generator: ArticlesGenerator, fill: Callable[[Sequence[str]], None], names: Sequence[str]) -> None:
    fill(names)
    if "articles" in names:
        _article_lists(generator)


def _article_lists(generator: ArticlesGenerator) -> None:
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


def feed_variables(generators: list[Generator]) -> None:
    """Gives stock themes the feeds of each language, once all articles and pages are known."""
    build = Build.of(generators[0].settings)
    found = {
        code: stock_feeds(facts.view.feeds, build.site) for code, facts in build.once(site_context).languages.items()
    }
    for lang, feeds in found.items():
        _context(build, lang).update(feeds)
    generators[0].context.update(found[build.site.default_language.code])


def stock_feeds(feeds: Iterable[FeedLink], site: Site, kind: str = "FEED_ALL") -> dict[str, str]:
    """The variables by which stock themes link the feeds, with URLs below the site's root."""
    forms = {"application/atom+xml": "ATOM", "application/rss+xml": "RSS"}
    links = {
        f"{kind}_{forms[feed.type]}": feed.url.removeprefix(site.rooted("")) for feed in feeds if feed.type in forms
    }
    return {**links, "FEED_DOMAIN": site.url}


def in_language(build: Build, context: Mapping[str, Any], lang: str | None) -> dict[str, Any]:
    """The variables of the language, but for those that a plugin has put others in the place of."""
    contexts = build.run.stock_context
    shared, own = contexts.get(build.site.default_language.code, {}), contexts.get(lang or "", {})
    return {name: value for name, value in own.items() if context.get(name) is shared.get(name)}


def _context(build: Build, lang: str) -> dict[str, Any]:
    """The variables of one language, which templates get in the place of Pelican's shared ones."""
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
