"""The page for addresses that do not exist; a host such as GitHub Pages serves /404.html for all of them.

So it speaks every language: nobody knows which one a reader followed a broken link in.
"""

from dataclasses import dataclass

from pelican import Pelican
from pelican.generators import Generator, PelicanTemplateNotFound
from pelican.writers import Writer

from puntina.core.locales import N_
from puntina.core.views.cards import LanguageView
from puntina.core.views.page_meta import Frame
from puntina.core.views.pages import ListPage
from puntina.core.views.site_context import Views

NAME = "404"
TITLE = N_("Page not found")
TEXT = N_("There is nothing at this address. The page may have moved, or the address may be mistyped.")


@dataclass(frozen=True, slots=True)
class Missing:
    """What the page says in a language, and where one who reads it can go on."""

    title: str
    text: str
    language: LanguageView


class NotFoundGenerator(Generator):  # type: ignore[misc]  # Pelican has no types
    """Writes 404.html where the theme has a template for it."""

    def generate_output(self, writer: Writer) -> None:
        """Queues the page: first in the default language, then in each other one."""
        views: Views = self.settings["VIEWS"]
        try:
            template = self.get_template(NAME)
        except PelicanTemplateNotFound:
            return
        said = tuple([missing(code, views) for code in views.languages])
        frame = Frame(views.site.default_language.code, "", "", nowhere=True)
        page = ListPage(views, (), frame, (("languages", said),))
        writer.write_file(
            f"{NAME}.html", template, self.context, page_of_ours=lambda: page, origin="the page for missing addresses"
        )


def missing(lang: str, views: Views) -> Missing:
    """What the page says in the language."""
    strings = views.strings[lang]
    return Missing(strings.gettext(TITLE), strings.gettext(TEXT), views.languages[lang].view)


def not_found_generator(pelican: Pelican) -> type[NotFoundGenerator]:
    """The generator, for Pelican's list."""
    return NotFoundGenerator
