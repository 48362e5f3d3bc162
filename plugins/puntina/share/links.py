"""Share links: what a template prints for a digest."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from puntina.share.networks import NETWORKS, Kind, Network

BY_NAME = {network.name: network for network in NETWORKS}
LINE_BREAK = re.compile(r"\s*[\n\r\v\f\x1c-\x1e\x85\u2028\u2029]\s*")


@dataclass(frozen=True, slots=True)
class ShareLink:
    """A way to share; the template prints `gettext(link.message, network=link.label)`."""

    network: str
    label: str  # the brand's name; empty for e-mail, copy and native
    url: str  # where the link leads; for copy and native the digest's own address
    kind: Kind
    message: str  # to be translated


class ShareLinks(tuple[ShareLink, ...]):
    """The ways to share one digest, in their order."""

    __slots__ = ()

    @property
    def has_links(self) -> bool:
        """Whether one of them works without a script."""
        return any(way.kind == "link" for way in self)

    @property
    def has_buttons(self) -> bool:
        """Whether one of them needs a script."""
        return any(way.kind != "link" for way in self)


def share_links(title: str, url: str, names: Sequence[str], more: Sequence[Network] = ()) -> ShareLinks:
    """A link for each of the networks of these names, in their order; `url` is the digest's absolute URL.

    `more` are networks besides ours. A line break in the title becomes one space. KeyError for an unknown name.
    """
    line = LINE_BREAK.sub(" ", title.strip())
    known = {**BY_NAME, **{network.name: network for network in more}} if more else BY_NAME
    return ShareLinks([_link(known[name], line, url) for name in names])


def _link(network: Network, title: str, url: str) -> ShareLink:
    target = network.open_with(title, url) if network.kind == "link" else url
    return ShareLink(network.name, network.label, target, network.kind, network.message)
