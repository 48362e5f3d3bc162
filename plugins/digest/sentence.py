"""Plain text to a teaser: the first sentence, cut at a word where it is too long.

A sentence that goes on too long is cut at a word and still makes sense; one that ends at "Il sen." does not. So where a
full stop may be that of an abbreviation, it ends nothing.
"""

import re
import unicodedata

from plugins.digest.abbreviations import ITALIAN_WORDS, UNITS, abbreviations

SHORTEST = 4  # words; what is shorter and ends in a full stop is rather "Il decreto n." than a sentence
_END = re.compile(r"(?P<sign>[.!?…؟۔]+)[\"'”’»)\]]*(?=\s+(?P<next>\S+))")
_OPENING = "\"'“‘«„‚(["
_ROMAN = re.compile(r"[IVXLC]{2,7}|[VX]")
_YEAR = re.compile(r"(?:19|20)\d\d\b")
_INNER = re.compile(r"[.\-–]+")
_VOWELS = frozenset("aeiouyæøœ")
_COMPANY = re.compile(r"(?:Inc|Ltd|Corp|Co|LLC|plc)\b")  # what goes on after a name such as Yahoo!
_LETTERS_THAT_END = frozenset({"GmbH", "KG", "VN", "TV", "HN", "HCM", "Xn"})  # names and symbols that only look cut off


def teaser(text: str, length: int, lang: str = "") -> str:
    """The first sentence of the text, at most `length` characters; a longer one ends in "…" after a whole word.

    `lang` is the language's code, whose abbreviations end no sentence; without it, those of all languages.

    >>> teaser("Il decreto n. 34 è legge. Vale da oggi.", 200, "it")
    'Il decreto n. 34 è legge.'
    """
    return shorten(first_sentence(text[: 2 * length + 2], lang), length)  # an end further on would be cut off anyway


def first_sentence(text: str, lang: str = "") -> str:
    """The text up to the end of its first sentence."""
    language = lang.partition("-")[0].lower()
    for found in _END.finditer(text):
        before, after = text[: found.start()], found["next"].lstrip(_OPENING)
        if not after[:1].islower() and not _goes_on(before, found["sign"], after, language):
            return text[: found.end()]
    return text


def shorten(text: str, length: int) -> str:
    """The text, or as many of its whole words as fit in `length` characters with an ellipsis."""
    if len(text) <= length:
        return text
    words = text[:length].rsplit(None, 1)[0] if " " in text[:length] else text[: length - 1]
    return words.rstrip(" ,;:.–—-(“«\"'") + "…"


def _goes_on(before: str, sign: str, after: str, lang: str) -> bool:
    """Whether the sentence goes on after the sign, although no small letter follows."""
    if sign != ".":
        return bool(_COMPANY.match(after))
    words = before.rstrip(".").split()
    if len(words) < SHORTEST or before[-1:].isspace():
        return True
    *previous, word = words[-2:]
    word = word.lstrip(_OPENING).rstrip(")]\"'”’»")
    if word[-1:].isdigit():
        return _is_ordinal(word, after, lang)
    return _is_abbreviation(re.split("['’]", word)[-1], previous[0] if previous else "", after, lang)


def _is_ordinal(word: str, after: str, lang: str) -> bool:
    """Whether the number goes on behind its stop: as a decimal, or, in German, as an ordinal."""
    short = word.isdigit() and len(word) < 3
    return short and (after[:1].isdigit() or lang == "de")


def _is_abbreviation(word: str, previous: str, after: str, lang: str) -> bool:
    if previous[-1:].isdigit() and word.lower() in UNITS and not after[:1].isdigit():
        return False
    if "." in word:
        return _has_stops(_INNER.split(word), lang)
    if not word.isalpha() and not word.rstrip("ـ").isalpha():  # an address, a file number, a sum
        return False
    if len(word) == 1:
        return _is_initial(word, previous, lang)
    if len(word) <= 4 and _is_number(after, word):
        return True
    if lang == "de" and _ROMAN.fullmatch(word):
        return True
    return _is_listed(word, lang) or _is_cut_off(word, lang)


def _is_number(after: str, word: str) -> bool:
    """Whether a number follows that a short word leads to, as in "pag. 3" or "sec. XIX"; a year begins a sentence."""
    if after[:1].isdigit():
        return not _YEAR.match(after)
    return word.islower() and bool(_ROMAN.fullmatch(after.rstrip(".,;:")))


def _has_stops(parts: list[str], lang: str) -> bool:
    """Whether it is one such as U.S., S.p.A., GS.TSKH. or Dipl.-Ing.; a name of a host or a file is none."""
    last = parts[-1]
    return all(len(part) <= 2 for part in parts) or _is_listed(last, lang)


def _is_initial(letter: str, previous: str, lang: str) -> bool:
    """Whether the letter is an initial or stands for a word: not the word itself, as the English I or an Italian è."""
    if lang == "en" and letter == "I":
        return not previous.islower()
    if letter.islower() and (lang in {"it", "vi"} or not letter.isascii()):
        return not _has_vowel(letter)
    return letter.isalpha()


def _is_listed(word: str, lang: str) -> bool:
    listed = abbreviations(lang)
    return word in listed or word.lower() in listed


def _is_cut_off(word: str, lang: str) -> bool:
    """Whether no word of the language looks like this one."""
    if word in _LETTERS_THAT_END or lang == "ar":
        return False
    if lang == "it" and word.islower() and len(word) <= 4 and not _has_vowel(word[-1]):
        return word not in ITALIAN_WORDS
    if _has_vowel(word):
        return False
    return not word.isupper() or (lang == "vi" and len(word) == 2)


def _has_vowel(word: str) -> bool:
    return not _VOWELS.isdisjoint(unicodedata.normalize("NFD", word.lower()))
