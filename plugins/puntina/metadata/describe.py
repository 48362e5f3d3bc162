"""A page's description: asked for by whoever prints the page, from the values that the page shows."""

from pelican import Pelican

from puntina.core.settings import Site
from puntina.core.views.cards import ArticleView, Description
from puntina.core.views.page_meta import Frame
from puntina.core.views.site_context import Views
from puntina.metadata.json_ld import as_script, graph
from puntina.metadata.open_graph import CARD, CARD_WITH_PICTURE, properties, shared_picture


def offer_description(pelican: Pelican) -> None:
    """Lets pages describe themselves."""
    pelican.settings["DESCRIBE"] = describe


def describe(views: Views, frame: Frame, article: ArticleView | None) -> Description:
    """What the page says of itself; next to nothing where it has no address, as the one for missing addresses."""
    robots = wishes(views.site)
    if frame.nowhere:
        return Description(robots)
    return Description(
        robots=robots,
        title=article.headline if article else frame.title,
        card=CARD_WITH_PICTURE if article and shared_picture(article) else CARD,
        properties=tuple(properties(views, frame, article)),
        data=as_script(graph(views.site, frame, article)),
    )


def wishes(site: Site) -> tuple[str, ...]:
    """What pages ask of robots where robots.txt can't: below a folder of a host no robot looks for it.

    RFC 9309, section 2.3: the file is at the root of the host.
    """
    return site.ai_use.meta if site.root else ()
