"""What no text for readers has, and what a parser takes minutes for: refused before it is parsed, at its place.

Small files are not asked: the time that is taken grows faster than the text.
"""

import re
from bisect import bisect_right
from collections.abc import Sequence
from itertools import islice

from puntina.core.digest.comments import fenced
from puntina.core.digest.literal_inline import BEGINNINGS
from puntina.core.digest.message import Message, counted, message
from puntina.core.digest.problem import Problem
from puntina.core.digest.text import place_at

CODE = "BODY-LIMIT"
ASKED = 16 * 1024  # characters, from which on a text is looked at
DEPTH = 60  # of quotes and lists that one line may open
DEFINITIONS = 5_000  # of links and footnotes in a file
FENCES = 15_000  # in a file
NOTES = 5_000  # comments in a file
LINES = 100_000  # in a file
HEADER = 512 * 1024  # characters of front matter
ITEMS = 2_000  # lines and items of front matter
# What reading a body takes, where a unit is about ten microseconds. A bracket that is never closed is looked for to the
# end of its paragraph: it costs a unit for so many signs after it.
WORK = 150_000
COSTS = {"block": 10, "link": 8, "tag": 4, "stress": 2, "sign": 1}
SIGNS_A_UNIT = 16
BRACKETS = {"[": 1, "]": -1}
# How many of these one paragraph or table may have: signs, and line ends.
MOST = {
    "[": 1_000,
    "*": 4_000,
    "_": 4_000,
    "~": 4_000,
    "`": 2_000,
    "<": 2_000,
    "&": 20_000,
    "\\": 20_000,
    "|": 20_000,
    "\n": 20_000,
}
RUNS = "`"  # of which several in a row are one
_FENCED = counted("more than {count} line of code fences", "more than {count:,} lines of code fences", count=FENCES)
_ITEMS = counted(
    "front matter of more than {count} line or item",
    "front matter of more than {count:,} lines and items",
    count=ITEMS,
)
_SPLIT = message("split the file")
_SHORTEN = message("shorten it, or move some of it to the text")
_DEFINED = counted(
    "more than {count} definition of links and footnotes",
    "more than {count:,} definitions of links and footnotes",
    count=DEFINITIONS,
)
_NOTED = counted("more than {count} comment", "more than {count:,} comments", count=NOTES)
_LINES = counted("more than {count} line", "more than {count:,} lines", count=LINES)
_NOTE = re.compile("<!--")
_LINE = re.compile("\n")
# Where something new begins: at an empty line, a heading, a point, a quote.
_BREAK = re.compile(r"\n(?=[ \t]*(?:\n|[-*+•●▪‣◦·#>]|\d{1,9}[.)][ \t]))")
# Signs are where the parser of text stops: at those of Markdown, and at the beginnings of what only others understand.
_WORK = re.compile(
    r"(?P<block>\n(?=[ \t]*(?:[-*+•●▪‣◦·#>=`~📌]|\d{1,9}[.)][ \t]))|\n[ \t]*\n(?=[^\n]))"
    r"|(?P<link>\]\(|:/)|(?P<tag></?[A-Za-z]|[{][{%]|\[\^)|(?P<stress>[*_])"
    r"|(?P<sign>[" + re.escape("][\n:\\`!<&~={|" + BEGINNINGS) + "])"
)
_FENCE = re.compile(r"^(?:[ \t>]|[-*+•][ \t]|\d{1,9}[.)][ \t])*(?:```|~~~)", re.MULTILINE)
_DEEP = re.compile(rf"^(?:[ \t]*(?:>|[-*+](?=[ \t])|\d{{1,9}}[.)](?=[ \t]))){{{DEPTH}}}", re.MULTILINE)
_ITEM = re.compile(r"[\n,]")
_DEFINITION = re.compile(r"^[ \t>]*\[[^\]\n]+\]:", re.MULTILINE)


