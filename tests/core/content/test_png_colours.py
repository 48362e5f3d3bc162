"""A PNG's own chunks for its colours: what Chromium shows of it is what its smaller sizes show."""

import base64
import struct
import zlib

import pytest

from puntina.core.content.image_decoding import decoded
from puntina.core.content.png_colours import png_profile

P3, BT2020 = (
    (31270, 32900, 68000, 32000, 26500, 69000, 15000, 6000),
    (31270, 32900, 70800, 29200, 17000, 79700, 13100, 4600),
)
SRGB = (31270, 32900, 64000, 33000, 30000, 60000, 15000, 6000)


def chunk(name: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))


def png(*chunks: bytes, colour: int = 2, pixel: bytes = b"\xc8\x64\x32", depth: int = 8) -> bytes:
    head = chunk(b"IHDR", struct.pack(">IIBBBBB", 1, 1, depth, colour, 0, 0, 0))
    body = chunk(b"IDAT", zlib.compress(b"\0" + pixel)) + chunk(b"IEND", b"")
    return b"\x89PNG\r\n\x1a\n" + head + b"".join(chunks) + body


def gamma(value: float) -> bytes:
    return chunk(b"gAMA", struct.pack(">I", round(value * 100_000)))


def chromaticities(values: tuple[int, ...]) -> bytes:
    return chunk(b"cHRM", struct.pack(">8I", *values))


def coded(primaries: int, transfer: int) -> bytes:
    return chunk(b"cICP", bytes((primaries, transfer, 0, 1)))


PICTURES = {
    "linear": png(gamma(1)),
    "linear grey": png(gamma(1), colour=0, pixel=b"\x80"),
    "linear grey of 16 bits": png(gamma(1), colour=0, pixel=b"\x80\x80", depth=16),
    "an old Macintosh's": png(gamma(0.55556)),
    "Display P3 by its chromaticities": png(gamma(0.45455), chromaticities(P3)),
    "Display P3 by its code": png(coded(12, 13)),
    "BT.2020 by its code": png(coded(9, 13)),
    "linear sRGB by its code": png(coded(1, 8)),
    "sRGB by its code, whatever else": png(coded(1, 13), gamma(1)),
    "sRGB by its chunk, whatever else": png(chunk(b"sRGB", b"\0"), gamma(1), chromaticities(P3)),
    "sRGB by its figures": png(gamma(0.45455), chromaticities(SRGB)),
    "nothing": png(),
    "impossible chromaticities": png(chromaticities((0,) * 8)),
    "no gamma": png(gamma(0)),
}
SHOWN = """async address => {
  const image = new Image(); image.src = address; await image.decode()
  const canvas = Object.assign(document.createElement("canvas"), {width: 1, height: 1})
  const context = canvas.getContext("2d", {colorSpace: "srgb"}); context.drawImage(image, 0, 0)
  return [...context.getImageData(0, 0, 1, 1).data].slice(0, 3)
}"""


@pytest.mark.parametrize("name", PICTURES)
def test_smaller_sizes_have_the_colours_that_a_browser_shows(page, name):
    data = PICTURES[name]
    page.set_content("<p>a</p>")
    shown = page.evaluate(SHOWN, f"data:image/png;base64,{base64.b64encode(data).decode()}")
    made = decoded(data, (1, 1)).convert("RGB").getpixel((0, 0))
    near = 4 if name == "sRGB by its figures" else 2  # which are no reason to convert a picture
    assert all(abs(one - other) <= near for one, other in zip(shown, made, strict=True)), (shown, made)


@pytest.mark.parametrize(
    "data",
    [b"", b"GIF89a", PICTURES["nothing"], PICTURES["sRGB by its figures"], png(chunk(b"iCCP", b"a\0\0"), gamma(1))],
)
def test_other_pictures_need_no_profile(data):
    assert png_profile(data) is None


@pytest.mark.parametrize("end", range(8, 60, 3))
def test_a_truncated_picture_is_no_error_here(end):
    assert png_profile(PICTURES["linear"][:end]) is None or end > 40
