"""Digests that are about the same: of one language, by thread, tags and category that they share, then by nearness.

Linear in the number of digests: each list of a thread, tag or category is made once, and a digest is held against no
more than those next to it in its own lists.
"""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable

from puntina.core.digest.slugs import slugify
from puntina.core.digest.states import RETRACTED
from puntina.core.pelican.articles import DigestArticle
from puntina.core.pelican.build import Build
from puntina.core.pelican.order import by_language

NEAR = 4  # of each list, the digests before and behind one that it is held against
THREAD, TAG, CATEGORY = 1000, 3, 1  # what sharing one is worth


class Related:
    """The digests of one language, newest first, by what they may share."""

    def __init__(self, articles: list[DigestArticle]) -> None:
        self.articles = articles
        self._places = {article.digest.path: place for place, article in enumerate(articles)}
        # Points outweigh any nearness, so that one number ranks: the less, the sooner.
        self._point = 2 * len(articles) + 2
        tags: defaultdict[str, list[int]] = defaultdict(list)
        categories: defaultdict[str, list[int]] = defaultdict(list)
        threads: defaultdict[str, list[int]] = defaultdict(list)
        for place, article in enumerate(articles):
            meta = article.digest.meta
            if article.mark == RETRACTED:  # which nobody is led to
                continue
            for tag in meta.tags:
                tags[tag].append(place)
            categories[meta.category].append(place)
            if meta.thread:
                threads[slugify(meta.thread)].append(place)
        self._tags, self._categories, self._threads = tags, categories, threads

    def of(
        self, article: DigestArticle, count: int, besides: Iterable[DigestArticle] = ()
    ) -> tuple[DigestArticle, ...]:
        """At most so many others, those that share most first, of these the nearest in time, then the newer.

        Those of its thread share more than any tags; `besides` are not asked for.
        """
        meta, place = article.digest.meta, self._places.get(article.digest.path)
        if place is None or article.mark == RETRACTED:  # the former is hidden, and in no list
            return ()
        ranks: dict[int, int] = {}
        for tag in meta.tags:
            self._rank(self._tags[tag], place, TAG, ranks)
        self._rank(self._categories[meta.category], place, CATEGORY, ranks)
        if meta.thread:
            self._rank(self._threads[slugify(meta.thread)], place, THREAD, ranks)
        for other in besides:
            ranks.pop(self._places[other.digest.path], None)
        return tuple([self.articles[self._at(rank, place)] for rank in sorted(ranks.values())[:count]])

    def _rank(self, places: list[int], place: int, points: int, ranks: dict[int, int]) -> None:
        """Lowers the ranks of those next to the place in the list; at first that is the distance, doubled."""
        at, worth, known = bisect_left(places, place), points * self._point, ranks.get
        for newer in places[at - NEAR if at > NEAR else 0 : at]:
            ranks[newer] = known(newer, 2 * (place - newer)) - worth
        for older in places[at + 1 : at + 1 + NEAR]:
            ranks[older] = known(older, 2 * (older - place) + 1) - worth

    def _at(self, rank: int, place: int) -> int:
        """The place that the rank was given to."""
        distance, is_older = divmod(rank % self._point, 2)
        return place + distance if is_older else place - distance


def related_to(article: DigestArticle) -> tuple[DigestArticle, ...]:
    """The articles that are about the same as one, as many as the publication wants.

    Those that its place in its thread names already are none of them.
    """
    build = article.build
    if not build.site.related:
        return ()
    found = build.once(_by_language).get(article.lang)
    if not found:
        return ()
    thread = article.thread if article.digest.meta.thread else None
    return found.of(article, build.site.related, thread.named if thread else ())


def _by_language(build: Build) -> dict[str, Related]:
    return {lang: Related(own) for lang, own in by_language(build.run.listed).items()}
