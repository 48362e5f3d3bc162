"""Places that may be empty today and taken any day: older pages of lists, editions, lite pages.

They are refused by their form, and not once something is there: an alias that was fine when it was written would stop
the unattended build on the night on which a list grows by a page.
"""

import re
from collections.abc import Callable, Mapping
from functools import partial

from plugins.check.naming import folded
from plugins.site import Site
from plugins.site.addresses import below

_EDITION = re.compile(r"\d{4}-(\d\d-\d\d|w\d\d)/index\.html")
_NUMBER = 7654321  # for which any number may stand
WhatComes = Callable[[str], str]


def what_comes(pages: Mapping[str, str], others: Mapping[str, str], site: Site) -> WhatComes:
    """A function that says what will be at a spot, "" for nothing; `pages` and `others` are what is there now."""
    number = site.addresses.at("LIST_PAGE_URL", number=_NUMBER).save_as
    older = re.compile(re.escape(folded(number)).replace(str(_NUMBER), r"\d+"))
    editions = _folders("EDITIONS_URL", site, [language.prefix for language in site.languages])
    lite = _folders("LITE_URL", site, [""])
    return partial(_what, pages, others, older, editions, lite)


def _folders(name: str, site: Site, prefixes: list[str]) -> tuple[str, ...]:
    if not site.addresses.has(name):
        return ()
    return tuple([folded(below(site.addresses.at(name, prefix))) for prefix in prefixes])


def _what(
    pages: Mapping[str, str],
    others: Mapping[str, str],
    older: re.Pattern[str],
    editions: tuple[str, ...],
    lite: tuple[str, ...],
    spot: str,
) -> str:
    if (found := older.search(spot)) and found.end() == len(spot) and spot[: found.start()][-1:] in {"", "/"}:
        folder = spot[: found.start()]
        if name := others.get(f"{folder}index.html") or others.get(f"{folder.removesuffix('/')}.html"):
            return f"an older page of {name}"
    if any(spot.startswith(folder) and _EDITION.fullmatch(spot, len(folder)) for folder in editions):
        return "an edition"
    for rest in [spot.removeprefix(folder) for folder in lite if spot.startswith(folder)]:
        if rest in pages or rest in others or _what(pages, others, older, (), (), rest):
            return "a page of the lite edition"
    return ""
