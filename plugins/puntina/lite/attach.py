"""Lets the full pages name the lite ones, and offers the generator; nothing of either where LITE_URL is empty."""

from pelican import Pelican

from puntina.core.settings import Site
from puntina.core.views.templates import can_print
from puntina.lite.generator import LiteGenerator

TEMPLATES = ("lite_digest.html", "lite_list.html")


def offer_lite(pelican: Pelican) -> None:
    """Tells where the lite edition is, if there is one."""
    settings = pelican.settings
    site: Site = settings["SITE"]
    if site.addresses.has("LITE_URL") and can_print(TEMPLATES, settings):
        settings["LITE"] = site.addresses.at("LITE_URL").url


def lite_generator(pelican: Pelican) -> type[LiteGenerator] | None:
    """The generator, for Pelican's list; None where there is no lite edition."""
    return LiteGenerator if pelican.settings.get("LITE") else None
