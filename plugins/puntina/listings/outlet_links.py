"""Links to the lists of the outlets that an article is based on."""

from puntina.core.digest.slugs import outlet_slug
from puntina.core.pelican.articles import DigestArticle
from puntina.core.pelican.build import Build
from puntina.core.views.cards import Link
from puntina.listings.lists import all_lists


def outlets_of(article: DigestArticle) -> tuple[Link, ...]:
    """The links, in the order of the sources, each once; a hidden digest may be based on some that no list has."""
    sources = article.digest.meta.sources
    if not sources:
        return ()
    known = article.build.once(_links)
    slugs = dict.fromkeys([outlet_slug(source.name) for source in sources])
    return tuple([known[(article.lang, slug)] for slug in slugs if (article.lang, slug) in known])


def _links(build: Build) -> dict[tuple[str, str], Link]:
    rooted = build.site.rooted
    outlets = [each for each in build.once(all_lists) if each.kind == "outlet"]
    return {(each.lang, each.key): Link(each.title, rooted(each.plain.url)) for each in outlets}
