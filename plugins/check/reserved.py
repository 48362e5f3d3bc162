"""Places that the site keeps for itself, so that no address of before is in one: what comes later would not find room.

An edition is made when its week is over, a list's next page when the list is long enough, a tag's feed when digests
enough have it. An alias there would be built today, and end a build on a day on which nobody has changed anything.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from plugins.check.own_places import HOME, Own, feeds_of, spot
from plugins.digest import Digest, Kind
from plugins.site import Address, Site
from plugins.site.addresses import below

PAGED = frozenset({HOME, "CATEGORY_URL", "TAG_URL", "AUTHOR_URL", "OUTLET_URL"})  # lists that have older pages
INDEX = "pagefind/"  # below a language's home; plugins/search fills it
_ANY = 987654321  # the number of a page, to be found again in its address


@dataclass(frozen=True, slots=True)
class Reserved:
    """What the site keeps for itself: spots, folders, and the older pages of lists; each with how problems name it."""

    spots: Mapping[str, str]
    folders: tuple[tuple[str, str], ...]
    pages: re.Pattern[str]
    paged: frozenset[str]  # the folders below which lists have their pages

    def fault(self, key: str) -> str:
        """What is wrong with something else in this spot, as a predicate; "" where it is free."""
        if name := self.spots.get(key):
            return f"is where {name} is"
        for folder, what in self.folders:
            if key.startswith(folder):
                return f"is below /{folder}, where {what}"
        found = self.pages.fullmatch(key)
        return f"is where LIST_PAGE_URL puts pages of /{found[1]}" if found and found[1] in self.paged else ""


def reserved(digests: Iterable[Digest], taken: Mapping[str, Own], site: Site) -> Reserved:
    """What is kept beside these digests, held ones and drafts too; `taken` is what the site has of its own already."""
    every = [digest for digest in digests if digest.kind is Kind.DIGEST]
    feeds = {spot(own.address.save_as): own.name for own in feeds_of(every, site, tag_minimum=1)}
    paged = frozenset(spot(below(own.address)) for own in taken.values() if own.setting in PAGED and not own.form)
    spots = feeds | dict(_searches(site)) | {key: own.name for key, own in taken.items()}
    return Reserved(spots, tuple(_folders(site)), _pages(site), paged)


def _searches(site: Site) -> Iterator[tuple[str, str]]:
    """The pages of search, which production may have where other settings have none."""
    for language in site.languages:
        yield spot(site.addresses.at("SEARCH_URL", language.prefix).save_as), "SEARCH_URL"


def _folders(site: Site) -> Iterator[tuple[str, str]]:
    yield f"{spot(site.theme_static)}/", "THEME_STATIC_DIR has the theme's files"
    if site.addresses.has("LITE_URL"):
        yield spot(below(site.addresses.at("LITE_URL"))), "LITE_URL has the lite edition"
    for language in site.languages:
        yield spot(language.prefix + INDEX), "search has its index"
        if site.addresses.has("EDITIONS_URL"):
            plain = site.addresses.at("EDITIONS_URL", language.prefix)
            yield spot(below(plain)), "EDITIONS_URL has editions"


def _pages(site: Site) -> re.Pattern[str]:
    """The spots of older pages of any list; the group is the folder below which that one is."""
    page = site.addresses.list_page(Address("", "index.html"), _ANY)
    return re.compile("(|.*/)" + re.escape(spot(page.save_as)).replace(str(_ANY), "[0-9]+"))
