"""Digests and pages that say the same in different languages, paired by their translation key."""

from pelican import signals

from puntina.translations.pairs import pair_articles, pair_pages


def register() -> None:
    """Connects to Pelican's signals."""
    signals.article_generator_finalized.connect(pair_articles)
    signals.page_generator_finalized.connect(pair_pages)
