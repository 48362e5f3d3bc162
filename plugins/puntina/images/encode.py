"""A picture's file to the bytes of one of its sizes, by Pillow; the same bytes for the same file and Pillow."""

import io
from functools import lru_cache
from hashlib import blake2b
from pathlib import Path
from typing import Any

import PIL
from PIL import Image

from puntina.core.content.image_decoding import decoded
from puntina.core.content.image_info import NoPictureError
from puntina.core.digest import Faults, Position, Problem
from puntina.core.media.disk_cache import get_or_create
from puntina.images.variants import JPEG, WIDTHS, Variant

LARGEST = max(WIDTHS)
# What Pillow is told besides size and format; the recipe is part of the name under which a result is kept.
OPTIONS: dict[str, dict[str, Any]] = {
    "WEBP": {"quality": 80, "method": 4},
    "JPEG": {"quality": 85, "optimize": True, "progressive": True},
}
RECIPE = 3  # raise it where the same picture comes out otherwise: pictures that were kept are then made anew
PAPER = (255, 255, 255)  # behind what is transparent, where a format knows nothing of that


def encoded(file: Path, variant: Variant, kept: Path | None, origin: str, place: Position) -> bytes:
    """The bytes of the variant, from the folder where they were `kept` for this very content, or made anew.

    Raises Faults, with the place of the picture in the digest's file, where it can't be decoded.
    """
    data = file.read_bytes()
    recipe = repr((RECIPE, PIL.__version__, variant.form, variant.width, variant.height, OPTIONS[variant.form]))
    name = blake2b(recipe.encode() + b"\0" + data, digest_size=20).hexdigest()
    try:
        return get_or_create(kept, name, lambda: _saved(_decoded(data), variant))
    except NoPictureError as fault:
        text = fault.of(variant.path.rpartition("-")[0])
        raise Faults([Problem(origin, place.line, place.column, "FM-IMAGE", text, fault.hint)]) from fault


@lru_cache(maxsize=1)
def _decoded(data: bytes) -> Image.Image:
    """The picture, kept for its other sizes, which come next."""
    return decoded(data, (LARGEST, LARGEST))


def _saved(image: Image.Image, variant: Variant) -> bytes:
    sized = image.resize((variant.width, variant.height), Image.Resampling.LANCZOS, reducing_gap=3.0)
    if variant.form == JPEG and sized.mode == "RGBA":
        paper = Image.new("RGB", sized.size, PAPER)
        paper.paste(sized, mask=sized.getchannel("A"))
        sized = paper
    sized.info = {}  # Pillow would write a comment of the original into its copies
    out = io.BytesIO()
    sized.save(out, variant.form, **OPTIONS[variant.form])
    return out.getvalue()
