"""Resolves links between content files by path, including Pelican's {filename}, {static} and {attach}."""

import posixpath
import re
import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from urllib.parse import unquote

from puntina.core.content.meant_addresses import meant_address
from puntina.core.digest import Digest, Target, nearest, nearest_path
from puntina.core.digest.message import Message, message
from puntina.core.digest.slugs import slugify

_PREFIX = re.compile(r"^[{|](filename|static|attach)[}|]")


@dataclass(frozen=True, slots=True)
class Found:
    """The target of a link: a content file and the rest of the URL (query and fragment), or a fault."""

    path: str = ""
    tail: str = ""
    code: str = ""
    fault: Message | None = None
    hint: Message | None = None


class _Names:
    """Names that are the same as others if they are the very same value: to compare thousands takes too long."""

    def __init__(self, names: tuple[str, ...]) -> None:
        self.names = names

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Names) and other.names is self.names

    def __hash__(self) -> int:
        return id(self.names)


@lru_cache(maxsize=8)
def _names(given: _Names) -> frozenset[str]:
    """The names as a set, kept while one digest's links are looked at: thousands may be looked for among thousands."""
    return frozenset(given.names)


def find(
    target: Target, origin: Digest, digests: Mapping[str, Digest], files: frozenset[str], *, hints: bool = True
) -> Found:
    """Resolves a target of this digest; without `hints`, a fault does not suggest the likely name.

    Looking for that takes as long as resolving thousands of correct links.
    """
    typed, tail = _cut(target.href)
    path = _PREFIX.sub("", unquote(typed))
    full = _normal(path, origin.path)
    # A file system may give names in another Unicode form than the editor's keyboard.
    for form in (full, *(unicodedata.normalize(name, full) for name in ("NFC", "NFD"))):
        if form in digests:
            return _anchored(form, tail, digests[form], hints=hints)
        if form in files:
            return Found(form, tail)
    return Found(code="LINK-FILE", **_fault(path, full, tail, origin, digests, files, hints=hints))


def _cut(href: str) -> tuple[str, str]:
    at = min((href.find(sign) for sign in "?#" if sign in href), default=len(href))
    return href[:at], href[at:]


def _normal(path: str, origin: str) -> str:
    """The path below the content; "" for one that leaves it. A leading slash means the content."""
    if not path:
        return origin
    joined = posixpath.join(posixpath.dirname(origin), path) if not path.startswith("/") else path.lstrip("/")
    normal = posixpath.normpath(joined)
    return "" if normal.partition("/")[0] == ".." else normal


def _anchored(path: str, tail: str, digest: Digest, *, hints: bool) -> Found:
    anchor = unquote(tail.partition("#")[2])
    if not anchor or anchor in _names(_Names(digest.anchors)):
        return Found(path, tail)
    near = nearest(slugify(anchor), digest.anchors) if hints else None  # an editor may type the heading as it reads
    hint = (
        message('did you mean "#{guess}"?', guess=near)
        if near
        else message("name a heading of that file, in lower case with hyphens")
    )
    return Found(
        code="LINK-ANCHOR", fault=message('no heading "#{anchor}" in {path}', anchor=anchor, path=path), hint=hint
    )


def _fault(
    path: str,
    full: str,
    tail: str,
    origin: Digest,
    digests: Mapping[str, Digest],
    files: frozenset[str],
    *,
    hints: bool,
) -> dict[str, Message]:
    if not hints:
        text = message('no file "{path}"', path=path)
        return {"fault": text, "hint": message("write the path of a content file, relative to this one")}
    if meant := meant_address(path, full, tail, files):
        return {"fault": message('no file "{path}"', path=path), "hint": meant}
    if not full:
        near = _from_the_top(path, (*digests, *files))
        return {
            "fault": message('"{path}" is outside the content folder', path=path),
            "hint": _meant(near, origin) if near else message("copy the file into the content folder"),
        }
    if any(name.startswith(f"{full}/") for name in (*digests, *files)):
        return {"fault": message('"{path}" is a folder', path=path), "hint": message("name a file in it")}
    hint = message("write / instead of \\") if "\\" in path else _hint(path, full, origin, digests, files)
    return {"fault": message('no file "{path}"', path=path), "hint": hint}


def _hint(path: str, full: str, origin: Digest, digests: Mapping[str, Digest], files: frozenset[str]) -> Message:
    names = (*digests, *files)
    named = _from_the_top(path, names) or _of_that_name(path, names)
    if near := named or nearest_path(full, (name for name in names if name != origin.path)):
        return _meant(near, origin)
    return message("write the path of a content file, relative to this one")


def _meant(near: str, origin: Digest) -> Message:
    return message('did you mean "{guess}"?', guess=posixpath.relpath(near, posixpath.dirname(origin.path) or "."))


def _from_the_top(path: str, names: Sequence[str]) -> str:
    """The file whose path was typed as it is in the repository, or below the content folder; "" if none is."""
    parts = [part for part in path.split("/") if part not in {"", ".", ".."}]
    ends = {"/".join(parts[n:]) for n in range(len(parts) - 1)}
    return max((name for name in names if name in ends), key=len, default="")


def _of_that_name(path: str, names: Sequence[str]) -> str:
    """The only file with that name, in whichever folder; "" if no file or several files have it."""
    found = [name for name in names if posixpath.basename(name) == posixpath.basename(path)]
    return found[0] if len(found) == 1 else ""
