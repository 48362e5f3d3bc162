"""Whether a file that is published as it is says where it was taken, whatever it is called.

Pictures of kinds that are published without their metadata are none. Of all others the first bytes tell what is looked
into: of films the directory, of long recordings both ends, of archives and office files each file; texts are not read,
but for drawings, in which photos may be.
"""

import binascii
import io
import re
import struct
import zipfile
import zlib
from base64 import b64decode
from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path
from typing import BinaryIO
from urllib.parse import unquote_to_bytes

from puntina.core.media.cleaned import CLEANED, HEAD, kind_of
from puntina.core.media.film_place import in_boxes, is_boxes, said_in
from puntina.core.media.tiff_place import XMP, in_tiff, scanned

# Fonts, packed data, programs: in these no place is looked for.
_HARMLESS = (
    b"wOFF", b"wOF2", b"OTTO", b"ttcf", b"\0\1\0\0\0", b"\x1f\x8b", b"BZh", b"\xfd7zXZ", b"7z\xbc\xaf", b"(\xb5/\xfd",
    b"\0asm", b"Rar!",
)  # fmt: skip
# MP3, FLAC, Ogg, WAV and AVI, WebM, WMA, FLV, MPEG: notes are at the beginning, or at the end.
_LONG = (
    b"ID3", b"\xff\xfb", b"\xff\xf3", b"\xff\xf1", b"fLaC", b"OggS", b"RIFF", b"\x1aE\xdf\xa3", b"0&\xb2u", b"FLV",
    b"\0\0\1\xba", b"\0\0\1\xb3", b"FORM",
)  # fmt: skip
_ENDS = 1 << 20  # bytes at either end
_ARCHIVE = b"PK\3\4"
_UNPACKED = 1 << 28  # bytes of all files in an archive
_DEEP = 2  # archives in archives
_PRINTED = (b"%PDF", b"%!PS")  # documents that begin like a text
_CONTROL = re.compile(rb"[\x00-\x08\x0e-\x1a\x1c-\x1f]")
_WIDE = {b"\xff\xfe": "utf-16-le", b"\xfe\xff": "utf-16-be"}
_BOM = b"\xef\xbb\xbf"
_MARKED_UP = 1 << 26  # bytes of a drawing
_DATA = re.compile(rb"base64,([^\"'<)]+)")
_NO_DIGIT = re.compile(rb"&#[^;]*;|[^A-Za-z0-9+/]")
_BROKEN = (struct.error, ValueError, OverflowError, IndexError, zipfile.BadZipFile, zlib.error, NotImplementedError)


def names_a_place(path: Path) -> bool:
    """Whether what is published of the file says so; False for a broken file. Raises OSError."""
    found = path.stat()
    return _looked_at(path, (found.st_ino, found.st_size, found.st_mtime_ns, found.st_ctime_ns))


def holds_pictures(path: Path) -> bool:
    """Whether the file is one that pictures are put into: a drawing, a document, an archive. Raises OSError."""
    with path.open("rb") as file:
        head = file.read(HEAD)
    return _is_text(head) or head.startswith((_ARCHIVE, *_PRINTED))


@lru_cache(maxsize=1 << 16)
def _looked_at(path: Path, _stamp: tuple[int, ...]) -> bool:
    """Whether it does; a server asks again at each build, and then the file is not read again."""
    with path.open("rb") as file:
        head = file.read(HEAD)
        return kind_of(head) not in CLEANED and _says(file, head)


def _is_plain(head: bytes) -> bool:
    """Whether it is a text without a drawing, or of a kind in which there are no places."""
    if head.startswith(_HARMLESS):
        return True
    return _is_text(head) and not _text(head).lstrip().startswith(b"<")


def _is_text(head: bytes) -> bool:
    return head[:2] in _WIDE or not (_CONTROL.search(head) or head.startswith(_PRINTED))


def _text(data: bytes) -> bytes:
    coding = _WIDE.get(data[:2])
    return data[2:].decode(coding, "ignore").encode() if coding else data.removeprefix(_BOM)


def _says(file: BinaryIO, head: bytes, depth: int = 0) -> bool:
    """Whether the file says so, by what it begins with."""
    try:
        if _is_plain(head):
            return False
        if _is_text(head):
            return _in_drawing(file, depth)
        if head.startswith(_ARCHIVE):
            return _in_archive(file, depth)
        if is_boxes(head) and kind_of(head) not in CLEANED:
            return in_boxes(file)
        if head.startswith(_LONG) and kind_of(head) not in CLEANED:
            return _at_an_end(file)
        return in_tiff(file) or scanned(file)
    except _BROKEN:
        return False


def _at_an_end(file: BinaryIO) -> bool:
    size = file.seek(0, io.SEEK_END)
    for start in {0, max(0, size - _ENDS)}:
        file.seek(start)
        if said_in(file.read(_ENDS)):
            return True
    return False


def _in_drawing(file: BinaryIO, depth: int) -> bool:
    """Whether the drawing does, or a picture in it, which is never cleaned."""
    file.seek(0)
    data = _text(file.read(_MARKED_UP))
    return XMP in data or any(_says(io.BytesIO(each), each[:HEAD], depth + 1) for each in _embedded(data))


def _embedded(data: bytes) -> Iterator[bytes]:
    for found in _DATA.finditer(data):
        digits = _NO_DIGIT.sub(b"", unquote_to_bytes(found[1]))
        try:
            yield b64decode(digits[: len(digits) - (len(digits) % 4 == 1)] + b"==")
        except binascii.Error:
            continue


def _in_archive(file: BinaryIO, depth: int) -> bool:
    """Whether a file in the archive does; office files, e-books and the like are archives too."""
    if depth >= _DEEP:
        return False
    left = _UNPACKED
    with zipfile.ZipFile(file) as archive:
        for each in archive.infolist():
            left -= each.file_size
            if left < 0 or each.flag_bits & 1:  # too much, or with a password
                continue
            with archive.open(each) as opened:
                head = opened.read(HEAD)
                if _is_plain(head):
                    continue
                whole = head + opened.read(each.file_size)
            if _says(io.BytesIO(whole), head, depth + 1):
                return True
    return False
