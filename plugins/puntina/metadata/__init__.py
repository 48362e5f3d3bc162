"""What pages say of themselves to search engines and social networks: Open Graph, JSON-LD, wishes to robots."""

from pelican import signals

from puntina.metadata.describe import offer_description

__all__ = ["register"]


def register() -> None:
    """Connects to Pelican's signals."""
    signals.initialized.connect(offer_description)
