"""Two Markdown rules of our own: bullets as they are pasted (•), and a 📌 line that always begins a paragraph."""

import re

from markdown_it import MarkdownIt
from markdown_it.ruler import RuleOptionsType
from markdown_it.rules_block import StateBlock

BULLETS = "•‣◦"
PIN = "\N{PUSHPIN}"
# The pushpin may wear U+FE0F (emoji presentation) and stand inside bold or italic.
PINNED = re.compile(rf"\s*[*_]{{0,3}}\s*{PIN}")
INTERRUPTS: RuleOptionsType = {"alt": ["paragraph", "reference", "blockquote", "list"]}


def digest_marks(md: MarkdownIt) -> None:
    """Adds both rules; before "code", as an indented • or 📌 is never meant as code."""
    md.block.ruler.before("code", "pasted_bullets", pasted_bullets, INTERRUPTS)
    md.block.ruler.before("code", "pinned", pinned, INTERRUPTS)


def pasted_bullets(state: StateBlock, start: int, end: int, silent: bool) -> bool:
    """Lines that begin with •, ‣ or ◦, at whatever column, as one list on one level; blank lines may part them."""
    if not _is_bullet(state, start):
        return False
    if silent:
        return True
    opening = state.push("bullet_list_open", "ul", 1)
    line = start
    while line < end and _is_bullet(state, line):
        after = _end_of_text(state, line, end)
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
    after = _end_of_text(state, start, end)
    _push_paragraph(state, _text(state, start, after), [start, after], hidden=False)
    state.line = after
    return True


def _line(state: StateBlock, line: int) -> str:
    return state.src[state.bMarks[line] + state.tShift[line] : state.eMarks[line]]


def _is_bullet(state: StateBlock, line: int) -> bool:
    # lstrip and not tShift alone, as pasted lines are indented by no-break spaces too
    return state.sCount[line] >= state.blkIndent and _line(state, line).lstrip()[:1] in set(BULLETS)


def _end_of_text(state: StateBlock, start: int, end: int) -> int:
    terminators = state.md.block.ruler.getRules("paragraph")
    line = start + 1
    while line < end and not state.isEmpty(line) and state.sCount[line] >= state.blkIndent:
        if any(rule(state, line, end, True) for rule in terminators):
            break
        line += 1
    return line


def _text(state: StateBlock, start: int, after: int) -> str:
    return "\n".join(_line(state, line).strip() for line in range(start, after))


def _push_item(state: StateBlock, start: int, after: int) -> None:
    state.push("list_item_open", "li", 1).map = [start, after]
    text = _text(state, start, after)[1:].lstrip()
    _push_paragraph(state, text, [start, after], hidden=True)
    state.push("list_item_close", "li", -1)


def _push_paragraph(state: StateBlock, text: str, lines: list[int], *, hidden: bool) -> None:
    opening = state.push("paragraph_open", "p", 1)
    inline = state.push("inline", "", 0)
    closing = state.push("paragraph_close", "p", -1)
    opening.map = inline.map = lines
    opening.hidden = closing.hidden = hidden
    inline.content, inline.children = text, []
