"""Slugs: the words of a title or name, in a form for URLs and file names."""

import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache

from puntina.core.digest.names import fault_of_name

MAX_BYTES = 80
_ASCII_WORDS = re.compile("[a-z0-9]+")

# Letters that Unicode does not take apart into a base letter and a mark.
_SPELLED = str.maketrans(
    {
        "đ": "d", "ð": "d", "ø": "o", "ł": "l", "ħ": "h", "ŧ": "t", "ı": "i", "ĸ": "k", "ŋ": "ng",
        "ß": "ss", "æ": "ae", "œ": "oe", "þ": "th", "\u00ad": None,
    }
)  # fmt: skip


@lru_cache(maxsize=4096)  # a publication has the same tags and authors all over
def slugify(text: str) -> str:
    """The text as lower-case words joined by hyphens, at most 80 bytes of UTF-8, cut between words.

    Latin letters, of European languages and Vietnamese, become ASCII (`Đà Nẵng` gives `da-nang`); what is
    neither letter nor digit parts words, apostrophes too (`dell’IA` gives `dell-ia`). Letters of other
    scripts stay, in Unicode form C (`半导体`). Signs are not spelled out, so `C++` and `C#` both give `c`: who
    makes addresses of slugs must look for two that are the same. "" where no letter or digit is left.
    """
    return _joined(_ASCII_WORDS.findall(text.lower()) if text.isascii() else _folded(text).split())


def outlet_slug(name: str) -> str:
    """The slug of an outlet's name, "" for one that can have no list; names that differ by case or accents have one."""
    slug = slugify(name)
    return "" if fault_of_name(slug) else slug


def _folded(text: str) -> str:
    """The text in lower case without Latin marks, a space for each character that parts words."""
    lower = unicodedata.normalize("NFKD", unicodedata.normalize("NFKD", text).lower()).translate(_SPELLED)
    return unicodedata.normalize("NFC", "".join(_letters(lower)))


def _letters(decomposed: str) -> Iterator[str]:
    base = " "
    for char in decomposed:
        if unicodedata.category(char).startswith("M"):
            # A mark belongs to its letter in Hindi or Japanese; on a Latin letter, or on none, it goes.
            if not base.isascii():
                yield char
            continue
        base = char if _is_letter(char) else " "
        yield base


def _is_letter(char: str) -> bool:
    # Unicode counts modifier letters as letters, among them an apostrophe (U+02BC); here they part words.
    return char.isalnum() and not "\u02b0" <= char <= "\u02ff"


def _joined(words: list[str]) -> str:
    """As many whole words as fit; of a first word that is too long, its beginning."""
    slug = ""
    for word in words:
        longer = f"{slug}-{word}" if slug else word
        if len(longer.encode()) > MAX_BYTES:
            break
        slug = longer
    return slug or "".join(words[:1]).encode()[:MAX_BYTES].decode(errors="ignore")
