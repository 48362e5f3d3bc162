"""Films, recordings and pictures that say where they were taken."""

import base64
import io
import struct
import zipfile

import pytest

from puntina.core.media.location import names_a_place
from tests.core.checks.contents import text, told
from tests.core.media.test_cleaned import photo
from tests.pictures import picture


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
        ("a.txt", tiff(0x8825), True),
        ("a.txt", b"II* and MM", False),
    ],
)
def test_a_file_names_a_place_or_not(tmp_path, name, data, found):
    path = tmp_path / name
    path.write_bytes(data)
    assert names_a_place(path) is found


def drawing(data: bytes, kind: str = "jpeg") -> bytes:
    """Return a drawing with the picture in it, as Word, Inkscape and Canva write it."""
    return f'<?xml version="1.0"?>\n<svg><image href="data:image/{kind};base64,{base64.b64encode(data).decode()}"/></svg>'.encode()


def archive(name: str, data: bytes) -> bytes:
    """Return an archive with the file in it."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as packed:
        packed.writestr("word/document.xml", "<a/>")
        packed.writestr(name, data)
    return out.getvalue()


def located(*tags: int, place: int = 26) -> bytes:
    """Return a TIFF whose directory of the place has these tags."""
    body = b"".join(struct.pack("<HHII", tag, 5, 3, 0) for tag in tags)
    return struct.pack("<2sHIHHHIII", b"II", 42, 8, 1, 0x8825, 4, 1, place, 0) + struct.pack("<H", len(tags)) + body


def gopro(sample: bytes) -> bytes:
    """Return a film whose second track leads to this sample."""
    start = box(b"ftyp", b"mp41") + box(b"mdat", bytes(20) + sample)
    tables = box(b"stsd", bytes(8) + box(b"gpmd", bytes(8))) + box(b"stco", struct.pack(">III", 0, 1, 36))
    return start + box(b"moov", box(b"trak", b"") + box(b"trak", box(b"stbl", tables)))


MEMO = box(b"ftyp", b"M4A ") + box(b"mdat", bytes(100)) + box(b"moov", PLACE)
RAW = located(2, 4)
TRAILER = bytes(40) + struct.pack("<2sI", b"\0\x07", 40) + bytes(32) + struct.pack("<I", 126) + bytes(4)
INSTA = FILM + TRAILER + b"8db42d694ccc418790edff439fe026bf"


@pytest.mark.parametrize("name", ["a.jpg", "a.cr2", "a.nef", "a.heic", "a.bin", "a", "a.txt", "A.MD5"])
@pytest.mark.parametrize("data", [RAW, MEMO, FILM + box(b"moov", PLACE)])
def test_what_a_file_is_says_its_content_and_not_its_name(tmp_path, name, data):
    (tmp_path / name).write_bytes(data)
    assert names_a_place(tmp_path / name)


@pytest.mark.parametrize(
    "data",
    [
        drawing(photo("JPEG")),
        drawing(photo("PNG"), "png"),
        drawing(photo("WEBP"), "webp"),
        b"\xef\xbb\xbf" + drawing(RAW, "tiff"),
        b"\xff\xfe" + drawing(photo("JPEG")).decode().encode("utf-16-le"),
        drawing(photo("JPEG")).replace(b"+", b"%2B"),
        b'<svg><metadata exif:GPSLatitude="10,46N"/></svg>',
        archive("word/media/image1.jpeg", photo("JPEG")),
        archive("image.png", photo("PNG")),
        archive("film.mov", MEMO),
        archive("drawing.svg", drawing(photo("JPEG"))),
        b"%PDF-1.7\n1 0 obj\n" + photo("JPEG") + b"\nendobj",
        b"FUJIFILMCCD-RAW " + bytes(100) + photo("JPEG"),
        b"8BPS\0\1" + bytes(1 << 20) + photo("JPEG"),
        b"IIRO" + RAW[4:],
        b"ID3\4" + bytes(20) + photo("JPEG"),
        b"\x1aE\xdf\xa3" + b"LOCATION-ENG\x44\x87\x91+10.7750+106.6833/",
        b"OggS" + bytes(40) + b"location=+10.7750+106.6833/",
        box(b"ftyp", b"crx ")
        + box(
            b"moov",
            box(
                b"uuid", bytes(16) + box(b"CMT4", located(2, 4, place=8)[:4] + struct.pack("<IHHHII", 8, 1, 2, 5, 3, 0))
            ),
        ),
        box(b"ftyp", b"mp42") + box(b"uuid", bytes(16) + b'<x exif:GPSLatitude="10,46N"/>'),
        b"\0\0\0\x0cjP  \r\n\x87\n" + box(b"uuid", b"JpgTiffExif->JP2" + RAW),
        box(b"ftyp", b"isom") + struct.pack(">I4s", 0, b"moov") + PLACE,
        gopro(b"DEVC....GPS5"),
        INSTA,
    ],
)
def test_a_place_is_found_wherever_it_is_in_the_file(tmp_path, data):
    (tmp_path / "a").write_bytes(data)
    assert names_a_place(tmp_path / "a")


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"ads.example, 1, DIRECT\n",
        b"Luogo: 10.7750 106.6833, location +10.7750+106.6833/",
        drawing(picture("JPEG", 60, 40)),
        drawing(b"no picture"),
        b"<svg>base64,A</svg>",
        b"<svg>II*\0</svg>",
        archive("word/media/image1.jpeg", picture("JPEG", 60, 40)),
        b"PK\3\4 broken",
        b"%PDF-1.7\n" + picture("JPEG", 60, 40),
        b"wOF2" + photo("JPEG"),
        located(0, 29),  # only a version and a day, as cameras without a receiver write it
        gopro(b"DEVC....ACCL"),
        FILM + TRAILER.replace(b"\0\x07", b"\0\x03") + b"8db42d694ccc418790edff439fe026bf",
        box(b"ftyp", b"M4A ") + box(b"moov", box(b"udta", box(b"\xa9nam", b"Location: Rome"))),
        b"ID3\4" + bytes(20) + b"location Rome",
        *(photo(form) for form in ("JPEG", "PNG", "WEBP", "AVIF")),  # which are published without it
    ],
)
def test_other_files_name_none(tmp_path, data):
    (tmp_path / "a").write_bytes(data)
    assert not names_a_place(tmp_path / "a")


def test_of_a_text_only_the_beginning_is_read(tmp_path):
    (tmp_path / "a.txt").write_bytes(b"A text that is long. " * 1000 + photo("JPEG"))
    assert not names_a_place(tmp_path / "a.txt")


def test_a_file_that_has_changed_is_looked_at_again(tmp_path):
    path = tmp_path / "a.nef"
    path.write_bytes(located(0, 29))
    assert not names_a_place(path)
    path.write_bytes(located(2, 4, 29))
    assert names_a_place(path)


def test_every_file_that_is_copied_counts_also_when_nothing_links_to_it(tmp_path):
    files = {"media/a.jpg": RAW, "root/b.bin": MEMO, "docs/c.svg": drawing(photo("JPEG")), "it/2025/a.md": text()}
    found = told(tmp_path, files, STATIC_PATHS=["media", "docs"])
    assert [line.partition(" ")[0] for line in found if "FILE-LOCATION" in line] == [
        "content/docs/c.svg:",
        "content/media/a.jpg:",
        "content/root/b.bin:",
    ]
    assert found[0].endswith(
        "a picture in the file contains the location where it was taken, which anyone could read — remove the picture, or insert it again without its location"
    )


def test_such_a_file_is_an_error(tmp_path):
    (line, *_) = told(tmp_path, {"media/film.mov": FILM + box(b"moov", PLACE), "it/2025/a.md": text()})
    assert line == (
        "content/media/film.mov: FILE-LOCATION the file contains the location where it was taken, which anyone could read — export it again without the location"
    )
