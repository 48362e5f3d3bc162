"""Reads format and size of a picture from the first and last bytes of its file, or why it can't be shown.

Pillow would say the same and takes longer to import than most sites to look through; it decodes, when a picture is
made smaller, and finds what only decoding finds.
"""

import os
import struct
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

from puntina.core.digest.message import Message, message
from puntina.core.digest.reasons import reason_of
from puntina.core.media import kind_of

HIGHEST = 16_383  # pixels, as WebP has it: RFC 9649, section 2.5
MOST = 40_000_000  # pixels: 160 MB decoded, for each process that makes pictures
TAIL = 4096  # bytes at the end of a file in which its last mark is looked for first
HEAD = 64  # bytes that say what a PNG, GIF or WebP is
BEGINNING = 1 << 20  # bytes in which a JPEG says so: cameras put previews and colour profiles first
_EOI = b"\xff\xd9"
_FRAMES = frozenset(range(0xC0, 0xD0)) - {0xC4, 0xC8, 0xCC}  # T.81, table B.1: SOFn
_BARE = frozenset({0x01, *range(0xD0, 0xD8)})  # likewise: markers without a segment
_TURNED = frozenset({5, 6, 7, 8})  # CIPA DC-008, Orientation: rows of the picture are columns of the file
_ORIENTATION = 0x0112


AGAIN = message("copy the file here again")
OTHERWISE = message("save it as JPEG, PNG, GIF or WebP")
SMALLER = message("save it smaller: a width of 2,000 pixels is enough")


class NoPictureError(ValueError):
    """A file that is not a usable picture: a message about `{picture}`, and a hint."""

    def __init__(self, fault: Message, hint: Message = AGAIN) -> None:
        super().__init__(fault)
        self._fault = fault
        self.hint = hint

    def of(self, picture: str) -> Message:
        """What is wrong with the picture of this name."""
        return self._fault.with_values(picture=picture)


@dataclass(frozen=True, slots=True)
class ImageInfo:
    """Format of a picture, and its size in pixels as browsers show it."""

    kind: str  # jpeg, png, gif or webp
    width: int
    height: int


def read_image_info(path: Path) -> ImageInfo:
    """Format and size of the picture; NoPictureError if it is not one, is truncated, or has more pixels than MOST."""
    try:
        with path.open("rb") as file:
            found = _read_info(file)
    except OSError as error:
        raise NoPictureError(
            message("{picture} can't be read: {reason}", picture="", reason=reason_of(error.strerror)),
            message("make the file readable"),
        ) from error
    except (struct.error, IndexError) as error:
        raise NoPictureError(message("{picture} is truncated", picture="")) from error
    if not found.width or not found.height:
        raise NoPictureError(message("{picture} has no size", picture=""))
    if (pixels := found.width * found.height) > MOST:
        text = message(
            "{picture} has {pixels:.1f} megapixels, over {most}",
            picture="",
            pixels=pixels / 1e6,
            most=MOST // 1_000_000,
        )
        raise NoPictureError(text, SMALLER)
    if found.height > HIGHEST:
        text = message(
            "{picture} is {height:,} pixels high, over {most:,}", picture="", height=found.height, most=HIGHEST
        )
        raise NoPictureError(text, SMALLER)
    return found


def _read_info(file: BinaryIO) -> ImageInfo:
    head = file.read(HEAD)
    kind = kind_of(head)
    if kind not in _READERS:
        raise NoPictureError(message("{picture} is not a JPEG, PNG, GIF or WebP picture", picture=""), OTHERWISE)
    return ImageInfo(kind, *_READERS[kind](file, head))


def _png(file: BinaryIO, head: bytes) -> tuple[int, int]:
    """https://www.w3.org/TR/png-3/#5PNG-file-signature: IHDR comes first, IEND last."""
    width, height = struct.unpack_from(">II", head, 16)
    if head[12:16] != b"IHDR" or b"IEND" not in _tail(file):
        raise NoPictureError(message("{picture} is truncated", picture=""))
    return width, height


def _gif(file: BinaryIO, head: bytes) -> tuple[int, int]:
    """https://www.w3.org/Graphics/GIF/spec-gif89a.txt, sections 18 and 27: the screen's size, the trailer."""
    width, height = struct.unpack_from("<HH", head, 6)
    if not _tail(file).rstrip(b"\0").endswith(b";"):
        raise NoPictureError(message("{picture} is truncated", picture=""))
    return width, height


def _webp(file: BinaryIO, head: bytes) -> tuple[int, int]:
    """RFC 9649, sections 2.4 to 2.7: the size of the file, and that of the picture by its kind of chunk."""
    if struct.unpack_from("<I", head, 4)[0] + 8 > file.seek(0, os.SEEK_END):
        raise NoPictureError(message("{picture} is truncated", picture=""))
    chunk = head[12:16]
    if chunk == b"VP8X":
        return 1 + int.from_bytes(head[24:27], "little"), 1 + int.from_bytes(head[27:30], "little")
    if chunk == b"VP8L":
        bits = struct.unpack_from("<I", head, 21)[0]
        return 1 + (bits & 0x3FFF), 1 + (bits >> 14 & 0x3FFF)
    width, height = struct.unpack_from("<HH", head, 26)
    return width & 0x3FFF, height & 0x3FFF


def _jpeg(file: BinaryIO, head: bytes) -> tuple[int, int]:
    """https://www.w3.org/Graphics/JPEG/itu-t81.pdf, annex B: segments up to a frame's header, EOI at the end."""
    data = head + file.read(BEGINNING)
    at, turned = 2, False
    while (marker := data[at + 1]) not in _FRAMES:
        if data[at] != 0xFF or marker == 0xDA:
            raise NoPictureError(message("{picture} is damaged", picture=""))
        length = 0 if marker in _BARE else struct.unpack_from(">H", data, at + 2)[0]
        if marker == 0xE1 and data[at + 4 : at + 10] == b"Exif\0\0":
            turned = _orientation(data[at + 10 : at + 2 + length]) in _TURNED
        at += 1 if marker == 0xFF else 2 + length  # a fill byte, or a segment
    height, width = struct.unpack_from(">HH", data, at + 5)
    ends = max(at, file.seek(0, os.SEEK_END) - TAIL)
    if _EOI not in _after(file, ends) and _EOI not in _after(file, at):
        raise NoPictureError(message("{picture} is truncated", picture=""))
    return (height, width) if turned else (width, height)


def _orientation(tiff: bytes) -> int:
    """The orientation that Exif data gives (CIPA DC-008, section 4.6: TIFF's first list of fields); 1 for none."""
    order = "<" if tiff[:2] == b"II" else ">"
    try:
        start = struct.unpack_from(f"{order}I", tiff, 4)[0]
        count = struct.unpack_from(f"{order}H", tiff, start)[0]
        for field in range(start + 2, start + 2 + 12 * count, 12):
            if struct.unpack_from(f"{order}H", tiff, field)[0] == _ORIENTATION:
                return int(struct.unpack_from(f"{order}H", tiff, field + 8)[0])
    except struct.error:  # what says nothing of itself turns nothing
        pass
    return 1


def _tail(file: BinaryIO) -> bytes:
    return _after(file, max(0, file.seek(0, os.SEEK_END) - TAIL))


def _after(file: BinaryIO, place: int) -> bytes:
    file.seek(place)
    return file.read()


_READERS: dict[str, Callable[[BinaryIO, bytes], tuple[int, int]]] = {
    "jpeg": _jpeg,
    "png": _png,
    "gif": _gif,
    "webp": _webp,
}
