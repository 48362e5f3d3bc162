"""Inline rules that record the source positions of links, raw HTML and mistyped markup."""

import re
from bisect import bisect_right
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from itertools import accumulate
from typing import Any
from urllib.parse import unquote

from markdown_it import MarkdownIt
from markdown_it.rules_core import StateCore
from markdown_it.rules_inline import StateInline, autolink, backtick, entity, image, link
from markdown_it.token import Token

from puntina.core.digest.bare_urls import bare_url
from puntina.core.digest.footnote_stars import marks_a_note
from puntina.core.digest.html_names import TAG, is_html
from puntina.core.digest.literal import Literal
from puntina.core.digest.literal_emphasis import EMPHASIS, mistyped_emphasis, placed_emphasis, undo_unmeant
from puntina.core.digest.literal_inline import literal_at
from puntina.core.digest.parts import Position
from puntina.core.digest.prepared import Cuts, true_column

LINKS: dict[str, Callable[[StateInline, bool], bool]] = {"link": link, "image": image, "autolink": autolink}
ADDRESS = {"link_open": "href", "image": "src"}
HTML, NOTE = "html", "note"
_NOTE = re.compile(r"\[\^[^\]\s]{1,100}\]")
_REACH = 1000  # characters; how far a tag may go on, so that a file of < alone takes no longer than others
_SIGN = "sign"
# What is behind a link whose address has a bracket in it, which ended it: "b)" of [text](https://example.org/a)b).
_REST = re.compile(r"(?=[^\s()\[\]]{0,200}[^\W_])[\w/.%~=&?#+-][^\s()\[\]]{0,200}\)")


@dataclass(frozen=True, slots=True)
class Sign:
    """Text that looks like markup: raw HTML, a reference to a missing footnote, or mistyped markup."""

    kind: str | Literal
    text: str
    position: Position


@dataclass(frozen=True, slots=True)
class Rows:
    """The lines of a block's text: the number of the first, where in text and file each begins, all from 0, and what is
    out of each."""

    first: int
    starts: tuple[int, ...]
    columns: tuple[int, ...]
    cuts: Cuts


def keep_positions(md: MarkdownIt) -> None:
    """Adds the rules: links know their place, env["signs"] is what is text but looks like more, env["notes"] the
    footnotes as they are written, each with its label and place."""
    for name, rule in LINKS.items():
        md.inline.ruler.at(name, partial(_positioned, rule))
    md.inline.ruler.at("linkify", bare_url)
    md.inline.ruler.enable("linkify")
    md.inline.ruler.at("backticks", _backticks)
    md.inline.ruler.at("entity", _entity)
    md.inline.ruler.at("emphasis", placed_emphasis)
    md.inline.ruler.push("sign", _sign)
    md.inline.ruler2.after("emphasis", "mistyped_emphasis", _mistyped)
    md.core.ruler.after("inline", "positions", _find_positions)


def _positioned(rule: Callable[[StateInline, bool], bool], state: StateInline, silent: bool) -> bool:
    start, before = state.pos, len(state.tokens)
    if not rule(state, silent):
        return False
    opening = next((token for token in state.tokens[before:] if token.type in ADDRESS), None)
    if opening:
        opening.meta["span"] = (start, state.pos)
        opening.meta["cut"] = state.src[state.pos - 1] == ")" and _is_cut(state.src, start, state.pos)
    return True


def _is_cut(source: str, start: int, end: int) -> bool:
    """Whether a bracket in the link's address has ended it: one more is behind, and none is open around the link."""
    if not _REST.match(source, end):
        return False
    before = source[max(start - _REACH, 0) : start]
    return before.count("(") <= before.count(")")


def _sign(state: StateInline, silent: bool) -> bool:
    """What is text but looks like more; nothing else could make more than text of its first character."""
    found = _look(state)
    if not found:
        return False
    if not silent:
        kind, begin, end = found
        token = state.push(_SIGN, "", 0)
        token.content = state.src[state.pos]
        token.meta = {"kind": kind, "text": state.src[begin:end], "span": (begin, end)}
    state.pos += 1
    return True


def _backticks(state: StateInline, silent: bool) -> bool:
    """Markdown's own rule, but for a back-tick that is an accent or an apostrophe."""
    if literal_at(state.src, state.pos, min(state.pos + _REACH, state.posMax)):
        return False
    return backtick(state, silent)


