"""Search in the browser: an index of each language's digests and pages, made by Pagefind, and a page to search on."""

from puntina.core.hooks import Plugin
from puntina.search.outputs import index_outputs
from puntina.search.pages import search_pages

PLUGIN = Plugin(pages=(("search", search_pages),), outputs=(("search index", index_outputs),))


def register() -> None:
    """Nothing to connect: PLUGIN has all of it."""
