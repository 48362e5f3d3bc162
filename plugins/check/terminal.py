"""Problems on the terminal: in colour where a person looks, plain in a log."""

import re
import sys
from collections.abc import Iterable
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from rich.text import Text

_PROBLEM = re.compile(
    r"(?P<path>\S.*?): (?P<code>[A-Z][A-Z0-9-]+) (?P<level>(?:warning|note): )?(?P<text>.*)(?P<hint> — .*)"
)
_CARET = re.compile(r"\s+\^")
_STYLES = {"path": "bold", "level": "yellow", "hint": "green"}


def show(lines: Iterable[str]) -> None:
    """Prints the lines of a report to standard error."""
    if not (said := tuple(lines)):
        return
    from rich.console import Console  # here, as most builds have nothing to report

    console = Console(stderr=True, soft_wrap=True, highlight=False)
    for line in said:
        console.print(styled(line))


def say(line: str) -> None:
    """Prints the line to standard output, with signs in place of letters that it can't take."""
    encoding = sys.stdout.encoding or "utf-8"
    print(line.encode(encoding, "replace").decode(encoding))


def styled(line: str) -> "Text":
    """The line with its parts in colour; the text itself is not changed."""
    from rich.text import Text

    text = Text(line)
    if found := _PROBLEM.fullmatch(line):
        text.stylize("yellow" if found["level"] else "red", *found.span("code"))
        for part, style in _STYLES.items():
            if found[part]:
                text.stylize(style, *found.span(part))
    elif _CARET.fullmatch(line):
        text.stylize("bold red")
    return text
