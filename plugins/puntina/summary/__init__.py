"""The 📌 box: where it is on the page, and a digest as plain HTML for stock themes and feeds."""

from pelican import signals

from puntina.core.hooks import Plugin
from puntina.summary.box import arranged, blocks_html, digest_html
from puntina.summary.html import arrange, article_html, fill_page

__all__ = ["PLUGIN", "arranged", "blocks_html", "digest_html", "register"]

PLUGIN = Plugin(article_attributes={"html": article_html}, arrange=arrange)


def register() -> None:
    """Connects to Pelican's signals."""
    signals.page_generator_write_page.connect(fill_page)
