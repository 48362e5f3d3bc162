"""The list of published addresses, a file beside the settings that is committed with the content.

What an earlier build remembers is gone with its cache, and on a fresh machine there is none; a list in the repository
says the same to everybody, and a change of it can be read before it is merged.
"""

import errno
import os
from pathlib import Path

from puntina.core.content.content import Content
from puntina.core.content.publication_state import state_of
from puntina.core.content.published_routes import published_routes
from puntina.core.content.redirects import all_moved
from puntina.core.content.url_list import list_bytes, list_text, listed_date, read_list
from puntina.core.digest import Faults, Problem
from puntina.core.digest.conflicts import merge_conflict
from puntina.core.digest.files import leads_out
from puntina.core.digest.message import message
from puntina.core.digest.reasons import reason_of
from puntina.core.digest.text import encoding_fault
from puntina.core.settings import Site
from puntina.core.settings.model import ADDRESSES_FILE as NAME

CODE = "PATH-LIST"
HEAD = (
    "# Published addresses, each with the id of its digest or page, or with setting, language and name of its list.\n"
    "# `check` says which of them would vanish, and `publish` refuses. Delete a line to let its address go.\n"
)


def addresses_now(content: Content, site: Site) -> dict[str, str]:
    """Every address that readers may keep, each with the id of what is there: lists, feeds, digests, pages, and what
    leads to these from where they were before."""
    lists = {f"/{own.address.url}": own.id for own in published_routes(content.digests.values(), site, expired=False)}
    return lists | digests_now(content, site)


def digests_now(content: Content, site: Site) -> dict[str, str]:
    """The addresses of digests and pages among them, and those that lead there."""
    public = {path: digest for path, digest in content.digests.items() if state_of(digest, site.cutoff).is_public}
    now = {f"/{content.addresses[path].url}": digest.meta.id for path, digest in public.items()}
    moves = list(all_moved(public, content.addresses, site)) if "redirects" in site.plugins else []
    return {f"/{move.address.url}": public[move.path].meta.id for move in moves} | now


def _dates(content: Content) -> dict[str, str]:
    """The dates of digests whose ids are made from their files' names, by their addresses."""
    return {
        f"/{content.addresses[path].url}": listed_date(digest)
        for path, digest in content.digests.items()
        if not digest.meta.has("id")
    }


def list_fault(folder: Path) -> Problem | None:
    """The problem of a list that cannot be read, is not UTF-8, or has a merge that was not finished; else None."""
    try:
        return encoding_fault(list_bytes(folder), NAME) or merge_conflict(list_text(folder), NAME)
    except OSError as error:
        if isinstance(error, FileNotFoundError) and not (folder / NAME).is_symlink():
            return None
        what = message("the list of published URLs cannot be read: {reason}", reason=reason_of(error.strerror))
        return Problem(NAME, 0, 0, CODE, what, message("make it a readable file, or move it elsewhere"))


def add_to_list(content: Content, site: Site) -> int:
    """Adds the addresses that readers may see now to the list, and says how many are new; none is taken away.

    Raises Faults where it cannot be written, and then the list is as it was.
    """
    before = {each.address: f"{each.id} {each.date}" for each in read_list(site.folder)}
    dates = _dates(content)
    now = {address: f"{own} {dates.get(address, '')}" for address, own in addresses_now(content, site).items()}
    lines = (f"{address} {own}".rstrip() + "\n" for address, own in sorted((before | now).items()))
    _write(site.folder, HEAD + "".join(lines))
    return len(now.keys() - before.keys())


def _write(folder: Path, text: str) -> None:
    """Writes the list aside, and puts it in its place whole; a link to it within the folder stays one."""
    place = (folder / NAME).resolve()
    if leads_out(place, folder):
        raise Faults([_unwritable(os.strerror(errno.EXDEV))])
    aside = place.with_name(f".{place.name}.{os.getpid()}.part")
    try:
        try:
            aside.write_text(text, "utf-8", newline="\n")
            aside.replace(place)
        finally:
            aside.unlink(missing_ok=True)
    except OSError as error:
        raise Faults([_unwritable(error.strerror)]) from error


def _unwritable(reason: str | None) -> Problem:
    what = message("the list of published URLs cannot be written: {reason}", reason=reason_of(reason))
    hint = message("make its folder writable, free disk space, or replace the link with the file itself")
    return Problem(NAME, 0, 0, CODE, what, hint)
