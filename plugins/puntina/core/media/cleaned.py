"""A picture's file as it is published: the same picture, without where it was taken, serial numbers and the like.

Nothing is decoded or encoded again: of the file's parts some are left out, and what they say of rights and credit is
kept. What says how the picture looks (profile, gamma, orientation, frames) stays as well.
"""

import struct
from collections.abc import Callable, Iterable
from contextlib import suppress

from puntina.core.media import bmff, gif, jpeg, jxl, png, webp

_CLEANERS: dict[str, Callable[[bytes], Iterable[bytes]]] = {
    "jpeg": jpeg.parts,
    "png": png.parts,
    "gif": gif.parts,
    "webp": webp.parts,
    "avif": bmff.parts,
    "heic": bmff.parts,
    "jxl": jxl.parts,
}
CLEANED = frozenset(_CLEANERS)  # the kinds of which something is left out
_BRANDS = {
    b"avif": "avif", b"avis": "avif", b"heic": "heic", b"heix": "heic", b"heim": "heic", b"heis": "heic",
    b"hevc": "heic", b"hevx": "heic", b"mif1": "heic", b"msf1": "heic", b"mif2": "heic", b"miaf": "heic",
    b"avci": "heic", b"avcs": "heic", b"vvic": "heic", b"vvis": "heic",
}  # fmt: skip
HEAD = 64  # bytes that say of what kind a file is


def cleaned(data: bytes) -> bytes:
    """The file's bytes without metadata but rights and credit; those of what is not a picture as given.

    Of a broken file the beginning comes back, as far as its parts can be told apart: in the rest may be anything.
    """
    cleaner = _CLEANERS.get(kind_of(data[:HEAD]))
    if not cleaner:
        return data
    found: list[bytes] = []
    with suppress(struct.error, IndexError, ValueError):
        for part in cleaner(data):
            found.append(part)  # noqa: PERF402 - those before a break stay
    return b"".join(found)


def kind_of(head: bytes) -> str:
    """What a file is by its first bytes: jpeg, png, gif, webp, avif, heic, jxl, tiff, bmp, ico, pdf or ""."""
    if head.startswith(b"\xff\xd8\xff"):
        return "jpeg"
    if head.startswith(b"\x89PNG\r\n\x1a\n"):
        return "png"
    if head.startswith((b"GIF87a", b"GIF89a")):
        return "gif"
    if head[:4] == b"RIFF" and head[8:12] == b"WEBP":
        return "webp"
    if head[4:8] == b"ftyp":
        return _brand(head)
    if head.startswith(jxl.SIGNATURE):
        return "jxl"
    if head.startswith((b"II*\0", b"MM\0*", b"II+\0", b"MM\0+")):
        return "tiff"
    if head.startswith(b"BM"):
        return "bmp"
    if head.startswith((b"\0\0\1\0", b"\0\0\2\0")):
        return "ico"
    return "pdf" if head.startswith(b"%PDF-") else ""


def _brand(head: bytes) -> str:
    """What a file in the boxes of ISO 14496-12 is by its brands: the major one, then those that it is compatible to."""
    end = min(int.from_bytes(head[:4], "big"), len(head))
    brands = [head[8:12], *(head[at : at + 4] for at in range(16, end - 3, 4))]
    kinds = [_BRANDS[brand] for brand in brands if brand in _BRANDS]
    return "avif" if "avif" in kinds else next(iter(kinds), "")
