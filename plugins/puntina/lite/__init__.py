"""The lite edition: home, sections and every digest as text alone, small enough for the worst of lines."""

from pelican import signals

from puntina.lite.attach import lite_generator, offer_lite

__all__ = ["register"]


def register() -> None:
    """Connects to Pelican's signals."""
    signals.initialized.connect(offer_lite)
    signals.get_generators.connect(lite_generator)
