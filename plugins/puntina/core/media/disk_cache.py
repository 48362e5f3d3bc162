"""What builds keep on disk beside their store: an aid that may be deleted, damaged or stale, and is then made again."""

import os
from collections.abc import Callable
from contextlib import suppress
from hashlib import blake2b
from pathlib import Path

SIZE = 16  # bytes before the data: the checksum of these and of what they belong to


def get_or_create(folder: Path | None, name: str, make: Callable[[], bytes]) -> bytes:
    """What is kept under the name, else what `make` gives, which is then kept; without a folder nothing is kept."""
    if folder is None:
        return make()
    kept = read_checked(folder / name)
    if kept is None:
        kept = make()
        write_checked(folder / name, kept)
    return kept


def read_checked(path: Path, *belongs_to: bytes) -> bytes | None:
    """The data of the file, or None, or it is not as it was written for the same values."""
    with suppress(OSError):
        data = path.read_bytes()
        if data[:SIZE] == _checksum(data[SIZE:], belongs_to):
            return data[SIZE:]
    return None


def write_checked(path: Path, data: bytes, *belongs_to: bytes) -> None:
    """Writes the file with its checksum, whole or not at all, or does without where that can't be done."""
    aside = path.with_name(f"{path.name}.{os.getpid()}")
    with suppress(OSError):
        path.parent.mkdir(parents=True, exist_ok=True)
        try:
            aside.write_bytes(_checksum(data, belongs_to) + data)
            aside.replace(path)
        finally:
            aside.unlink(missing_ok=True)


def _checksum(data: bytes, belongs_to: tuple[bytes, ...]) -> bytes:
    parts = (*belongs_to, data)
    return blake2b(b"".join(len(part).to_bytes(8) + part for part in parts), digest_size=SIZE).digest()
