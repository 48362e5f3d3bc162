"""Files for the site's root: content/root/ads.txt is published as /ads.txt."""

import os
import re
from collections.abc import Iterator
from pathlib import PurePosixPath

from puntina.core.digest import Problem, Severity
from puntina.core.digest.message import Message, message
from puntina.core.digest.names import fault_of_file
from puntina.core.digest.reasons import reason_of
from puntina.core.settings import Site
from puntina.core.settings.path_faults import ROOT_FILES

PREFIX = f"{ROOT_FILES}/"
# Hidden names that hosts and programs look for at a site's root; any other may hold what is nobody's business.
KNOWN = frozenset({".well-known", ".nojekyll", ".htaccess", ".domains", ".nomedia"})
# What systems, editors and git leave in every folder.
_LEFT = re.compile(
    r"\._.*|\.DS_Store|\.git.*|\.keep|\.directory|\.localized|\..*\.sw.|\.#.*|#.*#|~\$.*|.*~|Thumbs\.db|desktop\.ini",
    re.IGNORECASE,
)


def counts(name: str) -> bool:
    """Whether a name in the folder is part of the site."""
    return not _LEFT.fullmatch(name) and (not name.startswith(".") or name in KNOWN)


def root_walk(site: Site, problems: list[Problem]) -> Iterator[tuple[str, os.stat_result]]:
    """Each file of the folder by its path below the content; what can't be there is added to the problems."""
    yield from _walk(os.path.join(site.content, ROOT_FILES), PREFIX, site, problems)  # noqa: PTH118 - as the walk has it


def _walk(folder: str, below: str, site: Site, problems: list[Problem]) -> Iterator[tuple[str, os.stat_result]]:
    try:
        with os.scandir(folder) as found:
            entries = sorted(found, key=lambda entry: entry.name)
    except OSError as error:
        text = message("the folder can't be read ({reason})", reason=reason_of(error.strerror))
        problems.append(_problem(below, "FILE-READ", text, message("make the folder readable"), site))
        return
    for entry in entries:
        path = below + entry.name
        if _LEFT.fullmatch(entry.name):
            continue
        if problem := _fault(entry, path, site):
            problems.append(problem)
        elif entry.is_dir(follow_symlinks=False):
            yield from _walk(entry.path, f"{path}/", site, problems)
        else:
            try:
                yield path, entry.stat()
            except OSError:
                continue  # deleted this very moment: as if it had never been there


def _fault(entry: os.DirEntry[str], path: str, site: Site) -> Problem | None:
    """The reason why the file or folder can't be copied."""
    name = entry.name
    if not counts(name):
        text = message("this hidden file is not published, even from here")
        known = ", ".join(sorted(KNOWN))
        hint = message("the only hidden files copied are {known}; rename it, or remove it", known=known)
        return _problem(path, "FILE-STRAY", text, hint, site, Severity.WARNING)
    if fault := fault_of_file(name):
        return _problem(path, "FILE-NAME", message("the name {fault}", fault=fault), message("rename it"), site)
    if entry.is_symlink() or not (entry.is_file() or entry.is_dir()):
        text = message("a link, or neither a file nor a folder")
        return _problem(path, "FILE-LINK", text, message("put the file itself here"), site)
    if name.lower().endswith(".md") and entry.is_file():
        text = message("Markdown files are not published from this folder")
        return _problem(path, "FILE-STRAY", text, message("move it to a language folder"), site)
    return None


def _problem(
    path: str, code: str, text: Message, hint: Message, site: Site, severity: Severity = Severity.ERROR
) -> Problem:
    return Problem(PurePosixPath(site.rules.folder, path).as_posix(), 0, 0, code, text, hint, severity)
