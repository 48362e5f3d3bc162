"""Resolves URLs to files as a host such as GitHub Pages does; never outside the folder."""

import re
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import quote, unquote

from puntina.core.digest.names import INDEXES

OWN = ".puntina"  # below the site's root: what the server itself has; in the folder: the engine's mark
_HOST = re.compile(r"^https?://[^/?#]*", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Found:
    """The result of a look-up: a file, a redirect to another URL, or neither."""

    file: Path | None = None
    elsewhere: str = ""


NOTHING = Found()


def place_below(target: str, root: str) -> str | None:
    """The decoded path of a request's target below the site's root, such as "2025/chip/"; None outside it."""
    path = unquote(path_of(target), errors="surrogateescape")
    return path[len(root) + 1 :] if path.startswith(f"{root}/") else None


def path_of(target: str) -> str:
    """The path of a request's target as it was sent, without a query, and without a host where it has one."""
    return _HOST.sub("", target).partition("?")[0].partition("#")[0]


def find(folder: Path, place: str, *, root: str, query: str = "") -> Found:
    """Looks up a path below the root: a file, with or without its `.html`, or a folder whose slash is missing."""
    parts = place.split("/")
    if _strange(parts):
        return NOTHING
    file = folder.joinpath(*parts)
    if parts[-1] == "":
        return _index(file, folder)
    for candidate in (file, file.with_name(f"{file.name}.html")):
        if (found := _inside(candidate, folder)).file:
            return found
    if _index(file, folder).file:
        return Found(elsewhere=f"{root}/{quote(place)}/" + (f"?{query}" if query else ""))
    return NOTHING


def _index(file: Path, folder: Path) -> Found:
    """The index file of a folder: its page, else its feed."""
    return next((found for name in INDEXES if (found := _inside(file / name, folder)).file), NOTHING)


def address_of(path: str, root: str) -> str:
    """The address, not encoded, at which an output is read: "2025/chip/index.html" is "/2025/chip/"."""
    return f"{root}/{path.removesuffix('index.html') if path == 'index.html' or path.endswith('/index.html') else path}"


def _strange(parts: list[str]) -> bool:
    """Whether a path has parts that no address of ours has: they would lead elsewhere, or mean another file."""
    inner = parts[:-1]
    return "" in inner or parts[0] == OWN or any(part in {".", ".."} or set(part) & set("\\\0") for part in parts)


def _inside(file: Path, folder: Path) -> Found:
    """The file where it is one and lies in the folder, also when links are followed."""
    try:
        real = file.resolve()
        inside = real.is_relative_to(folder.resolve()) and real.is_file()
    except (OSError, ValueError, RuntimeError):  # a name too long, signs that no file has, a loop of links
        return NOTHING
    return Found(file if inside else None)
