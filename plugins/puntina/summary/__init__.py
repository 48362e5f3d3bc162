"""The 📌 box: where it is on the page, and a digest as plain HTML for stock themes and feeds."""

from puntina.core.hooks import Plugin
from puntina.summary.box import arranged, blocks_html, digest_html
from puntina.summary.html import arrange, text_html

__all__ = ["PLUGIN", "arranged", "blocks_html", "digest_html", "register"]

PLUGIN = Plugin(arrange=arrange, html=text_html)


def register() -> None:
    """Nothing to connect: PLUGIN has all of it."""
