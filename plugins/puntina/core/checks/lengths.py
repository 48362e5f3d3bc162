"""Digests that feeds have no room for."""

from collections.abc import Iterable, Iterator

from puntina.core.content.problem_at import at
from puntina.core.digest import Digest, Kind, Position, Problem, Severity
from puntina.core.digest.message import message
from puntina.core.settings import Site
from puntina.core.settings.feeds import MOST_CONTENT


def length_problems(digests: Iterable[Digest], site: Site) -> Iterator[Problem]:
    """A note for each digest that is so long that feeds contain only its teaser."""
    for digest in digests:
        # The packed text is at least as long, and known without unpacking it.
        if digest.kind is Kind.DIGEST and len(digest.packed) > MOST_CONTENT and _length(digest) > MOST_CONTENT:
            text = message(
                "feeds will contain only the teaser: the digest has more than {most:,} characters as HTML",
                most=MOST_CONTENT,
            )
            yield at(digest, Position(1, 1), site, "BODY-LONG", text, message("shorten it, or split it"), Severity.NOTE)


def _length(digest: Digest) -> int:
    """The approximate length of its feed entry; only feeds know the rest, such as absolute URLs."""
    return len(digest.summary_text) + sum(len(str(part.html)) for block in digest.blocks for part in block.parts)
