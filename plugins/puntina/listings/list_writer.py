"""Writes list pages: view values for our theme, Pelican's variables for other themes."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Any, cast

from jinja2 import Template
from pelican.generators import Generator, PelicanTemplateNotFound
from pelican.writers import Writer

from puntina.core.settings import Address, Site
from puntina.core.views.page_meta import Frame
from puntina.core.views.pages import ListPage
from puntina.core.views.site_context import Views


@dataclass(frozen=True, slots=True)
class Press:
    """Pelican's generator and writer, and what all pages share."""

    generator: Generator
    writer: Writer
    views: Views

    @property
    def site(self) -> Site:
        """The publication."""
        return self.views.site

    def write(
        self,
        *templates: str,
        address: Address,
        frame: Frame,
        origin: str,
        ours: Callable[[], Mapping[str, object]],
        stock: Callable[[], Mapping[str, Any]],
        articles: Sequence[Any] = (),
    ) -> None:
        """Queues a page by the first of the templates that the theme has.

        `ours` gives the values for our theme, of which `articles` show something; `stock` gives those for stock ones.
        """
        self.writer.write_file(
            address.save_as,
            self._template(*templates),
            self.generator.context,
            page_of_ours=partial(_page, self.views, frame, ours, articles),
            origin=origin,
            url=address.url,
            lang=frame.lang,
            **({} if self.generator.settings.get("RENDER") else stock()),
        )

    def has(self, template: str) -> bool:
        """Whether the theme has the template."""
        try:
            self.generator.get_template(template)
        except PelicanTemplateNotFound:
            return False
        return True

    def _template(self, *names: str) -> Template:
        for name in names[:-1]:
            try:
                return cast("Template", self.generator.get_template(name))
            except PelicanTemplateNotFound:
                continue
        return cast("Template", self.generator.get_template(names[-1]))


def _page(views: Views, frame: Frame, ours: Callable[[], Mapping[str, object]], articles: Sequence[Any]) -> ListPage:
    return ListPage(views, tuple([article.digest.path for article in articles]), frame, tuple(ours().items()))
