"""The body of `puntina check`: every problem of settings and content, without a build and without Pelican."""

import datetime as dt
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

from puntina.core.checks.plugin_hooks import every_plugin_problem, publication_hooks
from puntina.core.checks.reading import read_content
from puntina.core.checks.removed_urls import removed_urls
from puntina.core.checks.theme_faults import theme_problems
from puntina.core.checks.unseen import unseen
from puntina.core.content.content import Content
from puntina.core.content.image_decoding import undecodable
from puntina.core.content.problem_at import shown
from puntina.core.content.published import add_to_list, list_fault
from puntina.core.digest import Faults, Kind, Problem, Severity, errors
from puntina.core.digest.message import Message, counted, message
from puntina.core.locales import catalogue_problems
from puntina.core.locales.editors import Translator, translator
from puntina.core.reporting.github import annotate
from puntina.core.reporting.language import editors_language
from puntina.core.reporting.report import report
from puntina.core.reporting.terminal import say, show
from puntina.core.settings import SettingsFile, Site, load_settings, read_site
from puntina.core.settings.model import ADDRESSES_FILE as NAME

SHOWN = 5  # files named in one line


def load_site(settings_file: Path, overrides: Mapping[str, Any] | None = None) -> Site:
    """The Site of a settings file, with what a command has in place of it; Faults with all that is wrong."""
    path, chosen = settings_file.absolute(), overrides or {}
    settings = {**load_settings(path), **chosen}
    hooks = publication_hooks(settings, SettingsFile.at(path), path.parent)
    now = dt.datetime.now(dt.UTC)
    return read_site(settings, SettingsFile.at(path), folder=path.parent, now=now, chosen=chosen, hooks=hooks)


def check(settings_file: Path, *, lang: str = "") -> int:
    """Prints every problem and returns the exit code: 1 where there is an error, 0 where there are warnings at most.

    `lang` is the language of the messages, the publication's where it is "".
    """
    path, translated = settings_file.absolute(), translator(editors_language(settings_file, lang))
    try:
        site = load_site(path)
    except Faults as faults:
        _show(faults.problems, path.parent, translated)
        return 1
    try:
        content = read_content(site)
    except Faults as faults:  # of a plugin's check
        _show(faults.problems, path.parent, translated)
        return 1
    problems = (
        *content.problems,
        *undecodable(content, site),
        *removed_urls(content, site),
        *catalogue_problems(site, site.folder / site.theme),
        *theme_problems(site, content.digests.values()),
        *every_plugin_problem(load_settings(path), SettingsFile.at(path), path.parent),
    )
    _show((problem for problem in problems if not _is_without_id(problem)), site.folder, translated)
    wrong = bool(errors(problems))
    if not wrong:  # a renamed file is to have the id that it had, a copy none, and both are errors
        show(map(translated, without_id(content, site)))
    for notice in unseen(content, site):
        say(translated(notice))
    say(translated(_closing(content.read, wrong=wrong)))
    return int(wrong)


def _closing(files: int, *, wrong: bool) -> Message:
    if wrong:
        return counted(
            "{count} file read; fix the errors above", "{count:,} files read; fix the errors above", count=files
        )
    return counted("{count} file read, no errors", "{count:,} files read, no errors", count=files)


def _show(problems: Iterable[Problem], folder: Path, translated: Translator) -> None:
    found = tuple(problems)
    show(report(found, folder, translated))
    annotate(found, folder, translated)


def note_addresses(settings_file: Path) -> int:
    """Adds the addresses that readers may see now to the list of published ones; the exit code is 1 where it can't."""
    translated = translator(editors_language(settings_file))
    try:
        site = load_site(settings_file)
        content = read_content(site)
        fault = list_fault(site.folder)
        if faults := (*errors(content.problems), *([fault] if fault else ())):
            raise Faults(faults)
        added = add_to_list(content, site)
    except Faults as faults:
        show(report(faults.problems, settings_file.absolute().parent, translated))
        return 1
    say(translated(counted("{count} new URL in {file}", "{count:,} new URLs in {file}", count=added, file=NAME)))
    return 0


def _is_without_id(problem: Problem) -> bool:
    return (problem.code, problem.severity) == ("FM-ID", Severity.NOTE)


def without_id(content: Content, site: Site) -> Iterator[Message]:
    """One line for all digests without an id of their own, with the ids that they have now; there may be many."""
    found = sorted(
        f"{shown(digest, site)} (id: {digest.meta.id})"
        for digest in content.digests.values()
        if digest.kind is Kind.DIGEST and not digest.meta.has("id")
    )
    if found:
        more = len(found) - SHOWN
        files = ", ".join(found[:SHOWN])
        yield counted(
            "no id, so one is derived from language, year and file name: {files} — add that line to the file before "
            "you rename it or change its year",
            "no id, so one is derived from language, year and file name: {files} — add that line to each file before "
            "you rename it or change its year",
            count=len(found),
            files=message("{files} and {count:,} more", files=files, count=more) if more > 0 else files,
        )