def _entity(state: StateInline, silent: bool) -> bool:
    """Markdown's own rule, but that an entity which shows another, or the < of a comment, looks like more."""
    start = state.pos
    if not entity(state, silent):
        return False
    found = None if silent else literal_at(state.src, start, min(start + _REACH, state.posMax))
    if found:
        kind, begin, end = found
        token = state.tokens[-1]
        token.type, token.meta = _SIGN, {"kind": kind, "text": state.src[begin:end], "span": (begin, end)}
    return True


def _look(state: StateInline) -> tuple[str | Literal, int, int] | None:
    """Raw HTML, a missing footnote or mistyped markup at this position, with its beginning and end."""
    end = min(state.pos + _REACH, state.posMax)
    kind, pattern = {"<": (HTML, TAG), "[": (NOTE, _NOTE)}.get(state.src[state.pos], ("", _NOTE))
    match = pattern.match(state.src, state.pos, end) if kind else None
    return (
        (kind, match.start(), match.end())
        if match and (kind != HTML or is_html(match.group()))
        else literal_at(state.src, state.pos, end)
    )


def _mistyped(state: StateInline) -> None:
    undo_unmeant(state)
    for run in mistyped_emphasis(state):
        if marks_a_note(state.src, run.at, run.count):
            continue
        token = state.tokens[run.token]
        text = state.src[run.at : run.at + run.count]
        token.type, token.meta = _SIGN, {"kind": EMPHASIS, "text": text, "span": (run.at, run.at + run.count)}


def _find_positions(state: StateCore) -> None:
    lines = state.src.split("\n")
    state.env["signs"], state.env["notes"] = [], []
    for block in state.tokens:
        if block.type == "footnote_reference_open" and block.map:
            number = block.map[0]
            position = Position(number + 1, max(lines[number].find("[^"), 0) + 1)
            state.env["notes"].append((block.meta["label"], position))
        if block.children:
            _set_positions(block, lines, state.env)
            _to_text(block.children)


def _set_positions(block: Token, lines: list[str], env: Any) -> None:
    rows: Rows | None = None
    before: Token | None = None  # the sign before
    for token in block.children or ():
        if "span" not in token.meta:
            continue
        rows = rows or rows_of(block, lines, env.get("cuts", {}))
        if token.type == _SIGN and _is_within(token, before):
            continue  # the closing ~~ of what has been reported
        if token.type == _SIGN:
            before = token
            env["signs"].append(Sign(token.meta["kind"], token.meta["text"], position_in(token.meta["span"][0], rows)))
        else:
            token.meta["position"] = position_in(_address_at(block.content, token), rows)


def _is_within(token: Token, before: Token | None) -> bool:
    """Whether the sign is a part of the one before."""
    if before is None or token.meta["kind"] is not before.meta["kind"]:
        return False
    return bool(token.meta["span"][0] < before.meta["span"][1])


def _address_at(content: str, token: Token) -> int:
    """Where in the block's content the link's address begins; the link itself where it is written elsewhere."""
    start, end = token.meta["span"]
    href = str(token.attrs.get(ADDRESS[token.type], ""))
    after_text = max(content.rfind("](", start, end), start)
    found = [content.find(form, after_text, end) for form in (href, unquote(href)) if form]
    return next((at for at in found if at >= 0), start)


def rows_of(block: Token, lines: list[str], cuts: Cuts) -> Rows:
    """The positions in the file of the lines of the block's text."""
    first = block.map[0] if block.map else 0
    texts = block.content.split("\n")
    starts = tuple(accumulate((len(text) + 1 for text in texts[:-1]), initial=0))
    columns = tuple(_column(text, line) for text, line in zip(texts, lines[first : first + len(texts)], strict=False))
    return Rows(first, starts, columns, cuts)


def _column(text: str, line: str) -> int:
    """Where the text would begin in its line: indent, bullet and quote mark are not in it, a tab may be as spaces."""
    words = text.lstrip()
    return max(line.rfind(words), 0) - (len(text) - len(words))


def position_in(at: int, rows: Rows) -> Position:
    """The position in the file of a character of the text."""
    row = bisect_right(rows.starts, at) - 1
    column = rows.columns[row] if row < len(rows.columns) else 0
    column = true_column(column + at - rows.starts[row], rows.cuts.get(rows.first + row, ()))
    return Position(rows.first + row + 1, column + 1)


def _to_text(tokens: Any) -> None:
    for token in tokens:
        if token.type == _SIGN:
            token.type, token.meta = "text", {}
        _to_text(token.children or ())
