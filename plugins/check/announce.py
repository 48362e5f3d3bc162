"""What a build says of the content before it makes anything: what stops it, what readers would see, what waits."""

from collections.abc import Iterator

from plugins.check.content import Content
from plugins.check.published import list_conflict
from plugins.check.report import report
from plugins.check.standing import Standing, standing
from plugins.check.vanished import vanished
from plugins.digest import Faults, Severity, errors
from plugins.locales import daymonth, longdate
from plugins.site import Site


def announced(content: Content, site: Site) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The report's lines, and those of what is held or can't act; raises Faults, with the report, for errors."""
    # Notes are for `check`: a build says what stops it, or what readers would see.
    conflict = list_conflict(site.folder)
    gone = vanished(content, site) if site.is_published or conflict else ()
    problems = tuple(problem for problem in (*content.problems, *gone) if problem.severity is not Severity.NOTE)
    lines = tuple(report(problems, site.folder))
    if errors(problems):
        raise Faults(problems, shown=lines)
    return lines, (*held(content, site), *out_of_reach(site))


def out_of_reach(site: Site) -> Iterator[str]:
    """A line where the site lies below a folder of its host, at whose root alone robots.txt acts (RFC 9309, 2.3)."""
    if site.root and site.tells_crawlers and not site.preview:
        asked = f"pages say {', '.join(site.ai_use.meta)}" if site.ai_use.meta else "pages say nothing in its place"
        sitemap = site.absolute(site.addresses.at("SITEMAP_URL").url) if site.addresses.has("SITEMAP_URL") else ""
        handed = f"; hand {sitemap} in to search engines yourself" if sitemap else ""
        yield f"no robots.txt, which would not act below {site.root}/: {asked}{handed}"


def held(content: Content, site: Site) -> Iterator[str]:
    """A line for each digest that waits for its date, the next one first."""
    waiting = [digest for digest in content.digests.values() if standing(digest, site.cutoff) is Standing.HELD]
    for digest in sorted(waiting, key=lambda digest: (digest.meta.date or site.cutoff, digest.path)):
        date = (digest.meta.date or site.cutoff).astimezone(site.timezone)
        is_this_year = date.year == site.cutoff.astimezone(site.timezone).year
        day = daymonth(date, "en") if is_this_year else longdate(date, "en")
        yield f"held until {day} {date:%H:%M}: {digest.meta.title} ({site.rules.folder}/{digest.path})"
