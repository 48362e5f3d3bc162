"""Hangs the frozen values on articles and pages, just before each is written."""

from dataclasses import fields
from typing import Any

from pelican.generators import ArticlesGenerator, Generator, PagesGenerator

from plugins.cards.cards import ArticleView, Link, PageView, SourceView
from plugins.cards.views import Views, make_views
from plugins.copyright import source_message
from plugins.digest import Source
from plugins.locales import language_name
from plugins.site import Site


def prepare_views(generators: list[Generator]) -> None:
    """Makes what pages share, once all articles and pages are known."""
    articles = next(each for each in generators if isinstance(each, ArticlesGenerator))
    pages = next(each for each in generators if isinstance(each, PagesGenerator))
    settings = generators[0].settings
    settings["VIEWS"] = make_views(settings["SITE"], articles.articles, pages.pages)


def article_context(generator: Generator, content: Any) -> None:
    """Gives an article the values for its template."""
    views: Views = generator.settings["VIEWS"]
    content.origin = f"{views.site.rules.folder}/{content.digest.path}"
    content.frozen = _common(content, views) | {"article": article_view(content, views)}


def page_context(generator: Generator, content: Any) -> None:
    """Gives a standing page the values for its template."""
    views: Views = generator.settings["VIEWS"]
    content.origin = f"{views.site.rules.folder}/{content.digest.path}"
    content.frozen = _common(content, views) | {"page": page_view(content, views.site)}


def article_view(article: Any, views: Views) -> ArticleView:
    """The article as its page shows it, with the site's notice where the copyright plugin is left out."""
    meta, site = article.digest.meta, views.site
    newer, older = getattr(article, "neighbours", (None, None))
    return ArticleView(
        title=meta.title,
        url=site.rooted(article.url),
        permalink=site.absolute(article.url),
        date=meta.date,
        modified=meta.modified,
        lang=meta.lang,
        mark=article.mark,
        category=next(iter(views.links([article.category] if hasattr(article, "category") else [])), None),
        tags=views.links(getattr(article, "tags", ())),
        authors=views.bylines(getattr(article, "authors", ())),
        digest=article.digest,
        sources=tuple(map(source_view, meta.sources)),
        share=getattr(article, "share", ()),
        copyright=getattr(article, "copyright", views.notice),
        translations=tuple(
            Link(language_name(other.lang), site.rooted(other.url), other.lang) for other in article.translations
        ),
        newer=_neighbour(newer, site),
        older=_neighbour(older, site),
    )


def source_view(source: Source) -> SourceView:
    """A source as the digest's page shows it."""
    values = {field.name: getattr(source, field.name) for field in fields(source)}
    return SourceView(**values, message=source_message(source))


def page_view(page: Any, site: Site) -> PageView:
    """The page as it is shown."""
    meta = page.digest.meta
    return PageView(meta.title, site.rooted(page.url), meta.lang, meta.modified, page.mark, page.digest)


def _common(content: Any, views: Views) -> dict[str, object]:
    others = [(other.lang, other.url) for other in content.translations]
    noindex = bool(content.mark) or content.status == "hidden"
    return views.common(content.lang, content.url, description=content.digest.teaser, others=others, noindex=noindex)


def _neighbour(article: Any, site: Site) -> Link | None:
    return Link(article.digest.meta.title, site.rooted(article.url)) if article else None
