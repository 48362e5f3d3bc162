"""The files of the content folder: which are digests, which are copied, and which can't be there."""

import os
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from plugins.digest import Problem
from plugins.digest.names import fault_of_file
from plugins.site import Site

CONTENT = ".md"
# What Pelican would publish as it is, or an editor would think is content.
STRAY = frozenset({".html", ".htm", ".rst", ".markdown", ".mkd", ".mdown", ".asciidoc", ".adoc", ".docx", ".odt"})


@dataclass(frozen=True, slots=True)
class Walk:
    """What lies in the content folder; paths are below it, with slashes, sorted."""

    digests: tuple[str, ...]
    files: tuple[str, ...]
    problems: tuple[Problem, ...]


def walk(site: Site) -> Walk:
    """All files of the content; hidden files and editors' backups are passed over."""
    digests: list[str] = []
    files: list[str] = []
    problems: list[Problem] = []
    for entry in _entries(site.content):
        path = PurePosixPath(Path(entry.path).relative_to(site.content).as_posix())
        fault = _fault(entry, path, site)
        if fault:
            problems.append(Problem(PurePosixPath(site.rules.folder, path).as_posix(), 0, 0, *fault))
        elif entry.is_file():
            (digests if path.suffix == CONTENT else files).append(path.as_posix())
    return Walk(tuple(sorted(digests)), tuple(sorted(files)), tuple(problems))


def _entries(folder: Path) -> Iterator[os.DirEntry[str]]:
    with os.scandir(folder) as found:
        entries = sorted(found, key=lambda entry: entry.name)
    for entry in entries:
        if entry.name.startswith(".") or entry.name.endswith("~"):
            continue
        yield entry
        if entry.is_dir(follow_symlinks=False) and not entry.name.endswith(CONTENT):
            yield from _entries(Path(entry.path))


def _fault(entry: os.DirEntry[str], path: PurePosixPath, site: Site) -> tuple[str, str, str] | None:
    if entry.is_symlink():
        inside = Path(entry.path).resolve().is_relative_to(site.content.resolve())
        what = "is a link to a folder" if inside and entry.is_dir() else "is a link out of the content folder"
        if not (inside and entry.is_file()):
            return "FILE-LINK", f"{path.name} {what}", "put the file itself here"
    if entry.is_dir() and path.suffix == CONTENT:
        return "FILE-FOLDER", f"{path.name} is a folder", "only files end in .md; rename the folder"
    if fault := fault_of_file(path.name):
        return "FILE-NAME", f"the name {fault}", "rename it"
    if path.suffix.lower() in STRAY and not _is_static(path, site):
        return (
            "FILE-STRAY",
            f"{path.suffix} is no content here",
            "write it as Markdown in a .md file, or take it out of the folder",
        )
    if path.suffix.lower() == CONTENT and path.suffix != CONTENT:
        return "FILE-NAME", f"the name ends in {path.suffix}", "end it in .md"
    return _language_fault(path, site) if path.suffix == CONTENT else None


def _language_fault(path: PurePosixPath, site: Site) -> tuple[str, str, str] | None:
    """A folder that is named like a language but is none of this publication's."""
    first = path.parts[0] if len(path.parts) > 1 else ""
    codes = site.rules.languages
    if first in codes or not (first.isalpha() and 2 <= len(first) <= 3) or first == site.rules.folder:
        return None
    return (
        "FM-LANG",
        f'"{first}" is no language of this publication',
        f"move it to one of {', '.join(codes)}, or add the language to LANGUAGES",
    )


def _is_static(path: PurePosixPath, site: Site) -> bool:
    return any(path.is_relative_to(folder) for folder in site.statics)
