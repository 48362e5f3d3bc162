"""Prints lines: in colour on a terminal, plain in a log, and with control characters escaped."""

import os
import re
import sys
from collections.abc import Iterable
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from rich.text import Text

# What steers a terminal or turns its text around. Isolates stay: our own sentences have them around names.
_CONTROL = re.compile("[\x00-\x08\x0a-\x1f\x7f-\x9f\u061c\u200e\u200f\u202a-\u202e\u2028\u2029\ud800-\udfff]")
_COMMAND = re.compile(r"^(\s*):(?=:)")


def show(lines: Iterable[str]) -> None:
    """Prints the lines of a report to standard error."""
    if not (printed := tuple(lines)):
        return
    from rich.console import Console  # here, as most builds have nothing to report

    console = Console(stderr=True, soft_wrap=True, highlight=False)
    for line in printed:
        console.print(styled(line))


def say(line: str) -> None:
    """Prints the line to standard output, with signs in place of letters that it can't take."""
    encoding = sys.stdout.encoding or "utf-8"
    print(safe(line).encode(encoding, "replace").decode(encoding), flush=True)


def styled(line: str) -> "Text":
    """The line with its parts in colour, where it knows them."""
    from rich.text import Text

    text = Text(safe(line))
    for style, start, end in getattr(line, "spans", ()):
        text.stylize(style, start, end)
    return text


def safe(line: str) -> str:
    """The line as long as it is, without what acts: controls, and, in GitHub's logs, the beginnings of commands.

    The runner takes a line for a command that begins with "::" after any spaces, or has "##[" anywhere
    (https://docs.github.com/en/actions/reference/workflows-and-actions/workflow-commands).
    """
    line = _CONTROL.sub("\N{REPLACEMENT CHARACTER}", line)
    if "GITHUB_ACTIONS" in os.environ:
        line = _COMMAND.sub("\\1\N{MODIFIER LETTER COLON}", line).replace("##[", "#\N{FULLWIDTH NUMBER SIGN}[")
    return line
