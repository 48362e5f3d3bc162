"""What threads show: each a page, oldest first, and on a digest those before it and the newest."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import partial
from typing import Any

from pelican import Pelican

from puntina.core.pelican.articles import offer
from puntina.core.settings import Site
from puntina.core.views.site_context import Views
from puntina.core.views.thread_cards import ThreadEntry, ThreadPage
from puntina.listings.lists import THREAD, List, all_lists

EARLIER = 3  # digests that one names


@dataclass(frozen=True, slots=True)
class Story:
    """Where an article stands in its thread: the articles just before it, newest first, and the newest of all."""

    title: str
    url: str  # below the site's root
    earlier: tuple[Any, ...]
    latest: Any | None  # None for the newest itself

    @property
    def named(self) -> tuple[Any, ...]:
        """The articles that it names."""
        return (*self.earlier, *([self.latest] if self.latest else []))


def offer_stories(pelican: Pelican) -> None:
    """Offers `thread`: a Story, None for an article that has no thread, or is alone in it."""
    offer(pelican.settings, thread=partial(_story, pelican.settings))


def _story(settings: dict[str, Any], article: Any) -> Story | None:
    if not article.digest.meta.thread:
        return None
    if "THREAD_PLACES" not in settings:  # once in a build, or in each process of one
        settings["THREAD_PLACES"] = _places(all_lists(settings))
    found: tuple[List, int] | None = settings["THREAD_PLACES"].get(article.digest.path)
    if found is None:  # hidden: in no list
        return None
    thread, place = found
    earlier = thread.articles[place + 1 : place + 1 + EARLIER]
    return Story(thread.title, thread.plain.url, earlier, thread.articles[0] if place else None)


def _places(every: Iterable[List]) -> dict[str, tuple[List, int]]:
    """The thread of each article that shares one, and its place there."""
    threads = [each for each in every if each.kind == THREAD and len(each.articles) > 1]
    return {article.digest.path: (thread, place) for thread in threads for place, article in enumerate(thread.articles)}


def thread_page(each: List, views: Views) -> ThreadPage:
    """The thread as its page shows it."""
    entries = tuple([_entry(article, views.site) for article in reversed(each.articles)])
    return ThreadPage(each.title, entries, views.feeds(each.kind, each.lang, each.key))


def _entry(article: Any, site: Site) -> ThreadEntry:
    digest = article.digest
    return ThreadEntry(
        digest.meta.title,
        site.rooted(article.url),
        article.date,
        digest.summary_text,
        article.mark,
        digest.has_summary,
    )
