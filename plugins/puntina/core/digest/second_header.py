"""Finds a second front matter in the text of a file: it would be published as a heading."""

import re
from collections.abc import Iterator

from puntina.core.digest.message import message
from puntina.core.digest.problem import Problem

FENCE = "---"
LINES = 100  # lines in which its end is looked for
_KEYED = re.compile(r"(?:title|date):\s")
_BEGINS = re.compile(r"\s*(?:---\s|[A-Za-z_]+:\s|#)")
_LINE = re.compile(r"[A-Za-z_]+:(?:\s|$)|\s*-\s|\s+\S|\s*#|\s*$")


def second_header(body: str, path: str) -> Iterator[Problem]:
    """The error of a text that begins with front matter, with or without the hyphens above it; `body` has all lines."""
    if not _BEGINS.match(body):  # as nearly all do not
        return
    lines = body.split("\n")
    first = next((number for number, line in enumerate(lines) if line.strip()), len(lines))
    begins = first + 1 if first < len(lines) and lines[first].rstrip() == FENCE else first
    keys = list[str]()
    for line in lines[begins : begins + LINES]:
        if line.rstrip() == FENCE:
            if any(_KEYED.match(key) for key in keys) and (begins > first or len(keys) > 1):
                text = message("a second front matter, which readers would see as a heading")
                hint = message("keep one of the two, and delete the other from its first line to its ---")
                yield Problem(path, first + 1, 1, "FM-DUPLICATE", text, hint)
            return
        if not _LINE.match(line):
            return
        keys.append(line)
