"""A problem: the one way to report a fault, with its place and the way out."""

import enum
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from difflib import get_close_matches
from heapq import nlargest
from itertools import islice

from plugins.digest.message import Message, message
from plugins.digest.portable import Portable
from plugins.digest.printable import escaped

MOST = 5_000  # problems of a file that are kept
LONGEST = 200  # characters of a word for which, and of those among which, the nearest is looked for
COMPARED = 200  # words with which one is compared letter by letter


class Severity(enum.StrEnum):
    """How much a problem weighs: an error stops the build, a warning and a note do not."""

    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"


@dataclass(frozen=True, slots=True)
class Problem(Portable):
    """A fault at a place; `line` and `column` count from 1, 0 means the file as a whole."""

    path: str
    line: int
    column: int
    code: str
    text: Message
    hint: Message
    severity: Severity = Severity.ERROR

    def __str__(self) -> str:
        level = "" if self.severity is Severity.ERROR else f"{self.severity}: "
        return f"{self.position}: {self.code} {level}{escaped(self.text)} — {escaped(self.hint)}"

    @property
    def position(self) -> str:
        """The path, with line and column where there are any: "content/it/2025/chip.md:2:15"."""
        path = escaped(self.path)
        return f"{path}:{self.line}:{self.column}" if self.line else path

    @property
    def order(self) -> tuple[str, int, int, str, str]:
        """The key by which problems are sorted: file, line, column, code, text."""
        return (self.path, self.line, self.column, self.code, self.text)


class Faults(SystemExit):
    """Ends a run whose problems have been gathered: left uncaught, Python prints them and exits with 1."""

    def __init__(self, problems: Iterable[Problem], *, shown: Iterable[str] = ()) -> None:
        self.problems = tuple(sorted(set(problems), key=lambda problem: problem.order))
        super().__init__("\n".join(shown) or str(self))

    def __str__(self) -> str:
        return "\n".join(str(problem) for problem in self.problems)


def errors(problems: Iterable[Problem]) -> tuple[Problem, ...]:
    """Those of the problems that stop a build."""
    return tuple(problem for problem in problems if problem.severity is Severity.ERROR)


def nearest(word: str, known: Iterable[str]) -> str | None:
    """The known word that was most likely meant, of several that differ by case the first; None where none is near."""
    folded: dict[str, str] = {}
    for name in known:
        folded.setdefault(name.casefold(), name)
    word = word.casefold()
    if len(word) > LONGEST:
        return None
    found = get_close_matches(word, _likely(word, folded), n=1, cutoff=0.6)
    return folded[found[0]] if found else None


def _likely(word: str, names: Collection[str]) -> Collection[str]:
    """The names to compare: all of them where they are few, else those that have most letters in a row in common."""
    if len(names) <= COMPARED:
        return [name for name in names if len(name) <= LONGEST]
    pieces = {word[at : at + 3] for at in range(0, len(word), 2)}
    near = (name for name in names if len(word) <= 2 * len(name) <= 4 * len(word))
    return nlargest(COMPARED, near, key=lambda name: sum(piece in name for piece in pieces))


def limited(problems: Sequence[Problem]) -> tuple[Problem, ...]:
    """At most `MOST` of a file's problems, errors before others: who has as many needs no more."""
    if len(problems) <= MOST:
        return tuple(problems)
    found = errors(problems)
    others = (problem for problem in problems if problem.severity is not Severity.ERROR)
    return (*found[:MOST], *islice(others, max(MOST - len(found), 0)))


def did_you_mean(word: str, known: Iterable[str], *, else_say: Message) -> Message:
    """A hint that asks the likely question, or `else_say` where no known word is near."""
    guess = nearest(word, known)
    return message('did you mean "{guess}"?', guess=guess) if guess else else_say
