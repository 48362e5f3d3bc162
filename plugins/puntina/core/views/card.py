"""An article as lists show it, and the links to the lists that it is in."""

from typing import Any

from puntina.core.settings import Site
from puntina.core.views.cards import Card, Link


def card(article: Any, site: Site) -> Card:
    """The article as lists show it."""
    digest = article.digest
    return Card(
        title=digest.meta.title,
        url=site.rooted(article.url),
        date=article.date,
        lang=article.lang,
        teaser=digest.teaser,
        category=category_link(article, site),
        mark=article.mark,
        pinned=digest.has_summary,
    )


def category_link(article: Any, site: Site) -> Link | None:
    """The link to the list of the article's category."""
    category = getattr(article, "category", None)
    return list_link(category, site) if category else None


def list_link(wrapper: Any, site: Site) -> Link:
    """The link to the list of a category, tag or author, as Pelican has it."""
    return Link(wrapper.name, site.rooted(wrapper.url), place=getattr(wrapper, "place", 0))
