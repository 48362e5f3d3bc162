"""Plain text as one line of Markdown that renders to the same text."""

import re

from puntina.core.digest.bullets import bullet

# https://spec.commonmark.org/0.31.2/#backslash-escapes, only where the character would mean something.
_INLINE = re.compile(
    r"""
    (?P<note><!--.*?-->)       # an editor's note stays one
    | [\\`*\[]                 # escapes, code, emphasis, links and footnotes
    | (?<![^\W_])_ | _(?![^\W_])  # emphasis; within a word an underscore is itself
    | <(?=[A-Za-z/!?])         # HTML and links in angle brackets
    | &(?=\#?\w+;)             # character references
    | ~(?=~) | (?<=~)~         # strikethrough and fences
    """,
    re.VERBOSE,
)
# What opens a heading, quote, list or rule, or is taken for what a merge has left.
_BLOCK = re.compile(
    r"\#{1,6}(?=\s|$) | > | [-+](?=\s|$) | -(?=[-\s]+$) | ([=%+|])\1{6}(?=\s|$) | -{7}(?=\sContents)", re.VERBOSE
)
_ORDERED = re.compile(r"(\d{1,9})([.)])(?=\s|$)")


def escaped(text: str) -> str:
    """The text, of one line without outer white space, for a paragraph or list item of its own."""
    inline = _INLINE.sub(lambda found: found["note"] or f"\\{found[0]}", text)
    if bullet(inline):
        return f"&#{ord(inline[0])};{inline[1:]}"  # no backslash escapes what is no bullet to Markdown itself
    if _BLOCK.match(inline):
        return "\\" + inline
    return _ORDERED.sub(r"\1\\\2", inline, count=1) if _ORDERED.match(inline) else inline
