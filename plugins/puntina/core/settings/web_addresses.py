"""Validators of URLs in the settings; each returns a predicate, or "" if the URL is valid."""

import re
from typing import Any
from urllib.parse import SplitResult, unquote, urlsplit

from puntina.core.digest.message import message

_HOST = re.compile(
    r"(\[[0-9A-Fa-f:.]+\]|[A-Za-z0-9_]([A-Za-z0-9_-]*[A-Za-z0-9_])?(\.[A-Za-z0-9_]([A-Za-z0-9_-]*[A-Za-z0-9_])?)*\.?)(:[0-9]{1,5})?"
)
_UNFIT = re.compile(r"""["'`<>\\^{|}?#]""")  # what an address can't have, or pages and feeds would have to escape


def web_address(value: Any) -> str:
    """What is wrong with an address with http or https and a host, and without query and fragment."""
    if not value:
        return message("is empty")
    try:
        parts = urlsplit(value)
        good = parts.scheme in {"http", "https"} and parts.hostname and not parts.query and not parts.fragment
        good = good and value.isprintable() and " " not in value and parts.port != 0
    except (ValueError, TypeError, AttributeError):
        good = False
    if not good:
        return message("is {value!r}, which is not a valid URL", value=value)
    return (
        ""
        if parts.netloc.isascii()
        else message(
            "is {value!r}, whose host has non-ASCII letters: {in_ascii}", value=value, in_ascii=_in_ascii(parts)
        )
    )


def site_address(value: Any) -> str:
    """Validates SITEURL, with which every absolute URL begins."""
    if fault := web_address(value):
        return fault
    parts = urlsplit(value)
    if "@" in parts.netloc:
        return message("contains a user name or password, which every reader would see")
    if found := _UNFIT.search(value):
        return message("contains {character}", character=found.group())
    if not _HOST.fullmatch(parts.netloc):
        return message("is {value!r}, which has no valid host", value=value)
    steps = unquote(parts.path).removesuffix("/").split("/")[1:]
    return message("has empty parts, . or .. in its path") if {"", ".", ".."} & set(steps) else ""


def _in_ascii(parts: SplitResult) -> str:
    """The address as programs have it that read feeds and sitemaps (RFC 3986, 3.2.2; RFC 3490, 4.1)."""
    try:
        host = (parts.hostname or "").encode("idna").decode()
    except UnicodeError:
        return message("this is not a valid domain name")
    return message("write {scheme}://{host}", scheme=parts.scheme, host=host)


def secure(value: Any) -> str:
    """What is wrong with an address that must be https."""
    return web_address(value) or (
        ""
        if value.lower().startswith("https://")
        else message("is {value!r}, which does not begin with https://", value=value)
    )
