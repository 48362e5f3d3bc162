"""A page's metadata, computed when the page is printed, from the values that it shows."""

from dataclasses import replace

from puntina.core.settings import Site
from puntina.core.views.cards import ArticleView, Description
from puntina.core.views.page_meta import PageMeta
from puntina.core.views.site_context import SiteContext
from puntina.metadata.json_ld import as_script, graph
from puntina.metadata.open_graph import CARD, CARD_WITH_PICTURE, properties, shared_picture


def describe(context: SiteContext, meta: PageMeta, article: ArticleView | None, before: Description) -> Description:
    """What is known `before` with Open Graph and JSON-LD; next to nothing for a page without a URL."""
    robots = (*before.robots, *robots_directives(context.site))
    if meta.nowhere:
        return replace(before, robots=robots)
    return replace(
        before,
        robots=robots,
        title=article.headline if article else meta.title,
        card=CARD_WITH_PICTURE if article and shared_picture(article) else CARD,
        properties=(*before.properties, *properties(context, meta, article)),
        data=as_script(graph(context.site, meta, article)),
    )


def robots_directives(site: Site) -> tuple[str, ...]:
    """What pages ask of robots where robots.txt can't: below a folder of a host no robot looks for it.

    RFC 9309, section 2.3: the file is at the root of the host.
    """
    return site.ai_use.meta if site.is_below_host else ()
