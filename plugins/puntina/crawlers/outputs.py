"""The files that crawlers read."""

from collections.abc import Iterator

from puntina.core.engine.output import Output
from puntina.core.pelican.build import Build
from puntina.core.pelican.order import public
from puntina.crawlers.news import news_of, news_output
from puntina.crawlers.pages import sitemap_pages
from puntina.crawlers.robots import robots_output
from puntina.crawlers.sitemap import sitemap_outputs


def crawler_outputs(build: Build) -> Iterator[Output]:
    """The sitemaps and robots.txt, each where the publication wants it."""
    site = build.site
    if site.addresses.has("SITEMAP_URL"):
        yield from sitemap_outputs(tuple(sitemap_pages(build)), site)
    news = news_of(public(build), site) if site.addresses.has("NEWS_SITEMAP_URL") else ()
    if news:
        yield news_output(news, site)
    if not site.is_below_host:
        yield robots_output(site, has_news=bool(news))
