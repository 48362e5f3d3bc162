"""Makes problems at a position in a digest's file."""

from pathlib import PurePosixPath

from puntina.core.digest import Digest, Position, Problem, Severity
from puntina.core.digest.message import Message
from puntina.core.settings import Site


def shown(digest: Digest, site: Site) -> str:
    """The path of the digest's file, as shown in problems."""
    return PurePosixPath(site.rules.folder, digest.path).as_posix()


def at(
    digest: Digest,
    position: Position,
    site: Site,
    code: str,
    text: Message,
    hint: Message,
    severity: Severity = Severity.ERROR,
) -> Problem:
    """A problem at a position in the digest's file."""
    return Problem(shown(digest, site), position.line, position.column, code, text, hint, severity)
