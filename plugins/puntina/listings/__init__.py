"""The lists of each language: home, categories, tags, authors, outlets, archives; numbered from the oldest. Threads."""

from puntina.core.hooks import Plugin
from puntina.listings.archives import archive_pages
from puntina.listings.neighbours import set_neighbours
from puntina.listings.outlet_links import outlets_of
from puntina.listings.pages import list_pages
from puntina.listings.related import related_to
from puntina.listings.thread_places import thread_of

PLUGIN = Plugin(
    articles=(("neighbours", set_neighbours),),
    article_attributes={"outlets": outlets_of, "related": related_to, "thread": thread_of},
    pages=(("lists", list_pages), ("archives", archive_pages)),
)


def register() -> None:
    """Nothing to connect: PLUGIN has all of it."""
