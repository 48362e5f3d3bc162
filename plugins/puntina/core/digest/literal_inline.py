"""Finds mistyped inline markup, which would appear as typed."""

import re
from functools import cache

from puntina.core.digest.literal import Literal
from puntina.core.digest.literal_table import LITERALS

BEGINNINGS = "".join(sorted({literal.begins for literal in LITERALS}))


def literal_at(source: str, at: int, end: int) -> tuple[Literal, int, int] | None:
    """What is mistyped at this place of the source, with where it begins and where it ends; None for plain text."""
    pattern = _patterns().get(source[at])
    found = pattern.match(source, at, end) if pattern else None
    if not found or not found.lastgroup:
        return None
    literal = LITERALS[int(found.lastgroup[1:])]
    begin = source.rfind(literal.back, 0, at) if literal.back else at - (source[at - 1 : at + 1] == "![")
    return literal, max(begin, 0), found.end()


@cache
def _patterns() -> dict[str, re.Pattern[str]]:
    """One pattern for each character, in which each row is a group of its own."""
    rows = [(literal.begins, f"(?P<n{n}>{literal.pattern})") for n, literal in enumerate(LITERALS)]
    return {each: re.compile("|".join(row for begins, row in rows if begins == each)) for each in BEGINNINGS}
