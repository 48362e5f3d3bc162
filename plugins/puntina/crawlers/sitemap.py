"""The sitemap (https://www.sitemaps.org/protocol.html): every page that may be found, and when it last changed.

Other languages are told as https://developers.google.com/search/docs/specialty/international/localized-versions has it.
"""

import datetime as dt
from collections.abc import Iterable, Iterator, Sequence
from functools import partial

from puntina.core.digest import FrontMatter
from puntina.core.engine.output import Output
from puntina.core.routes.address import quoted
from puntina.core.settings import Site
from puntina.core.views.site_context import X_DEFAULT
from puntina.crawlers.pages import Places, SitemapPage
from puntina.crawlers.text import text_output

MOST_URLS, MOST_BYTES = 50_000, 52_428_800  # of a file, by the protocol; more goes into several, and an index
ENTRY, LINK = 120, 70  # bytes of an entry and of each of its links, without the addresses: a few too many
DECLARATION = '<?xml version="1.0" encoding="UTF-8"?>\n'
NAMESPACE = "http://www.sitemaps.org/schemas/sitemap/0.9"
HEAD = f'{DECLARATION}<urlset xmlns="{NAMESPACE}" xmlns:xhtml="http://www.w3.org/1999/xhtml">\n'
FOOT = "</urlset>\n"


def sitemap_outputs(every: Sequence[SitemapPage], site: Site) -> list[Output]:
    """The sitemap of these pages, in one file where that may be; else several, and an index of them."""
    path = site.addresses.at("SITEMAP_URL").save_as
    size = most_entries([each.url for each in every], site)
    parts = [every[start : start + size] for start in range(0, len(every), size)] or [()]
    if len(parts) == 1:
        return [_file(path, parts[0], site)]
    paths = [f"{path.removesuffix('.xml')}-{number}.xml" for number in range(1, len(parts) + 1)]
    index = text_output(path, partial(sitemap_index, paths, parts, site))
    return [*(_file(path, part, site) for path, part in zip(paths, parts, strict=True)), index]


def most_entries(urls: Sequence[str], site: Site) -> int:
    """How many entries a file may hold, even if all were as long as the longest of these could be."""
    longest = len(spelt(site.absolute("")).encode()) + max([len(spelt(url)) for url in urls], default=0)
    links = len(site.languages) + 1 if len(site.languages) > 1 else 0
    room = MOST_BYTES - len(HEAD) - len(FOOT)
    return max(1, min(MOST_URLS, room // (ENTRY + longest + links * (LINK + longest))))


def _file(path: str, part: Sequence[SitemapPage], site: Site) -> Output:
    return text_output(path, partial(sitemap, part, site))  # shows no text of any


def sitemap(every: Iterable[SitemapPage], site: Site) -> str:
    """The file of these pages."""
    return HEAD + "".join(_entries(every, site)) + FOOT


def _entries(every: Iterable[SitemapPage], site: Site) -> Iterator[str]:
    links: dict[Places, str] = {}  # made once for all languages of a page
    root = spelt(site.absolute(""))
    for each in every:
        if each.everywhere not in links:
            links[each.everywhere] = _links(each.everywhere, root) if each.everywhere else ""
        moment = changed(each)
        lastmod = f"<lastmod>{moment.isoformat()}</lastmod>" if moment else ""
        yield f"<url><loc>{root}{spelt(each.url)}</loc>{lastmod}{links[each.everywhere]}</url>\n"


def spelt(url: str) -> str:
    """The address, percent-encoded as all are, as XML has it (https://www.sitemaps.org/protocol.html#escaping)."""
    if "&" in url or "'" in url:  # as hardly any has
        return url.replace("&", "&amp;").replace("'", "&apos;")
    return url


def _links(places: Places, root: str) -> str:
    """As in the head of the pages: readers of no language get the first."""
    return "".join(
        [
            f'\n<xhtml:link rel="alternate" hreflang="{lang}" href="{root}{spelt(url)}"/>'
            for lang, url in (*places, (X_DEFAULT, places[0][1]))
        ]
    )


def changed(each: SitemapPage) -> dt.datetime | None:
    """When the page last changed, by what its editors say; None where nothing says it. No build's moment is in it."""
    return max([moment for digest in each.digests if (moment := _changed(digest.meta))], default=None)


def _changed(meta: FrontMatter) -> dt.datetime | None:
    date, modified = meta.date, meta.modified
    return modified if modified and (not date or modified > date) else date


def sitemap_index(paths: Sequence[str], parts: Sequence[Sequence[SitemapPage]], site: Site) -> str:
    """The file that names the others."""
    lines = [_line(site.absolute(quoted(path)), part) for path, part in zip(paths, parts, strict=True)]
    return f'{DECLARATION}<sitemapindex xmlns="{NAMESPACE}">\n{"".join(lines)}</sitemapindex>\n'


def _line(url: str, part: Sequence[SitemapPage]) -> str:
    moment = max([moment for each in part if (moment := changed(each))], default=None)
    lastmod = f"<lastmod>{moment.isoformat()}</lastmod>" if moment else ""
    return f"<sitemap><loc>{spelt(url)}</loc>{lastmod}</sitemap>\n"
