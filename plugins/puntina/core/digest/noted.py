"""Which points of a digest its dated notes are about."""

from puntina.core.digest.model import Digest


def point_marks(digest: Digest) -> tuple[str, ...]:
    """For each point "", or the kind of the newest note on it; nothing where no note is on any."""
    kinds = {number: each.kind.value for each in reversed(digest.meta.updates) for number in each.points}
    return tuple([kinds.get(number, "") for number in range(1, len(digest.points) + 1)]) if kinds else ()
