"""Offers what other plugins show of editions, and the generator; nothing of either where EDITIONS_URL is empty."""

from collections.abc import Mapping
from functools import partial
from pathlib import Path
from typing import Any

from pelican import Pelican

from plugins.cards.cards import Link
from plugins.editions.brief import brief
from plugins.editions.calendar import has_editions, shelves
from plugins.editions.generator import EditionsGenerator, lists
from plugins.editions.pages import link_of
from plugins.reader.articles import offer
from plugins.site import Site

TEMPLATES = ("edition.html", "editions.html")


def offer_editions(pelican: Pelican) -> None:
    """Offers each digest in brief, the newest edition for home, and the feeds for the page about feeds."""
    settings = pelican.settings
    site: Site = settings["SITE"]
    if site.addresses.has("EDITIONS_URL") and _can_print(settings):
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


def _can_print(settings: Mapping[str, Any]) -> bool:
    """Whether the theme, or the publication itself, has the templates; a stock theme has none."""
    folders = [*map(Path, settings["THEME_TEMPLATES_OVERRIDES"]), Path(settings["THEME"], "templates")]
    return all(any((folder / name).is_file() for folder in folders) for name in TEMPLATES)
