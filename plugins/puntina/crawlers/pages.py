"""The pages of a sitemap, in order: digests, lists, archives, standing pages, and what other plugins yield."""

from collections.abc import Iterator
from dataclasses import dataclass

from puntina.core.digest import Digest
from puntina.core.pelican.articles import DigestArticle, DigestPage
from puntina.core.pelican.build import Build
from puntina.core.pelican.generator import steps_of_pages
from puntina.core.pelican.order import public
from puntina.core.views.page_spec import PageSpec

Places = tuple[tuple[str, str], ...]  # language and URL


@dataclass(frozen=True, slots=True)
class SitemapPage:
    """A page as a sitemap has it: its URL below the site's root, the digests of which the last changed dates it, and
    the page in all of its languages, in the order of the publication; none where it is in one language only."""

    url: str
    digests: tuple[Digest, ...]
    everywhere: Places = ()


def sitemap_pages(build: Build) -> Iterator[SitemapPage]:
    """All of them; what a preview alone shows is in no sitemap."""
    order = {language.code: place for place, language in enumerate(build.site.languages)}
    shown = public(build)
    for article in reversed(shown):
        yield _of_content(article, order)
    known = {article.digest.path for article in shown}
    for name, specs in build.once(steps_of_pages):
        for spec in specs:
            yield from _of_spec(spec, known, order)
        if name == "archives":
            for page in _standing_pages(build):
                yield _of_content(page, order)


def _of_content(content: DigestArticle | DigestPage, order: dict[str, int]) -> SitemapPage:
    others = tuple([(other.lang, other.url) for other in content.translations])
    return SitemapPage(content.url, (content.digest,), _everywhere((content.lang, content.url), others, order))


def _of_spec(spec: PageSpec, known: set[str], order: dict[str, int]) -> Iterator[SitemapPage]:
    """The page, unless no sitemap has it, or a preview's drafts are all that is on it."""
    if not spec.sitemap:
        return
    digests = tuple([each.digest for each in spec.sitemap.contents if each.digest.path in known])
    if digests or not spec.sitemap.contents:
        yield SitemapPage(
            spec.address.url, digests, _everywhere((spec.lang, spec.address.url), spec.sitemap.others, order)
        )


def _everywhere(own: tuple[str, str], others: Places, order: dict[str, int]) -> Places:
    return tuple(sorted((own, *others), key=lambda place: order[place[0]])) if others else ()


def _standing_pages(build: Build) -> Iterator[DigestPage]:
    for language in build.site.languages:
        yield from (page for page in build.run.pages if page.lang == language.code and not page.mark)
