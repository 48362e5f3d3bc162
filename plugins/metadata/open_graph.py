"""Open Graph (https://ogp.me/): what networks show of a page that somebody shares."""

from collections.abc import Iterator
from datetime import datetime

from plugins.cards.cards import ArticleView
from plugins.cards.frame import Frame
from plugins.cards.views import Views
from plugins.locales import territory_locale

# A title and a description, without picture (https://developer.x.com/en/docs/x-for-websites/cards/overview/summary).
CARD = "summary"


def properties(views: Views, frame: Frame, article: ArticleView | None) -> Iterator[tuple[str, str]]:
    """The properties but for the title, in order; a picture would have its `og:image` here."""
    site = views.site
    yield "og:type", "article" if article else "website"
    yield "og:url", site.absolute(frame.url)
    yield "og:site_name", site.name
    if frame.description:
        yield "og:description", frame.description
    yield "og:locale", territory_locale(frame.lang)
    for lang, _ in frame.others:
        yield "og:locale:alternate", territory_locale(lang)
    if article:
        yield from _article(article)


def _article(article: ArticleView) -> Iterator[tuple[str, str]]:
    """The properties of a page that is an article (https://ogp.me/#type_article)."""
    yield "article:published_time", article.date.isoformat()
    if article.modified:
        yield "article:modified_time", updated(article.date, article.modified).isoformat()
    if article.category:
        yield "article:section", article.category.title
    for tag in article.tags:
        yield "article:tag", tag.title


def updated(date: datetime, modified: datetime | None) -> datetime:
    """When the digest was last changed, by what its editor says; never before it was published."""
    return max(date, modified) if modified else date
