"""The picture of an entry: the digest's own, else the first of the publication's that its text shows."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from html import unescape
from pathlib import Path
from types import MappingProxyType

from plugins.check.content import Content
from plugins.check.links import find
from plugins.check.shown import image_path
from plugins.check.statics import place_of_copy
from plugins.digest import Digest, Target
from plugins.site import quoted

# What pictures are by their names (https://www.iana.org/assignments/media-types/#image); others are no enclosures.
TYPES = MappingProxyType(
    {
        ".avif": "image/avif",
        ".gif": "image/gif",
        ".jpeg": "image/jpeg",
        ".jpg": "image/jpeg",
        ".png": "image/png",
        ".svg": "image/svg+xml",
        ".webp": "image/webp",
    }
)
_ALT = re.compile(r'" alt="([^"]*)"')  # as Markdown's renderer goes on after an address


@dataclass(frozen=True, slots=True)
class Shown:
    """A picture in a text: its file, its address below the site's root, its type, its length in bytes, its words."""

    file: str
    url: str
    type: str
    length: int
    alt: str


def first_picture(digest: Digest, content: Content, folder: Path) -> Shown | None:
    """The digest's picture, or the first in its text, whose file is in the `folder` of the content, or None."""
    if not digest.meta.image and not any(target.image for target in digest.targets):
        return None
    for path, alt in _pictures(digest, content):
        kind = TYPES.get(Path(path).suffix.lower())
        if kind and path in content.files:
            return Shown(str(folder / path), quoted(place_of_copy(path)), kind, (folder / path).stat().st_size, alt)
    return None


def _pictures(digest: Digest, content: Content) -> Iterator[tuple[str, str]]:
    if digest.meta.image:
        yield image_path(digest, content.digests, content.files), digest.meta.image.alt
    for block in digest.blocks:
        for part in block.parts:
            for piece, after in zip(part.pieces, (*part.pieces[1:], ""), strict=True):
                if isinstance(piece, Target) and piece.image:
                    words = _ALT.match(after) if isinstance(after, str) else None
                    path = find(piece, digest, content.digests, content.files).path
                    yield path, unescape(words[1]) if words else ""
