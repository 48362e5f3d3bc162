"""The directions in a text: what begins in a script of the other direction than what it stands in says so (dir).

https://html.spec.whatwg.org/multipage/dom.html#the-dir-attribute
"""

import unicodedata
from collections.abc import Iterable, Sequence

from markdown_it.token import Token

LTR, RTL = "ltr", "rtl"
_STRONG = {"L": LTR, "R": RTL, "AL": RTL}
# As Unicode CLDR has them.
_RTL_LANGUAGES = frozenset(
    (
        *("apc", "ar", "bal", "bgn", "ckb", "dv", "fa", "he", "ks", "lrc", "mzn", "nqo", "ps", "rhg", "sd", "sdh"),
        *("skr", "syr", "trw", "ug", "ur", "yi"),
    )
)
_RTL_SCRIPTS = frozenset(("Adlm", "Arab", "Aran", "Hebr", "Mand", "Nkoo", "Rohg", "Samr", "Syrc", "Thaa"))
_MARKABLE = frozenset(
    (*("paragraph_open", "heading_open", "list_item_open", "blockquote_open"), *("th_open", "td_open", "footnote_open"))
)


def give_sides(tokens: Sequence[Token], lang: str) -> None:
    """Marks what has another direction than what it stands in; the whole has that of its language.

    The first letters of a list's item, a quote or a cell decide for all of it, but for what in it is marked itself.
    """
    base = RTL if is_rtl(lang) else LTR
    open_ones: list[Token] = []
    sides: list[str] = []  # of the open ones, "" until there is a letter
    for token in tokens:
        if token.nesting == 1:
            open_ones.append(token)
            sides.append("")
        elif token.nesting == -1:
            open_ones.pop()
            sides.pop()
        elif side := side_of(_letters([token])):
            _settle(open_ones, sides, side, base)


def _settle(open_ones: Sequence[Token], sides: list[str], side: str, base: str) -> None:
    """Gives the open ones that had no letter yet the side of the first."""
    around = base
    for at, token in enumerate(open_ones):
        if not sides[at]:
            sides[at] = side if token.type in _MARKABLE else around
            if sides[at] != around:
                token.attrSet("dir", "auto")
        around = sides[at]


def is_rtl(lang: str) -> bool:
    """Whether the language is written from right to left, by its script where its code has one."""
    name, *more = lang.split("-")
    script = next((part for part in more if len(part) == 4), "")
    return script in _RTL_SCRIPTS if script else name in _RTL_LANGUAGES


def side_of(texts: Iterable[str]) -> str:
    """The direction of the first letter that has one; "" where none has."""
    sides = (_STRONG.get(unicodedata.bidirectional(sign)) for text in texts for sign in text)
    return next(filter(None, sides), "")


def _letters(tokens: Iterable[Token]) -> Iterable[str]:
    """What of the tokens is text in HTML, in order: of a picture nothing is."""
    for token in tokens:
        if token.type in {"text", "code_inline", "fence"}:
            yield token.content
        elif token.type != "image":
            yield from _letters(token.children or ())
