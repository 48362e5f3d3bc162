"""AVIF and HEIC (ISO/IEC 23008-12 in the boxes of 14496-12): metadata are items, which are blanked where they lie.

To take them out would move everything else.
"""

import struct
from collections.abc import Iterator

from puntina.core.media import exif, xmp

_XMP_TYPE = b"application/rdf+xml"


def parts(data: bytes) -> Iterator[bytes]:
    """The file with blanks for its Exif, and for its XMP but rights and credit; of the same length."""
    out = bytearray(data)
    for start, end in _boxes(data, 0, len(data), b"meta"):
        items = dict(_items(data, start + 4, end))
        for item, (place, length) in _places(data, start + 4, end):
            if item in items and 0 <= place <= place + length <= len(data):
                out[place : place + length] = _instead(items[item], data[place : place + length])
    for kind in (b"moov", b"uuid"):  # of a moving picture: notes, and Adobe's XMP
        for start, end in _boxes(data, 0, len(data), kind):
            _blank_notes(out, data, start, end, kind)
    yield bytes(out)


def _instead(kind: bytes, item: bytes) -> bytes:
    """What stands in the item's place, as long as it is: what of it is kept, and blanks."""
    if kind == b"xmp":
        found = xmp.kept(item)
        return (found if len(found) <= len(item) else b"").ljust(len(item))
    (offset,) = struct.unpack_from(">I", item)  # from behind itself to the TIFF header
    found = bytes(4) + (exif.kept(item[4 + offset :]) or exif.EMPTY)
    return (found if len(found) <= len(item) else b"").ljust(len(item), b"\0")


def _blank_notes(out: bytearray, data: bytes, start: int, end: int, kind: bytes) -> None:
    if kind == b"uuid":
        out[start:end] = bytes(end - start)
        return
    for name in (b"udta", b"meta", b"uuid"):
        for first, last in _boxes(data, start, end, name):
            out[first:last] = bytes(last - first)
    for first, last in _boxes(data, start, end, b"trak"):
        _blank_notes(out, data, first, last, b"trak")


def _boxes(data: bytes, at: int, end: int, wanted: bytes) -> Iterator[tuple[int, int]]:
    """Where the contents of each box of this kind begin and end."""
    while at + 8 <= end:
        size, kind = struct.unpack_from(">I4s", data, at)
        head = 8
        if size == 1:
            (size,) = struct.unpack_from(">Q", data, at + 8)
            head = 16
        size = size or end - at
        if size < head or at + size > end:
            raise ValueError("a box longer than its place")
        if kind == wanted:
            yield at + head, at + size
        at += size


def _items(data: bytes, start: int, end: int) -> Iterator[tuple[int, bytes]]:
    """The items that are metadata, by number: of which kind, b"exif" or b"xmp"."""
    for first, last in _boxes(data, start, end, b"iinf"):
        version = data[first]
        at = first + (6 if version == 0 else 8)
        for begin, finish in _boxes(data, at, last, b"infe"):
            wide = data[begin] >= 3
            (number,) = struct.unpack_from(">I" if wide else ">H", data, begin + 4)
            kind = data[begin + (10 if wide else 8) : begin + (14 if wide else 12)]
            if kind == b"Exif":
                yield number, b"exif"
            elif kind == b"mime" and _XMP_TYPE in data[begin:finish]:
                yield number, b"xmp"


def _places(data: bytes, start: int, end: int) -> Iterator[tuple[int, tuple[int, int]]]:
    """Where each item lies, as 8.11.3 of 14496-12 has it: its number, and each stretch with its length."""
    inside = next((first for first, _ in _boxes(data, start, end, b"idat")), 0)
    for first, _ in _boxes(data, start, end, b"iloc"):
        version = data[first]
        sizes = (data[first + 4] >> 4, data[first + 4] & 15, data[first + 5] >> 4, data[first + 5] & 15)
        reader = _Reader(data, first + 6)
        for _ in range(reader.number(2 if version < 2 else 4)):
            yield from _of_item(reader, version, sizes, inside)


class _Reader:
    """Numbers one after another."""

    def __init__(self, data: bytes, at: int) -> None:
        self._data = data
        self._at = at

    def number(self, size: int) -> int:
        """The next number, of `size` bytes."""
        if self._at + size > len(self._data):
            raise IndexError("behind the end")
        found = int.from_bytes(self._data[self._at : self._at + size], "big")
        self._at += size
        return found


def _of_item(
    reader: _Reader, version: int, sizes: tuple[int, int, int, int], inside: int
) -> Iterator[tuple[int, tuple[int, int]]]:
    offset_size, length_size, base_size, index_size = sizes
    item = reader.number(2 if version < 2 else 4)
    method = reader.number(2) & 15 if version else 0
    reader.number(2)  # which file: this one
    base = reader.number(base_size)
    for _ in range(reader.number(2)):
        if version and index_size:
            reader.number(index_size)
        offset, length = reader.number(offset_size), reader.number(length_size)
        yield item, (base + offset + (inside if method == 1 else 0), length)
