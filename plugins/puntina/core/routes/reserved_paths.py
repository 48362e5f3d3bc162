"""Paths reserved for pages that the site may create later.

An edition is made when its week is over, a list's next page when the list is long enough, a tag's feed when digests
enough have it. What is there in its place would be built today, and end a build on a day on which nobody has changed
anything.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from puntina.core.digest import Digest, Kind
from puntina.core.digest.message import Message, message
from puntina.core.routes.routes import HOME, Own, feeds_of, spot
from puntina.core.settings import Address, Site
from puntina.core.settings.addresses import below

PAGED = frozenset({HOME, "CATEGORY_URL", "TAG_URL", "AUTHOR_URL", "OUTLET_URL"})  # lists that have older pages
INDEX = "pagefind/"  # below a language's home; plugins/puntina/search fills it
_ANY = 987654321  # the number of a page, to be found again in its address
_SIZE = re.compile(r"(.+)-[0-9]+\.(?:webp|jpg)")  # what plugins/puntina/images calls the sizes of a picture


@dataclass(frozen=True, slots=True)
class Grounds:
    """What is the site's own whatever is in it today: folders, the older pages of lists, the sizes of pictures."""

    folders: tuple[tuple[str, str, Message], ...]  # each with the setting that puts it there, and what is in it
    pages: re.Pattern[str]
    paged: frozenset[str]  # the folders below which lists have their pages
    sized: frozenset[str]  # the spots of pictures of which sizes are made

    def fault(self, key: str, *, own: str = "", most: int | None = None) -> Message | None:
        """What is wrong with something else in this spot, as a predicate; None where it is free.

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
    """What the site keeps for itself: spots, each with how problems name it, and grounds."""

    spots: Mapping[str, str]
    grounds: Grounds

    def fault(self, key: str) -> Message | None:
        """What is wrong with something else in this spot, as a predicate; None where it is free."""
        if name := self.spots.get(key):
            return message("is the path of {name}", name=name)
        return self.grounds.fault(key)


def reserved(digests: Iterable[Digest], taken: Mapping[str, Own], grounds: Grounds, site: Site) -> Reserved:
    """What is kept beside these digests, held ones and drafts too; `taken` is what the site has of its own already."""
    every = [digest for digest in digests if digest.kind is Kind.DIGEST]
    feeds = {spot(own.address.save_as): own.name for own in feeds_of(every, site, tag_minimum=1)}
    theme = ((f"{spot(site.theme_static)}/", "THEME_STATIC_DIR", message("THEME_STATIC_DIR, for the theme's files")),)
    spots = feeds | dict(_searches(site)) | {key: own.name for key, own in taken.items()}
    return Reserved(spots, Grounds(theme + grounds.folders, grounds.pages, grounds.paged, grounds.sized))


def grounds_of(taken: Mapping[str, Own], pictures: Iterable[str], site: Site) -> Grounds:
    """The grounds of the site; `pictures` are the paths of those of which sizes are made."""
    paged = frozenset(spot(below(own.address)) for own in taken.values() if own.setting in PAGED and not own.form)
    sized = frozenset(map(spot, pictures)) if "images" in site.plugins else frozenset()
    return Grounds(tuple(_folders(site)), _pages(site), paged, sized)


def _searches(site: Site) -> Iterator[tuple[str, str]]:
    """The pages of search, which production may have where other settings have none."""
    for language in site.languages:
        yield spot(site.addresses.at("SEARCH_URL", language.prefix).save_as), "SEARCH_URL"


def _folders(site: Site) -> Iterator[tuple[str, str, Message]]:
    if site.addresses.has("LITE_URL"):
        folder = spot(below(site.addresses.at("LITE_URL")))
        yield folder, "LITE_URL", message("LITE_URL, for the lite edition")
    for language in site.languages:
        yield spot(language.prefix + INDEX), "SEARCH", message("the index of the search")
        if site.addresses.has("EDITIONS_URL"):
            folder = spot(below(site.addresses.at("EDITIONS_URL", language.prefix)))
            yield folder, "EDITIONS_URL", message("EDITIONS_URL, for editions")


def _pages(site: Site) -> re.Pattern[str]:
    """The spots of older pages of any list; the groups are the folder below which that one is, and its number."""
    page = site.addresses.list_page(Address("", "index.html"), _ANY)
    return re.compile("(|.*/)" + re.escape(spot(page.save_as)).replace(str(_ANY), "([0-9]+)", 1))
