"""The files of the content folder: which are digests, which are copied, and which can't be there.

Hidden files, editors' backups, and texts and folders whose names begin with _ are skipped.
"""

import os
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from operator import attrgetter
from pathlib import Path, PurePosixPath

from puntina.core.content.meant_root import meant_for_root
from puntina.core.content.root_files import root_walk
from puntina.core.content.statics import prefixes
from puntina.core.content.unread import PAGES, unread_text
from puntina.core.digest import Problem, Severity
from puntina.core.digest.languages import LANGUAGE
from puntina.core.digest.message import Message, message
from puntina.core.digest.names import fault_of_file
from puntina.core.digest.reasons import reason_of
from puntina.core.settings import Site
from puntina.core.settings.path_faults import ROOT_FILES

CONTENT = ".md"
# What Pelican would publish as it is, or an editor would think is content.
STRAY = frozenset(
    {".html", ".htm", ".xhtml", ".rst", ".markdown", ".mkd", ".mdown", ".asciidoc", ".adoc"}
    | {".txt", ".text", ".rtf", ".doc", ".docx", ".odt"}
)
_LEFT = re.compile(r"\..*|.*~|#.*#")  # hidden, and what editors leave
# As nearly all are called; each check of a name takes longer than this, and no reserved one has five letters.
_FAULTLESS = re.compile(r"[a-z0-9][a-z0-9_-]{4,99}\.md")
_PAGES = frozenset({"page", "pagina", "pagine", "seite", "seiten", "trang", "صفحات"})  # what may be meant for it
Fault = tuple[str, Message, Message]  # code, text and hint of a problem


@dataclass(frozen=True, slots=True)
class Walk:
    """The files of the content folder; paths are relative to it, with slashes, sorted."""

    digests: tuple[str, ...]
    files: tuple[str, ...]
    stats: Mapping[str, os.stat_result]  # of both, of what a link leads to; never to be changed
    problems: tuple[Problem, ...]


@dataclass(frozen=True, slots=True)
class _Walker:
    """A walk in progress."""

    site: Site
    statics: tuple[str, ...]
    stats: dict[str, os.stat_result] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)

    def report(self, path: str, fault: Fault, severity: Severity = Severity.ERROR) -> None:
        code, text, hint = fault
        shown = PurePosixPath(self.site.rules.folder, path).as_posix()
        self.problems.append(Problem(_printable(shown), 0, 0, code, text, hint, severity))


def walk(site: Site) -> Walk:
    """All content files except those that are skipped."""
    walker = _Walker(site, prefixes(site))
    _enter(os.fspath(site.content), "", walker)
    paths = sorted(walker.stats)
    digests = tuple(path for path in paths if path.endswith(CONTENT))
    files = tuple(path for path in paths if not path.endswith(CONTENT))
    return Walk(digests, files, walker.stats, tuple(walker.problems))


def _printable(text: str) -> str:
    return "".join(char if char.isprintable() else "\N{REPLACEMENT CHARACTER}" for char in text)


def _enter(folder: str, below: str, walker: _Walker) -> None:
    """Takes down everything in the folder, whose path below the content is `below`, and in its folders."""
    try:
        with os.scandir(folder) as found:
            entries = sorted(found, key=attrgetter("name"))
    except OSError as error:
        walker.report(
            below,
            (
                "FILE-READ",
                message("the folder can't be read ({reason})", reason=reason_of(error.strerror)),
                message("make the folder readable"),
            ),
        )
        return
    is_plain = _is_plain(below, walker)
    for entry in entries:
        name = entry.name
        if is_plain and _FAULTLESS.fullmatch(name) and entry.is_file(follow_symlinks=False):
            _take_down(entry, below + name, walker)
            continue
        path = below + name
        if path == ROOT_FILES and entry.is_dir(follow_symlinks=False):
            walker.stats.update(root_walk(walker.site, walker.problems))
            continue
        if _is_passed_over(path, name, walker):
            continue
        is_folder = entry.is_dir(follow_symlinks=False)
        if name.startswith("_") and _is_set_aside(path, walker, is_folder=is_folder):
            continue
        if fault := _fault(entry, path, walker, is_folder=is_folder):
            walker.report(path, fault)
        elif not is_folder:
            _take_down(entry, path, walker)
        if is_folder and not name.endswith(CONTENT) and path.casefold() != ROOT_FILES:
            _enter(entry.path, path + "/", walker)


def _is_plain(below: str, walker: _Walker) -> bool:
    """Whether nothing is wrong with a digest in this folder by its place."""
    if not below or any(below.startswith(folder) or folder.startswith(below) for folder in walker.statics):
        return False
    return not _language_fault(below, walker.site)


def _is_named(path: str, walker: _Walker) -> bool:
    """Whether STATIC_PATHS names this very file or folder, or something in it."""
    return any(folder.startswith(f"{path}/") for folder in walker.statics)


def _is_copied(path: str, walker: _Walker) -> bool:
    """Whether STATIC_PATHS names it, or a folder that it is in, or something in it."""
    return f"{path}/".startswith(walker.statics) or _is_named(path, walker)


