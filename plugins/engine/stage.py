"""The folder in which a site is made, and the step by which a whole new one takes the old one's place."""

import shutil
from pathlib import Path

from plugins.digest import Problem

MARK = ".puntina"  # in an output folder that is ours, and that a build may therefore replace
MARK_TEXT = "This folder is made by Puntina. Builds replace and remove what is in it.\n"


def stage_of(output: Path) -> Path:
    """The folder in which the output is made: beside it, so that one rename moves it."""
    output = output.resolve()
    return output.with_name(f".{output.name}.new")


def clear(folder: Path) -> None:
    """Takes away what an unfinished build, or somebody else, has left in its place."""
    if folder.is_symlink() or folder.is_file():
        folder.unlink()
    shutil.rmtree(folder, ignore_errors=True)


def swap(stage: Path, output: Path, retention: tuple[str, ...]) -> None:
    """The stage becomes the output; names in `retention` are carried over from the old output."""
    old = _old(output)
    if output.exists():
        output.rename(old)
    try:
        stage.rename(output)
    except OSError:
        if old.exists():
            old.rename(output)
        raise
    _carry_over(old, output, retention)
    clear(old)


def recover(output: Path, retention: tuple[str, ...]) -> None:
    """Finishes what a killed build left before, between or after its two renames, and clears what it left besides."""
    old = _old(output)
    if old.exists() and not output.exists():
        old.rename(output)
    _carry_over(old, output, retention)
    clear(old)
    clear(stage_of(output))


def _carry_over(old: Path, output: Path, retention: tuple[str, ...]) -> None:
    """Moves what is to be kept; only once the new output stands, as what waits in a stage may be cleared away."""
    for name in retention:
        if (old / name).exists() and not (output / name).exists():
            (output / name).parent.mkdir(parents=True, exist_ok=True)
            (old / name).rename(output / name)


def is_ours(output: Path) -> bool:
    """Whether a build may replace the folder: it is not there, it is empty, or a build made it."""
    return not output.exists() or (output / MARK).is_file() or (output.is_dir() and not any(output.iterdir()))


def not_ours(output: Path) -> Problem:
    """The problem of an output folder with files of someone else's in it."""
    return Problem(
        output.name,
        0,
        0,
        "OUTPUT-FOREIGN",
        "the output folder holds files that no build of ours made",
        "empty it, or name another folder in OUTPUT_PATH",
    )


def _old(output: Path) -> Path:
    return output.with_name(f".{output.name}.old")
