"""The share links of a digest, as a part of its page."""

from collections.abc import Sequence
from typing import Protocol

from puntina.core.digest import Digest
from puntina.share.choice import choose
from puntina.share.links import ShareLinks, share_links
from puntina.share.networks import Network


class Shown(Protocol):
    """A digest at its URL."""

    @property
    def digest(self) -> Digest:
        """The digest."""

    @property
    def url(self) -> str:
        """Its URL below the site's root."""


class ShareSettings(Protocol):
    """What the publication's settings say of share links."""

    @property
    def share(self) -> tuple[str, ...]:
        """The names of the networks."""

    @property
    def share_by_language(self) -> tuple[tuple[str, tuple[str, ...]], ...]:
        """The names in place of these, by language."""

    @property
    def networks(self) -> Sequence[Network]:
        """The networks that plugins add."""

    def absolute(self, url: str) -> str:
        """The URL with scheme and host."""


def share_part(shown: Shown, site: ShareSettings) -> ShareLinks:
    """The digest's links, in order; a preview's drafts have them too, to be seen."""
    meta = shown.digest.meta
    names = choose(site.share, dict(site.share_by_language), meta.lang, meta.share)
    return share_links(meta.title, site.absolute(shown.url), names, site.networks)
