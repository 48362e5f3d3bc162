"""Finds damaged text: U+FFFD, and UTF-8 that was read in another encoding (`Ã¨`, `lâ€™Italia`)."""

import re
from collections.abc import Iterator
from itertools import islice

from puntina.core.digest.message import Message, message
from puntina.core.digest.problem import Problem, Severity

CODE = "TEXT-ENCODING"
SHOWN = 10  # lines that are reported; a file in another encoding has such text everywhere
LOST = "\N{REPLACEMENT CHARACTER}"
OBJECT = "\N{OBJECT REPLACEMENT CHARACTER}"  # what word processors leave of a picture in a text that is copied
_CUT_AT = 24  # characters; how far a run is looked at when its meaning is guessed
# What the bytes 0x80 to 0xBF, with which no character of UTF-8 begins, are in Windows-1252; first those that ordinary
# text has beside a letter, such as quotation marks.
_SIGNS = "\xa0…‘’“”–—«»‹›„‚°·"
_OTHERS = "\xa1-\xaa\xac-\xaf\xb1-\xb6\xb8-\xba\xbc-\xbf€ƒ†‡ˆ‰ŠŒŽ•˜™šœžŸ"
_REST = _SIGNS + _OTHERS
_CAPITAL = "A-ZÀ-ÖØ-ÞĀ-ĐƠƯẠ-Ỹ"
# One branch for each way in which text is misread, with an example.
_MISREAD = re.compile(
    "|".join(
        (
            f"[ÂÃÄÅÆ][{_OTHERS}]",  # Ã¨ is è, Ä‘ is đ
            f"(?<![{_CAPITAL}„“«‚‘\"'(])(?<![{_CAPITAL}] )[ÂÃÄÅÆ][{_SIGNS}]",  # behind a capital it is a word: «XÃ…»
            "(?<=[a-zß-ÿ0-9.,;:])[ÂÃ](?= )|(?<=[a-z,;] )Ã(?= \\w)",  # cittÃ: its no-break space became a space
            f"â(?:€|[‚„†‡ˆ‰˜™š›œžŸ][{_REST}])",  # â€™ is ’
            f"á[¸¹º»][{_REST}]",  # áº¿ is ế
            "ï»¿|ï¿½|ðŸ",  # a byte order mark, U+FFFD, an emoji
            f"(?:[Î-ÑØ-Û][{_REST}]){{2}}",  # Greek, Cyrillic, Arabic
            f"(?:à[¤-¹][{_REST}]){{2}}|(?:[ã-é][{_REST}]{{2}}){{2}}",  # Hindi and Thai, Chinese and Japanese
            "‚Ä[ôöòúùìîñ¶¢]|(?<=[a-z])√[®©†≤¨≥∞¥]",  # MacRoman: citt√† is città
            "ÔÇ[ÖÿôöØ£]|├[®¡©¿¬ª¹á-ú]|вЂ.",  # the command line of Windows, and Windows-1251
        )
    )
)
# What there must be in the bytes of a text for a line of it to be looked at: each begins with a fixed byte, by which
# the search leaps.
_PERHAPS = (
    re.compile(
        rb"\xc3(?:[\x82-\x86\x8e-\x91\x98-\x9b\xa0-\xa9\xaf\xb0](?:[\xc2\xc5\xc6\xcb]|\xe2[\x80-\x84])"
        rb"|[\x82\x83] |\x94\xc3\x87)"
    ),
    re.compile(rb"\xe2(?:\x88\x9a|\x94\x9c|\x80\x9a\xc3\x84)"),  # √ ├ ‚Ä
    re.compile(rb"\xd0\xb2\xd0\x82"),  # вЂ
    re.compile(rb"\xef\xbf[\xbc\xbd]"),  # U+FFFC, U+FFFD
)


def misencoded(text: str, path: str) -> Iterator[Problem]:
    """A warning for the first lost character, and for the first misread one, of each line; of ten lines at most."""
    return islice(_lines(text, path), SHOWN)


def _lines(text: str, path: str) -> Iterator[Problem]:
    data = text.encode()
    if not any(sign.search(data) for sign in _PERHAPS):
        return
    for number, line in enumerate(text.split("\n"), 1):
        if LOST in line:
            hint = message("retype the word, or paste it again from a correct source")
            what = message("a character was lost here (U+FFFD)")
            yield Problem(path, number, line.index(LOST) + 1, CODE, what, hint, Severity.WARNING)
        if OBJECT in line:
            hint = message("delete it; add a picture as ![what it shows](path of its file)")
            what = message("a picture was lost here (U+FFFC)")
            yield Problem(path, number, line.index(OBJECT) + 1, CODE, what, hint, Severity.WARNING)
        if found := next((each for each in _MISREAD.finditer(line) if not _is_quoted(each)), None):
            yield Problem(path, number, found.start() + 1, CODE, *_described(line, found), Severity.WARNING)


def _is_quoted(found: re.Match[str]) -> bool:
    """Whether its » ends a quotation, as in «cá»…, which has the letters of a misread Vietnamese one."""
    before = found.string[: found.start()]
    return "»" in found[0][1:] and before.count("«") - before.count("Â«") > before.count("»")


def _described(line: str, found: re.Match[str]) -> tuple[Message, Message]:
    typed, meant = _meaning(line, found)
    hint = message("retype the word, or paste it again from a correct source")
    if not meant:
        return message('"{typed}" is text that was read in the wrong encoding', typed=typed), hint
    text = message('"{typed}" is "{meant}" that was read in the wrong encoding', typed=typed, meant=meant)
    return text, message("write {meant}; if there is more of this, convert the text from its source again", meant=meant)


def _meaning(line: str, found: re.Match[str]) -> tuple[str, str]:
    """What was typed, as far as it can be read, and what was meant by it; "" where that can't be known."""
    if len(found[0]) == 1:  # before a space that was a no-break space
        return found[0], "à" if found[0] == "Ã" else ""
    for end in range(min(found.start() + _CUT_AT, len(line)), found.start() + 1, -1):
        typed = line[found.start() : end]
        if not typed[-1].isascii() and (meant := _reread(typed)):
            return typed, meant
    return found[0], ""


def _reread(typed: str) -> str:
    """The text read as UTF-8, as often as it was misread; "" where it is nothing of the kind."""
    meant = typed
    try:
        while not meant.isascii():
            meant = meant.encode("cp1252").decode()
    except UnicodeError:
        pass
    return "" if meant == typed or not meant.isprintable() else meant
