"""The picture of an entry: the first of the publication's own that its text shows."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from html import unescape
from pathlib import Path
from types import MappingProxyType

from plugins.check.content import Content
from plugins.check.links import find
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
    """The first picture in the digest's text whose file is in the `folder` of the content; None where there is none."""
    if not any(target.image for target in digest.targets):
        return None
    for target, alt in _pictures(digest):
        path = find(target, digest, content.digests, content.files).path
        kind = TYPES.get(Path(path).suffix.lower())
        if kind and path in content.files:
            return Shown(str(folder / path), quoted(path), kind, (folder / path).stat().st_size, alt)
    return None


def _pictures(digest: Digest) -> Iterator[tuple[Target, str]]:
    for block in digest.blocks:
        for part in block.parts:
            for piece, after in zip(part.pieces, (*part.pieces[1:], ""), strict=True):
                if isinstance(piece, Target) and piece.image:
                    words = _ALT.match(after) if isinstance(after, str) else None
                    yield piece, unescape(words[1]) if words else ""
