"""The outputs: the pages and the feeds of all editions."""

from collections.abc import Mapping
from typing import Any

from pelican.generators import Generator
from pelican.writers import Writer

from puntina.core.settings.feeds import ALL
from puntina.core.views.site_context import Views
from puntina.editions.calendar import shelves
from puntina.editions.feeds import Telling, followed, outputs
from puntina.editions.pages import Library
from puntina.feeds.feed_specs import Followed, links
from puntina.feeds.plain import put


class EditionsGenerator(Generator):  # type: ignore[misc]  # Pelican has no types
    """Writes the editions."""

    def generate_output(self, writer: Writer) -> None:
        """Queues every page, then the feeds, where the publication has feeds."""
        views: Views = self.settings["VIEWS"]
        every = lists(self.settings)
        own = {
            lang: tuple([link for each in every if each.lang == lang for link in links(each, views.site)])
            for lang in views.languages
        }
        library = Library(shelves(self.settings), views, own)
        for page in library.planned():
            writer.write_file(
                page.address.save_as,
                self.get_template(page.template),
                self.context,
                page_of_ours=page.page,
                origin=f"the edition {page.address.save_as}",
                url=page.address.url,
                lang=page.lang,
            )
        self._write_feeds(writer, every, library)

    def _write_feeds(self, writer: Writer, every: tuple[Followed, ...], library: Library) -> None:
        twins, site = library.twins(), library.views.site
        for each in every:
            newest = library.shelves[each.lang].of(each.key)[: site.feed_size]
            telling = Telling(newest, twins, library.views)
            same = [other for other in every if other.key == each.key]
            for output in outputs(each, same, telling, library.views):
                put(writer, output)


def lists(settings: Mapping[str, Any]) -> tuple[Followed, ...]:
    """What there is to follow: days and weeks of each language; nothing without feeds of all its digests."""
    if "FEED_LINKS" not in settings or not settings["SITE"].feeds.formats_of(ALL):
        return ()
    return tuple([each for shelf in shelves(settings).values() for each in followed(shelf, settings["VIEWS"])])
