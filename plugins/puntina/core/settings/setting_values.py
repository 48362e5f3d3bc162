"""Validators of setting values; each returns a predicate such as "is empty", or "" if the value is valid."""

import os
import re
from collections.abc import Container, Iterable, Mapping
from itertools import chain
from typing import Any
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from puntina.core.digest.bullets import INVISIBLE
from puntina.core.digest.date_forms import YEARS
from puntina.core.digest.message import message
from puntina.core.digest.names import fault_of_name
from puntina.core.digest.text import FORBIDDEN, spoken
from puntina.core.routes.address import fault_of_pattern
from puntina.core.routes.route import Route
from puntina.core.settings.web_addresses import secure, web_address

_DOMAIN = re.compile(r"([a-z0-9]([a-z0-9-]*[a-z0-9])?\.)*[a-z0-9]([a-z0-9-]*[a-z0-9])?")  # as RFC 4151 has it
_UNSEEN = re.compile(f"[{INVISIBLE}]")
_LINE_END = re.compile("[\t\n\r\u2028\u2029]")
MOST_ENTRIES = 50  # of a feed
MOST_RELATED = 20  # digests that one names
LONGEST_PATH = 4000  # bytes, fewer than common systems take
LONGEST_NAME = 255  # bytes of a folder's own name, as many as they take
POSITIONS = ("as written", "top", "bottom")


def text(value: Any) -> str:
    if not isinstance(value, str):
        return message("is not a string")
    return _unprintable([value]) or ("" if _UNSEEN.sub("", value).strip() else message("is empty"))


def _unprintable(texts: Iterable[Any]) -> str:
    """What no line of a page or feed can have, in texts that readers see; what is not a text is passed over."""
    every = (FORBIDDEN.search(each) or _LINE_END.search(each) for each in texts if isinstance(each, str))
    return next((message("contains {character}", character=spoken(found.group())) for found in every if found), "")


def truth(value: Any) -> str:
    return "" if isinstance(value, bool) else message("is neither True nor False")


def count(value: Any) -> str:
    return (
        ""
        if isinstance(value, int) and not isinstance(value, bool) and value > 0
        else message("is not a whole number above 0")
    )


def up_to_fifty(value: Any) -> str:
    return count(value) or (message("is more than 50") if value > MOST_ENTRIES else "")


def up_to_twenty(value: Any) -> str:
    good = isinstance(value, int) and not isinstance(value, bool) and 0 <= value <= MOST_RELATED
    return "" if good else message("is not a whole number from 0 to {most_related}", most_related=MOST_RELATED)


def words(value: Any) -> str:
    good = isinstance(value, list | tuple) and all(isinstance(item, str) and item for item in value)
    return "" if good else message("is not a list of strings")


def inside(value: Any) -> str:
    """What is wrong with a path that must stay in its folder."""
    return text(value) or _leaving([value])


def all_inside(value: Any) -> str:
    return words(value) or _leaving(value)


def _leaving(paths: Iterable[str]) -> str:
    out = next((path for path in paths if path.startswith("/") or ".." in re.split(r"[/\\]", path)), "")
    return message('has "{out}", which leads out of its folder', out=out) if out else ""


def folder(value: Any) -> str:
    """What is wrong with the path of a folder, whatever is there."""
    if fault := text(value):
        return fault
    path = os.fsencode(value).replace(b"\\", b"/")
    too_long = len(path) > LONGEST_PATH or max(map(len, path.split(b"/"))) > LONGEST_NAME
    return message("is longer than a path can be") if too_long else ""


def folders(value: Any) -> str:
    return words(value) or next((fault for path in value if (fault := folder(path))), "")


def named(value: Any, *, callables: bool) -> str:
    """What is wrong with a table of things that templates may name."""
    good = isinstance(value, Mapping) and all(isinstance(key, str) and key.isidentifier() for key in value)
    good = good and (not callables or all(map(callable, value.values())))
    if good:
        return ""
    return message("is not a dict of functions by name") if callables else message("is not a dict of values by name")


def _mapping(value: Any) -> str:
    good = isinstance(value, Mapping) and all(isinstance(key, str) for key in value)
    return "" if good else message("is not a dict of strings")


def text_table(value: Any) -> str:
    return _mapping(value) or (
        "" if all(isinstance(each, str) for each in value.values()) else message("is not a dict of strings")
    )


def word_table(value: Any) -> str:
    return _mapping(value) or next((fault for each in value.values() if (fault := words(each))), "")


def nested_table(value: Any) -> str:
    return _mapping(value) or next((fault for texts in value.values() if (fault := text_table(texts))), "")


def slug_table(value: Any) -> str:
    if fault := text_table(value):
        return fault
    faults = ((slug, fault_of_name(slug)) for slug in value.values())
    return next((message('has "{slug}", which {fault}', slug=slug, fault=fault) for slug, fault in faults if fault), "")


def languages(value: Any) -> str:
    return text_table(value) or (_unprintable(value.values()) if value else message("is empty"))


def categories(value: Any) -> str:
    named = [names.values() for names in value.values() if isinstance(names, Mapping)] if not _mapping(value) else []
    return _mapping(value) or (_unprintable(chain(*named)) if value else message("is empty"))


def known(value: Any, *, known: Container[str]) -> str:
    return "" if isinstance(value, str) and value in known else message("is {value!r}", value=value)


def timezone(value: Any) -> str:
    try:
        ZoneInfo(value)
    except (ZoneInfoNotFoundError, ValueError, TypeError, OSError):
        return message("is {value!r}, which is not a time zone", value=value)
    return ""


def hub(value: Any) -> str:
    return "" if value == "" else secure(value)


def mail(value: Any) -> str:
    if value in ((), []):
        return ""
    if not isinstance(value, tuple | list) or len(value) != 2:
        return message("is not a pair of name and URL")
    named, address = value
    return text(named) or secure(address.partition("?")[0] if isinstance(address, str) else address)


def png(value: Any) -> str:
    return (
        ""
        if value == ""
        else inside(value)
        or ("" if value.endswith(".png") else message('is "{value}", which is not a PNG file', value=value))
    )


def pattern(route: Route, value: Any) -> str:
    return "" if value == "" and route.optional else fault_of_pattern(route, value)


def domain(value: Any) -> str:
    return text(value) or (
        "" if _DOMAIN.fullmatch(value) else message('is "{value}", which is not a domain', value=value)
    )


def cutoff(value: Any) -> str:
    return "" if value is None or isinstance(value, str) else message("is not a string")


def year(value: Any) -> str:
    return "" if isinstance(value, int) and value in YEARS else message("is not a year")


def licence(value: Any) -> str:
    if isinstance(value, tuple) and len(value) == 2:
        return text(value[0]) or web_address(value[1])
    return "" if isinstance(value, str) else message("is neither an identifier nor a pair of name and URL")
