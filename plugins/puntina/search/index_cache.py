"""What builds keep of an index, beside their store, so that it is not made again while its texts are the same."""

import marshal
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from puntina.core.media.disk_cache import read_checked, write_checked


@dataclass(frozen=True, slots=True)
class Kept:
    """An index: its files, each with the content file that it shows, "" for all of them.

    `seal` stands for the texts as a build finds them, `content` for what Pagefind was told of them.
    """

    seal: bytes
    content: bytes
    files: Mapping[str, tuple[bytes, str]]


def take(place: Path) -> Kept | None:
    """What is kept there; None where it is nothing, or not as it was written."""
    data = read_checked(place)
    return Kept(*marshal.loads(data)) if data else None  # noqa: S302 - what we have written ourselves, by its checksum


def keep(place: Path, kept: Kept) -> None:
    """Keeps the index there, whole or not at all; without it the next build makes it again."""
    write_checked(place, marshal.dumps((kept.seal, kept.content, dict(kept.files))))
