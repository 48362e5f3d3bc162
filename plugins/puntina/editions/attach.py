"""Offers what other plugins show of editions, and the generator; nothing of either where EDITIONS_URL is empty."""

from collections.abc import Mapping
from functools import partial
from typing import Any

from pelican import Pelican

from puntina.core.pelican.articles import offer
from puntina.core.settings import Site
from puntina.core.views.cards import Link
from puntina.core.views.templates import can_print
from puntina.editions.calendar import has_editions, shelves
from puntina.editions.generator import EditionsGenerator, lists
from puntina.editions.pages import link_of
from puntina.editions.sections import brief

TEMPLATES = ("edition.html", "editions.html")


def offer_editions(pelican: Pelican) -> None:
    """Offers each digest in brief, the newest edition for home, and the feeds for the page about feeds."""
    settings = pelican.settings
    site: Site = settings["SITE"]
    if site.addresses.has("EDITIONS_URL") and can_print(TEMPLATES, settings):
        offer(settings, brief=partial(brief, settings))
        settings["NEWEST_EDITION"] = partial(_newest, settings)
        settings["OTHER_FEEDS"] = partial(lists, settings)


def editions_generator(pelican: Pelican) -> type[EditionsGenerator] | None:
    """The generator, for Pelican's list; None where there are no editions."""
    return EditionsGenerator if has_editions(pelican.settings) else None


def _newest(settings: Mapping[str, Any], lang: str) -> Link | None:
    """The newest day of the language, None where none is over."""
    days = shelves(settings)[lang].days
    return link_of(days[0], settings["VIEWS"]) if days else None
