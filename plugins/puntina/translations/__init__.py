"""Digests and pages that say the same in different languages, paired by their translation key."""

from pelican import signals

from puntina.core.hooks import Plugin
from puntina.translations.pairs import pair_articles, pair_pages

PLUGIN = Plugin(articles=(("translations", pair_articles),))


def register() -> None:
    """Connects to Pelican's signals."""
    signals.page_generator_finalized.connect(pair_pages)
