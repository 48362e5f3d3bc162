"""Share links as data: which networks a digest shows, and the address that each is opened with."""

from puntina.share.attach import offer_share
from puntina.share.choice import choose
from puntina.share.links import ShareLink, ShareLinks, share_links
from puntina.share.networks import NETWORK_NAMES, NETWORKS, Network

__all__ = ["NETWORKS", "NETWORK_NAMES", "Network", "ShareLink", "ShareLinks", "choose", "register", "share_links"]


def register() -> None:
    """Connects to Pelican's signals."""
    from pelican import signals  # here, as checks need the networks and not Pelican

    signals.initialized.connect(offer_share)
