"""Reads a file to be imported, or reports why it can't be imported."""

import codecs
import contextlib
import errno
import json
import re
from pathlib import Path

from puntina.core.digest.files import read_regular
from puntina.core.digest.message import message
from puntina.core.digest.problem import Problem
from puntina.core.digest.reasons import reason_of
from puntina.core.digest.text import MAX_BYTES, PACKED, decode

# What holds a text and much else; the text alone is wanted.
_SUFFIXES = {
    **dict.fromkeys((".html", ".htm", ".xhtml", ".mht", ".mhtml"), "HTML"),
    **dict.fromkeys((".doc", ".docx", ".docm", ".dotx"), "Word"),
    **dict.fromkeys((".odt", ".fodt", ".ott"), "OpenDocument"),
    **dict.fromkeys((".rtf", ".rtfd"), "RTF"),
    **dict.fromkeys((".pdf",), "PDF"),
    **dict.fromkeys((".pages",), "Pages"),
    **dict.fromkeys((".epub",), "EPUB"),
    **dict.fromkeys((".xml",), "XML"),
    **dict.fromkeys((".json", ".jsonl"), "JSON"),
}
_GHOST = re.compile(rb'[{\s]*"(?:db|meta)"\s*:')
_BEGINNINGS = {
    **PACKED,
    b"{\\rtf": "RTF",
    b"<!doctype": "HTML",
    b"<html": "HTML",
    b"<?xml": "XML",
    b"<head": "HTML",
    b"<body": "HTML",
    **{
        f"<{tag}".encode(): "HTML"
        for tag in ["h1", "h2", "p>", "ul", "ol", "div", "article", "meta", "title", "table", "span", "br"]
    },
}


def read_text(file: Path) -> tuple[str | None, tuple[Problem, ...]]:
    """The text of the file, or None and the problems that keep it from being read."""
    shown = file.as_posix()
    try:
        data = read_regular(file, MAX_BYTES)
    except OSError as error:
        if error.errno == errno.EFBIG and (kind := _SUFFIXES.get(file.suffix.lower(), "")):
            return None, (_refused(shown, kind),)
        if error.errno == errno.EFBIG:
            what = message("the file is larger than 1 MiB")
            return None, (Problem(shown, 1, 1, "TEXT-SIZE", what, message("a digest is text; split it")),)
        what = message("can't be read: {reason}", reason=reason_of(error.strerror))
        return None, (Problem(shown, 0, 0, "IMP-READ", what, message("name a text file")),)
    except ValueError:  # a NUL in the name
        return None, (Problem(shown, 0, 0, "IMP-READ", message("not a valid file name"), message("name a text file")),)
    data = _as_utf8(data)
    if kind := _kind(file, data):
        return None, (_refused(shown, kind),)
    return decode(_without_breaks(data), shown)


def _refused(shown: str, kind: str) -> Problem:
    what = message("files of the type {kind} cannot be imported", kind=kind)
    hint = message("open it, copy its text, and save that as a .txt file")
    return Problem(shown, 0, 0, "IMP-READ", what, hint)


def _as_utf8(data: bytes) -> bytes:
    """The text as UTF-8 where a byte order mark says that it is UTF-16, as Windows programs save "Unicode" text."""
    if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        with contextlib.suppress(UnicodeDecodeError):  # which is then reported as any other encoding is
            return data.decode("utf-16").encode()
    return data


def _kind(file: Path, data: bytes) -> str:
    """The kind of a file that holds more than its text, by its beginning or its name; "" for any other."""
    start = data[:1024].removeprefix(b"\xef\xbb\xbf").lstrip().lower()
    found = (kind for sign, kind in _BEGINNINGS.items() if start.startswith(sign.lower()))
    return next(found, "") or _kind_of_json(data) or _SUFFIXES.get(file.suffix.lower(), "")


def _kind_of_json(data: bytes) -> str:
    """The kind of a file that is JSON as a whole, as exports are; JSON above a text is its front matter."""
    if data[:1024].lstrip(b"\xef\xbb\xbf \t\r\n")[:1] not in {b"{", b"["} or data[-1024:].rstrip()[-1:] not in {
        b"}",
        b"]",
    }:
        return ""
    with contextlib.suppress(ValueError, RecursionError):
        if isinstance(json.loads(data), dict | list):
            return "Ghost (JSON)" if _GHOST.match(data.removeprefix(b"\xef\xbb\xbf")) else "JSON"
    return ""


def _without_breaks(data: bytes) -> bytes:
    """The bytes with what Word has for a line break in a paragraph, and for a page break, as Markdown knows them."""
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return data
    return data.replace(b"\x0b", b" ").replace(b"\x0c", b"\n")
