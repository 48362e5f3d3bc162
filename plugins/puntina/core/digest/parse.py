"""Parses one content file: bytes to a Digest and its problems."""

from collections.abc import Iterator

from puntina.core.digest.body import Body, read_body
from puntina.core.digest.conflicts import merge_conflict
from puntina.core.digest.encoding import misencoded
from puntina.core.digest.field_markup import literal_fields
from puntina.core.digest.fields import ReadContext
from puntina.core.digest.front_matter import nodes, split
from puntina.core.digest.keys import read_keys, unread
from puntina.core.digest.model import Digest, FrontMatter, Kind, Reading
from puntina.core.digest.parts import Block, BlockKind
from puntina.core.digest.prepared import prepare
from puntina.core.digest.problem import Problem, errors, limited
from puntina.core.digest.rules import Rules
from puntina.core.digest.second_header import second_header
from puntina.core.digest.silence import audible
from puntina.core.digest.teaser import teaser
from puntina.core.digest.text import decode
from puntina.core.digest.updates import no_such_points
from puntina.core.digest.word_count import count_words


def parse(data: bytes, path: str, rules: Rules) -> Reading:
    """The digest or page in the file at `path` (below content/, with slashes)."""
    shown = path if rules.folder == "." else f"{rules.folder}/{path}"
    text, problems = decode(data, shown)
    if text is None:
        return Reading(None, problems)
    if conflict := merge_conflict(text, shown):
        return Reading(None, (conflict,))
    parts = split(text, shown)
    if isinstance(parts, Problem):
        return Reading(None, (parts,))
    noted = prepare(parts.header, shown, markdown=False)
    root, faults = nodes(noted.text, shown)
    context = ReadContext(shown, rules, list(faults))
    # The body is read whatever the front matter is: an editor gets all problems at once.
    meta, kind = unread(path, rules) if root is None else read_keys(root, path, context)
    body = read_body(parts.body, shown, kind, meta)
    missing = no_such_points(meta.updates, body.blocks, shown) if meta.updates else ()
    if root is not None:
        context.problems.extend(literal_fields(root, noted.text, shown))
    again = tuple(second_header(parts.body, shown))
    within = [each for each in body.problems if not (again and each.code == "MARK-RULE")]
    every = (*misencoded(text, shown), *again, *noted.placed(context.problems), *within, *missing)
    found = tuple(audible(every, text, shown))
    return Reading(None if errors(found) else _digest(path, kind, meta, body, rules), limited(found))


def _digest(path: str, kind: Kind, meta: FrontMatter, body: Body, rules: Rules) -> Digest:
    retraction = meta.retraction if meta.updates else None
    lead = retraction.text if retraction else meta.summary or next(_leads(body.blocks), "")
    return Digest.of(
        path,
        kind,
        meta,
        body.blocks,
        teaser=teaser(lead, rules.teaser_length, meta.lang),
        words=count_words([part.text for block in body.blocks for part in block.parts], meta.lang),
        anchors=body.anchors,
    )


def _leads(blocks: tuple[Block, ...]) -> Iterator[str]:
    """The texts a teaser may come from, best first: summary, first point, first other text."""
    for kind in (BlockKind.SUMMARY, BlockKind.POINTS, BlockKind.BODY):
        yield from (part.text for block in blocks if block.kind is kind for part in block.parts if part.text)
