"""What a picture's file is, by its first and last bytes, as Pillow says it by decoding."""

import struct

import pytest

from puntina.core.content.image_info import BEGINNING, TAIL, ImageInfo, NoPictureError, read_image_info
from tests.pictures import picture, turned

KINDS = {
    "jpeg": picture("JPEG", 61, 35),
    "png": picture("PNG", 61, 35),
    "gif": picture("GIF", 61, 35),
    "webp": picture("WEBP", 61, 35),
}


def facts(folder, data):
    file = folder / "picture"
    file.write_bytes(data)
    return read_image_info(file)


def fault(folder, data):
    with pytest.raises(NoPictureError) as raised:
        facts(folder, data)
    return raised.value.of("x").removeprefix("x ")


@pytest.mark.parametrize("kind", KINDS)
def test_kind_and_size_are_told(tmp_path, kind):
    assert facts(tmp_path, KINDS[kind]) == ImageInfo(kind, 61, 35)


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("jpeg", picture("JPEG", 900, 700, progressive=True, quality=95)),
        ("jpeg", picture("JPEG", 900, 700, icc_profile=b"x" * 100_000)),
        ("png", picture("PNG", 900, 700, "RGBA")),
        ("png", picture("PNG", 900, 700, "P")),
        ("webp", picture("WEBP", 900, 700, lossless=True)),
        ("webp", picture("WEBP", 900, 700, "RGBA", exif=b"Exif\0\0x")),
        ("gif", picture("GIF", 900, 700) + b"\0\0"),
    ],
)
def test_each_kind_has_several_forms(tmp_path, name, data):
    assert facts(tmp_path, data) == ImageInfo(name, 900, 700)


@pytest.mark.parametrize("orientation", range(1, 9))
def test_a_picture_that_is_turned_has_the_size_that_readers_see(tmp_path, orientation):
    size = (35, 61) if orientation > 4 else (61, 35)
    assert facts(tmp_path, turned(61, 35, orientation)) == ImageInfo("jpeg", *size)


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("share", [0.1, 0.5, 0.95])
def test_a_part_of_a_file_is_truncated_or_none(tmp_path, kind, share):
    data = picture(kind.upper(), 900, 700)
    assert fault(tmp_path, data[: int(len(data) * share)]) == "is truncated"


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("length", range(0, 64, 3))
def test_a_beginning_alone_is_no_picture_whatever_its_length(tmp_path, kind, length):
    assert fault(tmp_path, KINDS[kind][:length]) in {"is truncated", "is not a JPEG, PNG, GIF or WebP picture"}


@pytest.mark.parametrize("data", [b"", b"png", b"<svg/>", b"\x89PNG", b"RIFF\0\0\0\0WAVE", bytes(5000)])
def test_other_files_are_none(tmp_path, data):
    assert fault(tmp_path, data) == "is not a JPEG, PNG, GIF or WebP picture"


@pytest.mark.parametrize("data", [b"\xff\xd8\xff\xe0\0\4ab" + b"x" * 99, b"\xff\xd8\xff\xda\0\0" + bytes(99)])
def test_a_jpeg_whose_segments_can_not_be_followed_is_damaged(tmp_path, data):
    assert fault(tmp_path, data) == "is damaged"


def test_a_picture_of_more_than_40_megapixels_is_refused(tmp_path):
    data = bytearray(KINDS["png"])
    data[16:24] = struct.pack(">II", 8000, 5000)
    assert facts(tmp_path, bytes(data)) == ImageInfo("png", 8000, 5000)
    data[16:24] = struct.pack(">II", 8000, 5001)
    assert fault(tmp_path, bytes(data)) == "has 40.0 megapixels, over 40"
    data[16:24] = struct.pack(">II", 0, 5001)
    assert fault(tmp_path, bytes(data)) == "has no size"


def test_a_picture_that_is_too_high_for_webp_is_refused(tmp_path):
    data = bytearray(KINDS["png"])
    data[16:24] = struct.pack(">II", 10, 16_383)
    assert facts(tmp_path, bytes(data)) == ImageInfo("png", 10, 16_383)
    data[16:24] = struct.pack(">II", 10, 16_384)
    assert fault(tmp_path, bytes(data)) == "is 16,384 pixels high, over 16,383"


def test_what_cameras_put_before_and_behind_a_jpeg_is_passed_over(tmp_path):
    data = KINDS["jpeg"]
    previews = b"".join(b"\xff\xe2" + struct.pack(">H", 0xFFFF) + b"\xff\xd9" * 32766 + b"x" for _ in range(9))
    assert facts(tmp_path, data[:2] + previews + data[2:] + bytes(TAIL)) == ImageInfo("jpeg", 61, 35)
    assert len(previews) < BEGINNING
    assert fault(tmp_path, data[:2] + previews + data[2:-2]) == "is truncated"


def test_a_file_that_is_not_there_says_why(tmp_path):
    with pytest.raises(NoPictureError, match="can't be read: No such file or directory"):
        read_image_info(tmp_path / "none")
