"""What a run on GitHub Actions shows besides its log: an annotation at the line of each problem, and the job's summary.

https://docs.github.com/en/actions/reference/workflows-and-actions/workflow-commands
"""

import os
import re
import sys
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from puntina.core.digest import Problem, Severity
from puntina.core.digest.message import counted, message
from puntina.core.digest.printable import escaped
from puntina.core.locales.editors import Translator
from puntina.core.reporting.report import counts

MOST = 10  # annotations of each level that GitHub shows for one step
LISTED = 200  # problems in a summary, which GitHub cuts off at 1 MiB
_KINDS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.NOTE: "notice"}
_MARKDOWN = re.compile(r"([\\`*_{}\[\]<>()#+\-.!|~&@:$])")


def annotate(problems: Iterable[Problem], folder: Path, translated: Translator) -> None:
    """On GitHub Actions prints an annotation for each problem, and adds all to the job's summary; else does nothing.

    Files are named from the repository's root, in which `folder` is.
    """
    if "GITHUB_ACTIONS" not in os.environ:
        return
    found = sorted(problems, key=lambda problem: (list(Severity).index(problem.severity), problem.order))
    below = _below(folder)
    for line in annotations(found, below, translated):
        print(line, file=sys.stderr, flush=True)
    if file := os.environ.get("GITHUB_STEP_SUMMARY"):
        text = "\n".join(summary(found, below, translated))
        with open(file, "a", encoding="utf-8", errors="replace") as summaries:  # noqa: PTH123 - GitHub's file, to add to
            summaries.write(text + "\n")


def annotations(problems: Sequence[Problem], below: str, translated: Translator) -> Iterator[str]:
    """A workflow command for each problem, as many as GitHub shows; no value can end it or begin another."""
    for level in Severity:
        for problem in [each for each in problems if each.severity is level][:MOST]:
            place = {"file": f"{below}{problem.path}", "title": problem.code}
            if problem.line:
                place |= {"line": str(problem.line), "col": str(problem.column)}
            values = ",".join(f"{name}={_property(value)}" for name, value in place.items())
            text = f"{translated(problem.text)} — {translated(problem.hint)}"
            yield f"::{_KINDS[level]} {values}::{_data(text)}"


def summary(problems: Sequence[Problem], below: str, translated: Translator) -> Iterator[str]:
    """The Markdown lines of the job's summary: how it ended, and a table of the problems."""
    wrong = [problem for problem in problems if problem.severity is Severity.ERROR]
    yield "### Puntina"
    yield ""
    yield translated(
        counted(
            "Not published: {count} error must be fixed first. The site is unchanged.",
            "Not published: {count:,} errors must be fixed first. The site is unchanged.",
            count=len(wrong),
        )
        if wrong
        else message("No errors: ready to publish.")
    )
    if not problems:
        return
    yield ""
    yield from table(problems[:LISTED], below, translated)
    yield ""
    yield translated(counts(problems, translated))
    if len(problems) > LISTED:
        more = counted("and {count} more, in the log", "and {count:,} more, in the log", count=len(problems) - LISTED)
        yield translated(more)


def table(problems: Sequence[Problem], below: str, translated: Translator) -> Iterator[str]:
    """The problems as rows of a Markdown table, in which nothing that an editor typed is markup."""
    columns = [message("Where"), message("What is wrong"), message("What to do")]
    yield f"| {' | '.join(map(translated, columns))} |"
    yield "|---|---|---|"
    for problem in problems:
        cells = (below + problem.position, translated(problem.text), translated(problem.hint))
        yield f"| {' | '.join(map(plain, cells))} |"


def plain(text: str) -> str:
    """The text with a backslash before whatever Markdown would take for markup."""
    return _MARKDOWN.sub(r"\\\1", text)


def _below(folder: Path) -> str:
    """The path of the folder below the repository's root, with a slash at its end; "" for the root itself."""
    root = Path(os.environ.get("GITHUB_WORKSPACE") or folder).resolve()
    own = folder.resolve()
    below = own.relative_to(root).as_posix() if own.is_relative_to(root) else "."
    return "" if below == "." else f"{below}/"


def _data(text: str) -> str:
    return escaped(text).replace("%", "%25")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
