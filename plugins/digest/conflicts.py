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
# The last alone, where the others were deleted by hand: a branch or a commit that nobody quotes seven levels deep.
_BRANCH = re.compile(
    r"^>{7} (?:HEAD|main|master|theirs|[0-9a-f]{7,40}|[\w.-]+/[\w./-]+|Stashed changes)(?: \([^\r\n]*\))?\r?$",
    re.MULTILINE,
)
# Both, in a text that was indented afterwards, as in a list, a quote or a block of YAML.
_INDENTED = re.compile(r"^(?P<indent>[ \t>]*[ \t])<{7}(?: [^\r\n]*)?\r?$", re.MULTILINE)


def merge_conflict(text: str, path: str) -> Problem | None:
    """The problem of a merge that was not finished, at its first marker; None where there is no sign of one."""
    at = _first_marker(text) if "<<<<<<<" in text or ">>>>>>>" in text else None
    if at is None:
        return None
    what = message("a merge was not finished")
    hint = message("keep one of the two texts and delete the lines <<<<<<<, ======= and >>>>>>>")
    line = len(re.findall(r"\r\n|[\r\n]", text[:at])) + 1
    return Problem(path, line, at - max(text.rfind("\n", 0, at), text.rfind("\r", 0, at)), CODE, what, hint)


def _first_marker(text: str) -> int | None:
    opening, closing = _OURS.search(text), _THEIRS.search(text)
    parting = _OTHERS.search(text)
    if opening and (closing or parting or opening.group().strip("<\r ")):
        return min(found.start() for found in (opening, closing) if found)
    if closing and parting and parting.start() < closing.start():  # the first marker was deleted by hand
        return parting.start()
    if branch := _BRANCH.search(text):
        return branch.start()
    return _first_indented(text)


def _first_indented(text: str) -> int | None:
    opening = _INDENTED.search(text)
    if not opening:
        return None
    closing = re.compile(rf"^{re.escape(opening['indent'])}>{{7}}(?: [^\r\n]*)?\r?$", re.MULTILINE)
    return opening.end("indent") if closing.search(text, opening.end()) else None
