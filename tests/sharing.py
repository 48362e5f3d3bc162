"""What is made once for all test processes of a run, by the one that needs it first."""

import shutil
import time
from collections.abc import Callable
from pathlib import Path

from bootstrap import take

FOLDER: list[Path] = []  # where it lies, while tests run


def once(name: str, make: Callable[[Path], object]) -> Path:
    """Return the folder of this name, which `make` has filled, here or in another process; nobody changes it."""
    [place] = FOLDER
    folder, made = place / name, place / f"{name}.made"
    with (place / f"{name}.lock").open("a") as guard:
        while not take(guard):
            time.sleep(0.05)
        if not made.exists():
            shutil.rmtree(folder, ignore_errors=True)  # half of it, of a process in which it failed
            folder.mkdir()
            make(folder)
            made.touch()
    return folder
