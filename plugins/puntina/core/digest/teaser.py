"""Plain text to a teaser: the first sentence, cut at a word where it is too long.

A sentence that goes on too long is cut at a word and still makes sense; one that ends at "Il sen." does not. So where a
full stop may be that of an abbreviation, it ends nothing, nor does a sign between brackets or quotation marks.
"""

import re
import unicodedata

from puntina.core.digest.abbreviations import ITALIAN_WORDS, LETTERED, UNITS, abbreviations, starts
from puntina.core.digest.enclosed import enclosures

SHORTEST = 4  # words; what is shorter and ends in a full stop is rather "Il decreto n." than a sentence
_END = re.compile(r"(?P<sign>[.!?…؟۔]+)[\"'”’“‘»«)\]]*(?=\s+(?P<next>\S+))")
_OPENING = "\"'“‘«„‚(["
_ROMAN = re.compile(r"[IVXLC]{2,7}|[VX]")
_YEAR = re.compile(r"(?:19|20)\d\d\b")
_INNER = re.compile(r"[.\-–]+")
_VOWELS = frozenset("aeiouyæøœ")
_COMPANY = re.compile(r"(?:Inc|Ltd|Corp|Co|LLC|plc)\b")  # what goes on after a name such as Yahoo!
# Names, symbols and words that only look cut off.
_LETTERS_THAT_END = frozenset({"GmbH", "KG", "VN", "TV", "HN", "HCM", "Xn", "DN", "XK", "NK", "SX"})
_CUT = re.compile(
    r"(?:[bcdfgkptv][lr]|hrl|chn)\Z", re.IGNORECASE
)  # no word of these languages ends so, as Goethestr. does
_ITALIAN_CUT = re.compile(r"(?:bb|cc|gg|mm|nn|v|nz)\Z")  # nor does an Italian one, though many come from English
_CITED = re.compile(r"[A-Z]\. (?:(?:§ ?)?\d|[A-Z][a-z]+\. )")  # "R. Civ. P. 12(b)"
_LEADING = frozenset({"e.g", "i.e", "z.b", "d.h", "u.a", "v.a", "i.d.r", "p.es", "v", "c.d"})  # never the last word
# What a sentence may end with, besides months, days and states.
_LAST = frozenset(
    """
    etc ecc usw al jr sr inc ltd corp co bros cos llc plc esq st ave blvd rd ln sq pct yrs jh chr mio mrd tsd
    jan feb mar apr jun jul aug sep sept oct nov dec mon tue tues wed thu thur thurs fri genn febb magg giu lug ag
    sett ott dic ariz calif colo conn fla ill kan mass mich minn miss mont neb nev okla ore penn tenn tex wash wis
    wyo ga va pa ala ark cal ind
    """.split()  # noqa: SIM905 - a list of words is easier to read and to extend as one
)


def teaser(text: str, length: int, lang: str = "") -> str:
    """The first sentence of the text, at most `length` characters; a longer one ends in "…" after a whole word.

    `lang` is the language's code, whose abbreviations end no sentence; without it, those of all languages.

    >>> teaser("Il decreto n. 34 è legge. Vale da oggi.", 200, "it")
    'Il decreto n. 34 è legge.'
    """
    return shorten(first_sentence(text[: 9 * length + 2], lang), length)  # an end further on would be cut off anyway


def first_sentence(text: str, lang: str = "") -> str:
    """The text up to the end of its first sentence."""
    language = lang.partition("-")[0].lower()
    within = enclosures(text)
    for found in _END.finditer(text):
        before, after = text[: found.start()], found["next"].lstrip(_OPENING)
        if after[:1].islower() or _is_within(found.start(), found.end(), within, text, language):
            continue
        if not _goes_on(before, found["sign"], text[found.start("next") :].lstrip(_OPENING), language):
            return text[: found.end()]
    return text


