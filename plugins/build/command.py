"""The bodies of `invoke build` and `invoke publish`: a build, and what is said of it."""

import os
import sys
import time
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from plugins.build.options import Options
from plugins.build.run import Outcome, run
from plugins.check.report import report
from plugins.check.terminal import say, show
from plugins.digest import Faults, errors


def build(
    settings_file: Path,
    *,
    look: str,
    overrides: Mapping[str, Any] | None = None,
    cache: bool = True,
    jobs: int = 0,
    explain: str = "",
    leave: bool = False,
) -> int:
    """Builds the site and prints what was made; `look` says how to see it. Returns the exit code, 1 for faults.

    Without `cache` nothing is taken from an earlier build; `jobs` is how many processes work, 0 for one a core;
    `explain` names an output, by path or address, of which to say why it is made. With `leave` the process ends here:
    to give back the memory of ten thousand digests piece by piece takes a quarter of a second.
    """
    started = time.perf_counter()
    try:
        done = run(settings_file, overrides or {}, Options(cache, jobs, explain))
    except Faults as faults:
        show(said(faults, settings_file.absolute().parent))
        return 1
    except KeyboardInterrupt:
        show(["interrupted; build again to finish"])
        return 130
    show(done.report)
    for line in (*done.held, *done.explained, *removed(done)):
        say(line)
    say(counted(done, time.perf_counter() - started))
    if look and not (done.counts and not done.counts.made):
        say(look)
    if leave:
        sys.stdout.flush()
        os._exit(0)
    return 0


def counted(done: Outcome, seconds: float) -> str:
    """The last line: "1 parsed, 31 made, 12,520 as they were, 0 removed, 0.9 s"."""
    if done.counts is None:
        return f"{done.parsed:,} parsed, all pages and feeds made by Pelican's own Writer, {seconds:.1f} s"
    made, kept, gone = done.counts.made, done.counts.kept, len(done.counts.removed)
    return f"{done.parsed:,} parsed, {made:,} made, {kept:,} as they were, {gone:,} removed, {seconds:.1f} s"


def removed(done: Outcome) -> Iterator[str]:
    """A line for each address at which readers find nothing any more."""
    for path in done.counts.removed if done.counts else ():
        yield f"removed: /{path.removesuffix('index.html')}"


def said(faults: Faults, folder: Path) -> tuple[str, ...]:
    """The lines that a build ends with where it can't be made: the problems, and how many; files are below `folder`."""
    shown = str(faults.code).split("\n") if faults.code != str(faults) else report(faults.problems, folder)
    count = len(errors(faults.problems))
    ending = f"not built: {count:,} error{'' if count == 1 else 's'}; the output is as it was"
    return (*shown, ending)