def _is_passed_over(path: str, name: str, walker: _Walker) -> bool:
    """Whether it is hidden, or left by an editor, or a text for the site's root, which is reported here."""
    is_text = _suffix(name).lower() in STRAY
    meant = None if _is_copied(path, walker) else meant_for_root(path, walker.site)
    if meant:  # a text is an error wherever it is; a picture may be shown from here
        walker.report(path, meant, Severity.ERROR if is_text else Severity.WARNING)
    return bool(meant and is_text) or (bool(_LEFT.fullmatch(name)) and not _is_named(path, walker))


def _is_set_aside(path: str, walker: _Walker, *, is_folder: bool) -> bool:
    """Whether it is a text or a folder that its editor keeps for later or as a model; among copied files it is one."""
    if _is_copied(path, walker):
        return False
    return is_folder or _suffix(path).lower() in STRAY | {CONTENT}


def _take_down(entry: os.DirEntry[str], path: str, walker: _Walker) -> None:
    try:
        walker.stats[path] = entry.stat()
    except FileNotFoundError:
        pass  # deleted this very moment: as if it had never been there
    except OSError as error:
        walker.report(
            path,
            (
                "FILE-READ",
                message("the file can't be read ({reason})", reason=reason_of(error.strerror)),
                message("make the file readable"),
            ),
        )


def _fault(entry: os.DirEntry[str], path: str, walker: _Walker, *, is_folder: bool) -> Fault | None:
    name = entry.name
    if what := _link_fault(entry, walker.site, is_folder=is_folder):
        return (
            "FILE-LINK",
            message("{name} is {what}", name=_printable(name), what=what),
            message("put the file itself here"),
        )
    if is_folder and _suffix(name) == CONTENT:
        return (
            "FILE-FOLDER",
            message("{name} is a folder", name=_printable(name)),
            message("a folder's name can't end in .md; rename it"),
        )
    if path == ROOT_FILES and not is_folder:
        text = message("{name} is a file, but must be the folder of files for the site's root", name=name)
        return "FILE-FOLDER", text, message("make a folder of that name, and put the file into it")
    if fault := fault_of_file(name):
        return "FILE-NAME", message("the name {fault}", fault=fault), message("rename it")
    return _folder_fault(path, walker) if is_folder else _content_fault(entry, path, walker)


def _folder_fault(path: str, walker: _Walker) -> Fault | None:
    """A folder whose name means something here, but for its case; or that of standing pages in other words."""
    folder, _, name = path.rpartition("/")
    codes = walker.site.rules.languages
    known = (PAGES,) if folder in codes else () if folder else (*codes, PAGES, ROOT_FILES)
    right = next((each for each in known if each.casefold() == name.casefold()), "")
    if PAGES in known and name.casefold() in _PAGES:
        right = PAGES
    if not right or right == name or f"{path}/".startswith(walker.statics):
        return None
    text = message('the folder "{name}" must be named "{right}"', name=name, right=right)
    return "FILE-FOLDER", text, message("rename the folder: {right}", right=right)


def _content_fault(entry: os.DirEntry[str], path: str, walker: _Walker) -> Fault | None:
    """What is wrong with a file of this name at this place."""
    suffix = _suffix(entry.name)
    lower = suffix.lower()
    if f"{path}/".startswith(walker.statics):
        if lower != CONTENT:
            return None
        text = message("{suffix} files are not published from this folder", suffix=lower)
        return "FILE-STRAY", text, message("move it to a language folder, or remove it")
    if lower != CONTENT and (fault := unread_text(path, entry.path, walker.site)):
        return fault
    if lower in STRAY:
        hint = message("write it as Markdown in a .md file, or remove it from the folder")
        return "FILE-STRAY", message("{suffix} files are not supported as content", suffix=suffix), hint
    if lower == CONTENT != suffix:
        return "FILE-NAME", message("the name ends in {suffix}", suffix=suffix), message("rename it to end in .md")
    return _language_fault(path, walker.site) if lower == CONTENT else None


def _suffix(name: str) -> str:
    """The name's extension; a full stop at its end begins none."""
    stem, dot, rest = name.rpartition(".")
    return dot + rest if stem and rest else ""


def _link_fault(entry: os.DirEntry[str], site: Site, *, is_folder: bool) -> Message | None:
    """What is wrong with a link, or with what is neither file nor folder; None where the text is at its place."""
    if not entry.is_symlink():
        return None if is_folder or entry.is_file(follow_symlinks=False) else message("neither a file nor a folder")
    file = Path(entry.path)
    if not file.exists():
        return message("a broken link")
    if not file.resolve().is_relative_to(site.content.resolve()):
        return message("a link to outside the content folder")
    return message("a link to a folder") if file.is_dir() else None


def _language_fault(path: str, site: Site) -> Fault | None:
    """A folder that is named like a language but is none of this publication's."""
    first, slash, _ = path.partition("/")
    codes = site.rules.languages
    if not slash or first in codes or not LANGUAGE.fullmatch(first):
        return None
    if first.casefold() in {code.casefold() for code in codes} | {PAGES}:
        return None  # reported once, as a folder
    return (
        "FM-LANG",
        message('"{value}" is not a language of this publication', value=first),
        message("move it to one of {languages}, or add the language to LANGUAGES", languages=", ".join(codes)),
    )
