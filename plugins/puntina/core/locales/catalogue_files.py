"""Where catalogues are: a folder has <language>/LC_MESSAGES/*.po, with the same file names in each language."""

from collections.abc import Iterator
from pathlib import Path

FILES = "LC_MESSAGES/*.po"


def files_of(lang: str, folder: Path, own: Path | None = None) -> Iterator[tuple[str, Path]]:
    """The files that serve the language, each with its own language: the most general first, one in `own` at last."""
    parts = lang.split("-")
    names = names_in(folder) if own else frozenset[str]()
    for end in range(1, len(parts) + 1):
        code = "-".join(parts[:end])
        yield from ((code, path) for path in sorted((folder / folder_name(code)).glob(FILES)))
        if own and names:
            yield from ((code, path) for path in sorted((own / folder_name(code)).glob(FILES)) if path.name in names)


def languages_in(folder: Path) -> tuple[str, ...]:
    """The codes of the languages for which the folder has a catalogue, sorted."""
    return tuple(sorted({path.parts[-3].replace("_", "-") for path in folder.glob(f"*/{FILES}")}))


def model_of(folder: Path) -> str:
    """The language that a catalogue is translated from."""
    known = languages_in(folder)
    return "en" if "en" in known else known[0]


def names_in(folder: Path) -> frozenset[str]:
    """The names of the folder's catalogues, which each language has."""
    return frozenset(path.name for path in folder.glob(f"*/{FILES}"))


def folder_name(code: str) -> str:
    return code.replace("-", "_")
