"""robots.txt (RFC 9309): which robots may come, and where the sitemaps are."""

from collections.abc import Iterator
from functools import partial

from puntina.core.engine.output import Output
from puntina.core.settings import Site
from puntina.crawlers.text import text_output

PATH = "robots.txt"


def robots_output(site: Site, *, has_news: bool) -> Output:
    """The file at the host's root; it names the news sitemap only while there is one."""
    return text_output(PATH, partial(robots, site, has_news=has_news))


def robots(site: Site, *, has_news: bool) -> str:
    """What robots are told: all may come but those that AI_USE bars."""
    return "\n\n".join(_groups(site, has_news=has_news)) + "\n"


def _groups(site: Site, *, has_news: bool) -> Iterator[str]:
    yield "User-agent: *\nAllow: /"
    if site.ai_use.barred:
        yield "\n".join([*(f"User-agent: {name}" for name in site.ai_use.barred), "Disallow: /"])
    names = ["SITEMAP_URL"] if site.addresses.has("SITEMAP_URL") else []
    names += ["NEWS_SITEMAP_URL"] if has_news else []
    if names:
        # https://www.sitemaps.org/protocol.html#submit_robots
        yield "\n".join([f"Sitemap: {site.absolute(site.addresses.at(name).url)}" for name in names])
