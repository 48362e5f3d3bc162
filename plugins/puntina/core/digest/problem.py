"""Problem, the one way to report a fault: position, code, text and hint."""

import enum
import re
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from difflib import get_close_matches
from functools import partial
from heapq import nlargest
from itertools import islice
from typing import Self

from puntina.core.digest.message import Message, message
from puntina.core.digest.pickling import Portable
from puntina.core.digest.printable import escaped

MOST = 5_000  # problems of a file that are kept
LONGEST = 100  # characters of a word for which, and of those among which, the nearest is looked for
SHORT = 40  # characters of a word that is compared letter by letter with all of a few others
FEW = 200
CLOSEST = 3  # of long or many words that are compared letter by letter, which may take a hundredth of a second each
_BETWEEN = re.compile(r"[\s_-]+")
SHORTEST = 3  # characters of a word of which it is asked whether another begins with it
ALIKE = 0.75  # the share of letters that two words must have in common for one to be proposed in place of the other
PIECES = 20  # of a word that are looked for in very many others


class Severity(enum.StrEnum):
    """How much a problem weighs: an error stops the build, a warning and a note do not."""

    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"


@dataclass(frozen=True, slots=True)
class Problem(Portable):
    """A fault at a position; `line` and `column` count from 1, 0 means the whole file."""

    path: str
    line: int
    column: int
    code: str
    text: Message
    hint: Message
    severity: Severity = Severity.ERROR

    @classmethod
    def whole(cls, path: str, code: str, text: Message, hint: Message, severity: Severity = Severity.ERROR) -> Self:
        """A problem of a file as a whole, or of a command: it has no line."""
        return cls(path, 0, 0, code, text, hint, severity)

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
    """The known word that was most likely meant; None if none is similar."""
    folded: dict[str, str] = {}
    for name in known:
        folded.setdefault(name.casefold(), name)
    word = word.casefold()
    if len(word) > LONGEST:
        return None
    found = get_close_matches(word, _likely(word, folded), n=1, cutoff=ALIKE)
    if not found and len(word) >= SHORTEST:  # the beginning of one alone, up to the end of a word: cc0, CC0-1.0
        found = [name for name in folded if name.startswith(word) and not name[len(word)].isalnum()]
        found = found if len(found) == 1 else []
    return folded[found[0]] if found else None


def nearest_path(path: str, known: Iterable[str]) -> str | None:
    """The known path that was most likely meant: one of the same name, else one whose name is nearly the same."""
    named: dict[str, list[str]] = {}
    for each in known:
        named.setdefault(_stem(each), []).append(each)
    stem = _stem(path)
    meant = stem if stem in named else nearest(stem, named)
    if not meant:
        return None
    return max(named[meant], key=lambda each: (_name(each) == _name(path), _alike(path[-LONGEST:], each[-LONGEST:])))


def _name(path: str) -> str:
    return path.rpartition("/")[2].casefold()


def _stem(path: str) -> str:
    name = _name(path)
    return _BETWEEN.sub("-", name.rpartition(".")[0] or name)


def _likely(word: str, names: Collection[str]) -> Collection[str]:
    """The names to compare: all of them where they are few, else those with the most letters in the same order."""
    near: Collection[str] = [name for name in names if len(name) <= LONGEST]
    if len(near) <= FEW and len(word) <= SHORT:
        return near
    if len(near) > FEW:
        pieces = {word[at : at + 3] for at in range(0, len(word), max(len(word) // PIECES, 2))}
        alike = (name for name in near if len(word) <= 2 * len(name) <= 4 * len(word))
        near = nlargest(FEW, alike, key=lambda name: sum(piece in name for piece in pieces))
    return nlargest(CLOSEST, near, key=partial(_alike, word))


def _alike(word: str, name: str) -> float:
    """How much of both is letters that they have in the same order: as `difflib` counts or more, in linear time.

    It is the longest common subsequence, found by adding rows of bits (Hyyrö 2004).
    """
    every = (1 << len(word)) - 1
    rows: dict[str, int] = {}
    for at, char in enumerate(word):
        rows[char] = rows.get(char, 0) | 1 << at
    left = every
    for char in name:
        both = left & rows.get(char, 0)
        left = (left + both | left - both) & every
    return 2 * (len(word) - left.bit_count()) / (len(word) + len(name))


def limited(problems: Sequence[Problem]) -> tuple[Problem, ...]:
    """At most `MOST` of a file's problems, errors before others: who has as many needs no more."""
    if len(problems) <= MOST:
        return tuple(problems)
    found = errors(problems)
    others = (problem for problem in problems if problem.severity is not Severity.ERROR)
    return (*found[:MOST], *islice(others, max(MOST - len(found), 0)))


def did_you_mean(word: str, known: Iterable[str], *, else_say: Message) -> Message:
    """The hint 'did you mean "…"?', or `else_say` if no known word is similar."""
    guess = nearest(word, known)
    return message('did you mean "{guess}"?', guess=guess) if guess else else_say
