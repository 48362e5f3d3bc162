"""Refuses media files that can run scripts, or that contain the location where they were made."""

from collections.abc import Iterable, Iterator
from fnmatch import fnmatch
from pathlib import Path, PurePosixPath

from puntina.core.digest import Problem
from puntina.core.digest.message import Message, message
from puntina.core.media import active
from puntina.core.media.location import holds_pictures, names_a_place
from puntina.core.settings import Site
from puntina.core.settings.path_faults import ROOT_FILES


def media_problems(files: Iterable[str], site: Site) -> Iterator[Problem]:
    """An error for each such file; files are below the content folder, with slashes."""
    for path in files:
        yield from _problems(path, PurePosixPath(path).suffix.lower(), site)


def _problems(path: str, suffix: str, site: Site) -> Iterator[Problem]:
    shown, file = f"{site.rules.folder}/{path}", site.content / path
    try:
        if suffix in active.SUFFIXES and not _is_allowed(path, suffix, site) and (text := _activity(file, suffix)):
            hint = message('remove it, or allow it: FILES_WITH_SCRIPTS = ["{path}"]', path=path)
            yield Problem(shown, 0, 0, "FILE-ACTIVE", text, hint)
        if names_a_place(file):
            yield Problem(shown, 0, 0, "FILE-LOCATION", *_place(file))
    except OSError:
        return  # deleted or unreadable, which the walk and the copying report


def _place(file: Path) -> tuple[Message, Message]:
    if holds_pictures(file):
        text = message("a picture in the file contains the location where it was taken, which anyone could read")
        return text, message("remove the picture, or insert it again without its location")
    text = message("the file contains the location where it was taken, which anyone could read")
    return text, message("export it again without the location")


def _activity(file: Path, suffix: str) -> Message | None:
    """What is wrong with a document or a drawing; None where nothing is."""
    with file.open("rb") as opened:
        data = opened.read(active.LARGEST + 1)
    if suffix in active.DRAWINGS and len(data) > active.LARGEST:
        return message("the drawing is too large to be scanned for scripts")
    if active.runs_scripts(data, suffix):
        return message("the file can run scripts in the browsers of readers who open it")
    return None


def _is_allowed(path: str, suffix: str, site: Site) -> bool:
    """Whether the settings name the file, or it is a document for the site's root, such as a verification page."""
    if suffix in active.DOCUMENTS and path.startswith(f"{ROOT_FILES}/"):
        return True
    return any(fnmatch(path, pattern) for pattern in site.files_with_scripts)
