"""Files for crawlers: the sitemap, the sitemap of the last two days' digests, and robots.txt."""

from pelican import signals

from puntina.crawlers.generator import crawlers_generator

__all__ = ["register"]


def register() -> None:
    """Connects to Pelican's signals."""
    signals.get_generators.connect(crawlers_generator)
