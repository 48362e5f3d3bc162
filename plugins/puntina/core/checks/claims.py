"""Everything that a build writes, each with its place, so that no two are one file and no file is another's folder."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from enum import IntEnum
from typing import TypeVar

from puntina.core.content.site_paths import collision_key

Thing = TypeVar("Thing")


class Rank(IntEnum):
    """Who has the older right to a place; of two, the other has to move."""

    THEME = 0
    OWN = 1  # lists, feeds and files that follow from settings
    PAGE = 2  # of a digest or a standing page
    COPY = 3  # of a file of the content


@dataclass(frozen=True, slots=True)
class Claim:
    """A file that a build writes: its path below the output folder, and how problems name what it is of.

    `file` is the file that it comes from, below the content folder or, for one of the theme, as
    THEME_STATIC_PATHS names it; "" for what is the site's own. `setting` is what says where that is.
    """

    path: str
    rank: Rank
    name: str
    file: str = ""
    setting: str = ""


@dataclass(frozen=True, slots=True)
class Clash:
    """Two files that can't both be written: `late` has to move; `is_same` for one place, else one is in the other."""

    late: Claim
    first: Claim
    is_same: bool


def clashes(claims: Iterable[Claim]) -> Iterator[Clash]:
    """Every two that are in each other's way, of several in one place each with the first."""
    taken: dict[str, Claim] = {}
    for claim in claims:
        first = taken.setdefault(collision_key(claim.path), claim)
        if first is not claim:
            yield Clash(*_ordered(claim, first), is_same=True)
    folders = folders_of(taken)
    for key in folders.keys() & taken.keys():
        yield Clash(*_ordered(folders[key], taken[key]), is_same=False)


def _ordered(one: Claim, other: Claim) -> tuple[Claim, Claim]:
    """The one that has to move first; of equals the one that came later."""
    return (other, one) if other.rank > one.rank else (one, other)


def folders_of(keys: Mapping[str, Thing]) -> dict[str, Thing]:
    """Every folder in which one of the keys lies, with the first that does."""
    found: dict[str, Thing] = {}
    for key, value in keys.items():
        folder = key.rpartition("/")[0]
        while folder and folder not in found:
            found[folder] = value
            folder = folder.rpartition("/")[0]
    return found
