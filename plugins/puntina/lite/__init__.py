"""The lite edition: home, sections and every digest as text alone, small enough for the worst of lines."""

from puntina.core.hooks import Plugin
from puntina.lite.pages import lite_pages

PLUGIN = Plugin(pages=(("lite edition", lite_pages),))


def register() -> None:
    """Nothing to connect: PLUGIN has all of it."""
