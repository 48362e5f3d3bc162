"""The outputs: the page of corrections of each language."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import partial
from typing import Any

from pelican.generators import Generator
from pelican.writers import Writer

from puntina.core.locales import N_
from puntina.core.pelican import corrected as wrong
from puntina.core.pelican.order import by_language
from puntina.core.settings import Site
from puntina.core.settings.feeds import CORRECTION
from puntina.core.views.page_meta import Frame
from puntina.core.views.pages import ListPage
from puntina.core.views.site_context import Views
from puntina.core.views.updates import UpdateView, update_view
from puntina.corrections.attach import TEMPLATE

DESCRIPTION = N_("%(site)s: what was corrected in our digests, and what was retracted")


@dataclass(frozen=True, slots=True)
class Correction:
    """A note on a digest, as the page lists it."""

    title: str  # the digest's
    url: str
    note: UpdateView


class CorrectionsGenerator(Generator):  # type: ignore[misc]  # Pelican has no types
    """Writes the pages of corrections."""

    def generate_output(self, writer: Writer) -> None:
        """Queues a page for each language, also where nothing was corrected yet."""
        views: Views = self.settings["VIEWS"]
        corrected = by_language(wrong.corrected(self.settings))
        for language in views.site.languages:
            place = views.site.addresses.at("CORRECTIONS_URL", language.prefix)
            writer.write_file(
                place.save_as,
                self.get_template(TEMPLATE),
                self.context,
                page_of_ours=partial(_page, language.code, corrected.get(language.code, []), views),
                origin=f"the list {TEMPLATE}",
                url=place.url,
                lang=language.code,
            )


def _page(lang: str, articles: list[Any], views: Views) -> ListPage:
    site = views.site
    places = {each.code: site.addresses.at("CORRECTIONS_URL", each.prefix).url for each in site.languages}
    own = places.pop(lang)
    description = str(views.strings[lang].gettext(DESCRIPTION)) % {"site": site.name}
    feeds = views.feeds(CORRECTION, lang, "")
    frame = Frame(lang, own, description, tuple(places.items()), feeds=feeds)
    sources = tuple([article.digest.path for article in articles])
    return ListPage(views, sources, frame, (("corrections", corrections(articles, site)),))


def corrections(articles: Iterable[Any], site: Site) -> tuple[Correction, ...]:
    """The corrections and retractions of these articles, newest first; of one moment, in the order of the articles."""
    found = [
        Correction(article.digest.meta.title, site.rooted(article.url), update_view(update))
        for article in articles
        for update in wrong.notes_of(article)
    ]
    return tuple(sorted(found, key=lambda each: each.note.date, reverse=True))
