"""Editions: what a day and what an ISO week brought, in each language, each to be read to its end; with feeds."""

from puntina.core.hooks import Plugin
from puntina.editions.feeds import edition_feeds
from puntina.editions.pages import edition_pages, newest_edition
from puntina.editions.sections import brief

PLUGIN = Plugin(
    article_attributes={"brief": brief},
    home_parts={"edition": newest_edition},
    pages=(("editions", edition_pages),),
    feeds=(("editions", edition_feeds),),
)


def register() -> None:
    """Nothing to connect: PLUGIN has all of it."""
