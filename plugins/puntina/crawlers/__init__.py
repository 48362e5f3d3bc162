"""Files for crawlers: the sitemap, the sitemap of the last two days' digests, and robots.txt."""

from puntina.core.hooks import Plugin
from puntina.crawlers.outputs import crawler_outputs

PLUGIN = Plugin(outputs=(("files for crawlers", crawler_outputs),))


def register() -> None:
    """Nothing to connect: PLUGIN has all of it."""
