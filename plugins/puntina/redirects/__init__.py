"""Pages at the addresses that digests and pages had before, each of which leads to where they are now."""

from pelican import signals

from puntina.redirects.generator import redirects_generator


def register() -> None:
    """Connects to Pelican's signals."""
    signals.get_generators.connect(redirects_generator)
