"""Invisible characters, which come along when text is pasted, and no-break spaces."""

import re
import unicodedata

NO_BREAK = frozenset("\u00a0\u202f")  # between a number and its unit, or before a French colon
# Soft hyphen, zero-width spaces, marks of direction, byte order mark.
_UNSEEN = re.compile("[\u00ad\u034f\u061c\u180e\u200b\u200e\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff]")
# Joiners are letters of their own in Persian, Hindi and emoji; beside a Latin letter or a space they say nothing.
_JOINER = re.compile("(?<![^\x00-\u024f])[\u200c\u200d]+|[\u200c\u200d]+(?![^\x00-\u024f])")
_LABEL = re.compile(r"\[\^[^\]\s]{1,100}\]")


def seen(text: str) -> str:
    """The text in Unicode form C without what is not seen.

    >>> seen("Vie\\u0323\\u0302t Nam\\u200b") == "Việt Nam"
    True
    """
    if text.isascii():
        return text
    return unicodedata.normalize("NFC", _JOINER.sub("", _UNSEEN.sub("", text)))


def unseen_in(text: str) -> str:
    """The first character that is not seen, or ""."""
    found = None if text.isascii() else _UNSEEN.search(text) or _JOINER.search(text)
    return found.group()[0] if found else ""


def with_plain_labels(source: str) -> str:
    """The Markdown with the labels of its footnotes in one form: è may be typed as one character or as two."""
    if "[^" not in source or source.isascii():
        return source
    return _LABEL.sub(lambda found: seen(found[0]), source)
