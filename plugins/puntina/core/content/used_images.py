"""Reads the pictures that digests and pages use, and reports those that can't be shown."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from puntina.core.content.image_info import ImageInfo, NoPictureError, read_image_info
from puntina.core.content.links import find
from puntina.core.content.problem_at import at
from puntina.core.digest import Digest, Position, Problem, Severity, Target, TextImage
from puntina.core.digest.message import message
from puntina.core.digest.names import LONGEST
from puntina.core.media import HEAD, kind_of
from puntina.core.settings import Site

ROOM = len("-16383.webp")  # what plugins/puntina/images puts behind the name of a picture
SHORTER = message("give the file a shorter name")
# Pictures that browsers show and whose size nobody looks up here: by their first bytes, or by their name.
UNSIZED = frozenset({"avif", "bmp", "ico"})
DRAWN = frozenset({".svg"})
_ELSEWHERE = re.compile(r"([A-Za-z][A-Za-z0-9+.-]+:)?//")


@dataclass(frozen=True, slots=True)
class Pictures:
    """The ImageInfo of each usable picture by path, and the problems of the others."""

    infos: dict[str, ImageInfo]
    problems: tuple[Problem, ...]


@dataclass(frozen=True, slots=True)
class _Seen:
    """A picture where a digest shows it; `leads` is whether it is the digest's own, and not one in its text."""

    digest: Digest
    path: str
    position: Position
    leads: bool


def image_target(digest: Digest) -> Target | None:
    """The link to the digest's own picture, None where it has none."""
    image = digest.meta.image
    return Target(image.href, digest.meta.position("image", "file"), image=True) if image else None


def image_path(digest: Digest, digests: Mapping[str, Digest], files: frozenset[str]) -> str:
    """The path of the digest's own picture below the content; "" where it has none, or there is no such file."""
    target = image_target(digest)
    path = find(target, digest, digests, files, hints=False).path if target else ""
    return path if path not in digests else ""


def pictures(digests: Mapping[str, Digest], files: frozenset[str], site: Site) -> Pictures:
    """The pictures of all digests and pages; each file is read once."""
    read: dict[tuple[str, bool], ImageInfo | NoPictureError | None] = {}  # in a text more is allowed
    problems = []
    for digest in digests.values():
        if not (digest.meta.image or digest.targets):
            continue
        for seen in _seen(digest, digests, files):
            key = seen.path, seen.leads
            if key not in read:
                read[key] = _read(seen, site)
            if isinstance(fault := read[key], NoPictureError):
                problems.append(_problem(seen, fault, site))
        problems += _missing(digest, digests, files, site)
        problems += _pages_as_pictures(digest, digests, files, site)
    infos = {path: each for (path, _), each in read.items() if isinstance(each, ImageInfo)}
    return Pictures(infos, tuple(problems))


def _seen(digest: Digest, digests: Mapping[str, Digest], files: frozenset[str]) -> Iterator[_Seen]:
    if path := image_path(digest, digests, files):
        yield _Seen(digest, path, digest.meta.position("image", "file"), True)
    for target in digest.targets:
        if target.image:
            found = find(target, digest, digests, files, hints=False)
            if found.path and not found.code and found.path not in digests:
                yield _Seen(digest, found.path, target.position, False)


def _read(seen: _Seen, site: Site) -> ImageInfo | NoPictureError | None:
    """What the picture is; None for one that may be shown in a text although nothing is known of its size."""
    file = site.content / seen.path
    if seen.leads and len(file.name.encode()) > LONGEST - ROOM:
        return NoPictureError(
            message("the name of {picture} is too long: those of its smaller sizes are longer", picture=""), SHORTER
        )
    try:
        return read_image_info(file)
    except NoPictureError as fault:
        if seen.leads:
            return fault
        kind = _kind_of_file(file)
        if kind in UNSIZED or file.suffix.lower() in DRAWN:
            return None
        if kind in {"jpeg", "png", "gif", "webp"}:
            return fault
        hint = message("save it as JPEG, PNG, WebP, AVIF or SVG")
        return NoPictureError(message("{picture} has a format that browsers don't show", picture=""), hint)


def _kind_of_file(file: Path) -> str:
    try:
        with file.open("rb") as opened:
            return kind_of(opened.read(HEAD))
    except OSError:
        return ""


def _problem(seen: _Seen, fault: NoPictureError, site: Site) -> Problem:
    """An error for the digest's own picture, of which others are made; in a text it is shown as far as it can be."""
    code, severity = ("FM-IMAGE", Severity.ERROR) if seen.leads else ("BODY-IMAGE", Severity.WARNING)
    return at(seen.digest, seen.position, site, code, fault.of(seen.path), fault.hint, severity)


def _missing(digest: Digest, digests: Mapping[str, Digest], files: frozenset[str], site: Site) -> Iterator[Problem]:
    """The problem of a picture of the digest's own that is not there; those in its text are links like others."""
    target = image_target(digest)
    if target and _ELSEWHERE.match(target.href):
        text = message("a picture on another host, which readers' browsers would not load")
        yield at(digest, target.position, site, "FM-IMAGE", text, message("copy the file into the content"))
        return
    found = find(target, digest, digests, files) if target else None
    if target and found and (found.code or found.path in digests):
        fault = found.fault or message("{picture} is not a picture", picture=found.path)
        hint = found.hint or message("name a picture file")
        yield at(digest, target.position, site, found.code or "FM-IMAGE", fault, hint)


def _pages_as_pictures(
    digest: Digest, digests: Mapping[str, Digest], files: frozenset[str], site: Site
) -> Iterator[Problem]:
    """A warning for each page that a text shows as a picture."""
    for image in images_in_text(digest):
        target = image.target
        if (path := find(target, digest, digests, files, hints=False).path) in digests:
            text = message("{page} is a page, not a picture", page=path)
            hint = message("write [{words}]({link}), without the exclamation mark", words=image.alt, link=target.href)
            yield at(digest, target.position, site, "BODY-IMAGE", text, hint, Severity.WARNING)


def images_in_text(digest: Digest) -> tuple[TextImage, ...]:
    """The pictures in the digest's text, in order."""
    if not any(target.image for target in digest.targets):
        return ()
    return tuple([image for block in digest.blocks for part in block.parts for image in part.images])
