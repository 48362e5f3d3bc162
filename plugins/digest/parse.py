"""One content file, from bytes to a Digest and its problems."""

from dataclasses import dataclass
from pathlib import PurePosixPath

from plugins.digest.body import read_body
from plugins.digest.fields import Desk
from plugins.digest.front_matter import nodes, split
from plugins.digest.keys import read_keys, unread
from plugins.digest.model import BlockKind, Digest
from plugins.digest.problem import Problem, errors
from plugins.digest.rules import Rules
from plugins.digest.sentence import teaser
from plugins.digest.text import decode


@dataclass(frozen=True, slots=True)
class Reading:
    """What came of reading a file: the digest, None where its errors keep it from being one, and all problems."""

    digest: Digest | None
    problems: tuple[Problem, ...]


def parse(data: bytes, path: str, rules: Rules) -> Reading:
    """The digest or page in the file at `path` (below content/, with slashes)."""
    shown = PurePosixPath(rules.folder, path).as_posix()
    text, problems = decode(data, shown)
    if text is None:
        return Reading(None, problems)
    parts = split(text, shown)
    if isinstance(parts, Problem):
        return Reading(None, (parts,))
    root, faults = nodes(parts.header, shown)
    desk = Desk(shown, rules, list(faults))
    # The body is read whatever the front matter is: an editor gets all problems at once.
    meta, kind = unread(path, rules) if root is None else read_keys(root, path, desk)
    body = read_body(parts.body, shown, kind, meta)
    found = (*desk.problems, *body.problems)
    draft = Digest(path, kind, meta, body.blocks, "", 0, body.anchors)
    return Reading(None if errors(found) else _counted(draft, rules), found)


def _counted(digest: Digest, rules: Rules) -> Digest:
    every = [part.text for block in digest.blocks for part in block.parts]
    lead = digest.meta.summary or next(iter(_leads(digest)), "")
    words = sum(len(text.split()) for text in every)
    return Digest(
        digest.path,
        digest.kind,
        digest.meta,
        digest.blocks,
        teaser(lead, rules.teaser_length),
        words,
        digest.anchors,
    )


def _leads(digest: Digest) -> list[str]:
    """The texts a teaser may come from, best first: summary, first point, first other text."""
    order = (BlockKind.SUMMARY, BlockKind.POINTS, BlockKind.BODY)
    return [
        part.text
        for kind in order
        for block in digest.blocks
        if block.kind is kind
        for part in block.parts
        if part.text
    ]
