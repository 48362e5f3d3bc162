"""SEO and social metadata of pages: Open Graph, JSON-LD, and what robots are asked."""

from puntina.core.hooks import Plugin
from puntina.metadata.description import describe

PLUGIN = Plugin(metadata=(describe,))


def register() -> None:
    """Nothing to connect: PLUGIN has all of it."""
