"""The page for addresses that do not exist; a host such as GitHub Pages serves /404.html for them."""

from pelican import Pelican
from pelican.generators import Generator, PelicanTemplateNotFound
from pelican.writers import Writer

from plugins.cards.frame import Frame
from plugins.cards.pages import ListPage
from plugins.cards.views import Views

NAME = "404"


class NotFoundGenerator(Generator):  # type: ignore[misc]  # Pelican has no types
    """Writes 404.html where the theme has a template for it."""

    def generate_output(self, writer: Writer) -> None:
        """Queues the page in the default language; its switcher leads to the home of every language."""
        views: Views = self.settings["VIEWS"]
        try:
            template = self.get_template(NAME)
        except PelicanTemplateNotFound:
            return
        page = ListPage(views, (), Frame(views.site.default_language.code, "", "", nowhere=True), ())
        writer.write_file(
            f"{NAME}.html", template, self.context, page_of_ours=lambda: page, origin="the page for missing addresses"
        )


def not_found_generator(pelican: Pelican) -> type[NotFoundGenerator]:
    """The generator, for Pelican's list."""
    return NotFoundGenerator
