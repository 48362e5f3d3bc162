"""What a build reports before it makes anything: problems of the content, and scheduled digests."""

import datetime as dt
from collections.abc import Iterable, Iterator

from puntina.core.checks.removed_urls import removed_urls
from puntina.core.content.content import Content
from puntina.core.content.publication_state import State, state_of
from puntina.core.content.published import list_fault
from puntina.core.digest import Digest, Faults, Problem, Severity, errors
from puntina.core.digest.message import Message, message
from puntina.core.locales import catalogue_problems
from puntina.core.reporting.build_report import BuildReport, DueTime
from puntina.core.settings import Site


def announced(content: Content, site: Site, theme: Iterable[Problem]) -> BuildReport:
    """What a build reports of the content; raises Faults, with all of it, where there are errors.

    `theme` are the problems of the theme. Those of catalogues, which are read later, are added to other errors.
    """
    # Notes are for `check`: a build reports what stops it, or what readers would see.
    fault = list_fault(site.folder)
    gone = removed_urls(content, site) if site.is_published or fault else ()
    problems = tuple(problem for problem in (*content.problems, *gone, *theme) if problem.severity is not Severity.NOTE)
    if errors(problems):
        raise Faults((*problems, *errors(catalogue_problems(site, site.folder / site.theme))))
    return BuildReport(problems, (*scheduled(content, site), *out_of_reach(site)))


def out_of_reach(site: Site) -> Iterator[Message]:
    """A notice where the site lies below a folder of its host, at whose root alone robots.txt acts (RFC 9309, 2.3)."""
    if not site.root or not site.tells_crawlers or site.preview:
        return
    folder, meta = f"{site.root}/", ", ".join(site.ai_use.meta)
    yield (
        message(
            "no robots.txt is made, because it would have no effect below {folder}: pages have {meta} instead",
            folder=folder,
            meta=meta,
        )
        if meta
        else message("no robots.txt is made, because it would have no effect below {folder}", folder=folder)
    )
    if site.addresses.has("SITEMAP_URL"):
        sitemap = site.absolute(site.addresses.at("SITEMAP_URL").url)
        yield message("no robots.txt names the sitemap: submit {sitemap} to search engines yourself", sitemap=sitemap)


def scheduled(content: Content, site: Site) -> Iterator[Message]:
    """A notice for each scheduled digest, the next one first."""
    present = site.cutoff.astimezone(site.timezone).year
    for digest, date in scheduled_digests(content, site):
        yield message(
            "scheduled for {time}: {title} ({path})",
            time=DueTime(date, present),
            title=digest.meta.title,
            path=f"{site.rules.folder}/{digest.path}",
        )


def scheduled_digests(content: Content, site: Site) -> Iterator[tuple[Digest, dt.datetime]]:
    """The scheduled digests with their dates in the publication's time zone, the next one first."""
    waiting = [digest for digest in content.digests.values() if state_of(digest, site.cutoff) is State.SCHEDULED]
    for digest in sorted(waiting, key=lambda digest: (digest.meta.date or site.cutoff, digest.path)):
        yield digest, (digest.meta.date or site.cutoff).astimezone(site.timezone)
