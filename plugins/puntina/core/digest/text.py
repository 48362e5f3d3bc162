"""Decodes content files: bytes to text, with problems for what is not UTF-8 text."""

import re
from collections.abc import Iterator
from itertools import islice

from puntina.core.digest.message import Message, message
from puntina.core.digest.problem import Problem

MAX_BYTES = 1024 * 1024
# Control characters, U+FFFE and U+FFFF can't stand in XML 1.0 (https://www.w3.org/TR/xml/#charsets), so not in a feed,
# and U+FDD0 to U+FDEF should not. U+0080 to U+009F may, but come from text in another encoding only. U+202D and U+202E
# turn what follows them around.
FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u202d\u202e\ufdd0-\ufdef\ufffe\uffff]")
# How files begin that hold a text and much else, or none, whatever their name says.
PACKED = {
    b"%PDF": "PDF",
    b"PK\x03\x04": message("Word, OpenDocument, Pages or ZIP"),
    b"\xd0\xcf\x11\xe0": "Word",
}
_NO_TEXT = {
    **PACKED,
    b"\x1f\x8b": "GZIP",
    b"\x89PNG": "PNG",
    b"\xff\xd8\xff": "JPEG",
    b"7z\xbc\xaf": "7z",
    b"Rar!": "RAR",
}
_WIDE = 3  # characters: a digest begins with ---
SHOWN = 10  # lines with control characters that are reported; a file in another encoding has them everywhere


def decode(data: bytes, path: str) -> tuple[str | None, tuple[Problem, ...]]:
    """The file's text with "\\n" at line ends and no byte order mark; None and problems where it is no text."""
    if len(data) > MAX_BYTES:
        return None, (
            _whole(
                path,
                "TEXT-SIZE",
                message("{size:,} bytes, over 1 MiB", size=len(data)),
                message("a digest is text; split it"),
            ),
        )
    if kind := next((kind for sign, kind in _NO_TEXT.items() if data.startswith(sign)), None):
        what = message("the file is not text; its type is {kind}", kind=kind)
        return None, (_whole(path, "TEXT-UTF8", what, message("save it as plain text in UTF-8")),)
    if _is_wide(data):
        return None, (_whole(path, "TEXT-UTF8", message("the file is UTF-16"), message("save it as UTF-8")),)
    try:
        text = data.decode("utf-8-sig").replace("\r\n", "\n").replace("\r", "\n")
    except UnicodeDecodeError as error:
        return None, (_not_utf8(error, path),)
    if not text.strip():
        return None, (
            _whole(path, "TEXT-EMPTY", message("the file is empty"), message("write the digest, or delete the file")),
        )
    problems = tuple(islice(_controls(text, path), SHOWN)) if FORBIDDEN.search(text) else ()
    return (None if problems else text), problems


def encoding_fault(data: bytes, path: str) -> Problem | None:
    """The problem of a file that is not UTF-8; None for one that is."""
    try:
        data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        return _not_utf8(error, path)
    return None


def _is_wide(data: bytes) -> bool:
    """Whether every second byte at the beginning is NUL, as in UTF-16 without a byte order mark."""
    if len(data) <= 2 * _WIDE:
        return False
    odd, even = data[1 : 2 * _WIDE : 2], data[: 2 * _WIDE : 2]
    return any(min(seen) >= ord(" ") and not any(other) for seen, other in ((even, odd), (odd, even)))


def place_at(text: str, offset: int) -> tuple[int, int]:
    """Line and column, from 1, of the character at the offset."""
    before = text[:offset]
    return before.count("\n") + 1, offset - (before.rfind("\n") + 1) + 1


def _whole(path: str, code: str, text: Message, hint: Message) -> Problem:
    return Problem(path, 1, 1, code, text, hint)


def _not_utf8(error: UnicodeDecodeError, path: str) -> Problem:
    data = error.object  # without the byte order mark, which the error does not count
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):  # neither of which UTF-8 has
        return _whole(path, "TEXT-UTF8", message("the file is UTF-16"), message("save it as UTF-8"))
    before = data[: error.start].decode(errors="replace")
    what = message("byte 0x{byte:02x} is not UTF-8", byte=data[error.start])
    return Problem(path, *place_at(before, len(before)), "TEXT-UTF8", what, message("save the file as UTF-8"))


def _controls(text: str, path: str) -> Iterator[Problem]:
    """A problem for the first control character of each line."""
    for number, line in enumerate(text.split("\n"), 1):
        if found := FORBIDDEN.search(line):
            hint = message("delete it; because it is invisible, retype the word")
            what = message("{character} in the text", character=spoken(found.group()))
            yield Problem(path, number, found.start() + 1, "TEXT-CONTROL", what, hint)


def spoken(character: str) -> str:
    """What to call a character that can't be shown."""
    if character == "\0":
        return "NUL"
    return message("control character U+{code:04X}", code=ord(character))
