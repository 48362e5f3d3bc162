"""Whether a file that is published as it is says where it was taken: TIFF pictures, and films in MP4 or QuickTime."""

import struct
from pathlib import Path
from typing import BinaryIO

_GPS = 0x8825  # TIFF's tag for the directory of the place, CIPA DC-008
_FILM = frozenset({".mp4", ".m4v", ".mov", ".3gp", ".qt"})
_TIFF = frozenset({".tif", ".tiff", ".dng"})
SUFFIXES = _FILM | _TIFF
# Where films say it: QuickTime's user data and metadata, 3GPP's location box.
_SIGNS = (b"\xa9xyz", b"loci", b"com.apple.quicktime.location")
_MOST = 1 << 26  # bytes of a film's directory
_ENTRIES = 1000


def names_a_place(path: Path) -> bool:
    """Whether the file says so; False for files of other kinds, and for broken ones. Raises OSError."""
    suffix = path.suffix.lower()
    if suffix not in SUFFIXES:
        return False
    with path.open("rb") as file:
        try:
            return _in_tiff(file) if suffix in _TIFF else _in_film(file)
        except (struct.error, ValueError):
            return False


def _in_tiff(file: BinaryIO) -> bool:
    head = file.read(8)
    order = {b"II": "<", b"MM": ">"}[head[:2]] if head[:2] in {b"II", b"MM"} else ""
    if not order:
        return False
    file.seek(struct.unpack(f"{order}I", head[4:8])[0])
    (count,) = struct.unpack(f"{order}H", file.read(2))
    entries = file.read(12 * min(count, _ENTRIES))
    tags = (struct.unpack_from(f"{order}H", entries, at)[0] for at in range(0, len(entries) - 11, 12))
    return _GPS in tags


def _in_film(file: BinaryIO) -> bool:
    """Whether the directory of the film does: boxes follow one another, each with its length and name."""
    while len(head := file.read(8)) == 8:
        size, kind = struct.unpack(">I4s", head)
        rest = size - 8
        if size == 1:
            rest = struct.unpack(">Q", file.read(8))[0] - 16
        if size == 0 or rest < 0:
            return False
        if kind in {b"moov", b"meta", b"udta"}:
            found = file.read(min(rest, _MOST))
            if any(sign in found for sign in _SIGNS):
                return True
            rest -= len(found)
        file.seek(rest, 1)
    return False
