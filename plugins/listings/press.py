"""Where lists are made into pages: values for our theme and Pelican's own variables for stock ones."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, cast

from jinja2 import Template
from pelican.generators import Generator, PelicanTemplateNotFound
from pelican.writers import Writer

from plugins.cards.cards import Card
from plugins.cards.views import Views
from plugins.site import Address, Site


@dataclass(frozen=True, slots=True)
class Press:
    """Pelican's generator and writer, what all pages share, and the card of each article by its source path."""

    generator: Generator
    writer: Writer
    views: Views
    cards: Mapping[str, Card]

    @property
    def site(self) -> Site:
        """The publication."""
        return self.views.site

    def write(
        self,
        *templates: str,
        lang: str,
        address: Address,
        origin: str,
        description: str,
        ours: Mapping[str, object],
        stock: Mapping[str, Any],
        others: Sequence[tuple[str, str]] = (),
    ) -> None:
        """Queues a page by the first of the templates that the theme has.

        `ours` is for our theme, `stock` for stock ones; `others` are (language, address) of the same page elsewhere.
        """
        frozen = self.views.common(lang, address.url, description=description, others=others)
        self.writer.write_file(
            address.save_as,
            self._template(*templates),
            self.generator.context,
            frozen={**frozen, **ours},
            origin=origin,
            url=address.url,
            lang=lang,
            **stock,
        )

    def _template(self, *names: str) -> Template:
        for name in names[:-1]:
            try:
                return cast("Template", self.generator.get_template(name))
            except PelicanTemplateNotFound:
                continue
        return cast("Template", self.generator.get_template(names[-1]))
