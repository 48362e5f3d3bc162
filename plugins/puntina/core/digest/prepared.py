"""Prepares a body for Markdown: removes editors' notes and invisible characters, and keeps track of columns."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from puntina.core.digest.bullets import INVISIBLE, OTHER_SPACES, Kind, list_marker
from puntina.core.digest.comments import CLOSES, OPENS, Cut, Found, fenced, find, taken_out
from puntina.core.digest.markdown_rules import PIN
from puntina.core.digest.message import message
from puntina.core.digest.problem import Problem
from puntina.core.digest.text import place_at

Cuts = Mapping[int, tuple[Cut, ...]]  # by line, from 0: the columns that are out, in order
_UNSEEN = re.compile(f"[{INVISIBLE}{OTHER_SPACES}]")
_STRAY = re.compile(r"^[ \t>]*(-->)[ \t]*$", re.MULTILINE)
_SPACE = re.compile(f"[ \t{OTHER_SPACES}]")
_GAP = f"[ \t{INVISIBLE}{OTHER_SPACES}]*"
_GAPS = re.compile(_GAP)
_QUOTES = re.compile(rf"(?:{_GAP}>)*")
_PIN = re.compile(rf"({_GAP})(?:([*_]{{1,3}})({_GAP}))?{PIN}[\ufe0e\ufe0f]*")
_HEADING = re.compile(rf"({_GAP})#{{1,6}}(?={_GAP}[^#\s])")
_MARKERS = frozenset({Kind.BULLET, Kind.HYPHEN, Kind.NUMBER})


@dataclass(frozen=True, slots=True)
class Prepared:
    """The text, the columns of the file that are not in it, and what is wrong with its comments."""

    text: str
    cuts: Cuts = field(default_factory=dict)
    problems: tuple[Problem, ...] = ()

    def placed(self, problems: Sequence[Problem]) -> Iterator[Problem]:
        """The problems of this text at their places in the file, after its own."""
        yield from self.problems
        for problem in problems:
            cuts = self.cuts.get(problem.line - 1, ())
            yield replace(problem, column=true_column(problem.column - 1, cuts) + 1) if cuts else problem


def prepare(source: str, path: str, *, markdown: bool = True) -> Prepared:
    """The text to read in place of the source; its lines are those of the source, one for one."""
    noted = OPENS in source or (markdown and CLOSES in source and _STRAY.search(source))
    unseen = markdown and _UNSEEN.search(source)
    if not (noted or unseen):
        return Prepared(source)
    lines, cuts = source.split("\n"), dict[int, tuple[Cut, ...]]()
    problems: tuple[Problem, ...] = ()
    if noted:
        found = find(source, markdown=markdown)
        cuts = taken_out(lines, found.spans)
        problems = (*_of_comments(source, found, path), *(_strays(source, found, path) if markdown else ()))
    if unseen:
        code = fenced(lines)
        for number in (number for number, line in enumerate(lines) if number not in code and _UNSEEN.search(line)):
            lines[number], further = _seen(lines[number])
            if further:
                cuts[number] = _together(cuts.get(number, ()), further)
    return Prepared("\n".join(lines), cuts, problems)


def true_column(column: int, cuts: tuple[Cut, ...]) -> int:
    """The column, from 0, in the file of what is at this one in the text that was read.

    >>> true_column(3, ((0, 2), (4, 6)))
    7
    """
    for start, end in cuts:
        if column < start:
            break
        column += end - start
    return column


def _of_comments(source: str, found: Found, path: str) -> Iterator[Problem]:
    """An error for the first comment within another, which ends at its end, and for one that is not closed."""
    for start, end in found.spans:
        if (inner := source.find(OPENS, start + len(OPENS), end)) >= 0:
            text = message("a comment inside a comment: the first --> ends both")
            hint = message("close the first above it, or delete this <!-- and its -->")
            yield Problem(path, *place_at(source, inner), "BODY-COMMENT", text, hint)
            break
    if found.unclosed is not None:
        yield _unclosed(source, found.unclosed, path)


def _strays(source: str, found: Found, path: str) -> Iterator[Problem]:
    """An error for the first --> in a line of its own that ends no comment and is not code."""
    if not _STRAY.search(source):
        return
    ends = {end - len(CLOSES) for _, end in found.spans}
    code, line, position = fenced(source.split("\n")), 0, 0
    for stray in _STRAY.finditer(source):
        at = stray.start(1)
        line += source.count("\n", position, at)
        position = at
        if at not in ends and line not in code:
            text = message("the end of a comment without a beginning, which readers would see")
            hint = message("write <!-- where the note begins, or delete this line")
            yield Problem(path, *place_at(source, at), "BODY-COMMENT", text, hint)
            return


def _unclosed(source: str, at: int, path: str) -> Problem:
    text = message("the comment {opening} is not closed", opening=OPENS)
    hint = message(
        "write {closing} where the note ends; write {typed} to show the sign", closing="-->", typed="\\" + OPENS
    )
    return Problem(path, *place_at(source, at), "BODY-COMMENT", text, hint)


def _seen(line: str) -> tuple[str, tuple[Cut, ...]]:
    """The line with plain spaces, or nothing, for what is not seen around its markers; and the columns that are out."""
    kept, cuts, position = list[str](), list[Cut](), 0
    for start, end, space in _gaps(line):
        gap = line[start:end]
        if not _UNSEEN.search(gap):
            continue
        plain = space if space is not None else _UNSEEN.sub(_indent, gap)
        kept += (line[position:start], plain)
        position = end
        cuts.append((start + len(plain), end))
    return "".join([*kept, line[position:]]), tuple(cut for cut in cuts if cut[0] < cut[1])


def _gaps(line: str) -> Iterator[tuple[int, int, str | None]]:
    """What is around the line's markers, and what to have in its place; None where it is an indentation."""
    quotes = _QUOTES.match(line)
    at = quotes.end() if quotes else 0
    marker = list_marker(line[at:])
    if marker and marker.kind in _MARKERS:
        yield at, at + len(marker.indent), None
        text = len(line) - len(marker.text)
        yield _behind(line, at + len(marker.indent) + len(marker.sign))
        yield from _of_pin(line, text)
    elif heading := _HEADING.match(line, at):
        yield heading.start(1), heading.end(1), None
        yield _behind(line, heading.end())
    elif _PIN.match(line, at):
        yield from _of_pin(line, at)
    elif at:
        yield _behind(line, at)


