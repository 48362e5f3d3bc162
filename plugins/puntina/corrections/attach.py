"""Whether there are pages of corrections: nothing of them is imported where CORRECTIONS_URL is empty."""

from pelican import Pelican
from pelican.generators import Generator

from puntina.core.settings import Site
from puntina.core.views.templates import can_print

TEMPLATE = "corrections"


def offer_corrections(pelican: Pelican) -> None:
    """Lets menus name the pages."""
    site: Site = pelican.settings["SITE"]
    has_address = site.addresses.has("CORRECTIONS_URL")
    pelican.settings["CORRECTIONS"] = has_address and can_print((f"{TEMPLATE}.html",), pelican.settings)


def corrections_generator(pelican: Pelican) -> tuple[type[Generator], ...]:
    """The generator, for Pelican's list; none where there are no such pages."""
    if not pelican.settings["CORRECTIONS"]:
        return ()
    from puntina.corrections.generator import CorrectionsGenerator

    return (CorrectionsGenerator,)
