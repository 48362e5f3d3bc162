"""Editions: what a day and what an ISO week brought, in each language, each to be read to its end; with feeds."""

from pelican import signals

from puntina.editions.attach import editions_generator, offer_editions

__all__ = ["register"]


def register() -> None:
    """Connects to Pelican's signals."""
    signals.initialized.connect(offer_editions)
    signals.get_generators.connect(editions_generator)
