"""Checks that a digest has points and one summary, and that nothing is empty."""

import re
from collections.abc import Sequence
from itertools import pairwise

from markupsafe import escape

from puntina.core.digest.fast_path.markdown import Found
from puntina.core.digest.labels import LABELS, is_label
from puntina.core.digest.markdown_rules import PIN
from puntina.core.digest.message import Message, message
from puntina.core.digest.model import FrontMatter, Status
from puntina.core.digest.parts import BlockKind, Part
from puntina.core.digest.problem import Problem, Severity

_NEARLY = re.compile(r"[ >*_#]*(?:[📍🖈📎🖇🧷]|&#(?:128204|x1f4cc);|:(?:round_)?pushpin:)", re.IGNORECASE)
_EMPTY = {
    BlockKind.POINTS: message("an empty point"),
    BlockKind.SUMMARY: message("an empty summary"),
    BlockKind.BODY: message("an empty block"),
}


def completed(
    parts: list[Found], path: str, source: str, meta: FrontMatter, text: str, *, explained: bool
) -> tuple[list[Found], list[Problem]]:
    """The parts that have something to show, with one summary, and the problems of points and summary.

    `text` is the source without notes; `explained` says whether other problems tell already why there are no points.
    """
    lines = source.split("\n")
    summaries = [part for kind, part in parts if kind is BlockKind.SUMMARY]
    problems = [_second_summary(path, part, summaries[0], lines) for part in summaries[1:]]
    below = {id(part) for (_, part), _ in pairwise(parts)}
    labels = [part for part in summaries if _is_label_alone(part, more_below=id(part) in below)]
    problems += [_label_alone(path, part, lines) for part in labels]
    if not summaries and not meta.summary:
        problems.append(_without_summary(path, lines, meta, text))
    if not explained and not any(kind is BlockKind.POINTS for kind, _ in parts):
        problems.append(_without_points(parts, path, meta))
    if meta.status is not Status.DRAFT:  # in which they are still to be written, as in what `new` makes
        problems += [_empty(path, kind, part, lines) for kind, part in parts if not _shows(kind, part)]
    parts = [(kind, part) for kind, part in parts if _shows(kind, part)]
    if meta.summary and not any(kind is BlockKind.SUMMARY for kind, _ in parts):
        summary = Part((str(escape(meta.summary)),), meta.summary, meta.position("summary").line)
        parts = [*parts, (BlockKind.SUMMARY, summary)]
    return parts, problems


def _without_summary(path: str, lines: Sequence[str], meta: FrontMatter, text: str) -> Problem:
    """The problem of a digest without a summary, at the 📌 that was meant to open it if there is one."""
    hint = message("begin the summary with 📌")
    if PIN not in text:
        if (number := next((n for n, line in enumerate(text.split("\n")) if _is_near(line)), None)) is not None:
            what = message("no summary: this paragraph looks like one, but does not begin with 📌")
            return Problem(path, number + 1, 1, "BODY-SUMMARY", what, hint, Severity.WARNING)
        return _lacking(path, meta, "BODY-SUMMARY", message("no summary"), hint)
    number = text.count("\n", 0, text.index(PIN))
    what = message("no summary: this 📌 is not at the beginning of a paragraph")
    if lines[number].lstrip().startswith(">"):
        what, hint = message("no summary: this 📌 is in a quotation"), message("delete the > before it")
    return Problem(path, number + 1, lines[number].index(PIN) + 1, "BODY-SUMMARY", what, hint, Severity.WARNING)


def _is_near(line: str) -> bool:
    """Whether the line begins with another pin, with the number of 📌 in HTML, or with what editors call a summary."""
    label, colon, _ = line.strip(" >*_#").partition(":")
    return bool(_NEARLY.match(line)) or (colon == ":" and label.strip(" *_").casefold() in LABELS)


def _without_points(parts: list[Found], path: str, meta: FrontMatter) -> Problem:
    """The problem of a digest without points, at the numbered list that was meant to be them if there is one."""
    hint = message("begin each point with - or •")
    for kind, part in parts:
        if kind is BlockKind.BODY and part.html.startswith("<ol"):
            text = message("no points: the items of a numbered list are not points")
            return Problem(path, part.line, 1, "BODY-POINTS", text, hint, Severity.WARNING)
    return _lacking(path, meta, "BODY-POINTS", message("no points"), hint)


def _second_summary(path: str, part: Part, first: Part, lines: Sequence[str]) -> Problem:
    column = max(lines[part.line - 1].find(PIN) + 1, 1)
    text = message("a second 📌 (the first is on line {line})", line=first.line)
    hint = message("keep one summary; delete the 📌 of the other")
    return Problem(path, part.line, column, "BODY-SUMMARIES", text, hint)


def _is_label_alone(part: Part, *, more_below: bool) -> bool:
    """Whether the summary is a label and nothing else: with a colon, or one such as "Sintesi" above other blocks."""
    if not part.text:
        return False
    return (part.text.endswith(":") and is_label(part.text)) or (more_below and part.text.casefold() in LABELS)


def _label_alone(path: str, part: Part, lines: Sequence[str]) -> Problem:
    column = max(lines[part.line - 1].find(PIN) + 1, 1)
    text = message('the summary is only "{label}": no paragraph follows it', label=part.text)
    hint = message("write the summary after the 📌, or as one paragraph below it")
    return Problem(path, part.line, column, "BODY-SUMMARY", text, hint)


def _shows(kind: BlockKind, part: Part) -> bool:
    """Whether there is something to see: text, or else a picture, a rule or the number of a footnote.

    A summary has words: it is printed alone on cards, in feeds and in letters, where a dot or a picture says nothing.
    """
    if kind is BlockKind.SUMMARY:
        return any(map(str.isalnum, part.text))
    return bool(part.text) or any(tag in part.html for tag in ("<img", "<hr", "<sup"))


def _empty(path: str, kind: BlockKind, part: Part, lines: Sequence[str]) -> Problem:
    line = lines[part.line - 1]
    column = len(line) - len(line.lstrip()) + 1
    hint = message("write it, or delete the line")
    return Problem(path, part.line, column, "BODY-EMPTY", _EMPTY[kind], hint, Severity.WARNING)


def _lacking(path: str, meta: FrontMatter, code: str, text: Message, hint: Message) -> Problem:
    return Problem(path, meta.position("title").line, 1, code, text, hint, Severity.WARNING)
