"""Our Markdown rules: pasted bullets (•), lists at any indentation, a 📌 line that begins a paragraph."""

import re
from dataclasses import dataclass, replace

from markdown_it import MarkdownIt
from markdown_it.common.utils import mdTrim
from markdown_it.parser_block import RuleFuncBlockType
from markdown_it.ruler import RuleOptionsType
from markdown_it.rules_block import StateBlock, list_block

from puntina.core.digest.bullets import Kind, ListMarker, bullet, list_marker

COLUMNS = "columns"  # in Markdown's environment: of the markers of the lists that the line at hand is in
LETTERS = "letters"  # in Markdown's environment: the lines, from 0, of points that begin with a letter and a tab
PIN = "\N{PUSHPIN}"
# The pushpin may wear U+FE0F (emoji presentation) and stand inside bold or italic.
PINNED = re.compile(rf"\s*[*_]{{0,3}}{PIN}")
INTERRUPTS: RuleOptionsType = {"alt": ["paragraph", "reference", "blockquote", "list"]}


@dataclass(frozen=True, slots=True)
class Item:
    """A pasted point: its sign and text, and the lines from the first to the one after its last."""

    marker: ListMarker
    start: int
    after: int


def digest_rules(md: MarkdownIt) -> None:
    """Adds the rules."""
    md.block.ruler.before("code", "pasted_bullets", pasted_bullets, INTERRUPTS)
    md.block.ruler.before("code", "pinned", pinned, INTERRUPTS)
    md.block.ruler.at("list", indented_list, {"alt": ["paragraph", "reference", "blockquote"]})
    md.block.ruler.at("paragraph", paragraph)


def pasted_bullets(state: StateBlock, start: int, end: int, silent: bool) -> bool:
    """Lines that begin with a bullet which is none to Markdown, at whatever column, as one list; blank lines may part
    them. A sign is a level below another by the table of bullets."""
    marker = _bullet(state, start)
    if marker is None:
        return False
    if silent:
        return True
    items, line = list[Item](), start
    while marker is not None and line < end and state.sCount[line] >= state.blkIndent:
        state.line = _end_of_text(state, line)
        items.append(Item(marker, line, state.line))
        if marker.kind is Kind.LETTER:
            state.env.setdefault(LETTERS, []).append(line)
        line = state.skipEmptyLines(state.line)
        marker = _bullet(state, line) or _below(state, line, items[0].marker) if line < end else None
    _push_list(state, items, 0, len(items))
    return True


def indented_list(state: StateBlock, start: int, end: int, silent: bool) -> bool:
    """A list as CommonMark has it, but at whatever column, as pasted lists are: the marker of its first point is where
    its others are looked for."""
    columns: list[int] = state.env.setdefault(COLUMNS, [])
    if not silent:
        columns.append(state.sCount[start])
        try:
            return list_block(state, start, end, silent)
        finally:
            columns.pop()
    # What is four columns behind the list around it would be no marker of it.
    kept = state.listIndent
    if columns and columns[-1] - kept > 3:
        state.listIndent = columns[-1]
    try:
        return list_block(state, start, end, silent)
    finally:
        state.listIndent = kept


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


def _bullet(state: StateBlock, line: int) -> ListMarker | None:
    """The bullet with which the line begins; right behind another marker (`- ✅ a`) most signs are text."""
    typed = _line(state, line)
    # lstrip and not tShift alone, as pasted lines are indented by no-break spaces too
    text = typed.lstrip()
    found = bullet(text)
    if not found:
        return None
    if found.sign not in "•‣◦" and state.src[state.bMarks[line] : state.bMarks[line] + state.tShift[line]].strip():
        return None
    return replace(found, indent=" " * (state.sCount[line] + len(typed) - len(text)))


def _below(state: StateBlock, line: int, first: ListMarker) -> ListMarker | None:
    """A point with Markdown's own sign that is indented below a pasted one, as its second level."""
    text = _line(state, line).lstrip()
    found = list_marker(text) if text[:1] in {"-", "*", "+"} else None
    if found is None or found.kind is not Kind.HYPHEN or not found.text:
        return None
    found = replace(found, indent=" " * state.sCount[line])
    return found if found.is_below(first) else None


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
    # A negative indent marks a line that the quote around it has looked at and taken in. What is indented by four or
    # more goes on with the text above (https://spec.commonmark.org/0.31.2/#example-113), but for points and 📌.
    if state.sCount[line] - state.blkIndent > 3:
        own = _bullet(state, line) is not None or PINNED.match(_line(state, line))
        return bool(own) or indented_list(state, line, state.lineMax, True)
    return state.sCount[line] >= 0 and any(rule(state, line, state.lineMax, True) for rule in terminators)


def _text(state: StateBlock, start: int, after: int) -> str:
    return "\n".join(_line(state, line).lstrip() for line in range(start, after))


def _push_list(state: StateBlock, items: list[Item], start: int, end: int, *, nested: bool = False) -> None:
    """The items from start to end as a list; those that are a level below the one before them as a list in it."""
    opening = state.push("bullet_list_open", "ul", 1)
    opening.map = [items[start].start, items[end - 1].after]
    while start < end:
        after = start + 1
        while after < end and _belongs(
            items[after].marker, items[start].marker, items[start + 1].marker, nested=nested
        ):
            after += 1
        _push_item(state, items, start, after)
        start = after
    state.push("bullet_list_close", "ul", -1)


def _belongs(marker: ListMarker, above: ListMarker, first: ListMarker, *, nested: bool) -> bool:
    """Whether the sign is in the list below `above`, if there is one, which begins with `first`.

    A sign of the second level has a list below it where it is one, or where that is indented: ■ after ○ alone is none.
    """
    if marker.sign == above.sign or not first.is_below(above):
        return False
    if above.level > 1 and not nested and first.width <= above.width:
        return False
    return marker.sign == first.sign or marker.is_below(above)


def _push_item(state: StateBlock, items: list[Item], start: int, end: int) -> None:
    item = items[start]
    state.push("list_item_open", "li", 1).map = [item.start, items[end - 1].after]
    others = [_line(state, line).lstrip() for line in range(item.start + 1, item.after)]
    _push_paragraph(state, "\n".join([item.marker.text, *others]), item.start, item.after, hidden=True)
    if start + 1 < end:
        _push_list(state, items, start + 1, end, nested=True)
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
