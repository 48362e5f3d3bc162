"""The 📌 box: where it stands on the page, and a digest as plain HTML for stock themes and feeds."""

from pelican import signals

from puntina.summary.attach import fill_page, offer_html
from puntina.summary.box import arranged, blocks_html, digest_html

__all__ = ["arranged", "blocks_html", "digest_html", "register"]


def register() -> None:
    """Connects to Pelican's signals."""
    signals.initialized.connect(offer_html)
    signals.page_generator_write_page.connect(fill_page)
