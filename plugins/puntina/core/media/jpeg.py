"""JPEG (ITU-T T.81, annex B): its segments, and data after the picture."""

import re
import struct
from collections.abc import Iterator

from puntina.core.media import exif, iptc, xmp

_EXIF, _XMP, _ICC = b"Exif\0\0", b"http://ns.adobe.com/xap/1.0/\0", b"ICC_PROFILE\0"
APP0, APP1, APP2, APP13, APP14, APP15, COM = 0xE0, 0xE1, 0xE2, 0xED, 0xEE, 0xEF, 0xFE
SOS, EOI = 0xDA, 0xD9
_BARE = frozenset({0x01, *range(0xD0, 0xD8)})
# In coded data a marker is FF and what is neither 0, which stands for FF itself, nor a restart, nor fill.
_MARKER = re.compile(rb"\xff+([^\x00\xd0-\xd7\xff])")
_LONGEST = 0xFFFF - 2


def parts(data: bytes) -> Iterator[bytes]:
    """The file up to the picture's end, its segments without metadata but for rights and credit."""
    yield b"\xff\xd8"
    at = 2
    while True:
        found = _MARKER.match(data, at)
        if not found:
            raise ValueError("no marker where one must be")
        marker, at = found[1][0], found.end()
        if marker == EOI:
            yield b"\xff\xd9"
            return  # and what follows is another picture, a film, or notes of a camera
        if marker in _BARE:
            yield bytes([0xFF, marker])
            continue
        (length,) = struct.unpack_from(">H", data, at)
        if length < 2 or at + length > len(data):
            raise ValueError("a segment longer than the file")
        yield from _segment(marker, data[at + 2 : at + length])
        at += length
        if marker == SOS:
            end = _MARKER.search(data, at)
            yield data[at : end.start() if end else len(data)]
            at = end.start() if end else len(data)


def _segment(marker: int, body: bytes) -> Iterator[bytes]:
    """The segment as it is published: whole, cut down, or not at all."""
    if marker == APP1 and body.startswith(_EXIF):
        body = _after(_EXIF, exif.kept(body[len(_EXIF) :]))
    elif marker == APP1 and body.startswith(_XMP):
        body = _after(_XMP, xmp.kept(body[len(_XMP) :]))
    elif marker == APP13 and body.startswith(iptc.HEADER):
        body = _after(iptc.HEADER, iptc.kept(body[len(iptc.HEADER) :]))
    elif marker == COM or (APP1 <= marker <= APP15 and not _is_of_the_picture(marker, body)):
        return
    if (body or not APP1 <= marker <= APP15) and len(body) <= _LONGEST:
        yield struct.pack(">BBH", 0xFF, marker, len(body) + 2) + body


def _is_of_the_picture(marker: int, body: bytes) -> bool:
    """Whether it says how the picture looks: a colour profile, or Adobe's colour transform."""
    return (marker == APP2 and body.startswith(_ICC)) or (marker == APP14 and body.startswith(b"Adobe"))


def _after(header: bytes, body: bytes) -> bytes:
    return header + body if body else b""
