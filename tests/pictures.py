"""Pictures for tests: true ones, made by Pillow, and what is left of them."""

import io
import struct
import zlib
from random import Random
from typing import Any

from PIL import Image


def picture(form: str, width: int, height: int, mode: str = "RGB", **options: Any) -> bytes:
    """Return a picture with no two rows or columns alike, in the format as Pillow calls it."""
    image = Image.linear_gradient("L").resize((width, height)).convert(mode)
    if mode == "RGBA":
        image.putalpha(image.getchannel("R"))
    out = io.BytesIO()
    image.save(out, form, **options)
    return out.getvalue()


def turned(width: int, height: int, orientation: int) -> bytes:
    """Return a JPEG of this size in its file, which says in its Exif data how to turn it."""
    exif = Image.Exif()
    exif[0x0112] = orientation
    return picture("JPEG", width, height, exif=exif)


def png(width: int, height: int, rng: Random) -> bytes:
    """Return a grey PNG of random dots; two of one size have as many bytes."""
    rows = b"".join(b"\0" + rng.randbytes(width) for _ in range(height))
    header = struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0)
    chunks = ((b"IHDR", header), (b"IDAT", zlib.compress(rows, 0)), (b"IEND", b""))
    packed = (struct.pack(">I", len(d)) + name + d + struct.pack(">I", zlib.crc32(name + d)) for name, d in chunks)
    return b"\x89PNG\r\n\x1a\n" + b"".join(packed)


def opened(data: bytes) -> Image.Image:
    """Return the picture, decoded."""
    image = Image.open(io.BytesIO(data))
    image.load()
    return image
