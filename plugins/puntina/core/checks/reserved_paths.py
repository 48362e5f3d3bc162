"""Paths reserved for pages that the site may create later.

An edition is made when its week is over, a list's next page when the list is long enough, a tag's feed when digests
enough have it. What is there in its place would be built today, and end a build on a day on which nobody has changed
anything.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from puntina.core.content.site_paths import SitePath, collision_key, feeds_of
from puntina.core.digest import Digest, Kind
from puntina.core.digest.message import Message, message
from puntina.core.routes.address import Address, below
from puntina.core.settings import Site

INDEX = "pagefind/"  # below a language's home; plugins/puntina/search fills it
_ANY = 987654321  # the number of a page, to be found again in its address
_SIZE = re.compile(r"(.+)-[0-9]+\.(?:webp|jpg)")  # what plugins/puntina/images calls the sizes of a picture


@dataclass(frozen=True, slots=True)
class ReservedAreas:
    """What is the site's own whatever is in it today: folders, the older pages of lists, the sizes of pictures."""

    folders: tuple[tuple[str, str, Message], ...]  # each with the setting that puts it there, and what is in it
    pages: re.Pattern[str]
    paged: frozenset[str]  # the folders below which lists have their pages
    sized: frozenset[str]  # the collision keys of pictures of which sizes are made

    def fault(self, key: str, *, own: str = "", most: int | None = None) -> Message | None:
        """What is wrong with something else at this collision key, as a predicate; None if it is free.

        `own` is the setting that puts it there; no list has more than `most` older pages, where that is known.
        """
        for folder, setting, what in self.folders:
            if key.startswith(folder) and setting != own:
                return message("is below /{folder}, which is reserved: {what}", folder=folder, what=what)
        if (found := self.pages.fullmatch(key)) and found[1] in self.paged and (most is None or int(found[2]) <= most):
            return message("is where LIST_PAGE_URL puts older pages of /{folder}", folder=found[1])
        if key.endswith((".webp", ".jpg")) and (found := _SIZE.fullmatch(key)) and found[1] in self.sized:
            return message("is the path of a smaller size of {picture}", picture=found[1])
        return None


@dataclass(frozen=True, slots=True)
class Reserved:
    """What the site keeps for itself: single paths by collision key, each with its name in problems, and areas."""

    paths: Mapping[str, str]
    areas: ReservedAreas

    def fault(self, key: str) -> Message | None:
        """What is wrong with something else at this collision key, as a predicate; None if it is free."""
        if name := self.paths.get(key):
            return message("is the path of {name}", name=name)
        return self.areas.fault(key)


def reserved(digests: Iterable[Digest], taken: Mapping[str, SitePath], areas: ReservedAreas, site: Site) -> Reserved:
    """What is kept beside these digests, held ones and drafts too; `taken` is what the site has of its own already."""
    every = [digest for digest in digests if digest.kind is Kind.DIGEST]
    feeds = {collision_key(own.address.save_as): own.name for own in feeds_of(every, site, minimum=1)}
    theme = (
        (
            f"{collision_key(site.theme_static)}/",
            "THEME_STATIC_DIR",
            message("THEME_STATIC_DIR, for the theme's files"),
        ),
    )
    paths = feeds | dict(_searches(site)) | {key: own.name for key, own in taken.items()}
    return Reserved(paths, replace(areas, folders=theme + areas.folders))


def reserved_areas(taken: Mapping[str, SitePath], pictures: Iterable[str], site: Site) -> ReservedAreas:
    """The reserved areas of the site; `pictures` are the paths of those of which sizes are made."""
    paged = frozenset(collision_key(below(own.address)) for own in taken.values() if own.route.paged and not own.form)
    sized = frozenset(map(collision_key, pictures)) if "images" in site.plugins else frozenset()
    return ReservedAreas(tuple(_folders(site)), _pages(site), paged, sized)


def _searches(site: Site) -> Iterator[tuple[str, str]]:
    """The pages of search, which production may have where other settings have none."""
    for language in site.languages:
        yield collision_key(site.addresses.at("SEARCH_URL", language.prefix).save_as), "SEARCH_URL"


def _folders(site: Site) -> Iterator[tuple[str, str, Message]]:
    for route in site.routes:
        if route.folder and site.has_room_for(route):
            prefixes = [""] if route.holds_home else [language.prefix for language in site.languages]
            for prefix in prefixes:
                yield collision_key(below(site.addresses.at(route.setting, prefix))), route.setting, route.folder
    for language in site.languages:
        yield collision_key(language.prefix + INDEX), "SEARCH", message("the index of the search")


def _pages(site: Site) -> re.Pattern[str]:
    """The collision keys of older pages of any list; the groups are its list's folder and its number."""
    page = site.addresses.list_page(Address("", "index.html"), _ANY)
    return re.compile("(|.*/)" + re.escape(collision_key(page.save_as)).replace(str(_ANY), "([0-9]+)", 1))
