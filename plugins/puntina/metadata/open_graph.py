"""Open Graph (https://ogp.me/): what networks show of a page that somebody shares."""

from collections.abc import Iterator
from datetime import datetime

from puntina.core.locales import territory_locale
from puntina.core.views.cards import ArticleView, ImageView
from puntina.core.views.page_meta import PageMeta
from puntina.core.views.site_context import SiteContext

# A title and a description, with a picture above them where there is one
# (https://developer.x.com/en/docs/x-for-websites/cards/overview/abouts-cards).
CARD, CARD_WITH_PICTURE = "summary", "summary_large_image"


def properties(context: SiteContext, meta: PageMeta, article: ArticleView | None) -> Iterator[tuple[str, str]]:
    """The properties but for the title, in order."""
    site = context.site
    yield "og:type", "article" if article else "website"
    yield "og:url", site.absolute(meta.url)
    yield "og:site_name", site.name
    if meta.description:
        yield "og:description", meta.description
    yield "og:locale", territory_locale(meta.lang)
    for lang, _ in meta.others:
        yield "og:locale:alternate", territory_locale(lang)
    if article:
        yield from _article(article)
    if article and (image := shared_picture(article)):
        yield from _image(image)


def shared_picture(article: ArticleView) -> ImageView | None:
    """The picture that networks show with the title; none of a digest that was retracted, and its picture with it."""
    return None if article.retraction else article.image


def _article(article: ArticleView) -> Iterator[tuple[str, str]]:
    """The properties of a page that is an article (https://ogp.me/#type_article)."""
    yield "article:published_time", article.date.isoformat()
    if article.modified:
        yield "article:modified_time", updated(article.date, article.modified).isoformat()
    if article.category:
        yield "article:section", article.category.title
    for tag in article.tags:
        yield "article:tag", tag.title


def _image(image: ImageView) -> Iterator[tuple[str, str]]:
    """The picture with its size, so that networks show it at once (https://ogp.me/#structured)."""
    yield "og:image", image.shared
    yield "og:image:type", "image/jpeg"
    yield "og:image:width", str(image.shared_width)
    yield "og:image:height", str(image.shared_height)
    yield "og:image:alt", image.alt


def updated(date: datetime, modified: datetime | None) -> datetime:
    """When the digest was last changed, by what its editor says; never before it was published."""
    return max(date, modified) if modified else date
