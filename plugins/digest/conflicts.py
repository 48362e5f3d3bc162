"""What a merge leaves in a file where two have changed the same lines: one look for every kind of file."""

import re

from plugins.digest.message import message
from plugins.digest.problem import Problem

CODE = "FILE-MERGE"
# Git's markers, with a name behind the first and the last (git-merge, "How conflicts are presented"); |||||||, the text
# of before, is there in its style diff3. A line of = alone may be Markdown's, so may seven > be a quote.
_OURS = re.compile(r"^<{7,}(?: [^\r\n]*)?\r?$", re.MULTILINE)
_OTHERS = re.compile(r"^(?:\|{7,}(?: [^\r\n|]*)?|={7,})\r?$", re.MULTILINE)
_THEIRS = re.compile(r"^>{7,}(?: [^\r\n]*)?\r?$", re.MULTILINE)


def merge_conflict(text: str, path: str) -> Problem | None:
    """The problem of a merge that was not finished, at its first marker; None where there is no sign of one."""
    at = _first_marker(text) if "<<<<<<<" in text or ">>>>>>>" in text else None
    if at is None:
        return None
    what = message("a merge was not finished")
    hint = message("keep one of the two texts and delete the lines <<<<<<<, ======= and >>>>>>>")
    return Problem(path, len(re.findall(r"\r\n|[\r\n]", text[:at])) + 1, 1, CODE, what, hint)


def _first_marker(text: str) -> int | None:
    opening, closing = _OURS.search(text), _THEIRS.search(text)
    parting = _OTHERS.search(text)
    if opening and (closing or parting or opening.group().strip("<\r ")):
        return min(found.start() for found in (opening, closing) if found)
    if closing and parting and parting.start() < closing.start():  # the first marker was deleted by hand
        return parting.start()
    return None
