"""Bytes to text: what every content file must be before anything else is asked of it."""

import re

from plugins.digest.problem import Problem

MAX_BYTES = 1024 * 1024
# Control characters and noncharacters can't stand in XML 1.0 (https://www.w3.org/TR/xml/#charsets), so not in a feed;
# U+0080 to U+009F may, but come from text in another encoding only.
FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ufffe\uffff]")


def decode(data: bytes, path: str) -> tuple[str | None, tuple[Problem, ...]]:
    """The file's text with "\\n" at line ends and no byte order mark; None and problems where it is no text."""
    if len(data) > MAX_BYTES:
        return None, (_whole(path, "TEXT-SIZE", f"{len(data):,} bytes, over 1 MiB", "a digest is text; split it"),)
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return None, (_whole(path, "TEXT-UTF8", "the file is UTF-16", "save it as UTF-8"),)
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        return None, (_not_utf8(data, error, path),)
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    if not text.strip():
        return None, (_whole(path, "TEXT-EMPTY", "the file is empty", "write the digest, or delete the file"),)
    problems = tuple(_control(path, text, match) for match in FORBIDDEN.finditer(text))
    return (None if problems else text), problems


def place_at(text: str, offset: int) -> tuple[int, int]:
    """Line and column, from 1, of the character at the offset."""
    before = text[:offset]
    return before.count("\n") + 1, offset - (before.rfind("\n") + 1) + 1


def _whole(path: str, code: str, text: str, hint: str) -> Problem:
    return Problem(path, 1, 1, code, text, hint)


def _not_utf8(data: bytes, error: UnicodeDecodeError, path: str) -> Problem:
    before = data[: error.start].decode("utf-8-sig", errors="replace")
    line, column = place_at(before, len(before))
    return Problem(
        path,
        line,
        column,
        "TEXT-UTF8",
        f"byte 0x{data[error.start]:02x} is not UTF-8",
        "save the file as UTF-8",
    )


def _control(path: str, text: str, match: re.Match[str]) -> Problem:
    line, column = place_at(text, match.start())
    name = "NUL" if match.group() == "\0" else f"control character U+{ord(match.group()):04X}"
    return Problem(
        path,
        line,
        column,
        "TEXT-CONTROL",
        f"{name} in the text",
        "delete it; it can't be seen, retype the word",
    )
