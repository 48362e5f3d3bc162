"""What lists and archives say of themselves, to those who find them by a search engine or in a feed reader."""

from puntina.core.pelican.build import Build
from puntina.core.routes.route import Route
from puntina.listings.lists import List


def of_list(each: List, build: Build) -> str:
    """The description of a list; home has the publication's tagline."""
    return build.site.language(each.lang).tagline if each.is_home else of_page(each.route, each.lang, build, each.title)


def of_page(route: Route, lang: str, build: Build, name: str = "") -> str:
    """The description of a page of the route in the language, translated; `name` is what its list is of."""
    return str(build.strings[lang].gettext(route.description)) % {"name": name, "site": build.site.name}
