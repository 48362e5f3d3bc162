"""The bodies of `puntina build` and `puntina publish`: a build, and what is reported of it."""

import os
import sys
import time
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from puntina.commands.build.options import Options
from puntina.commands.build.run import Outcome, run
from puntina.core.digest import Faults, errors
from puntina.core.digest.message import Message, counted, message
from puntina.core.engine.progress import Counts
from puntina.core.locales.editors import Translator, translator
from puntina.core.reporting.github import annotate
from puntina.core.reporting.language import editors_language
from puntina.core.reporting.report import report
from puntina.core.reporting.terminal import say, show


def build(
    settings_file: Path,
    *,
    next_step: str,
    overrides: Mapping[str, Any] | None = None,
    cache: bool = True,
    jobs: int = 0,
    explain: str = "",
    lang: str = "",
    leave: bool = False,
    dry: bool = False,
) -> int:
    """Builds the site and prints what was made, then `next_step`. Returns the exit code, 1 for faults.

    Without `cache` nothing is taken from an earlier build; `jobs` is how many processes work, 0 for one a core;
    `explain` names an output, by path or URL, and prints why it is made; `lang` is the language of the
    messages, the publication's where it is "". With `dry` nothing is written, and what would be is listed. With
    `leave` the process ends here: to give back the memory of ten thousand digests piece by piece takes a quarter of a
    second.
    """
    started = time.perf_counter()
    folder = settings_file.absolute().parent
    translated = translator(editors_language(settings_file, lang))
    try:
        done = run(settings_file, overrides or {}, Options(cache, jobs, explain, dry))
    except Faults as faults:
        show((*report(faults.problems, folder, translated), failure(faults, translated)))
        annotate(faults.problems, folder, translated)
        return 1
    except KeyboardInterrupt:
        show([translated(message("interrupted; build again to finish"))])
        return 130
    show(report(done.report.problems, folder, translated))
    annotate(done.report.problems, folder, translated)
    changes = differences(done, translated) if dry else removed(done, translated)
    for line in (*map(translated, (*done.report.notices, *done.explained)), *changes):
        say(line)
    say(translated((dry_summary if dry else summary)(done, time.perf_counter() - started)))
    if next_step and not dry and not (done.counts and not done.counts.made):
        say(translated(next_step))
    if leave:
        sys.stdout.flush()
        os._exit(0)
    return 0


def summary(done: Outcome, seconds: float) -> Message:
    """The last line: "1 parsed, 31 made, 12,520 unchanged, 0 removed, 0.9 s"."""
    if done.counts is None:
        return message(
            "{parsed:,} parsed, all pages and feeds made by Pelican's own Writer, {seconds:.1f} s",
            parsed=done.parsed,
            seconds=seconds,
        )
    return message(
        "{parsed:,} parsed, {made:,} made, {unchanged:,} unchanged, {removed:,} removed, {seconds:.1f} s",
        parsed=done.parsed,
        made=done.counts.made,
        unchanged=done.counts.kept,
        removed=len(done.counts.removed),
        seconds=seconds,
    )


def removed(done: Outcome, translated: Translator) -> Iterator[str]:
    """A line for each URL that was removed."""
    for path in done.counts.removed if done.counts else ():
        yield translated(message("removed: {address}", address=f"/{path.removesuffix('index.html')}"))


def differences(done: Outcome, translated: Translator) -> Iterator[str]:
    """A line for each URL that a build would add, change or remove."""
    counts = done.counts or Counts()
    added = frozenset(counts.added)
    for path in counts.written:
        address = f"/{path.removesuffix('index.html')}"
        new = path in added
        yield translated(
            message("new: {address}", address=address) if new else message("changed: {address}", address=address)
        )
    yield from removed(done, translated)


def dry_summary(done: Outcome, seconds: float) -> Message:
    """The last line of a dry run."""
    counts = done.counts or Counts()
    return message(
        "dry run: {added:,} new, {changed:,} changed, {removed:,} removed, {unchanged:,} unchanged, {seconds:.1f} s",
        added=len(counts.added),
        changed=len(counts.written) - len(counts.added),
        removed=len(counts.removed),
        unchanged=counts.kept,
        seconds=seconds,
    )


def failure(faults: Faults, translated: Translator) -> str:
    """The line that a build ends with where it can't be made."""
    return translated(
        counted(
            "not built: {count} error; the output is unchanged",
            "not built: {count:,} errors; the output is unchanged",
            count=len(errors(faults.problems)),
        )
    )
