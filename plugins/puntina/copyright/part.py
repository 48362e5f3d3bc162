"""The copyright notice of a digest, as a part of its page."""

from typing import Protocol

from puntina.copyright.licences import Licence
from puntina.copyright.notice import Notice, notice_for
from puntina.core.digest import Digest


class HasDigest(Protocol):
    """Something that is made from a digest."""

    @property
    def digest(self) -> Digest:
        """The digest."""


class RightsSettings(Protocol):
    """What the publication's settings say of rights."""

    @property
    def holder(self) -> str:
        """Who holds them."""

    @property
    def licence(self) -> Licence | None:
        """The licence, None where all rights are reserved."""


def copyright_part(shown: HasDigest, site: RightsSettings) -> Notice:
    """The digest's notice, by its own date and front matter."""
    meta = shown.digest.meta
    assert meta.date  # noqa: S101 - no digest is without one, for the type checker
    return notice_for(meta.date.year, meta.copyright, holder=site.holder, licence=site.licence, lang=meta.lang)
