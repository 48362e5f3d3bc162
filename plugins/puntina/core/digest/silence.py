"""Comments that silence a warning: `<!-- check: off MARK-WIKI -->`, or `# check: off MARK-FIELD` in front matter."""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from puntina.core.digest.message import message
from puntina.core.digest.problem import Problem, Severity

_SIGN = re.compile(r"check:[ ]{0,3}off", re.IGNORECASE)
# A code, or its first word alone; in lower case of the families alone, so that a note such as "off the record" is none.
_CODE = (
    r"(?:[A-Z][A-Z0-9-]*|(?i:mark|body|link|text|file|fm|yaml|id|path|page|check)(?:-[A-Za-z0-9]+)*(?![A-Za-z0-9-]))"
)
_BEGINNINGS = ("check:", "Check:", "CHECK:")  # looked for first, as nearly no file has any
_COMMENT = re.compile(rf"(?:<!--\s*|#\s*)(?i:{_SIGN.pattern})(?P<codes>(?:[ ,]+{_CODE})*[ ,]*?)\s*(?:-->|$)")
_WORD = re.compile(r"[A-Z][A-Z0-9]*(?:-[A-Z0-9]+)*")


@dataclass(frozen=True, slots=True)
class _Silence:
    """Codes, or the first words of codes, that are silent in a line; and where that was written."""

    codes: tuple[str, ...]
    line: int
    written: int
    column: int

    def covers(self, problem: Problem) -> bool:
        """Whether it silences the problem: an error never."""
        return problem.severity is not Severity.ERROR and any(
            problem.code == code or problem.code.startswith(f"{code}-") for code in self.codes
        )


def audible(problems: Sequence[Problem], text: str, path: str) -> Sequence[Problem]:
    """The problems of a file without those that its comments silence; a note for each comment that silences none."""
    if not any(sign in text for sign in _BEGINNINGS):
        return problems
    silences = defaultdict[int, list[_Silence]](list)
    for silence in _silences(text.split("\n")):
        silences[silence.line].append(silence)
    covering = [(problem, _covering(problem, silences.get(problem.line, ()))) for problem in problems]
    used = {silence for _, silence in covering if silence}
    unused = (silence for group in silences.values() for silence in group if silence not in used)
    return [*(problem for problem, silence in covering if not silence), *(_unused(each, path) for each in unused)]


def _covering(problem: Problem, silences: Sequence[_Silence]) -> _Silence | None:
    return next((silence for silence in silences if silence.covers(problem)), None)


def _silences(lines: list[str]) -> Iterator[_Silence]:
    below = 0  # the nearest line below that has more than such a comment, from 1
    for number in range(len(lines), 0, -1):
        line = lines[number - 1]
        found = list(_COMMENT.finditer(line)) if _SIGN.search(line) else []
        alone = bool(found) and not _COMMENT.sub("", line).strip()
        if line.strip() and not alone:
            below = number
        for each in found:
            yield _Silence(tuple(_WORD.findall(each["codes"].upper())), below, number, each.start() + 1)


def _unused(silence: _Silence, path: str) -> Problem:
    text = message("this comment does not silence any warning")
    hint = message("write the code of a warning on this line, or on the line below the comment; or delete it")
    return Problem(path, silence.written, silence.column, "CHECK-OFF", text, hint, Severity.NOTE)
