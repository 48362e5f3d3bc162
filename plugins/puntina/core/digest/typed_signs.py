"""Signs at the beginning of a point that Markdown takes for markup and readers would miss: a day, a minus, a number.

In "- 3. Oktober", "- - 5 gradi", "- # 1 al mondo" and "- > 65 anni" they are text; so is "2025. Un anno" by itself.
"""

from collections.abc import Iterator, Sequence

from markdown_it.token import Token

_ITEM = ("list_item_open", "paragraph_open", "inline", "paragraph_close", "list_item_close")
# What each of them is followed by, where it has one line alone.
_REST = {
    "ordered_list_open": (*_ITEM, "ordered_list_close"),
    "bullet_list_open": (*_ITEM, "bullet_list_close"),
    "blockquote_open": ("paragraph_open", "inline", "paragraph_close", "blockquote_close"),
    "heading_open": ("inline", "heading_close"),
}


def with_typed_signs(tokens: Sequence[Token]) -> list[Token]:
    """The tokens with a paragraph, its sign in front, for each such list, quote and heading of one line."""
    return list(_replaced(tokens))


def _replaced(tokens: Sequence[Token]) -> Iterator[Token]:
    at = 0
    while at < len(tokens):
        token = tokens[at]
        in_point = at > 0 and tokens[at - 1].type == "list_item_open"
        rest = _REST.get(token.type) if in_point or (token.type == "ordered_list_open" and not token.level) else None
        own = tokens[at : at + 1 + len(rest)] if rest else ()
        if rest and tuple(each.type for each in own[1:]) == rest and (sign := _sign(own, in_point=in_point)):
            yield from _paragraph(own, sign, hidden=in_point)
            at += len(own)
        else:
            yield token
            at += 1


def _sign(own: Sequence[Token], *, in_point: bool) -> str:
    """What was typed before the text, where it is meant as text; else ""."""
    opening, [inline] = own[0], [token for token in own if token.type == "inline"]
    if "\n" in inline.content:
        return ""
    if opening.type == "ordered_list_open":
        number = f"{own[1].info}{opening.markup}"
        return number if in_point or own[1].info != "1" else ""
    if not inline.content[:1].isdigit():
        return ""
    if opening.type == "heading_open":
        return opening.markup if opening.markup.startswith("#") else ""
    return opening.markup if opening.type == "bullet_list_open" else ">"


def _paragraph(own: Sequence[Token], sign: str, *, hidden: bool) -> Iterator[Token]:
    [inline] = [token.copy() for token in own if token.type == "inline"]
    inline.content = f"{sign} {inline.content}"
    inline.children = [Token("text", "", 0, content=f"{sign} "), *(inline.children or [])]
    level = own[0].level
    inline.level = level + 1
    yield Token("paragraph_open", "p", 1, map=own[0].map, level=level, block=True, hidden=hidden)
    yield inline
    yield Token("paragraph_close", "p", -1, level=level, block=True, hidden=hidden)
