"""What happens to the output and the cache behind the build's back."""

import shutil
from pathlib import Path
from random import Random

from tests.core.engine.edits_of_files import unseen
from tests.core.engine.trees import MARK
from tests.core.engine.trial import Trial


def elsewhere(trial: Trial, rng: Random) -> None:
    """Build the same folder with other settings, once; a fault of the batch may stop that."""
    trial.write()
    trial.build(SITEURL=f"https://other.example/{rng.randrange(9)}", PREVIEW=rng.choice([True, False]))


def edit(trial: Trial, rng: Random) -> None:
    """Edit files in the output by hand."""
    for path in rng.sample(files := _files(trial), min(3, len(files))):
        path.write_bytes(path.read_bytes() + b"by hand")


def edit_unseen(trial: Trial, rng: Random) -> None:
    """Edit a file in the output to the same size, with its time set back."""
    if files := [path for path in _files(trial) if path.stat().st_size]:
        path = rng.choice(files)
        data = path.read_bytes()
        unseen(path, lambda: path.write_bytes(data[:-1] + bytes([data[-1] ^ 1])))


def delete(trial: Trial, rng: Random) -> None:
    """Delete files and a folder in the output."""
    for path in rng.sample(files := _files(trial), min(3, len(files))):
        path.unlink()
    if folders := [path for path in trial.output.rglob("*") if path.is_dir()]:
        shutil.rmtree(rng.choice(sorted(folders)))


def add(trial: Trial, rng: Random) -> None:
    """Put a file, a hidden one and one in a folder of its own into the output, which no build made."""
    if trial.output.is_dir():
        folder = rng.choice([trial.output, *sorted(path for path in trial.output.rglob("*") if path.is_dir())])
        folder.joinpath("stray.html").write_bytes(b"stray")
        folder.joinpath(".stray").write_bytes(b"stray")
        folder.joinpath("stray").mkdir(exist_ok=True)
        folder.joinpath("stray", "deeper.txt").write_bytes(b"stray")


def gone(trial: Trial, rng: Random) -> None:
    """Take the whole output away."""
    shutil.rmtree(trial.output, ignore_errors=True)


def folder(trial: Trial, rng: Random) -> None:
    """Put a folder in the place of a file, and a file in that of a folder."""
    if files := [path for path in _files(trial) if path.parent != trial.output]:
        path = rng.choice(files)
        path.unlink()
        (path / "inside").mkdir(parents=True)
        other = rng.choice([each for each in files if each != path])
        if path not in other.parents and other.exists():
            shutil.rmtree(other.parent)
            other.parent.write_bytes(b"a file")


def no_cache(trial: Trial, rng: Random) -> None:
    """Delete the cache."""
    shutil.rmtree(trial.folder / ".cache", ignore_errors=True)


def bad_cache(trial: Trial, rng: Random) -> None:
    """Damage a file of the cache: cut off, emptied, or bytes that mean nothing."""
    if files := sorted(path for path in (trial.folder / ".cache").rglob("*") if path.is_file()):
        path = rng.choice(files)
        data = path.read_bytes()
        path.write_bytes(rng.choice([b"", data[: len(data) // 2], rng.randbytes(9000)]))


def _files(trial: Trial) -> list[Path]:
    return sorted(path for path in trial.output.rglob("*") if path.is_file() and path.name != MARK)
