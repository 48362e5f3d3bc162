"""Whether pictures can be decoded, which only decoding tells: a build does so when it makes them smaller."""

import io
import struct
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from typing import TYPE_CHECKING

from plugins.check.content import Content
from plugins.check.naming import at
from plugins.check.pictures import AGAIN, NoPictureError
from plugins.check.shown import image_path
from plugins.digest import Problem
from plugins.site import Site

if TYPE_CHECKING:
    from PIL import Image


def reasons() -> tuple[type[Exception], ...]:
    """What Pillow raises for a picture that it can't make anything of."""
    from PIL import Image  # here, as no site without pictures need wait for it

    return OSError, SyntaxError, ValueError, EOFError, struct.error, Image.DecompressionBombError


def decoded(data: bytes, size: tuple[int, int]) -> "Image.Image":
    """The picture, a JPEG no larger than need be for the size; NoPictureError where it can't be decoded."""
    from PIL import Image

    try:
        image = Image.open(io.BytesIO(data))
        image.draft(None, size)
        image.load()
    except reasons() as error:
        raise NoPictureError(f"can't be decoded: {error}", AGAIN) from error
    return image


def undecodable(content: Content, site: Site) -> Iterator[Problem]:
    """A problem for each digest whose own picture can't be decoded, though it begins and ends as it should."""
    own = {path: image_path(digest, content.digests, content.files) for path, digest in content.digests.items()}
    every = sorted({picture for picture in own.values() if picture in content.pictures})
    with ThreadPoolExecutor() as pool:
        faults = dict(zip(every, pool.map(lambda picture: _fault(picture, site), every), strict=True))
    for path, picture in own.items():
        if fault := faults.get(picture):
            digest = content.digests[path]
            place = digest.meta.place("image", "file")
            yield at(digest, place, site, "FM-IMAGE", f"{picture} {fault}", fault.hint)


def _fault(picture: str, site: Site) -> NoPictureError | None:
    try:
        decoded((site.content / picture).read_bytes(), (1, 1))
    except NoPictureError as fault:
        return fault
    except OSError as error:
        return NoPictureError(f"can't be read: {error.strerror}", AGAIN)
    return None
