"""Hangs on articles and pages what theirs are made from, just before each is written."""

from functools import partial
from typing import Any

from pelican import Pelican
from pelican.generators import ArticlesGenerator, Generator, PagesGenerator

from puntina.core.digest import Kind
from puntina.core.digest.states import PREVIEWED
from puntina.core.pelican.articles import offer
from puntina.core.pelican.links import resolve_links
from puntina.core.views.card import card
from puntina.core.views.cards import Card, DatedLink, Link, ThreadView
from puntina.core.views.page_meta import Frame
from puntina.core.views.pages import ArticlePage, StandingPage
from puntina.core.views.site_context import Views, make_views


def offer_cards(pelican: Pelican) -> None:
    """Offers what lists and neighbours show of an article, made once for all of them."""
    settings = pelican.settings
    offer(settings, card=partial(_card, settings), link=partial(_link, settings), dated=partial(_dated, settings))


def prepare_views(generators: list[Generator]) -> None:
    """Makes what pages share, once all articles and pages are known."""
    articles = next(each for each in generators if isinstance(each, ArticlesGenerator))
    pages = next(each for each in generators if isinstance(each, PagesGenerator))
    settings = generators[0].settings
    settings["VIEWS"] = make_views(settings, articles.articles, pages.pages)


def article_context(generator: Generator, content: Any) -> None:
    """Gives an article what its page is made from."""
    views: Views = generator.settings["VIEWS"]
    content.origin = f"{views.site.rules.folder}/{content.digest.path}"
    content.page_of_ours = partial(article_page, content, generator.settings)


def page_context(generator: Generator, content: Any) -> None:
    """Gives a standing page what it is made from."""
    views: Views = generator.settings["VIEWS"]
    content.origin = f"{views.site.rules.folder}/{content.digest.path}"
    content.page_of_ours = partial(standing_page, content, generator.settings)


def article_page(article: Any, settings: dict[str, Any]) -> ArticlePage:
    """What the article's page is made from, as things stand."""
    views: Views = settings["VIEWS"]
    category = getattr(article, "category", None)
    related = getattr(article, "related", ())
    story = getattr(article, "thread", None) if article.digest.meta.thread else None
    named = story.named if story else ()
    newer, older = (_beyond(named, article, way) for way in (0, 1))
    around = [other.digest.path for other in (newer, older, *article.translations, *related, *named) if other]
    return ArticlePage(
        views=views,
        sources=(article.digest.path, *around),
        frame=_frame(article),
        digest=article.digest,
        mark=article.mark,
        links=resolve_links(article.digest, settings["CONTENT"]),
        category=views.lists.get(category.url) if category else None,
        outlets=getattr(article, "outlets", ()),
        related=tuple([other.dated for other in related]),
        thread=_thread(story, views) if story else None,
        tags=views.links(article.tags),
        authors=views.bylines(article.authors),
        newer=newer and newer.link,
        older=older and older.link,
        image=views.parts["image"](article) if "image" in views.parts else None,
    )


def _beyond(named: tuple[Any, ...], article: Any, way: int) -> Any | None:
    """The next newer digest (`way` 0) or the next older one (1) that the page doesn't name as of its thread."""
    other = getattr(article, "neighbours", (None, None))[way]
    while other and any(other is each for each in named):
        other = other.neighbours[way]
    return other


def standing_page(page: Any, settings: dict[str, Any]) -> StandingPage:
    """What the page is made from, as things stand."""
    views: Views = settings["VIEWS"]
    links = resolve_links(page.digest, settings["CONTENT"])
    return StandingPage(views, (page.digest.path,), _frame(page), page.digest, page.mark, links)


def _frame(content: Any) -> Frame:
    return Frame(
        lang=content.lang,
        url=content.url,
        description=content.digest.teaser,
        others=tuple([(other.lang, other.url) for other in content.translations]),
        noindex=content.mark in PREVIEWED or content.status == "hidden",
        lite=content.url if content.digest.kind is Kind.DIGEST else None,
        title=content.digest.meta.title,
    )


def _thread(story: Any, views: Views) -> ThreadView:
    earlier = tuple([other.dated for other in story.earlier])
    return ThreadView(story.title, views.site.rooted(story.url), earlier, story.latest and story.latest.dated)


def _card(settings: dict[str, Any], article: Any) -> Card:
    return card(article, settings["SITE"])


def _link(settings: dict[str, Any], article: Any) -> Link:
    return Link(article.digest.meta.title, settings["SITE"].rooted(article.url))


def _dated(settings: dict[str, Any], article: Any) -> DatedLink:
    return DatedLink(article.digest.meta.title, settings["SITE"].rooted(article.url), article.date)