def too_much(text: str, path: str) -> Problem | None:
    """The problem at the first place that has more of something than a text for readers has; None where none has."""
    if len(text) < ASKED:
        return None
    if problem := _more(text, _FENCE, FENCES, _FENCED, path):
        return problem
    text = _without_code(text)
    if deep := _DEEP.search(text):
        what = message("lists or quotes nested too deeply")
        return Problem(path, *place_at(text, deep.start()), "BODY-DEEP", what, message("reduce the levels"))
    if problem := _more(text, _DEFINITION, DEFINITIONS, _DEFINED, path):
        return problem
    breaks = [found.end() for found in _BREAK.finditer(text)]
    found = (_crowded(text, sign, most, breaks, path) for sign, most in MOST.items() if text.count(sign) > most)
    return next((problem for problem in found if problem), None) or _laborious(text, path)


def too_long(header: str, path: str) -> Problem | None:
    """The problem of front matter that is a text, or a table, of its own."""
    if problem := _more(header, _ITEM, ITEMS, _ITEMS, path, code="FM-LIMIT", hint=_SHORTEN):
        return problem
    if len(header) <= HEADER:
        return None
    what = message("front matter of more than {count:,} characters", count=HEADER)
    return Problem(path, *place_at(header, HEADER), "FM-LIMIT", what, _SHORTEN)


def too_much_to_prepare(source: str, path: str) -> Problem | None:
    """The problem of the first comment or line that is one too many, asked before comments are taken out."""
    if source.count("<!--") > NOTES and (problem := _more(source, _NOTE, NOTES, _NOTED, path)):
        return problem
    return _more(source, _LINE, LINES, _LINES, path) if source.count("\n") > LINES else None


def _laborious(text: str, path: str) -> Problem | None:
    """The problem of a text that takes long as it has very much of everything, where that is one too many."""
    if len(text) * max(COSTS.values()) <= WORK:
        return None
    spent, opened = 0.0, 0
    for found in _WORK.finditer(text):
        kind = str(found.lastgroup)
        spent += COSTS[kind] + opened / SIGNS_A_UNIT
        opened = 0 if kind == "block" else max(0, opened + BRACKETS.get(found[0][0], 0))
        if spent > WORK:
            what = message("more blocks, links and markup than any real text has")
            return Problem(path, *place_at(text, found.end() - 1), CODE, what, _SPLIT)
    return None


def _more(
    text: str,
    pattern: re.Pattern[str],
    most: int,
    what: Message,
    path: str,
    code: str = CODE,
    hint: Message = _SPLIT,
) -> Problem | None:
    """The problem of the first match that is one too many."""
    found = next(islice(pattern.finditer(text), most, None), None)
    if not found:
        return None
    return Problem(path, *place_at(text, found.end() - 1), code, what, hint)


def _without_code(text: str) -> str:
    """The text with empty lines in place of code between fences, in which no sign means anything."""
    if "```" not in text and "~~~" not in text:
        return text
    lines = text.split("\n")
    code = fenced(lines)
    return "\n".join("" if number in code else line for number, line in enumerate(lines))


def _crowded(text: str, sign: str, most: int, breaks: Sequence[int], path: str) -> Problem | None:
    """The problem of the first paragraph with more than `most` of the sign, at the first that is too many."""
    pattern = re.escape(sign) + ("+" if sign in RUNS else "")
    places = [found.start() for found in re.finditer(pattern, text)]
    at = 0
    while at + most < len(places):
        following = bisect_right(breaks, places[at])
        end = breaks[following] if following < len(breaks) else len(text)
        if places[at + most] < end:
            return _problem(text, places[at + most], sign, most, path)
        at = bisect_right(places, end - 1)
    return None


def _problem(text: str, at: int, sign: str, most: int, path: str) -> Problem:
    if sign == "\n":
        what = counted("a paragraph of more than {count} line", "a paragraph of more than {count:,} lines", count=most)
    else:
        what = counted(
            'more than {count} "{sign}" in one paragraph',
            'more than {count:,} "{sign}" in one paragraph',
            count=most,
            sign=sign,
        )
    return Problem(
        path, *place_at(text, at), CODE, what, message("put empty lines between paragraphs, or split the file")
    )
