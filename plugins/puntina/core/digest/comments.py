"""HTML comments are the editors' notes: found wherever they end, and taken out so that every other line stays in place.

None is looked for in code: `<!-- -->` between back-ticks or in a fence is what readers are to see.
"""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import accumulate, groupby

from puntina.core.digest.bullets import Kind, list_marker

OPENS, CLOSES = "<!--", "-->"
# In place of a line that was a note inside a paragraph or list, which goes on below it; no content may have it, and it
# is never printed.
FILLER = "\x1c"
Cut = tuple[int, int]  # columns from 0: the first that is out, and the one after the last
_FENCE = re.compile(r"(?P<around>(?:[ \t>]|[-*+•][ \t]|\d{1,9}[.)][ \t])*)(?P<fence>`{3,}(?!.*`)|~{3,})")
# What a fence may be in: a quote, or an item of a list, as wide as what is before its text.
_AROUND = re.compile(r"[ \t]*>[ \t]?|[ \t]*(?:[-*+•]|\d{1,9}[.)])[ \t]+")
_QUOTED = re.compile(r" {0,3}> ?")
_SIGN = re.compile(r"\\[\\`<]|`+|<!--")
_OPENING = re.compile(OPENS)
_TICKS = re.compile(r"`+")
_TEXT = re.compile(r"[^ \t>]")
_SPACES = re.compile(r"[ \t]*")
_BLANK = re.compile(r"\n[ \t>]*\n")
_QUOTE = re.compile(r"(?:[ \t]*>)*[ \t]*")


@dataclass(frozen=True, slots=True)
class Found:
    """The comments of a text, each from its first character to the one after its last, and one that is not closed."""

    spans: tuple[Cut, ...]
    unclosed: int | None


def find(text: str, *, markdown: bool = True) -> Found:
    """The comments in the text; in Markdown, none in code."""
    code = _Code(text) if markdown else None
    spans, position = list[Cut](), 0
    while match := (_SIGN if code else _OPENING).search(text, position):
        start = match.start()
        position = match.end()
        if code and (inside := code.end_of_fence(start)):
            position = inside
        elif match.group() == OPENS:
            end = text.find(CLOSES, start + 2)  # <!--> is a whole one (HTML, section 13.2.5.44)
            if end < 0:
                return Found(tuple(spans), start)
            position = end + len(CLOSES)
            spans.append((start, position))
        elif code and match.group()[0] == "`":
            position = code.end_of_ticks(match) or position
    return Found(tuple(spans), None)


@dataclass(slots=True)
class _Code:
    """Where code is in a Markdown text."""

    text: str
    starts: list[int] = field(default_factory=list)  # of the lines
    fenced: frozenset[int] = frozenset()
    ticks: dict[int, list[int]] = field(default_factory=dict)  # of the paragraph at hand: where runs of a length are
    until: int = -1  # its end

    def __post_init__(self) -> None:
        lines = self.text.split("\n")
        self.starts = list(accumulate((len(line) + 1 for line in lines), initial=0))
        self.fenced = fenced(lines)

    def end_of_fence(self, at: int) -> int | None:
        """Where the line ends if it is in a fence."""
        line = bisect_right(self.starts, at) - 1
        return self.starts[line + 1] - 1 if line in self.fenced else None

    def end_of_ticks(self, opening: re.Match[str]) -> int | None:
        """Where the code that these back-ticks open ends; None where none of their length follows in the paragraph."""
        if opening.end() > self.until:
            blank = _BLANK.search(self.text, opening.end())
            self.until = blank.start() if blank else len(self.text)
            self.ticks = {}
            for run in _TICKS.finditer(self.text, opening.end(), self.until):
                self.ticks.setdefault(len(run.group()), []).append(run.start())
        length = len(opening.group())
        others = self.ticks.get(length, [])
        after = bisect_right(others, opening.start())
        return others[after] + length if after < len(others) else None


def fenced(lines: Sequence[str]) -> frozenset[int]:
    """The numbers, from 0, of the lines that are code between fences, with these."""
    inside, fence, around = set[int](), "", list[int]()
    for number, line in enumerate(lines):
        if fence:
            within = _within(line, around) if around else line
            if within is not None:
                inside.add(number)
                typed = within.strip(" \t>")
                if len(typed) >= len(fence) and typed == fence[0] * len(typed):
                    fence = ""
                continue
            fence = ""  # it ends with the quote or the point that it is in
        if ("```" in line or "~~~" in line) and (opening := _FENCE.match(line)):
            fence = opening["fence"]
            inside.add(number)
            around = [0 if ">" in each else len(each.expandtabs(4)) for each in _AROUND.findall(opening["around"])]
    return frozenset(inside)


