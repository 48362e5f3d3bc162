"""The location in a TIFF, or in Exif data inside another file, which is a TIFF too."""

import struct
from collections.abc import Iterator
from typing import BinaryIO

GPS = 0x8825  # TIFF's tag for the directory of the place, CIPA DC-008
# Of that directory: latitude and longitude, those of what is shown, and the area's name. Some cameras write only its
# version.
_PLACES = frozenset({0x0002, 0x0004, 0x0014, 0x0016, 0x001C})
HEADS = (b"II*\0", b"MM\0*")
_WIDE = (b"II+\0", b"MM\0+")  # BigTIFF
_RAW = (b"IIU\0", b"IIRO", b"IIRS", b"MMOR")  # Panasonic's and Olympus' own
TIFFS = (*HEADS, *_WIDE, *_RAW)
XMP = b":GPSL"  # exif:GPSLatitude, exif:GPSLongitude
_SIGNS = (*HEADS, XMP)
_ENTRIES = 1000  # of a directory; more is no directory
_CHUNK = 1 << 20
Entry = tuple[int, int]  # a tag, and where its value is


def in_tiff(file: BinaryIO, base: int = 0) -> bool:
    """Whether the TIFF that begins at `base` says where it was taken; False for what is none."""
    return any(tag == GPS and _in_directory(file, base, place) for tag, place in _entries(file, base, None))


def is_of_a_place(file: BinaryIO, base: int) -> bool:
    """Whether the TIFF's first directory is itself one of a place, as Canon has it in films and raw pictures."""
    return any(tag in _PLACES for tag, _ in _entries(file, base, None))


def scanned(file: BinaryIO, start: int = 0, end: int | None = None) -> bool:
    """Whether there is a place in any Exif data or XMP between these bytes, whatever lies around them."""
    at = start
    while end is None or at < end:
        file.seek(at)
        chunk = file.read(_CHUNK)
        if XMP in chunk or any(in_tiff(file, at + place) for place in _heads(chunk)):
            return True
        if len(chunk) < _CHUNK:
            return False
        at += _CHUNK - max(map(len, _SIGNS))
    return False


def _heads(chunk: bytes) -> Iterator[int]:
    for head in HEADS:
        place = chunk.find(head)
        while place >= 0:
            yield place
            place = chunk.find(head, place + 1)


def _in_directory(file: BinaryIO, base: int, place: int) -> bool:
    """Whether the directory of the place names one; what can't be read is taken for one that does."""
    try:
        return place < 8 or any(tag in _PLACES for tag, _ in _entries(file, base, place))
    except struct.error:
        return True


def _entries(file: BinaryIO, base: int, place: int | None) -> Iterator[Entry]:
    """The entries of the directory there, or of the first one. Raises struct.error in a broken file."""
    file.seek(base)
    head = file.read(16)
    order = {b"II": "<", b"MM": ">"}.get(head[:2], "")
    if not order:
        return
    wide = head[:4] in _WIDE
    if place is None:
        (place,) = struct.unpack_from(f"{order}Q", head, 8) if wide else struct.unpack_from(f"{order}I", head, 4)
    file.seek(base + min(place, 1 << 62))
    (count,) = struct.unpack(f"{order}{'Q' if wide else 'H'}", file.read(8 if wide else 2))
    form, size = (f"{order}HHQQ", 20) if wide else (f"{order}HHII", 12)
    found = file.read(size * min(count, _ENTRIES))
    for at in range(0, len(found) - size + 1, size):
        tag, _, _, value = struct.unpack_from(form, found, at)
        yield tag, value
