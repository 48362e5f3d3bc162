"""Addresses that digests and pages had before, each to lead to where they are now; and what is in the way of that."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from plugins.check.naming import at, shown
from plugins.check.own_places import spot
from plugins.check.reserved import Reserved
from plugins.digest import Digest, Kind, Place, Problem
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
    own: Reserved,
    site: Site,
) -> Iterator[Problem]:
    """A problem for each that leads to itself or is in the place of something else.

    `pages` are the digests and pages by their spots in the output, `others` the files that are copied, likewise; `own`
    is what the site keeps for itself.
    """
    seen: dict[str, Moved] = {}
    told: set[str] = set()  # what a pattern has for every digest is told once
    for move in moves:
        key = spot(move.address.save_as)
        other = own.fault(key) or _other(key, pages, others, digests, site)
        if other in told and not move.is_alias:
            continue
        if fault := _fault(move, pages.get(key), other, seen.get(key), digests, site):
            yield at(digests[move.path], move.place, site, *fault)
        if other:
            told.add(other)
        seen.setdefault(key, move)


def _other(
    key: str, pages: Mapping[str, str], others: Mapping[str, str], digests: Mapping[str, Digest], site: Site
) -> str:
    """What is wrong with the spot of a copied file, or one below a file, as a predicate; "" where it is free."""
    if key in others:
        return f"is where {others[key]} is"
    folder = key.rpartition("/")[0]
    while folder:
        if folder in pages:
            return f"is below /{folder}, where {shown(digests[pages[folder]], site)} has its page"
        if folder in others:
            return f"is below {others[folder]}"
        folder = folder.rpartition("/")[0]
    return ""


def _fault(
    move: Moved, page: str | None, other: str, first: Moved | None, digests: Mapping[str, Digest], site: Site
) -> tuple[str, str, str] | None:
    """Code, text and hint of the problem of the move, None where it has none."""
    named = f'the alias "{move.said}"' if move.is_alias else f'"{move.said}", by REDIRECTS,'
    hint = "delete it" if move.is_alias else "narrow the pattern, or set REDIRECTS_UNTIL"
    if page == move.path:
        return ("PATH-LOOP", f"{named} is where the file itself has its page", hint)
    if page:
        return ("PATH-TWICE", f"{named} is where {shown(digests[page], site)} has its page", hint)
    if other:
        return ("PATH-TWICE", f"{named} {other}", hint)
    if first and first.path == move.path:
        return ("PATH-TWICE", f'{named} says the same as "{first.said}"', hint)
    if first:
        return ("PATH-TWICE", f"{named} is an address that {shown(digests[first.path], site)} had too", hint)
    return None
