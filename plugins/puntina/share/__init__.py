"""Share links as data: which networks a digest shows, and the address that each is opened with."""

from puntina.core.hooks import Plugin
from puntina.share.choice import choose
from puntina.share.links import ShareLink, ShareLinks, share_links
from puntina.share.networks import NETWORK_NAMES, NETWORKS, Network
from puntina.share.part import share_part

__all__ = ["NETWORKS", "NETWORK_NAMES", "Network", "ShareLink", "ShareLinks", "choose", "register", "share_links"]

PLUGIN = Plugin(page_parts={"share": share_part})


def register() -> None:
    """Nothing to connect: PLUGIN has all of it."""
