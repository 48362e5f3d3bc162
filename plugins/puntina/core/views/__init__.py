"""The frozen values that templates are given: cards, links, lists; data only, no doors into the site."""

from pelican import signals

from puntina.core.views.article_pages import article_context, offer_cards, page_context, prepare_views

__all__ = ["register"]


def register() -> None:
    """Connects to Pelican's signals."""
    signals.initialized.connect(offer_cards)
    signals.all_generators_finalized.connect(prepare_views)
    signals.article_generator_write_article.connect(article_context)
    signals.page_generator_write_page.connect(page_context)
