"""PNG (https://www.w3.org/TR/png-3/): its chunks."""

import struct
import zlib
from collections.abc import Iterator

from puntina.core.media import exif, xmp

SIGNATURE = b"\x89PNG\r\n\x1a\n"
# What the picture looks like; the frames of a moving one among them.
LOOKS = frozenset(
    b"IHDR PLTE IDAT IEND tRNS cHRM gAMA iCCP sBIT sRGB cICP mDCV cLLI bKGD hIST pHYs sPLT acTL fcTL fdAT".split()
)
_TEXTS = frozenset({b"tEXt", b"zTXt", b"iTXt"})
_KEPT_TEXTS = frozenset({b"Author", b"Copyright", b"Credit"})
_XMP = b"XML:com.adobe.xmp"
_MOST = 1 << 20  # bytes of an unpacked text


def parts(data: bytes) -> Iterator[bytes]:
    """The file up to its last chunk, without metadata but for rights and credit."""
    yield SIGNATURE
    at = len(SIGNATURE)
    while True:
        length, kind = struct.unpack_from(">I4s", data, at)
        end = at + 12 + length
        body = data[at + 8 : end - 4]
        if kind in LOOKS:
            yield data[at:end]
        elif kind == b"eXIf" and (found := exif.kept(body)):
            yield _chunk(kind, found)
        elif kind in _TEXTS:
            yield from _text(kind, body, data[at:end])
        at = end
        if kind == b"IEND":
            return


def _text(kind: bytes, body: bytes, whole: bytes) -> Iterator[bytes]:
    keyword, _, rest = body.partition(b"\0")
    if keyword in _KEPT_TEXTS:
        yield whole
    elif kind == b"iTXt" and keyword == _XMP and (found := xmp.kept(_unpacked(rest))):
        yield _chunk(kind, _XMP + b"\0\0\0\0\0" + found)


def _unpacked(rest: bytes) -> bytes:
    """The text of an iTXt chunk, whose keyword is gone: two flags, language and translated keyword come first."""
    is_packed = rest[:1] == b"\1"
    _, _, text = rest[2:].partition(b"\0")
    _, _, text = text.partition(b"\0")
    return _inflated(text) if is_packed else text


def _inflated(data: bytes) -> bytes:
    try:
        return zlib.decompressobj().decompress(data, _MOST)
    except zlib.error:
        return b""


def _chunk(kind: bytes, body: bytes) -> bytes:
    return struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body))
