"""Results kept on disk under the hash of their inputs; damaged or deleted entries are made again."""

import os
from collections.abc import Callable
from contextlib import suppress
from hashlib import blake2b
from pathlib import Path

SEAL = 16  # bytes before the result, from itself


def get_or_create(folder: Path | None, name: str, make: Callable[[], bytes]) -> bytes:
    """What is kept under the name, else what `make` gives, which is then kept; without a folder nothing is kept."""
    if folder is None:
        return make()
    with suppress(OSError):
        data = (folder / name).read_bytes()
        if data[:SEAL] == _seal(data[SEAL:]):
            return data[SEAL:]
    made = make()
    _keep(folder, name, made)
    return made


def _keep(folder: Path, name: str, data: bytes) -> None:
    """Writes the result, or does without where that can't be done."""
    aside = folder / f"{name}.{os.getpid()}"
    with suppress(OSError):
        folder.mkdir(parents=True, exist_ok=True)
        try:
            aside.write_bytes(_seal(data) + data)
            aside.replace(folder / name)
        finally:
            aside.unlink(missing_ok=True)


def _seal(data: bytes) -> bytes:
    return blake2b(data, digest_size=SEAL).digest()
