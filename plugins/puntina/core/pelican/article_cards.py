"""An article as lists and neighbours show it, and the links to the lists that it is in."""

from typing import TYPE_CHECKING

from puntina.core.pelican.taxonomy import PlacedAuthor, PlacedCategory, PlacedTag
from puntina.core.settings import Site
from puntina.core.views.cards import Card, DatedLink, Link

if TYPE_CHECKING:
    from puntina.core.pelican.articles import DigestArticle


def card(article: "DigestArticle", site: Site) -> Card:
    """The article as lists show it."""
    digest = article.digest
    return Card(
        title=digest.meta.title,
        url=site.rooted(article.url),
        date=article.date,
        lang=article.lang,
        teaser=digest.teaser,
        category=list_link(article.category, site) if article.category else None,
        mark=article.mark,
        pinned=digest.has_summary,
    )


def link(article: "DigestArticle", site: Site) -> Link:
    """The article as neighbours name it."""
    return Link(article.digest.meta.title, site.rooted(article.url))


def dated(article: "DigestArticle", site: Site) -> DatedLink:
    """The article as others of its language name it, with its date."""
    return DatedLink(article.digest.meta.title, site.rooted(article.url), article.date)


def list_link(wrapper: PlacedCategory | PlacedTag | PlacedAuthor, site: Site) -> Link:
    """The link to the list of a category, tag or author, as Pelican has it."""
    return Link(wrapper.text, site.rooted(wrapper.url), place=getattr(wrapper, "place", 0))
