"""Ids of digests, on which feeds and redirects depend: set once and never changed."""

import hashlib
import random
import re
import unicodedata

# Digits and lower-case letters without those that are taken for another (i, l, o, u), as Crockford's base 32
# has them: https://www.crockford.com/base32.html
ALPHABET = "0123456789abcdefghjkmnpqrstvwxyz"
LETTERS = ALPHABET[10:]
LENGTH = 11

_ID = re.compile(r"[A-Za-z][A-Za-z0-9_-]{0,63}")


def new_id(source: random.Random | None = None) -> str:
    """A new id: a letter, then ten letters or digits; 54 bits from `source`, else from the system."""
    return _spelled((source or random.SystemRandom()).getrandbits(64))


def derived_id(lang: str, year: int | str, name: str) -> str:
    """The id of a digest that has none: always the same for one language, year and file name.

    It looks like those that `new_id` gives. The name counts in Unicode form C, since file systems differ
    there.
    """
    key = "/".join((lang, str(year), unicodedata.normalize("NFC", name)))
    return _spelled(int.from_bytes(hashlib.sha256(key.encode()).digest()[:8]))


def is_id(text: str) -> bool:
    """Whether the text may be an id: a letter, then letters, digits, `-` or `_`, 64 characters at most."""
    return _ID.fullmatch(text) is not None


def _spelled(number: int) -> str:
    number, first = divmod(number, len(LETTERS))
    chars = [LETTERS[first]]
    for _ in range(LENGTH - 1):
        number, digit = divmod(number, len(ALPHABET))
        chars.append(ALPHABET[digit])
    return "".join(chars)
