"""Old URLs of digests and pages, each of which leads to where they are now."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from puntina.core.content.addresses import address_values
from puntina.core.digest import Digest, Kind, Position
from puntina.core.routes.address import Address, alias_place
from puntina.core.settings import Site


@dataclass(frozen=True, slots=True)
class Moved:
    """An old URL, and the content file that is at another now.

    `said` is how it is named: as an editor typed it, or as a pattern of the settings made it; `place` is where that
    editor would fix it.
    """

    address: Address
    path: str
    said: str
    place: Position
    is_alias: bool


def all_moved(digests: Mapping[str, Digest], addresses: Mapping[str, Address], site: Site) -> Iterator[Moved]:
    """Every old URL: those in front matter, then those by patterns that are not the digest's own now."""
    for digest in digests.values():
        for alias in digest.meta.aliases:
            yield Moved(alias_place(alias), digest.path, alias, digest.meta.position("aliases", alias), True)
        if site.old.patterns.patterns and digest.kind is Kind.DIGEST:
            yield from _by_patterns(digest, addresses[digest.path], site)


def _by_patterns(digest: Digest, now: Address, site: Site) -> Iterator[Moved]:
    prefix = site.language(digest.meta.lang).prefix
    own, values = {alias_place(alias) for alias in digest.meta.aliases}, address_values(digest, site)
    for address in site.old.of(digest.meta.address_date, prefix, values):
        if address != now and address not in own:
            yield Moved(address, digest.path, f"/{address.url}", digest.meta.position("slug"), False)
