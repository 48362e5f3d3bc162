"""Whether there is search: where the setting says no, nothing more of this room is imported."""

from pelican import Pelican
from pelican.generators import Generator, PagesGenerator

from puntina.core.settings import Site


def offer_search(pelican: Pelican) -> None:
    """Lets menus name the search page."""
    site: Site = pelican.settings["SITE"]
    pelican.settings["SEARCHABLE"] = site.search


def search_generator(pelican: Pelican) -> tuple[type[Generator], ...]:
    """The generator, for Pelican's list; none where search is off."""
    if not pelican.settings["SEARCHABLE"]:
        return ()
    from puntina.search.generator import SearchGenerator

    return (SearchGenerator,)


def note_pages(generator: PagesGenerator) -> None:
    """Remembers the standing pages of all languages; Pelican's context has those of one."""
    generator.settings["SEARCHED_PAGES"] = generator.pages
