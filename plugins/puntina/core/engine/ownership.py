"""Decides which folders and files builds may delete: only those that a build has made and marked."""

import os
import re
import shutil
from collections.abc import Collection, Iterator
from contextlib import suppress
from pathlib import Path

PREVIEW = Path(".cache", "preview")  # where a server shows drafts; never the output folder
MARK = ".puntina"  # in a folder that is ours, and that a build may therefore replace
VERSIONED = (".git", ".hg", ".svn")  # of whoever commits what is published: never a build's, and never removed
MARK_TEXT = "This folder is made by Puntina. Builds replace and remove what is in it.\n"
_CACHE_TEXT = "Puntina keeps here what its next build need not make again. It may be deleted at any time.\n"
_SQLITE = b"SQLite format 3\0"
_TABLE = b"readings (shelf INTEGER PRIMARY KEY"  # in the first page of each store
_PAGE = 65_536  # bytes, the longest page that SQLite has
# Folders in the cache, with the names that files have which builds keep there.
_KEPT = {
    re.compile("templates"): re.compile(r"[0-9a-f]{32}(\.\d+)?"),
    re.compile("pictures"): re.compile(r"([a-z]+-)?[0-9a-f]{40}(\.\d+)?"),
    re.compile(r".*\.search"): re.compile(r"[A-Za-z-]+\.index(\.new)?"),
}
_LITTER = re.compile(r"\.DS_Store|Thumbs\.db|desktop\.ini|\._.*")  # of file managers
_STORE = re.compile(r".*\.sqlite(-journal)?")


def mark_as_ours(folder: Path) -> None:
    """Makes the folder, or takes one that is empty, and marks it as ours."""
    folder.mkdir(parents=True, exist_ok=True)
    (folder / MARK).write_text(MARK_TEXT, "utf-8")


def is_ours(folder: Path) -> bool:
    """Whether a build may replace the folder: it is not there, it is empty, or a build made it."""
    return not os.path.lexists(folder) or (folder / MARK).is_file() or (folder.is_dir() and not any(folder.iterdir()))


def remove_ours(folder: Path) -> bool:
    """Removes the folder where it is ours, its mark last, and returns whether nothing is there now.

    A link is never ours, whatever it leads to. What the system does not let go stays, with the mark.
    """
    if folder.is_symlink() or not is_ours(folder):
        return False
    with suppress(OSError):
        for entry in folder.iterdir() if folder.is_dir() else ():
            if entry.is_dir() and not entry.is_symlink():
                shutil.rmtree(entry, ignore_errors=True)
            elif entry.name != MARK:
                entry.unlink()
        if [entry.name for entry in folder.iterdir()] in ([], [MARK]):
            (folder / MARK).unlink(missing_ok=True)
            folder.rmdir()
    return not folder.exists()


def remove_made(folder: Path, made: Collection[str], kept: tuple[str, ...]) -> tuple[str, ...]:
    """Removes of the marked folder the files at the paths `made` and the litter of file managers; returns the others.

    Where there are others, the mark goes too: a build then refuses the folder, and nothing of them is ever lost. What
    is at the paths `kept` stays, and the mark with it.
    """
    others = list[str]()
    for place, folders, files in os.walk(folder, topdown=False):
        below = Path(place).relative_to(folder)
        for name in [*files, *(name for name in folders if Path(place, name).is_symlink())]:
            path = (below / name).as_posix()
            if path in made or _LITTER.fullmatch(name):
                Path(place, name).unlink()
            elif path != MARK and not any(Path(path).is_relative_to(each) for each in kept):
                others.append(path)
        if place != os.fspath(folder):
            with suppress(OSError):  # where something is left in it
                Path(place).rmdir()
    if others:
        (folder / MARK).unlink(missing_ok=True)
    elif [entry.name for entry in folder.iterdir()] == [MARK]:
        remove_ours(folder)
    return tuple(sorted(others))


def own_cache(folder: Path) -> bool:
    """Makes or marks the folder in which builds keep things; returns whether what has our names there is ours.

    Others may keep their things in the same folder. A folder without a mark in which something has a name of ours and
    was not made by a build is somebody else's, and is left as it is.
    """
    if (folder / MARK).is_file():
        return True
    if folder.is_dir() and not all(map(_looks_kept, folder.iterdir())):
        return False
    folder.mkdir(parents=True, exist_ok=True)
    (folder / MARK).write_text(_CACHE_TEXT, "utf-8")
    return True


def empty_cache(folder: Path) -> None:
    """Removes what builds keep in the folder, and the folder where nothing else is left in it; only if it is marked."""
    if folder.is_symlink() or not (folder / MARK).is_file():
        return
    for entry in sorted(folder.iterdir()):
        if _STORE.fullmatch(entry.name) and entry.is_file() and not entry.is_symlink():
            entry.unlink()
        elif entry.name.startswith(("preview", ".preview")):
            remove_ours(entry)
        else:
            _remove_kept(entry)
    with suppress(OSError):
        if [entry.name for entry in folder.iterdir()] == [MARK]:
            (folder / MARK).unlink()
            folder.rmdir()


def _remove_kept(folder: Path) -> None:
    for file in _kept_in(folder):
        file.unlink()
    if _names(folder):
        with suppress(OSError):  # where something else is in it
            folder.rmdir()


def _looks_kept(entry: Path) -> bool:
    """Whether an entry of the cache is one that a build has made, or has no name that a build would give."""
    if _STORE.fullmatch(entry.name):
        return entry.name.endswith("-journal") or _is_store(entry)
    return not _names(entry) or sorted(entry.iterdir()) == sorted(_kept_in(entry))


def _kept_in(folder: Path) -> Iterator[Path]:
    """The files that a build has made in a folder of the cache."""
    if names := _names(folder):
        yield from (file for file in folder.iterdir() if names.fullmatch(file.name) and not file.is_dir())


def _names(folder: Path) -> re.Pattern[str] | None:
    """The names of files that builds keep in a folder of this name; None where it is no such folder."""
    found = next((names for called, names in _KEPT.items() if called.fullmatch(folder.name)), None)
    return found if found and folder.is_dir() and not folder.is_symlink() else None


def _is_store(file: Path) -> bool:
    if not file.is_file():
        return False
    with file.open("rb") as opened:
        page = opened.read(_PAGE)
    return page.startswith(_SQLITE) and _TABLE in page
