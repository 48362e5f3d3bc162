"""Gives articles and standing pages what theirs are made from, just before each is written."""

from functools import partial

from pelican.generators import Generator

from puntina.core.content.resolved_links import resolve_links
from puntina.core.digest import Kind
from puntina.core.digest.states import PREVIEWED
from puntina.core.pelican.articles import DigestArticle, DigestPage
from puntina.core.pelican.build import Build
from puntina.core.pelican.context import site_context
from puntina.core.pelican.stock_html import around, refuse_changes
from puntina.core.pelican.thread_place import ThreadPlace
from puntina.core.views.cards import ThreadView
from puntina.core.views.page_meta import PageMeta
from puntina.core.views.pages import ArticlePage, StandingPage
from puntina.core.views.site_context import SiteContext


def article_context(generator: Generator, content: DigestArticle) -> None:
    """Gives an article what its page is made from."""
    build = Build.of(generator.settings)
    content.origin = f"{build.site.rules.folder}/{content.digest.path}"
    content.page_of_ours = partial(article_page, content, build)
    if build.run.render:
        refuse_changes(content)
    else:
        content.around = around(content, build.once(site_context))


def page_context(generator: Generator, content: DigestPage) -> None:
    """Gives a standing page what it is made from."""
    build = Build.of(generator.settings)
    content.origin = f"{build.site.rules.folder}/{content.digest.path}"
    content.page_of_ours = partial(standing_page, content, build)


def article_page(article: DigestArticle, build: Build) -> ArticlePage:
    """What the article's page is made from, as things are."""
    context = build.once(site_context)
    category, related = article.category, article.related
    thread = article.thread if article.digest.meta.thread else None
    named = thread.named if thread else ()
    newer, older = (_beyond(named, article, way) for way in (0, 1))
    around = [other.digest.path for other in (newer, older, *article.translations, *related, *named) if other]
    return ArticlePage(
        context=context,
        sources=(article.digest.path, *around),
        meta=_meta(article),
        digest=article.digest,
        mark=article.mark,
        links=resolve_links(article.digest, build.content),
        category=context.lists.get(category.url) if category else None,
        outlets=article.outlets,
        related=tuple([other.dated for other in related]),
        thread=_thread(thread, context) if thread else None,
        tags=context.links(article.tags),
        authors=context.bylines(article.authors),
        newer=newer and newer.link,
        older=older and older.link,
        image=article.image,
    )


def _beyond(named: tuple[DigestArticle, ...], article: DigestArticle, way: int) -> DigestArticle | None:
    """The next newer digest (`way` 0) or the next older one (1) that the page doesn't name as of its thread."""
    other = article.neighbours[way]
    while other and any(other is each for each in named):
        other = other.neighbours[way]
    return other


def standing_page(page: DigestPage, build: Build) -> StandingPage:
    """What the page is made from, as things are."""
    links = resolve_links(page.digest, build.content)
    return StandingPage(build.once(site_context), (page.digest.path,), _meta(page), page.digest, page.mark, links)


def _meta(content: DigestArticle | DigestPage) -> PageMeta:
    return PageMeta(
        lang=content.lang,
        url=content.url,
        description=content.digest.teaser,
        others=tuple([(other.lang, other.url) for other in content.translations]),
        noindex=content.mark in PREVIEWED or content.status == "hidden",
        lite=content.url if content.digest.kind is Kind.DIGEST else None,
        title=content.digest.meta.title,
    )


def _thread(thread: ThreadPlace, context: SiteContext) -> ThreadView:
    earlier = tuple([other.dated for other in thread.earlier])
    return ThreadView(thread.title, context.site.rooted(thread.url), earlier, thread.latest and thread.latest.dated)
