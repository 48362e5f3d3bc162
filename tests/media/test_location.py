"""Films and TIFF pictures that say where they were taken."""

import struct

import pytest

from plugins.media.location import names_a_place
from tests.check.contents import text, told


def box(kind: bytes, body: bytes) -> bytes:
    """Return a box of ISO 14496-12."""
    return struct.pack(">I4s", 8 + len(body), kind) + body


def tiff(*tags: int, order: str = "<") -> bytes:
    """Return a TIFF header with a directory of these tags."""
    head = {"<": b"II", ">": b"MM"}[order] + struct.pack(f"{order}HIH", 42, 8, len(tags))
    return head + b"".join(struct.pack(f"{order}HHII", tag, 4, 1, 0) for tag in tags) + bytes(4)


FILM = box(b"ftyp", b"qt  ") + box(b"mdat", bytes(100))
PLACE = box(b"udta", box(b"\xa9xyz", b"\0\x12\x15\xc7+10.7750+106.6833/"))


@pytest.mark.parametrize(
    ("name", "data", "found"),
    [
        ("a.mov", FILM + box(b"moov", PLACE), True),
        ("a.MP4", box(b"moov", box(b"trak", b"") + PLACE) + FILM, True),
        ("a.mp4", FILM + box(b"moov", box(b"meta", b"com.apple.quicktime.location.ISO6709")), True),
        ("a.3gp", FILM + box(b"moov", box(b"udta", box(b"loci", bytes(20)))), True),
        ("a.mp4", FILM + box(b"moov", box(b"udta", b"")), False),
        ("a.mp4", b"\0", False),
        ("a.tif", tiff(0x0100, 0x8825), True),
        ("a.tiff", tiff(0x0100, 0x8825, order=">"), True),
        ("a.tif", tiff(0x0100, 0x0101), False),
        ("a.tif", b"II*\0", False),
        ("a.txt", tiff(0x8825), False),
    ],
)
def test_a_file_names_a_place_or_not(tmp_path, name, data, found):
    path = tmp_path / name
    path.write_bytes(data)
    assert names_a_place(path) is found


def test_such_a_file_is_an_error(tmp_path):
    (line, *_) = told(tmp_path, {"media/film.mov": FILM + box(b"moov", PLACE), "it/2025/a.md": text()})
    assert line == (
        "content/media/film.mov: FILE-LOCATION the file contains the place where it was taken, which everybody could "
        "read — export it again without its location"
    )
