"""Corrections: in each language a page of what was corrected in digests or retracted, newest first, with feeds."""

from puntina.core.hooks import Plugin
from puntina.corrections.feeds import correction_feeds
from puntina.corrections.pages import correction_pages

PLUGIN = Plugin(pages=(("corrections", correction_pages),), feeds=(("corrections", correction_feeds),))


def register() -> None:
    """Nothing to connect: PLUGIN has all of it."""
