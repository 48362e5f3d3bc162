"""The lists of each language: home, categories, tags, authors, outlets, archives; numbered from the oldest. Threads."""

from pelican import signals

from puntina.listings.attach import offer_outlets
from puntina.listings.generator import listings_generator
from puntina.listings.neighbours import set_neighbours
from puntina.listings.related import offer_related
from puntina.listings.thread_places import offer_stories


def register() -> None:
    """Connects to Pelican's signals."""
    signals.initialized.connect(offer_outlets)
    signals.initialized.connect(offer_related)
    signals.initialized.connect(offer_stories)
    signals.article_generator_finalized.connect(set_neighbours)
    signals.get_generators.connect(listings_generator)
