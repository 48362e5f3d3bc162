"""Validates settings that matter only when a site is published, such as SITEURL."""

import ipaddress
from collections.abc import Iterator, Mapping
from typing import Any
from urllib.parse import urlsplit

from puntina.core.digest.message import Message, message
from puntina.core.settings.settings_file import SettingsFile

PUBLISHED = "publishconf.py"
Fault = tuple[str, Message, Message]  # the setting, what is wrong, what to do
# Domains that are nobody's: https://www.rfc-editor.org/rfc/rfc2606, sections 2 and 3.
RESERVED = ("test", "example", "invalid", "localhost", "example.com", "example.net", "example.org")


def is_published(file: SettingsFile) -> bool:
    """Whether these are the settings of a site for readers."""
    return bool(file.paths) and file.paths[0].name == PUBLISHED


def publish_faults(values: Mapping[str, Any], invalid: set[str], file: SettingsFile) -> Iterator[Fault]:
    """The faults of settings that are fine for local builds only; `invalid` settings are already reported.

    A SITEURL set by a command is for a local build.
    """
    if not is_published(file) or "SITEURL" in invalid or "SITEURL" in values["CHOSEN"]:
        return
    host = urlsplit(values["SITEURL"]).hostname or ""
    if is_local(host):
        hint = message("set SITEURL in publishconf.py to the URL at which readers find the site")
        yield (
            "SITEURL",
            message("SITEURL is {value!r}, which only this machine can reach", value=values["SITEURL"]),
            hint,
        )
    elif "FEED_ID_DOMAIN" not in invalid:
        yield from _ids_of_nobody(host, values["FEED_ID_DOMAIN"])


def _ids_of_nobody(host: str, domain: str) -> Iterator[Fault]:
    """Feed ids of a real site in a reserved domain, such as the sample's, which every copy would share."""
    if is_reserved(domain) and not is_reserved(host):
        text = message(
            'FEED_ID_DOMAIN is "{domain}", which is reserved for examples, but the site is published at {host}',
            domain=domain,
            host=host,
        )
        hint = message(
            'write a domain of your own, such as "{host}", and the year in FEED_ID_YEAR; do not change them after '
            "publishing",
            host=host,
        )
        yield "FEED_ID_DOMAIN", text, hint


def is_local(host: str) -> bool:
    """Whether the host is the local machine (RFC 6761, section 6.3)."""
    name = host.rstrip(".").casefold()
    try:
        address = ipaddress.ip_address(name)
    except ValueError:
        return name == "localhost" or name.endswith(".localhost")
    return address.is_loopback or address.is_unspecified


def is_reserved(domain: str) -> bool:
    """Whether the domain is reserved for examples and tests."""
    return f".{domain}".lower().endswith(tuple([f".{name}" for name in RESERVED]))
