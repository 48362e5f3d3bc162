"""The lite pages: one of each digest, and lists of home and sections in pages that stay small."""

from collections.abc import Callable, Iterator
from functools import partial

from puntina.core.content.links import find
from puntina.core.content.statics import place_of_copy
from puntina.core.digest import Kind
from puntina.core.digest.teaser import shorten
from puntina.core.pelican.articles import DigestArticle
from puntina.core.pelican.build import Build
from puntina.core.pelican.context import lite_prefix, site_context
from puntina.core.routes.address import Address, quoted
from puntina.core.views.cards import Link
from puntina.core.views.page_spec import FrozenPage, PageSpec
from puntina.listings.lists import all_lists
from puntina.lite.listing import lite_list, pages
from puntina.lite.page import TITLE, LiteDigest, lite

DIGEST, LIST = "lite_digest", "lite_list"


def lite_pages(build: Build) -> Iterator[PageSpec]:
    """The page of each digest, hidden ones too, then the lists; nothing where there is no lite edition."""
    prefix = lite_prefix(build)
    if not prefix:
        return
    for article in (*build.run.listed, *build.run.unlisted):
        place = Address(prefix + article.url, prefix + article.save_as)
        origin = f"{build.site.rules.folder}/{article.digest.path}"
        yield _spec(DIGEST, place, article.lang, origin, partial(lite_digest, article, build))
    for each in build.once(all_lists):
        if each.route.in_lite:
            every = pages(each, build.once(site_context))
            origin = f"the lite list {each.kind} {each.title}".strip()
            for at, (_, place) in enumerate(every):
                yield _spec(LIST, place, each.lang, origin, partial(lite_list, each, every, at, build))


def _spec(template: str, place: Address, lang: str, origin: str, page: Callable[[], FrozenPage]) -> PageSpec:
    return PageSpec(address=place, lang=lang, templates=(template,), page=page, origin=origin)


def lite_digest(article: DigestArticle, build: Build) -> LiteDigest:
    """What the digest's lite page is made from, as things are."""
    context, category = build.once(site_context), article.category
    thread = article.thread if article.digest.meta.thread else None
    earlier = thread.earlier[0] if thread and thread.earlier else None
    return LiteDigest(
        context=context,
        sources=(article.digest.path, *([earlier.digest.path] if earlier else [])),
        lang=article.lang,
        url=article.url,
        digest=article.digest,
        mark=article.mark,
        links=tuple(_links(article, build)) if article.digest.targets else (),
        authors=tuple([each.text for each in article.authors]),
        category=Link(category.text, lite(context, category.url))
        if category and category.url in context.lists
        else None,
        others=tuple([(other.lang, other.url) for other in article.translations]),
        earlier=earlier and Link(shorten(earlier.digest.meta.title, TITLE), lite(context, earlier.url)),
        thread=Link(shorten(thread.title, TITLE), context.site.rooted(thread.url)) if thread else None,
    )


def _links(article: DigestArticle, build: Build) -> Iterator[str]:
    """The address of each of the digest's targets; links from digest to digest stay in the lite edition."""
    content, prefix = build.content, lite_prefix(build)
    for target in article.digest.targets:
        found = find(target, article.digest, content.digests, content.files)
        other = content.digests.get(found.path)
        if found.path == article.digest.path:
            yield found.tail
        elif other is None:
            yield quoted(place_of_copy(found.path)) + found.tail
        else:
            yield (prefix if other.kind is Kind.DIGEST else "") + content.addresses[found.path].url + found.tail
