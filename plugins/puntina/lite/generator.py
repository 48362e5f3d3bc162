"""The outputs: a lite page of each digest, and lists of home and sections in pages that stay small."""

from collections.abc import Callable, Iterator, Mapping
from functools import partial
from typing import Any

from pelican.generators import Generator
from pelican.writers import Writer

from puntina.core.content.links import find
from puntina.core.content.statics import place_of_copy
from puntina.core.digest import Kind
from puntina.core.digest.teaser import shorten
from puntina.core.settings import Address, quoted
from puntina.core.views.cards import Link
from puntina.core.views.site_context import Views
from puntina.listings.lists import all_lists
from puntina.lite.listing import lite_list, pages
from puntina.lite.page import TITLE, LiteDigest, lite

DIGEST, LIST = "lite_digest", "lite_list"
KINDS = frozenset({"index", "category"})


class LiteGenerator(Generator):  # type: ignore[misc]  # Pelican has no types
    """Writes the lite edition."""

    def generate_output(self, writer: Writer) -> None:
        """Queues the page of each digest, hidden ones too, then the lists."""
        self._write_digests(writer)
        self._write_lists(writer)

    def _write_digests(self, writer: Writer) -> None:
        views, template = self.settings["VIEWS"], self.get_template(DIGEST)
        for article in (*self.settings["LISTED"], *self.context["hidden_articles"]):
            place = Address(views.lite + article.url, views.lite + article.save_as)
            origin = f"{views.site.rules.folder}/{article.digest.path}"
            page = partial(lite_digest, article, self.settings)
            self._queue(writer, template, place, article.lang, origin, page)

    def _write_lists(self, writer: Writer) -> None:
        views, template = self.settings["VIEWS"], self.get_template(LIST)
        for each in all_lists(self.settings):
            if each.kind not in KINDS:
                continue
            every = pages(each, views)
            origin = f"the lite list {each.kind} {each.title}".strip()
            for at, (_, place) in enumerate(every):
                page = partial(lite_list, each, every, at, self.settings)
                self._queue(writer, template, place, each.lang, origin, page)

    def _queue(
        self, writer: Writer, template: Any, place: Address, lang: str, origin: str, page: Callable[[], object]
    ) -> None:
        writer.write_file(
            place.save_as, template, self.context, page_of_ours=page, origin=origin, url=place.url, lang=lang
        )


def lite_digest(article: Any, settings: Mapping[str, Any]) -> LiteDigest:
    """What the digest's lite page is made from, as things stand."""
    views: Views = settings["VIEWS"]
    category = getattr(article, "category", None)
    story = getattr(article, "thread", None) if article.digest.meta.thread else None
    earlier = story.earlier[0] if story and story.earlier else None
    return LiteDigest(
        views=views,
        sources=(article.digest.path, *([earlier.digest.path] if earlier else [])),
        lang=article.lang,
        url=article.url,
        digest=article.digest,
        mark=article.mark,
        links=tuple(_links(article, settings)) if article.digest.targets else (),
        authors=tuple([each.name for each in article.authors]),
        category=Link(category.name, lite(views, category.url)) if category and category.url in views.lists else None,
        others=tuple([(other.lang, other.url) for other in article.translations]),
        earlier=earlier and Link(shorten(earlier.digest.meta.title, TITLE), lite(views, earlier.url)),
        thread=story and Link(shorten(story.title, TITLE), views.site.rooted(story.url)),
    )


def _links(article: Any, settings: Mapping[str, Any]) -> Iterator[str]:
    """The address of each of the digest's targets; links from digest to digest stay in the lite edition."""
    content = settings["CONTENT"]
    for target in article.digest.targets:
        found = find(target, article.digest, content.digests, content.files)
        other = content.digests.get(found.path)
        if found.path == article.digest.path:
            yield found.tail
        elif other is None:
            yield quoted(place_of_copy(found.path)) + found.tail
        else:
            prefix = settings["VIEWS"].lite if other.kind is Kind.DIGEST else ""
            yield prefix + content.addresses[found.path].url + found.tail
