"""Search in the browser: an index of each language's digests and pages, made by Pagefind, and a page to search on."""

from pelican import signals

from puntina.search.attach import note_pages, offer_search, search_generator

__all__ = ["register"]


def register() -> None:
    """Connects to Pelican's signals."""
    signals.initialized.connect(offer_search)
    signals.page_generator_finalized.connect(note_pages)
    signals.get_generators.connect(search_generator)
