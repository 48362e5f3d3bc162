"""Markdown rules of our own: bullets as they are pasted (•), and a 📌 line that always begins a paragraph."""

import re

from markdown_it import MarkdownIt
from markdown_it.common.utils import mdTrim
from markdown_it.parser_block import RuleFuncBlockType
from markdown_it.ruler import RuleOptionsType
from markdown_it.rules_block import StateBlock

BULLETS = "•‣◦"
PIN = "\N{PUSHPIN}"
# The pushpin may wear U+FE0F (emoji presentation) and stand inside bold or italic.
PINNED = re.compile(rf"\s*[*_]{{0,3}}{PIN}")
INTERRUPTS: RuleOptionsType = {"alt": ["paragraph", "reference", "blockquote", "list"]}


def digest_marks(md: MarkdownIt) -> None:
    """Adds the rules; before "code", as an indented • or 📌 is never meant as code."""
    md.block.ruler.before("code", "pasted_bullets", pasted_bullets, INTERRUPTS)
    md.block.ruler.before("code", "pinned", pinned, INTERRUPTS)
    md.block.ruler.at("paragraph", paragraph)


def pasted_bullets(state: StateBlock, start: int, end: int, silent: bool) -> bool:
    """Lines that begin with •, ‣ or ◦, at whatever column, as one list on one level; blank lines may part them."""
    if not _is_bullet(state, start):
        return False
    if silent:
        return True
    opening = state.push("bullet_list_open", "ul", 1)
    line = start
    while line < end and _is_bullet(state, line) and state.sCount[line] >= state.blkIndent:
        after = _end_of_text(state, line)
        _push_item(state, line, after)
        state.line = after
        line = state.skipEmptyLines(after)
    opening.map = [start, state.line]
    state.push("bullet_list_close", "ul", -1)
    return True


def pinned(state: StateBlock, start: int, end: int, silent: bool) -> bool:
    """A paragraph that opens with 📌, also right after the last bullet without a blank line."""
    if not PINNED.match(_line(state, start)):
        return False
    if silent:
        return True
    after = _end_of_text(state, start)
    _push_paragraph(state, _text(state, start, after), start, after, hidden=False)
    state.line = after
    return True


def paragraph(state: StateBlock, start: int, end: int, silent: bool) -> bool:
    """A paragraph as CommonMark has it, but that it ends before a • or 📌 at whatever column."""
    after = _end_of_text(state, start)
    text = state.getLines(start, after, state.blkIndent, False)
    _push_paragraph(state, text, start, after, hidden=False)
    state.line = after
    return True


def _line(state: StateBlock, line: int) -> str:
    return state.src[state.bMarks[line] + state.tShift[line] : state.eMarks[line]]


def _is_bullet(state: StateBlock, line: int) -> bool:
    # lstrip and not tShift alone, as pasted lines are indented by no-break spaces too
    return _line(state, line).lstrip().startswith(tuple(BULLETS))


def _end_of_text(state: StateBlock, start: int) -> int:
    """The line after the last one of the text that begins at `start`."""
    terminators = state.md.block.ruler.getRules("paragraph")
    parent, state.parentType = state.parentType, "paragraph"  # a line "2025. …" begins no list inside one
    line = start + 1
    while line < state.lineMax and not state.isEmpty(line) and not _ends_text(state, line, terminators):
        line += 1
    state.parentType = parent
    return line


def _ends_text(state: StateBlock, line: int, terminators: list[RuleFuncBlockType]) -> bool:
    # A negative indent marks a line that the quote around it has looked at and taken in.
    return state.sCount[line] >= 0 and any(rule(state, line, state.lineMax, True) for rule in terminators)


def _text(state: StateBlock, start: int, after: int) -> str:
    return "\n".join(_line(state, line).lstrip() for line in range(start, after))


def _push_item(state: StateBlock, start: int, after: int) -> None:
    state.push("list_item_open", "li", 1).map = [start, after]
    _push_paragraph(state, _text(state, start, after)[1:], start, after, hidden=True)
    state.push("list_item_close", "li", -1)


def _push_paragraph(state: StateBlock, text: str, start: int, after: int, *, hidden: bool) -> None:
    content = mdTrim(text)
    begins = text.index(content)
    opening = state.push("paragraph_open", "p", 1)
    inline = state.push("inline", "", 0)
    closing = state.push("paragraph_close", "p", -1)
    # The content's first line is where its first word is: a bullet may stand alone above it.
    opening.map = inline.map = [start + text.count("\n", 0, begins), after]
    opening.hidden = closing.hidden = hidden
    inline.content, inline.children = content, []
