"""Dates that feeds could not go by: two digests of one second, and one that will be modified."""

from collections import defaultdict
from collections.abc import Iterable, Iterator

from plugins.check.naming import at, shown
from plugins.check.standing import standing
from plugins.digest import Digest, Kind, Problem, Severity
from plugins.digest.moments import published
from plugins.site import Site
from plugins.site.feeds import TOGETHER


def second_problems(digests: Iterable[Digest], site: Site) -> Iterator[Problem]:
    """A note for each digest that has the second of another in some feed, where the editor gave it no seconds.

    Feeds have seconds that follow from a digest's id, and from nothing else, so that no other digest can move them:
    once in sixty times two digests of one minute have the same.
    """
    is_mixed = bool(site.feeds.formats_of(TOGETHER))  # a feed that shows all languages
    minutes: defaultdict[object, list[Digest]] = defaultdict(list)
    for digest in digests:
        if digest.kind is Kind.DIGEST and (date := digest.meta.date):
            minute = date.replace(second=0) if date.second else date
            minutes["" if is_mixed else digest.meta.lang, minute].append(digest)
    for together in minutes.values():
        if len(together) > 1:
            yield from _same(together, site)


def _same(digests: list[Digest], site: Site) -> Iterator[Problem]:
    first: dict[int, Digest] = {}
    for digest in sorted(digests, key=_is_without_seconds):
        first.setdefault(published(digest.meta).second, digest)
    free = (second for second in range(60) if second not in first)
    for digest in filter(_is_without_seconds, digests):
        other = first[published(digest.meta).second]
        if other.meta.id != digest.meta.id:  # else that is the problem
            text = f"{shown(other, site)} has the same minute, and by chance the same second in feeds"
            hint = f"write the seconds, such as {digest.meta.date:%Y-%m-%d %H:%M}:{next(free, 59):02}"
            yield at(digest, digest.meta.place("date"), site, "FM-SECOND", text, hint, Severity.NOTE)


def _is_without_seconds(digest: Digest) -> bool:
    return "date" not in digest.meta.exact


def future_problems(digests: Iterable[Digest], site: Site) -> Iterator[Problem]:
    """A warning for each digest that readers would be told was modified at a time that has not come."""
    for digest in digests:
        modified = digest.meta.modified
        if modified and modified > site.cutoff and standing(digest, site.cutoff).is_public:
            text, hint = f"modified in the future: {modified:%Y-%m-%d %H:%M}", "write when it was corrected"
            code, place = "FM-MODIFIED", digest.meta.place("modified")
            if digest.meta.updates and digest.meta.updates[0].date == modified:
                code, place, text = "FM-UPDATE", digest.meta.updates[0].place, text.replace("modified", "an update")
            yield at(digest, place, site, code, text, hint, Severity.WARNING)
