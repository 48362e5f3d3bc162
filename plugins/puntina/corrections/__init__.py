"""Corrections: in each language a page of what was corrected in digests or taken back, newest first."""

from pelican import signals

from puntina.corrections.attach import corrections_generator, offer_corrections

__all__ = ["register"]


def register() -> None:
    """Connects to Pelican's signals."""
    signals.initialized.connect(offer_corrections)
    signals.get_generators.connect(corrections_generator)
