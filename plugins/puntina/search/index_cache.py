"""What builds keep of an index, beside their store, so that it is not made again while its texts are the same."""

import marshal
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from puntina.core.media.disk_cache import read_checked, write_checked


@dataclass(frozen=True, slots=True)
class CachedIndex:
    """An index: its files, each with the content file that it shows, "" for all of them.

    `checksum` is that of the texts as a build finds them, `content` that of the records that Pagefind gets.
    """

    checksum: bytes
    content: bytes
    files: Mapping[str, tuple[bytes, str]]


def load(place: Path) -> CachedIndex | None:
    """The index that is kept there, or None, or it is damaged."""
    data = read_checked(place)
    return CachedIndex(*marshal.loads(data)) if data else None  # noqa: S302 - what we have written ourselves, by its checksum


def save(place: Path, kept: CachedIndex) -> None:
    """Keeps the index there, whole or not at all; without it the next build makes it again."""
    write_checked(place, marshal.dumps((kept.checksum, kept.content, dict(kept.files))))
