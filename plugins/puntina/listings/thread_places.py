"""What threads show: each a page, oldest first, and on a digest those before it and the newest."""

from puntina.core.pelican.articles import DigestArticle
from puntina.core.pelican.build import Build
from puntina.core.pelican.context import site_context
from puntina.core.pelican.thread_place import ThreadPlace
from puntina.core.settings import Site
from puntina.core.views.thread_cards import ThreadEntry, ThreadPage
from puntina.listings.lists import THREAD, List, all_lists

EARLIER = 3  # digests that one names


def thread_of(article: DigestArticle) -> ThreadPlace | None:
    """Where the article is in its thread; None for one that has no thread, or is alone in it."""
    if not article.digest.meta.thread:
        return None
    found = article.build.once(_places).get(article.digest.path)
    if found is None:  # hidden: in no list
        return None
    thread, place = found
    earlier = thread.articles[place + 1 : place + 1 + EARLIER]
    return ThreadPlace(thread.title, thread.plain.url, earlier, thread.articles[0] if place else None)


def _places(build: Build) -> dict[str, tuple[List, int]]:
    """The thread of each article that shares one, and its place there."""
    threads = [each for each in build.once(all_lists) if each.kind == THREAD and len(each.articles) > 1]
    return {article.digest.path: (thread, place) for thread in threads for place, article in enumerate(thread.articles)}


def thread_page(each: List, build: Build) -> ThreadPage:
    """The thread as its page shows it."""
    entries = tuple([_entry(article, build.site) for article in reversed(each.articles)])
    return ThreadPage(each.title, entries, build.once(site_context).feeds_of(each.kind, each.lang, each.key))


def _entry(article: DigestArticle, site: Site) -> ThreadEntry:
    digest = article.digest
    return ThreadEntry(
        digest.meta.title,
        site.rooted(article.url),
        article.date,
        digest.summary_text,
        article.mark,
        digest.has_summary,
    )
