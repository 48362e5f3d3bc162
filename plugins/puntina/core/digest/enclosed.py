"""Finds text in brackets or quotation marks, in the styles of all languages."""

import re

_SIGNS = re.compile('[()\\[\\]"“”„«»‚‘’「」『』（）]')
# Each closing sign, and the signs that it may close; “ and « and ‘ close too, where German has them so.
_CLOSES = {
    ")": "(", "]": "[", '"': '"', "”": "“„", "“": "„", "»": "«", "«": "»", "’": "‘", "‘": "‚", "」": "「", "』": "『",
    "）": "（",
}  # fmt: skip
_OPENS = frozenset('([“„«‚‘「『（"»')


def enclosures(text: str) -> list[tuple[int, int]]:
    """Start and end of each closed bracket or quotation; unclosed ones are ignored."""
    found: list[tuple[int, int]] = []
    opened: list[tuple[str, int]] = []
    for sign in _SIGNS.finditer(text):
        char, at = sign.group(), sign.start()
        depth = next((n for n in range(len(opened) - 1, -1, -1) if opened[n][0] in _CLOSES.get(char, "")), None)
        if depth is not None and not _is_apostrophe(char, text, at):
            found.append((opened[depth][1], at))
            del opened[depth:]
        elif char in _OPENS and _begins(char, text, at):
            opened.append((char, at))
    return found


def _is_apostrophe(char: str, text: str, at: int) -> bool:
    return char == "’" and text[at - 1 : at].isalpha() and text[at + 1 : at + 2].isalpha()


def _begins(char: str, text: str, at: int) -> bool:
    """Whether the sign opens: those that have one shape only, or that are apostrophes too, at the start of a word."""
    return char not in '"»‘' or not text[:at] or text[at - 1].isspace() or text[at - 1] in "([“„«—–"
