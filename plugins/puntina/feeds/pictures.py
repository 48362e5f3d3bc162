"""The picture of an entry: the digest's own, else the first of the publication's that its text shows."""

from collections.abc import Iterator
from dataclasses import dataclass
from hashlib import blake2b
from pathlib import Path
from types import MappingProxyType

from puntina.core.content.content import Content
from puntina.core.content.links import find
from puntina.core.content.statics import place_of_copy
from puntina.core.content.used_images import image_path, images_in_text
from puntina.core.digest import Digest
from puntina.core.engine.scan import file_stat
from puntina.core.media import HEAD, cleaned, kind_of
from puntina.core.media.disk_cache import get_or_create
from puntina.core.routes.address import quoted

# What pictures are (https://www.iana.org/assignments/media-types/#image); others are no enclosures.
TYPES = MappingProxyType(
    {
        "avif": "image/avif",
        "gif": "image/gif",
        "jpeg": "image/jpeg",
        "png": "image/png",
        "svg": "image/svg+xml",
        "webp": "image/webp",
    }
)


@dataclass(frozen=True, slots=True)
class Shown:
    """A picture in a text: its file, its address below the site's root, its type, its length in bytes, its words."""

    file: str
    url: str
    type: str
    length: int
    alt: str


def first_picture(digest: Digest, content: Content, folder: Path, kept: Path | None = None) -> Shown | None:
    """The digest's picture, or the first in its text, whose file is in the `folder` of the content, or None.

    Of what is published of the file the length is `kept`, as reading all of it for every feed takes too long.
    """
    if not digest.meta.image and not any(target.image for target in digest.targets):
        return None
    for path, alt in _pictures(digest, content):
        file = folder / path
        kind = TYPES.get(_kind(path, file, content)) if path in content.files else None
        if kind:
            return Shown(str(file), quoted(place_of_copy(path)), kind, published_length(file, kept), alt)
    return None


def published_length(file: Path, kept: Path | None) -> int:
    """The bytes of the file's copy, which has no metadata; found anew when the file's stamp is another."""
    name = blake2b(repr((str(file), file_stat(file.stat()))).encode(), digest_size=20).hexdigest()
    return int(get_or_create(kept, f"length-{name}", lambda: b"%d" % len(cleaned(file.read_bytes()))))


def _kind(path: str, file: Path, content: Content) -> str:
    """What the file is, by its bytes; a drawing has no sign of its own and is known by its name."""
    if facts := content.pictures.get(path):
        return facts.kind
    if file.suffix.lower() == ".svg":
        return "svg"
    with file.open("rb") as opened:
        return kind_of(opened.read(HEAD))


def _pictures(digest: Digest, content: Content) -> Iterator[tuple[str, str]]:
    if digest.meta.image:
        yield image_path(digest, content.digests, content.files), digest.meta.image.alt
    for image in images_in_text(digest):
        yield find(image.target, digest, content.digests, content.files).path, image.alt
