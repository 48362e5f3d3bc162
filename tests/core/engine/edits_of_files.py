"""Edits that are about files and their times: touched, changed unseen, exchanged; and pictures, added and removed."""

import os
from collections.abc import Callable
from pathlib import Path
from random import Random

from tests.core.engine.sketch import add_file, picture_bytes
from tests.core.engine.trial import Trial
from tests.pictures import opened, png


def touch(trial: Trial, rng: Random) -> None:
    """Give files another time and no other byte; also the settings, the theme and code."""
    folders = [trial.folder / name for name in ("content", "themes", "plugins")]
    every = [path for folder in folders for path in sorted(folder.rglob("*.*")) if path.is_file()]
    for path in [trial.folder / "pelicanconf.py", *rng.sample(every, 5)]:
        os.utime(path, (at := rng.choice([1_000_000_000, path.stat().st_mtime + 1]), at))


def racy(trial: Trial, rng: Random) -> None:
    """Edit digests to the same size, with the old time set back, at once after a build."""
    trial.write()
    for _ in range(3):
        unseen(trial.folder / "content" / _other_digits(trial, rng), trial.write)


def replaced(trial: Trial, rng: Random) -> None:
    """Edit a digest as editors do that write a new file and rename it over the old one; its time is the old one's."""
    trial.write()
    path = _other_digits(trial, rng)
    file, data = trial.folder / "content" / path, trial.sketch.texts()[path]
    other, old = file.with_name(".new"), file.stat()
    other.write_bytes(data)
    os.utime(other, ns=(old.st_atime_ns, old.st_mtime_ns))
    other.replace(file)
    trial.written[f"content/{path}"] = data


def add(trial: Trial, rng: Random) -> None:
    """Add a picture."""
    add_file(trial.sketch, rng)


def change(trial: Trial, rng: Random) -> None:
    """Give a picture other bytes."""
    if path := _picture(trial, rng):
        trial.sketch.files[path] = picture_bytes(rng)


def change_unseen(trial: Trial, rng: Random) -> None:
    """Give a picture other bytes of the same number, with the old time set back."""
    trial.write()
    if path := _picture(trial, rng):
        size = opened(trial.sketch.files[path]).size
        trial.sketch.files[path] = png(*size, rng)
        unseen(trial.folder / "content" / path, trial.write)


def remove(trial: Trial, rng: Random) -> None:
    """Take a picture away; digests that show it lose it with it."""
    if path := _picture(trial, rng):
        del trial.sketch.files[path]


def exchange(trial: Trial, rng: Random) -> None:
    """Move a picture over another by a rename, which keeps its time and inode."""
    trial.write()
    if len(trial.sketch.files) > 1:
        one, other = rng.sample(sorted(trial.sketch.files), 2)
        (trial.folder / "content" / one).rename(trial.folder / "content" / other)
        trial.sketch.files[other] = trial.sketch.files.pop(one)
        trial.written[f"content/{other}"] = trial.written.pop(f"content/{one}")


# Files that build, though something is said of them: their paths below the content, without the language's.
WARNED = {
    "2025/warned.md": "---\ntitle: Senza sintesi\ndate: 2025-03-01 08:00\n---\nTesto soltanto.\n",
    "pages/warned.md": "---\ntitle: Pagina\n---\nCittà\ufffd di <b>mare</b>.\n",
    "2025/picture.md": "---\ntitle: Figura\ndate: 2025-03-02 08:00\n---\n- Una ![figura](/media/none.png)\n\n📌 Sintesi.\n",
    "2025/draft.md": "---\ntitle: Bozza\ndate: 2025-03-02 08:00\nstatus: draft\n---\nTesto soltanto.\n",
}


def warned(trial: Trial, rng: Random) -> None:
    """Write a file of which something is said, or take the one from before away."""
    path = f"{trial.sketch.languages[0]}/{(name := rng.choice(sorted(WARNED)))}"
    if trial.sketch.others.pop(path, None) is None:
        trial.sketch.others[path] = WARNED[name].encode()
        trial.sketch.others["media/none.png"] = b"no picture"


def unseen(path: Path, edit: Callable[[], None]) -> None:
    """Make the edit and set the file's time back to what it was."""
    before = path.stat()
    edit()
    os.utime(path, ns=(before.st_atime_ns, before.st_mtime_ns))


def _other_digits(trial: Trial, rng: Random) -> str:
    """Change a number in a digest to one as long, and say in which file below the content; it is still to be written."""
    piece = rng.choice([each for each in trial.sketch.pieces.values() if each.points])
    piece.points[-1] = piece.points[-1][:-4] + str(rng.randrange(1000, 9999))
    return piece.path


def _picture(trial: Trial, rng: Random) -> str:
    return rng.choice(sorted(trial.sketch.files)) if trial.sketch.files else ""
