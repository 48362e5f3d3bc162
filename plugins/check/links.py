"""Links between files of the content: found by path, with Pelican's {filename}, {static} and {attach} understood."""

import posixpath
import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass

from plugins.digest import Digest, Target, nearest

_PREFIX = re.compile(r"[{|](filename|static|attach)[}|]")


@dataclass(frozen=True, slots=True)
class Found:
    """What a link leads to: a file of the content and the rest of the address (query and fragment), or a fault."""

    path: str = ""
    tail: str = ""
    code: str = ""
    fault: str = ""
    hint: str = ""


def find(target: Target, origin: Digest, digests: Mapping[str, Digest], files: frozenset[str]) -> Found:
    """What the target leads to from the digest in which it stands."""
    href = _PREFIX.sub("", target.href, count=1)
    path, tail = _cut(href)
    full = _normal(path, origin.path)
    if full in digests:
        return _anchored(full, tail, digests[full])
    if full in files:
        return Found(full, tail)
    return Found(code="LINK-FILE", fault=f'no file "{path}"', hint=_hint(full, origin, digests, files))


def _cut(href: str) -> tuple[str, str]:
    at = min((href.find(sign) for sign in "?#" if sign in href), default=len(href))
    return href[:at], href[at:]


def _normal(path: str, origin: str) -> str:
    """The path below the content, in Unicode form C; "" for one that leaves it. A leading slash means the content."""
    if not path:
        return origin
    joined = posixpath.join(posixpath.dirname(origin), path) if not path.startswith("/") else path.lstrip("/")
    normal = posixpath.normpath(joined)
    return "" if normal.startswith("..") else unicodedata.normalize("NFC", normal)


def _anchored(path: str, tail: str, digest: Digest) -> Found:
    anchor = tail.partition("#")[2]
    if not anchor or anchor in digest.anchors or re.fullmatch(r"fn(ref)?\d+(-\d+)?", anchor):
        return Found(path, tail)
    near = nearest(anchor, digest.anchors)
    hint = f'did you mean "#{near}"?' if near else "name a heading of that file, in lower case with hyphens"
    return Found(code="LINK-ANCHOR", fault=f'no heading "#{anchor}" in {path}', hint=hint)


def _hint(full: str, origin: Digest, digests: Mapping[str, Digest], files: frozenset[str]) -> str:
    near = nearest(full, [*digests, *files]) if full else None
    if near:
        return f'did you mean "{posixpath.relpath(near, posixpath.dirname(origin.path) or ".")}"?'
    return "name a file below the content folder by its path from this one"
