"""Finds merge conflict markers, in any kind of file that editors merge."""

import re
from bisect import bisect_right
from itertools import islice

from puntina.core.digest.comments import fenced
from puntina.core.digest.message import message
from puntina.core.digest.problem import MOST, Problem

CODE = "FILE-MERGE"
# Git's markers, with a name behind the first and the last (git-merge, "How conflicts are presented"); |||||||, the text
# of before, is there in its style diff3. A line of = alone may be Markdown's, so may seven > be a quote.
_OURS = re.compile(r"^<{7,}(?: [^\r\n]*)?\r?$", re.MULTILINE)
_OTHERS = re.compile(r"^(?:\|{7,}(?: [^\r\n|]*)?|={7,})\r?$", re.MULTILINE)
_THEIRS = re.compile(r"^>{7,}(?: [^\r\n]*)?\r?$", re.MULTILINE)
# One alone, where the others were deleted by hand. The last has a branch or a commit behind it, which nobody quotes
# seven levels deep; Jujutsu has markers of its own (jj, "Conflict markers"), with a name, not as an ornament.
_ALONE = re.compile(
    r"^(?:>{7}(?: (?:[^\s(]+(?: \([^\r\n]*\))?|Stashed changes|Conflict \d+ of \d+[^\r\n]*))?"
    r"|={7}"
    r"|\|{7} [^\r\n|]+"
    r"|(?:%{7}|\+{7})(?: [^\r\n]*[^\r\n+%])?"
    r"|-{7} Contents of [^\r\n]*)\r?$",
    re.MULTILINE,
)
_LINE_END = re.compile(r"\r\n|[\r\n]")
_SIGNS = ("<<<<<<<", ">>>>>>>", "=======", "|||||||", "%%%%%%%", "+++++++", "------- Contents")
# Both, in a text that was indented afterwards, as in a list, a quote or a block of YAML.
_INDENTED = re.compile(r"^(?P<indent>[ \t>]*[ \t])<{7}(?: [^\r\n]*)?\r?$", re.MULTILINE)


def merge_conflict(text: str, path: str) -> Problem | None:
    """The problem of a merge that was not finished, at its first marker; None where there is no sign of one."""
    at = _first_marker(text) if any(sign in text for sign in _SIGNS) else None
    if at is None:
        return None
    what = message("unfinished merge")
    hint = message("keep one of the two texts and delete the lines <<<<<<<, ======= and >>>>>>>")
    if text[at] == "=" and ">>>>>>>" not in text:
        hint = message("delete the line =======; write # before a heading instead")
    line = len(re.findall(r"\r\n|[\r\n]", text[:at])) + 1
    return Problem(path, line, at - max(text.rfind("\n", 0, at), text.rfind("\r", 0, at)), CODE, what, hint)


def _first_marker(text: str) -> int | None:
    opening, closing = _OURS.search(text), _THEIRS.search(text)
    parting = _OTHERS.search(text)
    if opening and (closing or parting or opening.group().strip("<\r ")):
        return min(found.start() for found in (opening, closing) if found)
    if closing and parting and parting.start() < closing.start():  # the first marker was deleted by hand
        return parting.start()
    indented = _first_indented(text)
    return _first_alone(text) if indented is None else indented


def _first_alone(text: str) -> int | None:
    """The first marker that has no other with it; none in code, and none that a text may have by itself."""
    found = list(islice(_ALONE.finditer(text), MOST))
    if not found:
        return None
    ends = [end.end() for end in _LINE_END.finditer(text, 0, found[-1].end())]
    lines = _LINE_END.split(text)
    code = fenced(lines)
    for marker in found:
        number = bisect_right(ends, marker.start())
        above, below = lines[number - 1] if number else "", (lines[number + 1 : number + 2] or [""])[0]
        before = lines[number - 2] if number > 1 else None
        if number not in code and not _is_meant(marker.group()[0], above, below, before):
            return marker.start()
    return None


def _is_meant(sign: str, above: str, below: str, before: str | None) -> bool:
    """Whether the line is Markdown's: of a quotation or a table, or about as long as the heading above it."""
    if sign == "=":
        heads = before is None or before.strip() in {"", "---"}
        return heads and above[:1].isalnum() and abs(len(above.strip()) - 7) <= 2
    return (sign == ">" and (above.startswith(">") or below.startswith(">"))) or (sign == "|" and below.startswith("|"))


def _first_indented(text: str) -> int | None:
    opening = _INDENTED.search(text)
    if not opening:
        return None
    closing = re.compile(rf"^{re.escape(opening['indent'])}>{{7}}(?: [^\r\n]*)?\r?$", re.MULTILINE)
    return opening.end("indent") if closing.search(text, opening.end()) else None
