"""The location in a video, audio file or picture in ISO 14496-12 boxes: MP4, QuickTime, 3GPP, JPEG 2000."""

import io
import re
import struct
from collections.abc import Iterator
from typing import BinaryIO

from puntina.core.media.tiff_place import is_of_a_place, scanned

# How such files begin: with the length of a box, then with the name of one of these.
_FIRST = frozenset([*b"ftyp styp moov mdat wide free skip pnot uuid udta".split(), b"jP  ", b"JXL "])
_BULK = frozenset({b"mdat", b"moof", b"sidx", b"jp2c", b"free", b"skip", b"wide"})  # what is heard and seen
# Where films say it: boxes in QuickTime's user data and 3GPP's, of less than 64 kB, and keys with a text.
_SIGNS = re.compile(
    rb"\0\0..(?:\xa9xyz|loci)|com\.apple\.quicktime\.location"
    rb"|(?i:location).{0,64}?[+-]\d{2,6}(?:\.\d+)?[+-]\d{3,7}(?:\.\d+)?[-+/\0]",
    re.DOTALL,
)
_CANON = b"CMT4"
_GOPRO = (b"GPS5", b"GPS9")  # https://github.com/gopro/gpmf-parser
_INSTA = b"8db42d694ccc418790edff439fe026bf"  # at the very end of a film by Insta360
_INSTA_PLACE = b"\x00\x07"
_MOST = 1 << 26  # bytes of a film's directory
_SAMPLE = 1 << 16


def is_boxes(head: bytes) -> bool:
    """Whether a file that begins so is made of such boxes."""
    return head[4:8] in _FIRST


def in_boxes(file: BinaryIO) -> bool:
    """Whether one of the boxes that say what the file is names a place. Raises struct.error in a broken file."""
    file.seek(0)
    while len(head := file.read(8)) == 8:
        size, kind = struct.unpack(">I4s", head)
        rest = size - 8
        if size == 1:
            rest = struct.unpack(">Q", file.read(8))[0] - 16
        after = file.tell() + rest
        if kind not in _BULK:
            found = file.read(_MOST if size == 0 else max(0, min(rest, _MOST)))
            if said_in(found) or _in_canon(found) or _in_track(found, file):
                return True
        if size == 0 or rest < 0:
            break
        file.seek(after)
    return _in_trailer(file)


def said_in(data: bytes) -> bool:
    """Whether notes of a film or a recording, or a picture in them, name a place."""
    return bool(_SIGNS.search(data)) or scanned(io.BytesIO(data))


def _in_canon(data: bytes) -> bool:
    at = data.find(_CANON)
    return at >= 0 and is_of_a_place(io.BytesIO(data), at + 4)


def _in_track(data: bytes, file: BinaryIO) -> bool:
    """Whether a camera by GoPro has written places along the film: in samples that the directory leads to."""
    at = data.find(b"gpmd")
    if at < 0:
        return False
    for place in _first_chunks(data, at):
        file.seek(place)
        sample = file.read(_SAMPLE)
        if any(sign in sample for sign in _GOPRO):
            return True
    return False


def _first_chunks(data: bytes, at: int) -> Iterator[int]:
    """Where the samples described at this place begin: the next table of offsets says so."""
    for name, form in ((b"stco", ">I"), (b"co64", ">Q")):
        found = data.find(name, at)
        if found >= 0 and found + 12 + struct.calcsize(form) <= len(data):
            yield struct.unpack_from(form, data, found + 12)[0]


def _in_trailer(file: BinaryIO) -> bool:
    """Whether a camera by Insta360 has written places behind the film: records, each before its number and length."""
    end = file.seek(0, io.SEEK_END)
    file.seek(max(0, end - 78))
    tail = file.read()
    if not tail.endswith(_INSTA):
        return False
    at, first = end - 78, end - struct.unpack_from("<I", tail, 38)[0]
    while at > first:
        file.seek(at)
        number, length = struct.unpack("<2sI", file.read(6))
        if number == _INSTA_PLACE and length:
            return True
        at -= length + 6
    return False
