"""JPEG XL in boxes (ISO/IEC 18181-2): those of metadata are left out, but for rights and credit.

What is packed with Brotli can't be told apart and goes whole, as does what would make the JPEG again that the picture
came from, for it needs all of that JPEG's metadata.
"""

import struct
from collections.abc import Iterator

from puntina.core.media import exif, xmp

SIGNATURE = b"\0\0\0\x0cJXL \r\n\x87\n"
# The signature, the brands, the codestream, whole or in parts, and their index: how the picture looks.
LOOKS = frozenset({b"JXL ", b"ftyp", b"jxll", b"jxlc", b"jxlp", b"jxli", b"jhgm"})


def parts(data: bytes) -> Iterator[bytes]:
    """The file's boxes, without metadata but for rights and credit."""
    at = 0
    while at < len(data):
        size, kind = struct.unpack_from(">I4s", data, at)
        head = 8
        if size == 1:
            (size,) = struct.unpack_from(">Q", data, at + 8)
            head = 16
        size = size or len(data) - at
        if size < head or at + size > len(data):
            raise ValueError("a box longer than the file")
        if kind in LOOKS:
            yield data[at : at + size]
        elif kind == b"Exif" and (found := _exif(data[at + head : at + size])):
            yield _box(kind, bytes(4) + found)
        elif kind == b"xml " and (found := xmp.kept(data[at + head : at + size])):
            yield _box(kind, found)
        at += size


def _exif(body: bytes) -> bytes:
    (offset,) = struct.unpack_from(">I", body)  # from behind itself to the TIFF header
    return exif.kept(body[4 + offset :])


def _box(kind: bytes, body: bytes) -> bytes:
    return struct.pack(">I4s", 8 + len(body), kind) + body
