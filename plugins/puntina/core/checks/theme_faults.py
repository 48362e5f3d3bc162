"""Checks a theme before any page is made: its templates, and files that can't be copied."""

import errno
import os
from collections.abc import Iterable, Iterator
from pathlib import Path

from puntina.core.checks.theme_templates import ThemeTemplates
from puntina.core.content.theme_files import entries_below, files_below, static_places, template_folders
from puntina.core.digest import Digest, Problem
from puntina.core.digest.files import shown_path
from puntina.core.digest.message import Message, message
from puntina.core.digest.reasons import reason_of
from puntina.core.settings import Site
from puntina.core.settings.theme_folder import theme_folder


def theme_problems(site: Site, digests: Iterable[Digest]) -> Iterator[Problem]:
    """Every problem of the theme for the publication of these digests and pages."""
    yield from file_problems(site)
    yield from ThemeTemplates.of(site, digests).problems()


def file_problems(site: Site) -> Iterator[Problem]:
    """A problem for each file of the theme that can't be copied, or is a link to one outside the publication.

    Of a theme that is installed elsewhere, the links are those of whoever installed it.
    """
    theme = theme_folder(site.theme, site.folder)
    if theme is None:
        return
    root = site.folder.resolve()
    is_own = theme.resolve().is_relative_to(root)
    copied = {file for _, place in static_places(site) for file in files_below(place)}
    read = {file for folder in (*template_folders(site), theme / "locale") for file in entries_below(folder)}
    for file in sorted(copied | read if is_own else copied):
        if fault := _file_fault(file, root if is_own else None, is_copied=file in copied):
            shown = shown_path(file, site.folder)
            yield Problem(shown, 0, 0, *fault)


def _file_fault(file: Path, root: Path | None, *, is_copied: bool) -> tuple[str, Message, Message] | None:
    """Code, text and hint of what is wrong; only of a file that is copied it is asked whether it is one."""
    if file.is_symlink() and root and not file.resolve().is_relative_to(root):
        text = message("{name} is a link to outside the publication", name=file.name)
        return "FILE-LINK", text, message("put the file itself here")
    if is_copied and not file.is_file():
        what = message("a broken link") if file.is_symlink() else message("neither a file nor a folder")
        return "FILE-LINK", message("{name} is {what}", name=file.name, what=what), message("put the file itself here")
    if is_copied and not os.access(file, os.R_OK):
        reason = reason_of(os.strerror(errno.EACCES))
        text = message("the file can't be read ({reason})", reason=reason)
        return "FILE-READ", text, message("make the file readable")
    return None
