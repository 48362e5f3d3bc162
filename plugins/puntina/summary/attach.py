"""Offers the order of a digest's blocks, and articles and pages as HTML for stock themes; ours prints the blocks."""

from functools import partial
from typing import Any

from markupsafe import Markup
from pelican import Pelican
from pelican.generators import Generator

from puntina.core.digest import Digest
from puntina.core.pelican.articles import offer
from puntina.core.pelican.links import printed, resolve_links
from puntina.summary.box import arranged, blocks_html, digest_html
from puntina.summary.notes import notes_html
from puntina.summary.point_notes import with_marks


def offer_html(pelican: Pelican) -> None:
    """Offers the blocks in the order that the publication wants, and `html` of an article."""
    settings = pelican.settings
    settings["ARRANGE"] = partial(_arrange, settings)
    offer(settings, html=partial(_html, settings))


def fill_page(generator: Generator, content: Any) -> None:
    """Gives a standing page its HTML, as Pelican keeps it."""
    content._content = _html(generator.settings, content)  # noqa: SLF001 - Pelican has no setter for it


def _arrange(settings: dict[str, Any], digest: Digest) -> Digest:
    return arranged(digest, settings["SITE"].summary_position)


def _html(settings: dict[str, Any], content: Any) -> Markup:
    digest, site = content.digest, settings["SITE"]
    gettext = settings["STRINGS"][digest.meta.lang].gettext
    links = resolve_links(digest, settings["CONTENT"])
    shown = _arrange(settings, printed(digest, links, place=site.rooted, own="", words=gettext))
    if not digest.meta.updates:
        return digest_html(shown, gettext("Summary"))
    text = blocks_html(with_marks(shown.blocks, digest, gettext), gettext("Summary"))
    return notes_html(digest.meta, settings["STRINGS"][digest.meta.lang]) + text
