"""Addresses that digests and pages had before, each to lead to where they are now; and what is in the way of that."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from plugins.check.naming import at, shown
from plugins.check.own_places import spot
from plugins.check.to_come import WhatComes, what_comes
from plugins.digest import Digest, Kind, Place, Problem
from plugins.digest.aliases import names_file
from plugins.site import Address, Site, alias_place


@dataclass(frozen=True, slots=True)
class Moved:
    """An address of before, and the file of the content that is at another now.

    `said` is how it is named: as an editor typed it, or as a pattern of the settings made it; `place` is where that
    editor would mend it.
    """

    address: Address
    path: str
    said: str
    place: Place
    is_alias: bool


def address_values(digest: Digest, site: Site) -> dict[str, object]:
    """What the pattern of a digest's address may name."""
    meta = digest.meta
    category = site.category(meta.category)
    return {
        "slug": meta.slug,
        "date": meta.date,
        "lang": meta.lang,
        "id": meta.id,
        "category": category.slug if category else "",
    }


def all_moved(digests: Mapping[str, Digest], addresses: Mapping[str, Address], site: Site) -> Iterator[Moved]:
    """Every address of before: those in front matter, then those by patterns that are not the digest's own now."""
    for digest in digests.values():
        if digest.meta.aliases:
            yield from _aliases(digest)
        if site.old.patterns.patterns and digest.kind is Kind.DIGEST:
            yield from _by_patterns(digest, addresses[digest.path], site)


def _aliases(digest: Digest) -> Iterator[Moved]:
    for alias in digest.meta.aliases:
        yield Moved(alias_place(alias), digest.path, alias, digest.meta.place("aliases", alias), True)


def _by_patterns(digest: Digest, now: Address, site: Site) -> Iterator[Moved]:
    prefix = site.language(digest.meta.lang).prefix
    own, values = {alias_place(alias) for alias in digest.meta.aliases}, address_values(digest, site)
    for address in site.old.of(digest.meta.date, prefix, values):
        if address != now and address not in own:
            yield Moved(address, digest.path, f"/{address.url}", digest.meta.place("slug"), False)


def moved_problems(
    moves: Iterable[Moved],
    digests: Mapping[str, Digest],
    pages: Mapping[str, str],
    others: Mapping[str, str],
    site: Site,
) -> Iterator[Problem]:
    """A problem for each that leads to itself or is in the place of something else.

    `pages` are the digests and pages by their spots in the output, `others` what else is there, likewise.
    """
    every = list(moves)
    ground = _Ground(pages, others, _folders_like_files((*pages, *others)), what_comes(pages, others, site))
    first = {spot(move.address.save_as): move for move in reversed(every)}
    for move in every:
        if fault := _fault(move, ground, first, digests, site):
            yield at(digests[move.path], move.place, site, *fault)


@dataclass(frozen=True, slots=True)
class _Ground:
    """What is in the output by its spots but for addresses of before, and what may come."""

    pages: Mapping[str, str]
    others: Mapping[str, str]
    folders: frozenset[str]
    coming: WhatComes


def _folders_like_files(keys: Iterable[str]) -> frozenset[str]:
    """The folders that are called as pages are."""
    return frozenset(folder for key in keys if ".html/" in key for folder in _parents(key))


def _parents(key: str) -> tuple[str, ...]:
    """The folders that the spot lies in."""
    parts = key.split("/")[:-1]
    return tuple("/".join(parts[:end]) for end in range(1, len(parts) + 1))


def _fault(
    move: Moved, ground: _Ground, first: Mapping[str, Moved], digests: Mapping[str, Digest], site: Site
) -> tuple[str, str, str] | None:
    """Code, text and hint of the problem of the move, None where it has none."""
    named = f'the alias "{move.said}"' if move.is_alias else f'"{move.said}", by REDIRECTS,'
    hint = "delete it" if move.is_alias else "narrow the pattern, or set REDIRECTS_UNTIL"
    key = spot(move.address.save_as)
    if ground.pages.get(key) == move.path:
        return ("PATH-LOOP", f"{named} is where the file itself has its page", hint)
    if first[key] is not move and first[key].path == move.path:
        return ("PATH-TWICE", f'{named} says the same as "{first[key].said}"', hint)
    if found := _at(key, move, ground, first, digests, site) or _beside(key, move, ground, first, digests, site):
        return ("PATH-TWICE", f"{named} is {found}", hint)
    for folder in _parents(key):
        if found := _at(folder, move, ground, first, digests, site):
            return ("PATH-TWICE", f"{named} is below {folder}, which is {found}", hint)
    if key in ground.folders:
        return ("PATH-TWICE", f"{named} is where a folder is", hint)
    return None


def _at(
    key: str, move: Moved, ground: _Ground, first: Mapping[str, Moved], digests: Mapping[str, Digest], site: Site
) -> str:
    """What is at the spot, or will be, as the end of a sentence; "" for nothing but the move."""
    if page := ground.pages.get(key):
        return f"where {shown(digests[page], site)} has its page"
    if other := ground.others.get(key):
        return f"where {other} is"
    if (before := first.get(key)) and before is not move:
        return f"an address that {shown(digests[before.path], site)} had too"
    if coming := ground.coming(key):
        return f"where {coming} may be"
    return ""


def _beside(
    key: str, move: Moved, ground: _Ground, first: Mapping[str, Moved], digests: Mapping[str, Digest], site: Site
) -> str:
    """What is in the folder that hosts take for this address where it has neither slash nor ending; likewise."""
    if not move.is_alias or names_file(move.said) or not key.endswith(".html"):
        return ""
    index = f"{key.removesuffix('.html')}/index.html"
    if key.endswith("/index.html") or move.path in {ground.pages.get(index), getattr(first.get(index), "path", "")}:
        return ""
    return _at(index, move, ground, first, digests, site)
