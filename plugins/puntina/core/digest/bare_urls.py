"""Turns bare URLs into links, by an inline rule whose time is linear in the text."""

import re

from markdown_it.common.utils import unescapeAll
from markdown_it.rules_inline import StateInline

# What ends an address wherever it is: white space, brackets of Markdown, quotation marks, punctuation of Arabic and
# full-width punctuation, invisible characters but those that join letters.
_STOP = (
    r"\s<>\[\]`|\"«»“”„‹›「」『』【】（）〈〉《》、。，；：！？؛؟۔।"
    r"\u00ad\u200b\u200e\u200f\u2028-\u202e\u2060-\u2069\ufeff"
)
# A comma or bracket ends one where another begins behind it; names of pages have "،_", and queries "[a]=".
_MORE = rf"[^{_STOP},;،(]*(?:(?:[,;(](?!https?://)|،(?=_)|(?:\[[\w.-]{{0,40}}\]){{1,3}}=)[^{_STOP},;،(]*)*"
_URL = re.compile(rf"://[^\W_]{_MORE}")
_SCHEME = re.compile(r"(?<![A-Za-z0-9+.-])https?\Z", re.IGNORECASE)
# What is not taken for the end of an address (https://github.github.com/gfm/#extended-autolink-path-validation).
_TRAILING = re.compile(r"(?:[?!.,:;(*_~'’‘…–—\\\u200c\u200d-]|&[A-Za-z]+;)\Z")


def bare_url(state: StateInline, silent: bool) -> bool:
    """A link where an address begins at the colon at hand; what was text before it becomes part of the link."""
    scheme = _SCHEME.search(state.src, max(state.pos - 6, 0), state.pos)
    found = _URL.match(state.src, state.pos, state.posMax) if scheme and not state.linkLevel else None
    if silent or not scheme or not found or not state.pending.endswith(scheme.group()):
        return False
    end = _end(state.src, state.pos, found.end())
    typed = state.src[scheme.start() : end]
    state.pending = state.pending[: -len(scheme.group())]
    url = unescapeAll(typed)
    opening = state.push("link_open", "a", 1)
    opening.attrs = {"href": state.md.normalizeLink(url)}
    opening.markup = opening.info = "auto"
    opening.meta["span"] = (scheme.start(), end)
    state.push("text", "", 0).content = url
    closing = state.push("link_close", "a", -1)
    closing.markup = closing.info = "auto"
    state.pos = end
    return True


def _end(source: str, start: int, end: int) -> int:
    """The end of the address without punctuation that belongs to the sentence, such as a bracket around it."""
    depth = source.count(")", start, end) - source.count("(", start, end)
    while True:
        if source[end - 1] == ")" and depth > 0:
            end, depth = end - 1, depth - 1
        elif trailing := _TRAILING.search(source, max(end - 12, start + 3), end):
            end = trailing.start()
        else:
            return end
