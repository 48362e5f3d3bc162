"""Exif (CIPA DC-008), reduced to orientation and copyright."""

import struct
from collections.abc import Iterator

# The tags that stay, each with its type: Orientation, Artist, Copyright.
KEPT = {0x0112: 3, 0x013B: 2, 0x8298: 2}
EMPTY = b"II*\0\x08\0\0\0" + bytes(6)  # a directory without entries
_SHORT = 3
_MOST = 1000  # entries of a directory; more is no directory
_LONGEST = 10_000  # bytes of a name


def kept(tiff: bytes) -> bytes:
    """The Exif data, which is a TIFF header with directories, with the tags of KEPT alone, or b""."""
    try:
        found = dict(_entries(tiff))
    except (struct.error, IndexError):
        return b""
    return _written(found) if found else b""


def _entries(tiff: bytes) -> Iterator[tuple[int, bytes]]:
    """The kept tags of the first directory, with their values: an orientation as two bytes, a name with its NUL."""
    order = {b"II": "<", b"MM": ">"}.get(tiff[:2])
    if order is None:
        return
    (start,) = struct.unpack_from(f"{order}I", tiff, 4)
    (count,) = struct.unpack_from(f"{order}H", tiff, start)
    for number in range(min(count, _MOST)):
        at = start + 2 + 12 * number
        tag, kind, length = struct.unpack_from(f"{order}HHI", tiff, at)
        if KEPT.get(tag) != kind or not 0 < length <= _LONGEST:
            continue
        if kind == _SHORT:
            yield tag, struct.pack("<H", *struct.unpack_from(f"{order}H", tiff, at + 8))
        else:
            place = at + 8 if length <= 4 else struct.unpack_from(f"{order}I", tiff, at + 8)[0]
            text = tiff[place : place + length].rstrip(b"\0 ")
            if text:
                yield tag, text + b"\0"


def _written(values: dict[int, bytes]) -> bytes:
    """A TIFF of one directory, little-endian."""
    directory, rest = b"", b""
    place = 8 + 2 + 12 * len(values) + 4  # behind header, count, entries and the end mark
    for tag, value in sorted(values.items()):
        count = 1 if KEPT[tag] == _SHORT else len(value)
        if len(value) <= 4:
            field = value.ljust(4, b"\0")
        else:
            field = struct.pack("<I", place + len(rest))
            rest += value + b"\0" * (len(value) % 2)
        directory += struct.pack("<HHI", tag, KEPT[tag], count) + field
    return b"II*\0" + struct.pack("<IH", 8, len(values)) + directory + b"\0\0\0\0" + rest
