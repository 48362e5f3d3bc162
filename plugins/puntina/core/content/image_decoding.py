"""Decodes pictures with Pillow, to find those that can't be decoded and to make smaller sizes."""

import io
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from typing import TYPE_CHECKING

from puntina.core.content.content import Content
from puntina.core.content.image_info import NoPictureError
from puntina.core.content.png_colours import png_profile
from puntina.core.content.problem_at import at
from puntina.core.content.publication_state import state_of
from puntina.core.content.used_images import image_path
from puntina.core.digest import Problem, Severity
from puntina.core.digest.message import message
from puntina.core.digest.reasons import reason_of
from puntina.core.settings import Site

if TYPE_CHECKING:
    from PIL import Image


def decoded(data: bytes, size: tuple[int, int]) -> "Image.Image":
    """The picture upright, in colours that all formats know, a JPEG no larger than need be for the size.

    Raises NoPictureError if Pillow can't decode it.
    """
    from PIL import Image  # here, as no site without pictures need wait for it

    try:
        image = Image.open(io.BytesIO(data))
        image.draft(None, size)
        image.load()
        if profile := png_profile(data):
            image.info["icc_profile"] = profile
        return _plain(image)
    except Exception as error:  # its decoders raise whatever they stumble over: a file is anybody's
        raise NoPictureError(message("{picture} can't be decoded", picture="")) from error


def _plain(image: "Image.Image") -> "Image.Image":
    from PIL import ImageOps

    is_turned = image.format == "JPEG"  # browsers heed it there
    upright = ImageOps.exif_transpose(image) if is_turned else image
    mode = "RGBA" if upright.has_transparency_data else "RGB"
    if upright.mode.startswith("I"):  # 16 bits of grey, which Pillow would cut off at 255
        upright = upright.point(lambda value: value / 257).convert("L")
    return _in_srgb(upright, mode) if upright.info.get("icc_profile") else upright.convert(mode)


def _in_srgb(image: "Image.Image", mode: str) -> "Image.Image":
    """The picture's colours as browsers show them without its profile; as they are where the profile can't be used."""
    from PIL import ImageCms

    alpha = image.convert("RGBA").getchannel("A") if mode == "RGBA" else None
    source = image if image.mode in {"L", "RGB", "CMYK", "LAB"} else image.convert("RGB")
    try:
        profile = ImageCms.ImageCmsProfile(io.BytesIO(image.info["icc_profile"]))
        if source.mode == "L" and profile.profile.xcolor_space.strip() == "RGB":
            source = source.convert("RGB")
        converted = ImageCms.profileToProfile(source, profile, ImageCms.createProfile("sRGB"), outputMode="RGB")
    except (ImageCms.PyCMSError, OSError, ValueError):
        return image.convert(mode)
    if not converted:
        return image.convert(mode)
    if alpha:
        converted.putalpha(alpha)
    return converted


def undecodable(content: Content, site: Site) -> Iterator[Problem]:
    """A problem for each digest whose image can't be decoded, although its header and end are valid.

    It is a warning, which stops no build, until the digest is public.
    """
    own = {path: image_path(digest, content.digests, content.files) for path, digest in content.digests.items()}
    every = sorted({picture for picture in own.values() if picture in content.pictures})
    with ThreadPoolExecutor() as pool:
        faults = dict(zip(every, pool.map(lambda picture: _fault(picture, site), every), strict=True))
    for path, picture in own.items():
        if fault := faults.get(picture):
            digest = content.digests[path]
            position = digest.meta.position("image", "file")
            is_seen = site.preview or state_of(digest, site.cutoff).is_public
            severity = Severity.ERROR if is_seen else Severity.WARNING
            yield at(digest, position, site, "FM-IMAGE", fault.of(picture), fault.hint, severity)


def _fault(picture: str, site: Site) -> NoPictureError | None:
    try:
        decoded((site.content / picture).read_bytes(), (1, 1))
    except NoPictureError as fault:
        return fault
    except OSError as error:
        return NoPictureError(
            message("{picture} can't be read: {reason}", picture="", reason=reason_of(error.strerror))
        )
    return None
