"""Where a digest stands at the build's cut-off: published, hidden, a draft, or held until its date."""

import datetime as dt
from enum import StrEnum

from plugins.digest import Digest, Status


class Standing(StrEnum):
    """What a build does with a digest: drafts and held ones are nowhere but in a preview."""

    PUBLISHED = "published"
    HIDDEN = "hidden"
    DRAFT = "draft"
    HELD = "held"

    @property
    def is_public(self) -> bool:
        """Whether readers may see it at its address."""
        return self is Standing.PUBLISHED or self is Standing.HIDDEN


def standing(digest: Digest, cutoff: dt.datetime) -> Standing:
    """Where the digest stands at the instant."""
    meta = digest.meta
    if meta.status is Status.DRAFT:
        return Standing.DRAFT
    if meta.date and meta.date > cutoff:
        return Standing.HELD
    return Standing.HIDDEN if meta.status is Status.HIDDEN else Standing.PUBLISHED
