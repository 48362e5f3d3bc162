"""The pictures that digests and pages show: what each is, and a problem where one can't be shown."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import PurePosixPath

from plugins.check.links import find
from plugins.check.naming import at
from plugins.check.pictures import Facts, NoPictureError, facts_of
from plugins.digest import Digest, Place, Problem, Severity, Target
from plugins.site import Site

# What a file is, by its name, that must be a picture of known size; others, such as SVG, are shown as they are.
SIZED = frozenset({".jpg", ".jpeg", ".png", ".gif", ".webp"})
_ELSEWHERE = re.compile(r"([A-Za-z][A-Za-z0-9+.-]+:)?//")


@dataclass(frozen=True, slots=True)
class Pictures:
    """What every picture is, by its path below the content, and what is wrong with the others."""

    facts: dict[str, Facts]
    problems: tuple[Problem, ...]


@dataclass(frozen=True, slots=True)
class _Seen:
    """A picture where a digest shows it; `leads` is whether it is the digest's own, and not one in its text."""

    digest: Digest
    path: str
    place: Place
    leads: bool


def image_target(digest: Digest) -> Target | None:
    """The link to the digest's own picture, None where it has none."""
    image = digest.meta.image
    return Target(image.href, digest.meta.place("image", "file"), image=True) if image else None


def image_path(digest: Digest, digests: Mapping[str, Digest], files: frozenset[str]) -> str:
    """The path of the digest's own picture below the content; "" where it has none, or there is no such file."""
    target = image_target(digest)
    path = find(target, digest, digests, files).path if target else ""
    return path if path not in digests else ""


def pictures(digests: Mapping[str, Digest], files: frozenset[str], site: Site) -> Pictures:
    """The pictures of all digests and pages; each file is looked at once."""
    looked: dict[str, Facts | NoPictureError] = {}
    problems = []
    for digest in digests.values():
        if not (digest.meta.image or digest.targets):
            continue
        for seen in _seen(digest, digests, files):
            if seen.path not in looked:
                looked[seen.path] = _look(seen.path, site)
            if isinstance(fault := looked[seen.path], NoPictureError):
                problems.append(_problem(seen, fault, site))
        problems += _missing(digest, digests, files, site)
    return Pictures({path: each for path, each in looked.items() if isinstance(each, Facts)}, tuple(problems))


def _seen(digest: Digest, digests: Mapping[str, Digest], files: frozenset[str]) -> Iterator[_Seen]:
    if path := image_path(digest, digests, files):
        yield _Seen(digest, path, digest.meta.place("image", "file"), True)
    for target in digest.targets:
        if target.image:
            path = find(target, digest, digests, files).path
            if PurePosixPath(path).suffix.lower() in SIZED:
                yield _Seen(digest, path, target.place, False)


def _look(path: str, site: Site) -> Facts | NoPictureError:
    try:
        return facts_of(site.content / path)
    except NoPictureError as fault:
        return fault


def _problem(seen: _Seen, fault: NoPictureError, site: Site) -> Problem:
    """An error for the digest's own picture, of which others are made; in a text it is shown as far as it can be."""
    code, severity = ("FM-IMAGE", Severity.ERROR) if seen.leads else ("BODY-IMAGE", Severity.WARNING)
    return at(seen.digest, seen.place, site, code, f"{seen.path} {fault}", fault.hint, severity)


def _missing(digest: Digest, digests: Mapping[str, Digest], files: frozenset[str], site: Site) -> Iterator[Problem]:
    """The problem of a picture of the digest's own that is not there; those in its text are links like others."""
    target = image_target(digest)
    if target and _ELSEWHERE.match(target.href):
        text = "a picture from another host, which readers' browsers would not load"
        yield at(digest, target.place, site, "FM-IMAGE", text, "copy the file into the content")
        return
    found = find(target, digest, digests, files) if target else None
    if target and found and (found.code or found.path in digests):
        fault, hint = found.fault or f"{found.path} is no picture", found.hint or "name a file that is one"
        yield at(digest, target.place, site, found.code or "FM-IMAGE", fault, hint)
