"""Finds the summary: the paragraph that opens with 📌, or, if the 📌 is elsewhere, the only one it can mean."""

import re
from collections.abc import Iterator, Sequence
from itertools import chain, zip_longest

from markdown_it.token import Token

from puntina.core.digest.labels import is_label
from puntina.core.digest.markdown import text_of
from puntina.core.digest.markdown_rules import PIN, PINNED

SUMMARY = "summary"  # in an inline token's meta: it is the summary, and its 📌 is taken off already
_SELECTORS = "\N{VARIATION SELECTOR-16}\N{VARIATION SELECTOR-15}"
_ENDS = re.compile(rf"\s*{PIN}[{_SELECTORS}]*([*_]{{0,3}})\s*$")
_BEHIND = re.compile(rf"^[{_SELECTORS}]*(?::(?=[ \xa0]))?[{_SELECTORS} \xa0{PIN}]*")  # 📌: and 📌 📌 are one sign
Group = list[Token]


def groups(tokens: Sequence[Token]) -> Iterator[Group]:
    """The tokens of each block on the top level."""
    group: Group = []
    depth = 0
    for token in tokens:
        group.append(token)
        depth += token.nesting
        if depth == 0:
            yield group
            group = []


def settled(tokens: list[Token], *, pinned: bool) -> list[Token]:
    """The tokens of a digest with its summary marked as one, wherever its 📌 is; `pinned` says that it has one already.

    A label alone (`📌 **In sintesi**`) leaves its 📌 to the paragraph below it. A 📌 in a heading, or at the end of a
    paragraph or point, is read where it is the only one; a heading above a paragraph may be a label alone.
    """
    blocks = list(groups(tokens))
    if not pinned and not any(_opens(block) for block in blocks):
        found = [
            n for n, block in enumerate(blocks) for odd in (_is_odd(block), *map(_is_odd_item, _items(block))) if odd
        ]
        if len(found) == 1 and not _is_doubtful(blocks, found[0]):
            blocks[found[0]] = _as_summary(blocks[found[0]])
    return list(chain.from_iterable(_without_labels(blocks)))


def _without_labels(blocks: list[Group]) -> Iterator[Group]:
    """The blocks without those that only say that the paragraph below is the summary, which is marked as it."""
    for block, below in zip_longest(blocks, blocks[1:]):
        if below and is_pinned_paragraph(block) and _is_text(below) and is_label(text_of(unpinned(block[1]))):
            below[1].meta[SUMMARY] = True
        else:
            yield block


def _is_doubtful(blocks: list[Group], at: int) -> bool:
    """Whether the summary may be the heading or the paragraph below it."""
    block, below = blocks[at], blocks[at + 1] if at + 1 < len(blocks) else None
    if block[0].type != "heading_open" or not below or not _is_text(below):
        return False
    return not is_label(text_of(unpinned(_as_summary(block)[1])))


def _is_text(block: Group) -> bool:
    return block[0].type == "paragraph_open" and bool(block[1].content) and not is_pinned(block[1])


def is_pinned(inline: Token) -> bool:
    """Whether the paragraph is a summary."""
    if inline.meta.get(SUMMARY):
        return True
    return bool(PINNED.match(inline.content)) and any(PIN in child.content for child in (inline.children or [])[:6])


def is_pinned_paragraph(block: Group) -> bool:
    """Whether the block is a paragraph that is a summary."""
    return block[0].type == "paragraph_open" and is_pinned(block[1])


def unpinned(inline: Token) -> list[Token]:
    """The inline tokens of a summary without the pushpin, and without the emphasis that held nothing else."""
    children = list(inline.children or [])
    if inline.meta.get(SUMMARY):
        return children
    at = next(n for n, child in enumerate(children) if PIN in child.content)
    before, pin, after = children[:at], _without(PIN, children[at]), children[at + 1 :]
    before = [token for token in before if token.content or token.nesting]
    while not pin.content and before and after and after[0].type == before[-1].type.replace("_open", "_close"):
        before, after = before[:-1], after[1:]
        if after and after[0].type == "text":
            pin, after = _without("", after[0]), after[1:]
    return [*before, pin, *after]


def _without(start: str, token: Token) -> Token:
    copy = token.copy()
    copy.content = _BEHIND.sub("", token.content.replace(start, "", 1))
    return copy


def _items(block: Group) -> list[Group]:
    return list(groups(block[1:-1])) if block[0].type == "bullet_list_open" else []


def _opens(block: Group) -> bool:
    """Whether a paragraph of the block, or of an item in it, opens with 📌."""
    if block[0].type in {"bullet_list_open", "ordered_list_open"}:
        return any(is_pinned_paragraph(each) for item in groups(block[1:-1]) for each in groups(item[1:-1]))
    return is_pinned_paragraph(block)


def _is_odd_item(item: Group) -> bool:
    block = item[1:-1]
    # A point of several lines may have swallowed what was meant to be a paragraph.
    return len(block) == 3 and "\n" not in block[1].content and _is_odd(block)


def _is_odd(block: Group) -> bool:
    """Whether a 📌 is at the beginning of this heading, or at the end of this heading or paragraph."""
    if len(block) != 3 or block[0].type not in {"heading_open", "paragraph_open"} or PIN not in block[1].content:
        return False
    return _pin_at_end(block[1]) is not None or (block[0].type == "heading_open" and is_pinned(block[1]))


def _pin_at_end(inline: Token) -> int | None:
    """Which of the inline tokens has the 📌 that ends the text; None where none does."""
    if not _ENDS.search(inline.content) or inline.content.count(PIN) > 1:
        return None
    children = inline.children or []
    return next((n for n, child in enumerate(children) if child.type == "text" and PIN in child.content), None)


def _as_summary(block: Group) -> Group:
    """The block with what is odd in it as a summary."""
    if block[0].type == "bullet_list_open":
        items = [
            (item[0], *_as_summary(item[1:-1]), item[-1]) if _is_odd_item(item) else item for item in _items(block)
        ]
        return [block[0], *chain.from_iterable(items), block[-1]]
    opening, inline, closing = (token.copy() for token in block)
    at = _pin_at_end(inline)
    children = list(inline.children or [])
    if at is None:
        children = unpinned(inline)
    else:
        children[at] = children[at].copy(content=_ENDS.sub("", children[at].content).rstrip())
    inline.children, inline.meta = children, {**inline.meta, SUMMARY: True}
    opening.type, closing.type = "paragraph_open", "paragraph_close"
    opening.tag = closing.tag = "p"
    return [opening, inline, closing]
