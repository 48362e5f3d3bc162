"""How problems name digests and places."""

from pathlib import PurePosixPath

from puntina.core.digest import Digest, Position, Problem, Severity
from puntina.core.digest.message import Message
from puntina.core.settings import Site


def shown(digest: Digest, site: Site) -> str:
    """The digest's file as problems name it."""
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
    """A problem at a place in the digest's file."""
    return Problem(shown(digest, site), position.line, position.column, code, text, hint, severity)