def _is_within(start: int, end: int, within: list[tuple[int, int]], text: str, lang: str) -> bool:
    """Whether the sign is between brackets or quotation marks that are closed later.

    Arabic has no capital letters to say that a sentence begins: one that has begun before such a bracket goes on.
    """
    last = end - 1 if lang == "ar" else end
    return any(
        opened < start and (end <= closed or (last == closed and text[:opened].rstrip()[-1:] not in {"", *".!?؟…"}))
        for opened, closed in within
    )


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
    word = word.lstrip(_OPENING).rstrip(")]\"'”’“‘»«")
    if word[-1:].isdigit():
        return _is_ordinal(word, after, lang)
    if _is_contracted(word, lang):
        return False
    return _is_abbreviation(re.split("['’]", word)[-1], previous[0] if previous else "", after, lang)


def _is_contracted(word: str, lang: str) -> bool:
    """Whether it is an English word such as don't or the mayor's, whose last letter is no initial."""
    return lang == "en" and bool(re.search(r"n['’]t\Z|['’][sdm]\Z", word, re.IGNORECASE))


def _begins(after: str, lang: str) -> bool:
    """Whether the next word is one that begins a sentence."""
    return after.partition(" ")[0].rstrip(",:") in starts(lang)


def _is_ordinal(word: str, after: str, lang: str) -> bool:
    """Whether the number goes on behind its stop: as a decimal, or, in German, as an ordinal."""
    short = word.isdigit() and len(word) < 3
    return short and (after[:1].isdigit() or (lang == "de" and not _begins(after, lang)))


def _is_abbreviation(word: str, previous: str, after: str, lang: str) -> bool:
    if previous[-1:].isdigit() and word.lower() in UNITS and not after[:1].isdigit():
        return False
    if "." in word:
        return _has_stops(_INNER.split(word), lang) and (word.lower() in _LEADING or not _begins(after, lang))
    if not word.isalpha() and not word.rstrip("ـ").isalpha():  # an address, a file number, a sum
        return False
    if len(word) == 1:
        return _is_initial(word, previous, after, lang)
    if len(word) <= 5 and word[0].isupper() and _CITED.match(after):
        return True
    if len(word) <= 4 and _is_number(after, word, lang):
        return True
    if lang == "de" and _ROMAN.fullmatch(word):
        return True
    if _is_listed(word, lang):
        return word.lower() not in _LAST or not _begins(after, lang)
    return _is_cut_off(word, lang) and not _begins(after, lang)


def _is_number(after: str, word: str, lang: str) -> bool:
    """Whether a number follows that a short word leads to, as in "pag. 3" or "sec. XIX"; a year begins a sentence.

    Most words of Vietnamese and of Arabic are as short, so theirs have to be listed.
    """
    if lang == "vi" or (lang == "ar" and len(word) > 2) or (lang == "it" and _has_vowel(word[-1])):
        return False
    if after[:1].isdigit():
        return not _YEAR.match(after)
    return word.islower() and bool(_ROMAN.fullmatch(after.partition(" ")[0].rstrip(".,;:")))


def _has_stops(parts: list[str], lang: str) -> bool:
    """Whether it is one such as U.S., S.p.A., GS.TSKH. or Dipl.-Ing.; a name of a host or a file is none."""
    last = parts[-1]
    if len(last) == 3 and not _has_vowel(last):  # d.lgs.
        return all(len(part) <= 2 for part in parts[:-1])
    return all(len(part) <= 2 for part in parts) or _is_listed(last, lang)


def _is_initial(letter: str, previous: str, after: str, lang: str) -> bool:
    """Whether the letter is an initial or stands for a word: not the word itself, as the English I or an Italian è."""
    if previous.lower() in LETTERED or (letter.isupper() and previous[-1:] != "." and _begins(after, lang)):
        return False
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
    if word in _LETTERS_THAT_END:
        return False
    if _CUT.search(word):
        return True
    if lang == "ar":
        return False
    if lang == "it" and word.islower() and _ITALIAN_CUT.search(word):
        return True
    if lang == "it" and word.islower() and len(word) <= 4 and not _has_vowel(word[-1]):
        return word not in ITALIAN_WORDS
    if _has_vowel(word):
        return False
    return not word.isupper() or (lang == "vi" and len(word) == 2)


def _has_vowel(word: str) -> bool:
    return not _VOWELS.isdisjoint(unicodedata.normalize("NFD", word.lower()))
