"""The folder in which a site is made, and the step by which a whole new one takes the old one's place."""

from pathlib import Path

from puntina.core.digest import Faults, Problem
from puntina.core.digest.message import message
from puntina.core.engine.ownership import VERSIONED, is_ours, mark_as_ours, remove_ours


def stage_of(output: Path) -> Path:
    """The folder in which the output is made: beside it, so that one rename moves it."""
    output = output.resolve()
    return output.with_name(f".{output.name}.new")


def begin(output: Path) -> None:
    """Makes the stage, marked as ours before anything is in it."""
    mark_as_ours(stage_of(output))


def clear(output: Path) -> None:
    """Takes away what an unfinished build has left beside the output; Faults where somebody else's is in its place."""
    for folder in (_old(output), stage_of(output)):
        if not remove_ours(folder) and folder.exists():
            raise Faults([not_ours(folder)])


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
    remove_ours(old)


def recover(output: Path, retention: tuple[str, ...]) -> None:
    """Finishes what a killed build left before, between or after its two renames, and clears what it left besides."""
    old = _old(output)
    if is_ours(old):
        if old.exists() and not output.exists():
            old.rename(output)
        _carry_over(old, output, retention)
    clear(output)


def _carry_over(old: Path, output: Path, retention: tuple[str, ...]) -> None:
    """Moves what is to be kept; only once the new output stands, as what waits in a stage may be cleared away."""
    for name in dict.fromkeys((*VERSIONED, *retention)):
        if (old / name).exists() and not (output / name).exists():
            (output / name).parent.mkdir(parents=True, exist_ok=True)
            (old / name).rename(output / name)


def not_ours(output: Path) -> Problem:
    """The problem of a folder of the output with files of someone else's in it."""
    return Problem(
        output.name,
        0,
        0,
        "OUTPUT-FOREIGN",
        message("the output folder contains files that no build made"),
        message("empty it, or name another folder in OUTPUT_PATH"),
    )


def _old(output: Path) -> Path:
    return output.with_name(f".{output.name}.old")
