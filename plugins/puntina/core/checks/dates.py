"""Dates that feeds can't use: two digests in the same second, or a modification in the future."""

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Iterator

from puntina.core.content.problem_at import at, shown
from puntina.core.content.publication_state import state_of
from puntina.core.digest import Digest, Kind, Problem, Severity
from puntina.core.digest.message import message
from puntina.core.digest.timestamps import published
from puntina.core.routes.table import ALL_LANGUAGES
from puntina.core.settings import Site


def second_problems(digests: Iterable[Digest], site: Site) -> Iterator[Problem]:
    """A note for each digest without seconds whose derived second is that of another digest in some feed.

    Feeds have seconds that follow from a digest's id, and from nothing else, so that no other digest can move them:
    once in sixty times two digests of one minute have the same.
    """
    is_mixed = bool(site.feeds.formats_of(site.routes.at(ALL_LANGUAGES)))  # a feed that shows all languages
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
            text = message("same minute as {file}, and by chance the same second in feeds", file=shown(other, site))
            hint = message(
                "write the seconds, such as {date:%Y-%m-%d %H:%M}:{second:02}",
                date=digest.meta.date,
                second=next(free, 59),
            )
            yield at(digest, digest.meta.position("date"), site, "FM-SECOND", text, hint, Severity.NOTE)


def _is_without_seconds(digest: Digest) -> bool:
    return "date" not in digest.meta.exact


def future_problems(digests: Iterable[Digest], site: Site) -> Iterator[Problem]:
    """A problem for each update and each `modified` in the future.

    A later hour of the same day is a warning, as it will soon be past; another day is an error.
    """
    for digest in digests:
        modified, updates = digest.meta.modified, digest.meta.updates
        if not modified or modified <= site.cutoff or not state_of(digest, site.cutoff).is_public:
            continue
        early = [update for update in updates if update.date > site.cutoff]
        for update in early:
            is_today = _day(update.date, site) == _day(site.cutoff, site)
            text, hint = (
                message("the update is in the future: {date:%Y-%m-%d %H:%M}", date=update.date),
                message("write the date of the update"),
            )
            severity = Severity.WARNING if is_today else Severity.ERROR
            yield at(digest, update.position, site, "FM-UPDATE", text, hint, severity)
        if not early or early[0].date < modified:
            text, hint = (
                message("modified is in the future: {date:%Y-%m-%d %H:%M}", date=modified),
                message("write the date of the correction"),
            )
            yield at(digest, digest.meta.position("modified"), site, "FM-MODIFIED", text, hint, Severity.WARNING)


def _day(moment: dt.datetime, site: Site) -> dt.date:
    return moment.astimezone(site.timezone).date()