def _within(line: str, around: Sequence[int]) -> str | None:
    """The line without the signs and spaces of what it is in: 0 for a quote, the width of a point; None outside it."""
    line = line.expandtabs(4)
    for width in around:
        if not width:
            quoted = _QUOTED.match(line)
            if not quoted:
                return None
            line = line[quoted.end() :]
        elif line.strip():
            if line[:width].strip():
                return None
            line = line[width:]
    return line


def taken_out(lines: list[str], spans: Sequence[Cut]) -> dict[int, tuple[Cut, ...]]:
    """Takes the comments out of the lines; returns the columns that are out of each line, from 0 as its number."""
    starts = list(accumulate((len(line) + 1 for line in lines), initial=0))
    by_line: dict[int, list[Cut]] = {}
    continues = set[int]()
    for span in spans:
        touched = list(_by_line(span, lines, starts))
        for number, cut in touched:
            by_line.setdefault(number, []).append(cut)
        first, (start, _) = touched[0]
        if _TEXT.search(lines[first], 0, start) and all(_TEXT.search(lines[number]) for number, _ in touched):
            continues.update(number for number, _ in touched[1:])
    cuts = {number: tuple(_cut(lines, number, found)) for number, found in by_line.items()}
    _fill(lines, sorted(by_line), continues)
    return cuts


def _by_line(span: Cut, lines: Sequence[str], starts: Sequence[int]) -> Iterator[tuple[int, Cut]]:
    """The parts of the comment that are in each of its lines; the signs of a quote around it stay."""
    start, end = span
    line = bisect_right(starts, start) - 1
    yield line, (start - starts[line], min(end - starts[line], len(lines[line])))
    while starts[line + 1] < end:
        line += 1
        quote = _QUOTE.match(lines[line])
        begins = quote.end() if quote and ">" in quote.group() else 0
        yield line, (begins, max(min(end - starts[line], len(lines[line])), begins))


def _cut(lines: list[str], number: int, found: Sequence[Cut]) -> Iterator[Cut]:
    """Writes the line anew without what was found, and without the spaces that were around it."""
    line, kept, position, last = lines[number], list[str](), 0, ""
    for start, end in found:
        kept.append(line[position:start])
        last = kept[-1][-1:] or last
        spaces = _SPACES.match(line, end) if last in {"", " ", "\t", ">"} else None
        position = spaces.end() if spaces else end
        yield start, position
    kept.append(line[position:])
    text = "".join(kept)
    lines[number] = text.rstrip(" \t") if not kept[-1].strip(" \t") else text


def _fill(lines: list[str], numbers: Sequence[int], continues: set[int]) -> None:
    """Makes of each line that is empty now one over which a paragraph or list goes on, or one that parts blocks."""
    for number in numbers:
        if _is_noted_point(lines[number], lines[number + 1] if number + 1 < len(lines) else ""):
            lines[number] = ""
    empty = [number for number in numbers if not lines[number].strip(" \t>")]
    for _, group in groupby(enumerate(empty), key=lambda each: each[1] - each[0]):
        run = [number for _, number in group]
        above = lines[run[0] - 1] if run[0] else ""
        listed = _is_listed(above, lines[run[-1] + 1] if run[-1] + 1 < len(lines) else "")
        for number in run:
            lines[number] += FILLER if listed or number in continues else ""


def _is_noted_point(line: str, below: str) -> bool:
    """Whether nothing but a bullet is left, and no text of its own follows."""
    marker = list_marker(line)
    return marker is not None and not marker.text and (not below.strip() or not below[0].isspace())


def _is_listed(above: str, below: str) -> bool:
    """Whether the line above is of a list, and that below of the same or another one."""
    marker = list_marker(below)
    continues = marker is not None and marker.kind in {Kind.HYPHEN, Kind.NUMBER}
    return continues and bool(above.strip()) and (above[0].isspace() or list_marker(above) is not None)
