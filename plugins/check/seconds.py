"""Digests of one minute that readers' programs could not tell apart by their dates."""

from collections import defaultdict
from collections.abc import Iterable, Iterator

from plugins.check.naming import at, shown
from plugins.digest import Digest, Kind, Problem, Severity
from plugins.digest.moments import published
from plugins.site import Site


def second_problems(digests: Iterable[Digest], site: Site) -> Iterator[Problem]:
    """A note for each digest that has the second of another of its language, where the editor gave minutes alone.

    Feeds have seconds that follow from a digest's id, and from nothing else, so that no other digest can move them:
    once in sixty times two digests of one minute have the same.
    """
    minutes: defaultdict[object, list[Digest]] = defaultdict(list)
    for digest in digests:
        if digest.kind is Kind.DIGEST and (date := digest.meta.date) and not date.second:
            minutes[digest.meta.lang, date].append(digest)
    for together in minutes.values():
        if len(together) > 1:
            yield from _same(together, site)


def _same(digests: list[Digest], site: Site) -> Iterator[Problem]:
    first: dict[int, Digest] = {}
    for digest in digests:
        first.setdefault(published(digest.meta).second, digest)
    free = (second for second in range(60) if second not in first)
    for digest in digests:
        other = first[published(digest.meta).second]
        if other.meta.id != digest.meta.id:  # else that is the problem
            text = f"{shown(other, site)} has the same minute, and by chance the same second in feeds"
            hint = f"write the seconds, such as {digest.meta.date:%Y-%m-%d %H:%M}:{next(free, 59):02}"
            yield at(digest, digest.meta.place("date"), site, "FM-SECOND", text, hint, Severity.NOTE)
