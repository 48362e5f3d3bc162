"""WebP (RFC 9649, section 2): its chunks."""

import struct
from collections.abc import Iterator

from puntina.core.media import exif, xmp

LOOKS = frozenset({b"VP8 ", b"VP8L", b"VP8X", b"ALPH", b"ANIM", b"ANMF", b"ICCP"})
_EXIF_FLAG, _XMP_FLAG = 0x08, 0x04  # section 2.7, of VP8X


def parts(data: bytes) -> Iterator[bytes]:
    """The file up to its declared end, without metadata but for rights and credit."""
    chunks = list(_chunks(data))
    kinds = {kind for kind, _ in chunks}
    body = b"".join(_chunk(kind, _flagged(part, kinds) if kind == b"VP8X" else part) for kind, part in chunks)
    yield b"RIFF" + struct.pack("<I", 4 + len(body)) + b"WEBP" + body


def _chunks(data: bytes) -> Iterator[tuple[bytes, bytes]]:
    """The chunks that are published, each with its kind."""
    (declared,) = struct.unpack_from("<I", data, 4)
    at, end = 12, min(len(data), 8 + declared)
    while at + 8 <= end:
        kind, length = struct.unpack_from("<4sI", data, at)
        body = data[at + 8 : at + 8 + length]
        if kind == b"EXIF":
            body = exif.kept(body.removeprefix(b"Exif\0\0"))
        elif kind == b"XMP ":
            body = xmp.kept(body)
        elif kind not in LOOKS:
            body = b""
        if body:
            yield kind, body
        at += 8 + length + length % 2


def _flagged(body: bytes, kinds: set[bytes]) -> bytes:
    flags = body[0] & ~(_EXIF_FLAG | _XMP_FLAG)
    flags |= _EXIF_FLAG if b"EXIF" in kinds else 0
    flags |= _XMP_FLAG if b"XMP " in kinds else 0
    return bytes([flags]) + body[1:]


def _chunk(kind: bytes, body: bytes) -> bytes:
    return kind + struct.pack("<I", len(body)) + body + b"\0" * (len(body) % 2)
