"""What a build says of the content before it makes anything: what stops it, what readers would see, what waits."""

from collections.abc import Iterator

from plugins.check.content import Content
from plugins.check.report import report
from plugins.check.standing import Standing, standing
from plugins.digest import Faults, Severity, errors
from plugins.locales import daymonth, longdate
from plugins.site import Site


def announced(content: Content, site: Site) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The lines of the report, and those of what is held; raises Faults, with the report, where there is an error."""
    # Notes are for `check`: a build says what stops it, or what readers would see.
    problems = tuple(problem for problem in content.problems if problem.severity is not Severity.NOTE)
    lines = tuple(report(problems, site.folder))
    if errors(problems):
        raise Faults(problems, shown=lines)
    return lines, tuple(held(content, site))


def held(content: Content, site: Site) -> Iterator[str]:
    """A line for each digest that waits for its date, the next one first."""
    waiting = [digest for digest in content.digests.values() if standing(digest, site.cutoff) is Standing.HELD]
    for digest in sorted(waiting, key=lambda digest: (digest.meta.date or site.cutoff, digest.path)):
        date = (digest.meta.date or site.cutoff).astimezone(site.timezone)
        day = daymonth(date, "en") if date.year == site.cutoff.year else longdate(date, "en")
        yield f"held until {day} {date:%H:%M}: {digest.meta.title} ({site.rules.folder}/{digest.path})"
