"""Offers links to the lists of the outlets that an article is based on."""

from functools import partial
from typing import Any

from pelican import Pelican

from puntina.core.digest.slugs import outlet_slug
from puntina.core.pelican.articles import offer
from puntina.core.settings import Site
from puntina.core.views.cards import Link
from puntina.listings.lists import all_lists


def offer_outlets(pelican: Pelican) -> None:
    """Offers `outlets`: those links, in the order of the sources, each once."""
    offer(pelican.settings, outlets=partial(_links, pelican.settings))


def _links(settings: dict[str, Any], article: Any) -> tuple[Link, ...]:
    """A hidden digest may be based on some that no list has."""
    site: Site = settings["SITE"]
    sources = article.digest.meta.sources
    if not sources or not site.addresses.has("OUTLET_URL"):
        return ()
    if "OUTLET_LINKS" not in settings:
        settings["OUTLET_LINKS"] = _all_links(settings)
    known: dict[tuple[str, str], Link] = settings["OUTLET_LINKS"]
    slugs = dict.fromkeys([outlet_slug(source.name) for source in sources])
    return tuple([known[(article.lang, slug)] for slug in slugs if (article.lang, slug) in known])


def _all_links(settings: dict[str, Any]) -> dict[tuple[str, str], Link]:
    rooted = settings["SITE"].rooted
    outlets = (each for each in all_lists(settings) if each.kind == "outlet")
    return {(each.lang, each.key): Link(each.title, rooted(each.plain.url)) for each in outlets}
