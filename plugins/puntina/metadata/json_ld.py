"""JSON-LD (https://www.w3.org/TR/json-ld11/) in the vocabulary of https://schema.org/: a page as a graph of things."""

import json
from typing import Any

from markupsafe import Markup

from puntina.core.settings import Site
from puntina.core.views.cards import ArticleView
from puntina.core.views.page_meta import PageMeta
from puntina.metadata.news_article import news_article
from puntina.metadata.publisher import absolute, organization, website

Thing = dict[str, Any]
CONTEXT = "https://schema.org"

# Made of values that hold one another in no circle.
_encode = json.JSONEncoder(ensure_ascii=False, check_circular=False, separators=(",", ":")).encode


def as_script(things: list[Thing]) -> Markup | None:
    """The graph as it stands in a script element; None for an empty one.

    Only with "<" can a script element end or a comment in it begin, and JSON can spell it otherwise.
    https://html.spec.whatwg.org/multipage/scripting.html#restrictions-for-contents-of-script-elements
    """
    if not things:
        return None
    text = _encode({"@context": CONTEXT, "@graph": things})
    return Markup(text.replace("<", "\\u003c"))  # noqa: S704 - no sign of HTML is left in it


def graph(site: Site, meta: PageMeta, article: ArticleView | None) -> list[Thing]:
    """What is told of a page: the digest and its place in the site, or of a home the publication."""
    if article:
        category = article.category
        path = [(category.title, absolute(site, category.url))] if category else []
        return [news_article(site, article), breadcrumbs(site, meta, [*path, (article.title, _own(site, meta))])]
    if meta.url == site.language(meta.lang).prefix:
        return [organization(site), website(site, meta)]
    if meta.title:
        return [breadcrumbs(site, meta, [(meta.title, _own(site, meta))])]
    return []


def breadcrumbs(site: Site, meta: PageMeta, path: list[tuple[str, str]]) -> Thing:
    """The way from the language's home to the page (https://schema.org/BreadcrumbList)."""
    home = (site.name, site.absolute(site.language(meta.lang).prefix))
    steps = [
        {"@type": "ListItem", "position": position, "name": name, "item": url}
        for position, (name, url) in enumerate([home, *path], 1)
    ]
    return {"@type": "BreadcrumbList", "itemListElement": steps}


def _own(site: Site, meta: PageMeta) -> str:
    return site.absolute(meta.url)
