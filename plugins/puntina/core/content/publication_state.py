"""Where a digest stands at the build's cut-off: published, hidden, expired, a draft, or held until its date."""

import datetime as dt
from enum import StrEnum

from puntina.core.digest import Digest, Status, states
from puntina.core.digest.message import Message, message


class Standing(StrEnum):
    """What a build does with a digest: drafts and held ones are nowhere but in a preview."""

    PUBLISHED = "published"
    HIDDEN = "hidden"
    EXPIRED = states.EXPIRED
    DRAFT = states.DRAFT
    HELD = states.HELD

    @property
    def is_public(self) -> bool:
        """Whether readers may see it at its address."""
        return self not in {Standing.DRAFT, Standing.HELD}

    @property
    def is_listed(self) -> bool:
        """Whether it is in lists and feeds; in a preview, drafts and held ones are too."""
        return self not in {Standing.HIDDEN, Standing.EXPIRED}


def standing(digest: Digest, cutoff: dt.datetime) -> Standing:
    """Where the digest stands at the instant."""
    meta = digest.meta
    if meta.status is Status.DRAFT:
        return Standing.DRAFT
    if meta.date and meta.date > cutoff:
        return Standing.HELD
    if meta.expires and meta.expires <= cutoff:
        return Standing.EXPIRED
    return Standing.HIDDEN if meta.status is Status.HIDDEN else Standing.PUBLISHED


def unpublished(file: str, state: Standing) -> Message:
    """Why readers see nothing of the file."""
    if state is Standing.DRAFT:
        return message("{file} is a draft", file=file)
    return message("{file} is scheduled", file=file)
