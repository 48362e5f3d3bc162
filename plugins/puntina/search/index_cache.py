"""What builds keep of an index, beside their store: an aid, so that it is not made again while its texts stand."""

import marshal
import os
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from puntina.core.engine.fingerprint import SIZE, hashed


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
    try:
        data = place.read_bytes()
    except OSError:
        return None
    if hashed(data[SIZE:]) != data[:SIZE]:
        return None
    return Kept(*marshal.loads(data[SIZE:]))  # noqa: S302 - what we have written ourselves, by its checksum


def keep(place: Path, kept: Kept) -> None:
    """Keeps the index there, whole or not at all; without it the next build makes it again."""
    data = marshal.dumps((kept.seal, kept.content, dict(kept.files)))
    aside = place.with_name(f"{place.name}.new")
    with suppress(OSError):
        place.parent.mkdir(parents=True, exist_ok=True)
        aside.write_bytes(hashed(data) + data)
        os.replace(aside, place)  # noqa: PTH105 - as the engine does
