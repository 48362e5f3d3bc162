"""The publication state of a digest at the build's cut-off: published, hidden, expired, draft or scheduled."""

import datetime as dt
from enum import StrEnum

from puntina.core.digest import Digest, Status, states
from puntina.core.digest.message import Message, message


class State(StrEnum):
    """What a build does with a digest: drafts and scheduled digests appear only in previews."""

    PUBLISHED = "published"
    HIDDEN = "hidden"
    EXPIRED = states.EXPIRED
    DRAFT = states.DRAFT
    SCHEDULED = states.SCHEDULED

    @property
    def is_public(self) -> bool:
        """Whether readers may see it at its URL."""
        return self not in {State.DRAFT, State.SCHEDULED}

    @property
    def is_listed(self) -> bool:
        """Whether it is in lists and feeds; in a preview, drafts and scheduled digests are too."""
        return self not in {State.HIDDEN, State.EXPIRED}


def state_of(digest: Digest, cutoff: dt.datetime) -> State:
    """The state of the digest at the cut-off."""
    meta = digest.meta
    if meta.status is Status.DRAFT:
        return State.DRAFT
    if meta.date and meta.date > cutoff:
        return State.SCHEDULED
    if meta.expires and meta.expires <= cutoff:
        return State.EXPIRED
    return State.HIDDEN if meta.status is Status.HIDDEN else State.PUBLISHED


def unpublished(file: str, state: State) -> Message:
    """Why the file is not published."""
    if state is State.DRAFT:
        return message("{file} is a draft", file=file)
    return message("{file} is scheduled", file=file)
