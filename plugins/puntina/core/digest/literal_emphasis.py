"""Finds stars and underscores that fail as emphasis: `**spaced **`, `**glued:**to`, `**unclosed`."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby, pairwise

from markdown_it.rules_inline import StateInline, emphasis
from markdown_it.token import Token

from puntina.core.digest.literal import Literal
from puntina.core.digest.message import message

EMPHASIS = Literal(
    "MARK-EMPHASIS",
    "*",
    "",
    message("these stars or underscores are not emphasis; they would appear on the page as typed"),
    message("write **words**: no space inside the signs, and a space or punctuation outside; \\* shows a star"),
)
_OPENERS = frozenset("([{\"'“‘«„‚¿¡—–-/:")
_AT = "at"


@dataclass(frozen=True, slots=True)
class Run:
    """Equal signs side by side that are left as text: the first one's token and place, and how many they are."""

    token: int
    at: int
    count: int
    before: str
    after: str
    is_rest: bool  # others of them are emphasis

    @property
    def is_free(self) -> bool:
        """Whether there is a space on both sides."""
        return self.before.isspace() and self.after.isspace()

    @property
    def is_inner(self) -> bool:
        """Whether it is inside a word, as in c**o and a_b."""
        return self.before.isalnum() and self.after.isalnum()

    @property
    def opens(self) -> bool:
        """Whether words would begin behind it."""
        return (self.before.isspace() or self.before in _OPENERS) and not self.after.isspace()


def placed_emphasis(state: StateInline, silent: bool) -> bool:
    """Markdown's own rule, whose tokens know their place."""
    start, before = state.pos, len(state.tokens)
    if not emphasis.tokenize(state, silent):
        return False
    signs = state.tokens[len(state.tokens) - (state.pos - start) :]
    for n, token in enumerate(signs if len(state.tokens) > before else ()):
        token.meta = {_AT: start + n}
    return True


def undo_unmeant(state: StateInline) -> None:
    """Makes signs again of what no one means as emphasis; to be asked before `mistyped_emphasis`.

    These are stars between letters or digits on both sides (Leser*innen und Bürger*innen, 2*3*4), and the underscores
    of a name behind @. Scripts without capitals, some of which part no words by spaces, keep their emphasis.
    """
    opened: list[int] = []
    for number, token in enumerate(state.tokens):
        if _AT not in token.meta or not token.nesting:
            continue
        if token.nesting > 0:
            opened.append(number)
            continue
        first = opened.pop()
        if _is_unmeant(state.src, state.tokens[first].meta[_AT], token.meta[_AT]):
            _undo(state.tokens, first, number)


def _undo(tokens: list[Token], first: int, last: int) -> None:
    """Makes text of the tokens that open and close emphasis; of two signs Markdown has emptied the outer one."""
    signs = (first - 1, first, last, last + 1) if tokens[first].type == "strong_open" else (first, last)
    sign = tokens[first].markup[0]
    for token in [tokens[number] for number in signs]:
        token.type, token.tag, token.nesting, token.content, token.markup = "text", "", 0, sign, ""


def _is_unmeant(source: str, opening: int, closing: int) -> bool:
    first, last = _run(source, opening), _run(source, closing)
    is_name = source[opening] == "_" and source[first[0] - 1 : first[0]] == "@"
    return is_name or (_joins(source, *first) and _joins(source, *last))


def _run(source: str, at: int) -> tuple[int, int]:
    """Where the run of the sign at this place begins, and the place behind it."""
    begin, end = at, at + 1
    while begin and source[begin - 1] == source[at]:
        begin -= 1
    while source[end : end + 1] == source[at]:
        end += 1
    return begin, end


def _joins(source: str, begin: int, end: int) -> bool:
    """Whether the run has letters with capitals, or digits, on both sides."""
    sides = source[begin - 1 : begin], source[end : end + 1]
    return all(side.isdigit() or side.lower() != side.upper() for side in sides)


def mistyped_emphasis(state: StateInline) -> Iterator[Run]:
    """The signs that were most likely meant as emphasis; to be asked when what is emphasis has been found."""
    runs = list(_runs(state))
    for marker in "*_":
        own = [run for run in runs if state.src[run.at] == marker and not run.is_inner]
        yield from _doubles([run for run in own if run.count in {2, 3} and not run.is_rest], marker)
        yield from _singles([run for run in own if run.count == 1 and not run.is_rest], state.src)
        yield from (run for run in own if run.is_rest)
        if marker == "_":
            inner = [run for run in runs if run.is_inner and run.count == 2 and state.src[run.at] == "_"]
            yield from inner[: len(inner) // 2 * 2 : 2]  # one alone is part of a name: a__b@example.org


def _doubles(runs: list[Run], marker: str) -> Iterator[Run]:
    """The first of each two, and one that is left alone if it is next to a word; three free ones are an ornament."""
    runs = [run for run in runs if run.count == 2 or not run.is_free]
    for first, second in zip(runs[::2], [*runs[1::2], None], strict=False):
        if second or (first.opens if marker == "_" else not first.is_free):
            yield first


def _singles(runs: list[Run], source: str) -> Iterator[Run]:
    """The first of two within a line, where words begin behind it: alone it marks a note, or multiplies."""
    used = -1
    for first, second in pairwise(runs):
        if first.at > used and first.opens and first.after.isalpha() and "\n" not in source[first.at : second.at]:
            used = second.at
            yield first


def _runs(state: StateInline) -> Iterator[Run]:
    placed = [(n, token) for n, token in enumerate(state.tokens) if _AT in token.meta]
    left = [(n, token.meta[_AT]) for n, token in placed if token.type == "text" and token.content]
    emphatic = {token.meta[_AT] for _, token in placed} - {at for _, at in left}
    for _, token in placed:
        token.meta = {}
    for _, group in groupby(enumerate(left), key=lambda each: (each[1][1] - each[0], state.src[each[1][1]])):
        run = [found for _, found in group]
        at, end = run[0][1], run[-1][1] + 1
        before, after = state.src[at - 1 : at] or " ", state.src[end : end + 1] or " "
        is_rest = (at - 1 in emphatic and before == state.src[at]) or (end in emphatic and after == state.src[at])
        yield Run(run[0][0], at, len(run), before, after, is_rest)
