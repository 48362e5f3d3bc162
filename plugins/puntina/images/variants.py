"""Which sizes of a picture there are, and where."""

from dataclasses import dataclass

from puntina.core.content.image_info import ImageInfo

# Pixels: a phone's column, that of a phone with a sharper screen or of a desk, and that of a desk with a sharper one.
WIDTHS = (480, 800, 1360)
SHARED = 1200  # pixels: what networks show large, https://developers.facebook.com/docs/sharing/best-practices/#images
WEBP, JPEG = "WEBP", "JPEG"  # as Pillow calls them


@dataclass(frozen=True, slots=True)
class Variant:
    """A picture in one size and format; `path` is below the output folder, with slashes."""

    path: str
    form: str
    width: int
    height: int


def variants(path: str, facts: ImageInfo) -> tuple[Variant, ...]:
    """The sizes for screens of the picture at this path, the smallest first; none is larger than the picture itself."""
    widths = sorted({min(width, facts.width) for width in WIDTHS})
    return tuple([_variant(path, facts, WEBP, width) for width in widths])


def shared(path: str, facts: ImageInfo) -> Variant:
    """The one for networks and other programs that may not know WebP."""
    return _variant(path, facts, JPEG, min(SHARED, facts.width))


def _variant(path: str, facts: ImageInfo, form: str, width: int) -> Variant:
    """The whole name stays in that of the variant, so that chip.png and chip.jpg do not meet."""
    ending = {WEBP: "webp", JPEG: "jpg"}[form]
    return Variant(f"{path}-{width}.{ending}", form, width, max(1, round(facts.height * width / facts.width)))
