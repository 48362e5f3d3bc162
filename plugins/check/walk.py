"""The files of the content folder: which are digests, which are copied, and which can't be there."""

import os
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from plugins.digest import Problem
from plugins.digest.names import fault_of_file
from plugins.site import Site

CONTENT = ".md"
# What Pelican would publish as it is, or an editor would think is content.
STRAY = frozenset(
    {".html", ".htm", ".xhtml", ".rst", ".markdown", ".mkd", ".mdown", ".asciidoc", ".adoc"}
    | {".txt", ".text", ".rtf", ".doc", ".docx", ".odt"}
)
_LANGUAGE = re.compile(r"[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*")  # a folder of such a name is meant to be a language's
Fault = tuple[str, str, str]  # code, text and hint of a problem


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
    for path in _below(site.content, PurePosixPath(), problems, site):
        if fault := _fault(path, site):
            problems.append(_problem(path, site, fault))
        elif not (site.content / path).is_dir():
            (digests if path.suffix == CONTENT else files).append(path.as_posix())
    return Walk(tuple(sorted(digests)), tuple(sorted(files)), tuple(problems))


def _problem(path: PurePosixPath, site: Site, fault: Fault) -> Problem:
    return Problem(_printable(PurePosixPath(site.rules.folder, path).as_posix()), 0, 0, *fault)


def _printable(text: str) -> str:
    return "".join(char if char.isprintable() else "\N{REPLACEMENT CHARACTER}" for char in text)


def _below(folder: Path, below: PurePosixPath, problems: list[Problem], site: Site) -> Iterator[PurePosixPath]:
    """Everything in the folder and its folders, by its path below the content."""
    try:
        with os.scandir(folder) as found:
            entries = sorted(found, key=lambda entry: entry.name)
    except OSError as error:
        problems.append(_problem(below, site, ("FILE-READ", str(error.strerror), "make the folder readable")))
        return
    for entry in entries:
        if entry.name.startswith(".") or entry.name.endswith("~"):
            continue
        yield below / entry.name
        if entry.is_dir(follow_symlinks=False) and not entry.name.endswith(CONTENT):
            yield from _below(Path(entry.path), below / entry.name, problems, site)


def _fault(path: PurePosixPath, site: Site) -> Fault | None:
    file, suffix = site.content / path, path.suffix.lower()
    if what := _link_fault(file, site):
        return "FILE-LINK", f"{_printable(path.name)} is {what}", "put the file itself here"
    if file.is_dir() and path.suffix == CONTENT:
        return "FILE-FOLDER", f"{_printable(path.name)} is a folder", "only files end in .md; rename the folder"
    if fault := fault_of_file(path.name):
        return "FILE-NAME", f"the name {fault}", "rename it"
    if file.is_dir():
        return None
    if _is_static(path, site):
        hint = "move it to the folder of a language, or take it out"
        return ("FILE-STRAY", f"a {suffix} file is not published from here", hint) if suffix == CONTENT else None
    if suffix in STRAY:
        hint = "write it as Markdown in a .md file, or take it out of the folder"
        return "FILE-STRAY", f"{path.suffix} is no content here", hint
    if suffix == CONTENT != path.suffix:
        return "FILE-NAME", f"the name ends in {path.suffix}", "end it in .md"
    return _language_fault(path, site) if suffix == CONTENT else None


def _link_fault(file: Path, site: Site) -> str:
    """What is wrong with a link, or with what is neither file nor folder; "" where the text is at its place."""
    if not file.is_symlink():
        return "" if file.is_file() or file.is_dir() else "neither file nor folder"
    if not file.exists():
        return "a link that leads nowhere"
    if not file.resolve().is_relative_to(site.content.resolve()):
        return "a link out of the content folder"
    return "a link to a folder" if file.is_dir() else ""


def _language_fault(path: PurePosixPath, site: Site) -> Fault | None:
    """A folder that is named like a language but is none of this publication's."""
    first = path.parts[0] if len(path.parts) > 1 else ""
    codes = site.rules.languages
    if first in codes or not _LANGUAGE.fullmatch(first):
        return None
    return (
        "FM-LANG",
        f'"{first}" is no language of this publication',
        f"move it to one of {', '.join(codes)}, or add the language to LANGUAGES",
    )


def _is_static(path: PurePosixPath, site: Site) -> bool:
    return any(path.is_relative_to(folder) for folder in site.statics)
