"""The names by which this server may be called: any other is a page elsewhere that had its name point here.

Such a page could read drafts (DNS rebinding); an address in figures can't be made to point elsewhere, a name can.
"""

import ipaddress
import re
import socket
from dataclasses import dataclass
from functools import cache

_HOST = re.compile(r"(?P<name>\[[0-9A-Fa-f:.%]+\]|[^\[\]:/@]+)(:(?P<port>[0-9]{1,5}))?")
_LOOPBACK = frozenset({"localhost", "127.0.0.1", "::1"})
EVERYWHERE = frozenset({"0.0.0.0", "::", ""})  # noqa: S104 - recognised here, not bound to


@dataclass(frozen=True, slots=True)
class Hosts:
    """Which Host headers are our own, for a server at this host and port."""

    host: str
    port: int

    def own(self, header: str | None, reached: str) -> bool:
        """Whether the header names this server; `reached` is the address of ours at which the request came in."""
        found = _HOST.fullmatch((header or "").strip())
        if not found or int(found["port"] or 80) != self.port:
            return False
        name = plain(found["name"])
        if name in _LOOPBACK or name == plain(self.host):
            return True
        return self.host in EVERYWHERE and (name == plain(reached) or name in names_of_this_machine())


def plain(name: str) -> str:
    """The name or address in the one form in which two of them are compared."""
    name = name.strip("[]").rstrip(".").casefold()
    try:
        address = ipaddress.ip_address(name)
    except ValueError:
        return name
    mapped = address.ipv4_mapped if isinstance(address, ipaddress.IPv6Address) else None
    return str(mapped or address)


@cache
def names_of_this_machine() -> frozenset[str]:
    """The machine's host name, in full, alone, and as its neighbours call it."""
    name = plain(socket.gethostname())
    return frozenset({name, name.partition(".")[0], f"{name.partition('.')[0]}.local"})


def written(host: str) -> str:
    """The host as an address has it: an IPv6 address in brackets, and for "everywhere" this machine."""
    host = {"0.0.0.0": "127.0.0.1", "::": "::1", "": "127.0.0.1"}.get(host, host)  # noqa: S104 - as above
    return f"[{host}]" if ":" in host else host
