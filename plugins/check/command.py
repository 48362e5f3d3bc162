"""The body of `invoke check`: every problem of settings and content, without a build and without Pelican."""

import datetime as dt
from collections.abc import Iterable, Iterator
from pathlib import Path

from plugins.check.content import read_content
from plugins.check.decoding import undecodable
from plugins.check.published import add_to_list, list_conflict
from plugins.check.report import report
from plugins.check.terminal import say, show
from plugins.check.vanished import vanished
from plugins.digest import Faults, Problem, Severity, errors
from plugins.locales import catalogue_problems
from plugins.site import SettingsFile, Site, load_settings, read_site
from plugins.site.model import ADDRESSES_FILE as NAME

SHOWN = 5  # files named in one line


def load_site(settings_file: Path) -> Site:
    """The Site of a settings file; raises Faults with all that is wrong with it."""
    path = settings_file.absolute()
    return read_site(load_settings(path), SettingsFile.at(path), folder=path.parent, now=dt.datetime.now(dt.UTC))


def check(settings_file: Path) -> int:
    """Prints every problem and returns the exit code: 1 where there is an error, 0 where there are warnings at most."""
    try:
        site = load_site(settings_file)
    except Faults as faults:
        show(report(faults.problems, settings_file.absolute().parent))
        return 1
    content = read_content(site)
    problems = (
        *content.problems,
        *undecodable(content, site),
        *vanished(content, site),
        *catalogue_problems(site, site.folder / site.theme),
    )
    show(report((problem for problem in problems if not _is_without_id(problem)), site.folder))
    show(without_id(problem.path for problem in problems if _is_without_id(problem)))
    wrong = bool(errors(problems))
    files = "1 file" if len(content.digests) == 1 else f"{len(content.digests):,} files"
    say(f"{files} read, {'mend the errors above' if wrong else 'all can be built'}")
    return int(wrong)


def note_addresses(settings_file: Path) -> int:
    """Adds the addresses that readers may see now to the list of published ones; the exit code is 1 where it can't."""
    try:
        site = load_site(settings_file)
        content = read_content(site)
        conflict = list_conflict(site.folder)
        if faults := (*errors(content.problems), *([conflict] if conflict else ())):
            raise Faults(faults)
    except Faults as faults:
        show(report(faults.problems, settings_file.absolute().parent))
        return 1
    added = add_to_list(content, site)
    say(f"{added:,} new {'address' if added == 1 else 'addresses'} in {NAME}")
    return 0


def _is_without_id(problem: Problem) -> bool:
    return (problem.code, problem.severity) == ("FM-ID", Severity.NOTE)


def without_id(paths: Iterable[str]) -> Iterator[str]:
    """One line for all digests without an id of their own; there are many where nobody gives any."""
    found = sorted(paths)
    if found:
        more = f" and {len(found) - SHOWN} more" if len(found) > SHOWN else ""
        hint = "add a line id: (a letter, then letters or digits) before you rename a file or change its year"
        yield f"no id, so one is made from language, year and file name: {', '.join(found[:SHOWN])}{more} — {hint}"
