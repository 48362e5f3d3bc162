"""The generator of what crawlers read."""

from typing import Any

from pelican import Pelican
from pelican.generators import Generator
from pelican.writers import Writer

from puntina.core.digest.states import PREVIEWED
from puntina.core.settings import Site
from puntina.crawlers.news import news_of, news_output
from puntina.crawlers.pages import pages
from puntina.crawlers.robots import robots_output
from puntina.crawlers.sitemap import sitemap_outputs
from puntina.feeds.plain import put


class CrawlersGenerator(Generator):  # type: ignore[misc]  # Pelican has no types
    """Writes the sitemaps and robots.txt."""

    def generate_output(self, writer: Writer) -> None:
        """Queues them, each where the publication wants it."""
        site: Site = self.settings["SITE"]
        # Newest first; drafts and held digests are for nobody's list, not even in a preview.
        public: list[Any] = [article for article in self.settings["LISTED"] if article.mark not in PREVIEWED]
        if site.addresses.has("SITEMAP_URL"):
            for output in sitemap_outputs([*reversed(public), *pages(self, public)], site):
                put(writer, output)
        news = news_of(public, site) if site.addresses.has("NEWS_SITEMAP_URL") else ()
        if news:
            put(writer, news_output(news, site))
        if not site.root:
            put(writer, robots_output(site, has_news=bool(news)))


def crawlers_generator(pelican: Pelican) -> type[CrawlersGenerator]:
    """The generator, for Pelican's list."""
    return CrawlersGenerator