def _of_pin(line: str, at: int) -> Iterator[tuple[int, int, str | None]]:
    """What is around a 📌, which may be in emphasis alone."""
    if pin := _PIN.match(line, at):
        yield pin.start(1), pin.end(1), None
        if pin[2]:
            yield pin.start(3), pin.end(3), ""
        start, end, _ = _behind(line, pin.end())
        closing = (pin[2] or "")[::-1]
        closed = bool(closing) and line.startswith(closing, end)
        yield start, end, "" if closed else " "
        if closed:
            yield _behind(line, end + len(closing))


def _behind(line: str, start: int) -> tuple[int, int, str]:
    """The gap that begins there, and a space where it has one."""
    gap = _GAPS.match(line, start)
    end = gap.end() if gap else start
    return start, end, " " if _SPACE.search(line, start, end) else ""


def _indent(unseen: re.Match[str]) -> str:
    return " " if _SPACE.match(unseen.group()) else ""


def _together(cuts: tuple[Cut, ...], further: tuple[Cut, ...]) -> tuple[Cut, ...]:
    """Those of the file, and those of the text that these have left, as one."""
    moved = [(true_column(start, cuts), true_column(end - 1, cuts) + 1) for start, end in further]
    merged = list[Cut]()
    for start, end in sorted((*cuts, *moved)):
        if merged and start <= merged[-1][1]:
            merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
        else:
            merged.append((start, end))
    return tuple(merged)
