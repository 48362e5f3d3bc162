"""Plain text to a teaser: the first sentence, cut at a word where it is too long."""

import re

# Words after which a full stop ends no sentence, in the languages of the first publication and a few near ones.
_ABBREVIATED = """
art artt cfr dott dr ecc fig ing mr mrs ms nr num p pag pp prof sig st vs vol gs pgs ths ts tp tt tx
jan feb apr jun jul aug sep sept oct nov dec inc ltd corp bn mln
"""
ABBREVIATIONS = frozenset(_ABBREVIATED.split())
_END = re.compile(r"[.!?…]+[\"'”’»)\]]*(?=\s+[^\s])")
_LAST_WORD = re.compile(r"(\w+)\.$")


def teaser(text: str, length: int) -> str:
    """The first sentence of the text, at most `length` characters; a longer one ends in "…" after a whole word."""
    return shorten(first_sentence(text[: 2 * length + 2]), length)  # an end further on would be cut off anyway


def first_sentence(text: str) -> str:
    """The text up to the end of its first sentence."""
    for match in _END.finditer(text):
        sentence, rest = text[: match.end()], text[match.end() :].lstrip()
        if not rest[0].islower() and not _abbreviated(sentence):
            return sentence
    return text


def shorten(text: str, length: int) -> str:
    """The text, or as many of its whole words as fit in `length` characters with an ellipsis."""
    if len(text) <= length:
        return text
    words = text[:length].rsplit(None, 1)[0] if " " in text[:length] else text[: length - 1]
    return words.rstrip(" ,;:.–—-(“«\"'") + "…"


def _abbreviated(sentence: str) -> bool:
    found = _LAST_WORD.search(sentence)
    if not found:
        return False
    word = found.group(1)
    return word.casefold() in ABBREVIATIONS or (len(word) == 1 and word.isalpha() and word.isupper())
