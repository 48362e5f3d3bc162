"""The body: tokens to points, summary and other text, each with its HTML, text and line."""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import chain, groupby
from typing import Any

from markdown_it.token import Token

from plugins.digest.completeness import completed
from plugins.digest.links import hold_links, marked_up, notes, too_deep
from plugins.digest.lookalikes import lookalikes
from plugins.digest.markdown import footnote_anchors, parser, pieces, render, render_inline, text_of
from plugins.digest.marks import PIN, PINNED
from plugins.digest.model import FrontMatter, Kind
from plugins.digest.parts import Block, BlockKind, Part
from plugins.digest.plain import Found, read_plain
from plugins.digest.prepared import Cuts, prepare
from plugins.digest.problem import Problem
from plugins.digest.slugs import slugify

LISTS = frozenset({"bullet_list_open", "ordered_list_open"})
Env = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Body:
    """A body as read."""

    blocks: tuple[Block, ...]
    anchors: tuple[str, ...]
    problems: tuple[Problem, ...]


def read_body(source: str, path: str, kind: Kind, meta: FrontMatter) -> Body:
    """The body of a file whose front matter is blanked out; a page has no points and no summary, only text."""
    prepared = prepare(source, path)
    plain, rest = read_plain(prepared.text) if kind is Kind.DIGEST else ([], prepared.text)
    others, anchors, problems = by_markdown(rest, path, kind, prepared.cuts) if rest else ([], (), [])
    parts = plain + others
    if kind is Kind.DIGEST:
        explained = any(problem.code == "BODY-POINTS" for problem in problems)
        parts, faults = completed(parts, path, source.split("\n"), meta, explained=explained)
        problems += faults
    return Body(_blocks(parts), anchors, (*prepared.problems, *problems))


def by_markdown(
    source: str, path: str, kind: Kind, cuts: Cuts | None = None
) -> tuple[list[Found], tuple[str, ...], list[Problem]]:
    """The parts, the anchors in them, and the problems of their Markdown; `cuts` are what is out of the source."""
    env: Env = {"cuts": cuts or {}}
    tokens = parser().parse(source, env)
    problems = [
        *marked_up(path, env),
        *notes(path, env),
        *too_deep(tokens, path),
        *hold_links(tokens, path, env),
        *(lookalikes(tokens, source, path, env) if kind is Kind.DIGEST else ()),
    ]
    note_anchors = footnote_anchors(tokens)
    anchors = (*_shape_headings(tokens, note_anchors), *note_anchors)
    return [part for group in _groups(tokens) for part in _parts(group, env, kind)], anchors, problems


def _groups(tokens: list[Token]) -> Iterator[list[Token]]:
    """The tokens of each block on the top level."""
    group: list[Token] = []
    depth = 0
    for token in tokens:
        group.append(token)
        depth += token.nesting
        if depth == 0:
            yield group
            group = []


def _parts(group: list[Token], env: Env, kind: Kind) -> Iterator[Found]:
    if group[0].type == "paragraph_open" and not group[1].content:
        return  # a line of no-break spaces alone, as pasted text has them
    if kind is Kind.DIGEST and group[0].type in LISTS:
        yield from _list_parts(group, env)
    elif kind is Kind.DIGEST and group[0].type == "paragraph_open" and _is_pinned(group[1]):
        yield BlockKind.SUMMARY, _summary(group[1], env)
    else:
        yield BlockKind.BODY, _flow(group, env)


def _list_parts(group: list[Token], env: Env) -> Iterator[Found]:
    items = list(_groups(group[1:-1]))
    if group[0].type == "ordered_list_open" and not any(_pins(item) for item in items):
        yield BlockKind.BODY, _flow(group, env)
        return
    for item in items:
        content = item[1:-1]
        blocks = list(_groups(content))
        pinned = next((n for n, block in enumerate(blocks) if _is_pinned_paragraph(block)), None)
        if pinned is None:
            yield BlockKind.POINTS, _point(content, env, item[0])
            continue
        # The 📌 is the item itself, or follows the item's own text without a blank line.
        if pinned:
            yield BlockKind.POINTS, _point(list(chain.from_iterable(blocks[:pinned])), env, item[0])
        yield BlockKind.SUMMARY, _summary(blocks[pinned][1], env)
        for block in blocks[pinned + 1 :]:
            yield from _parts(block, env, Kind.DIGEST)


def _pins(item: list[Token]) -> bool:
    return any(_is_pinned_paragraph(block) for block in _groups(item[1:-1]))


def _is_pinned_paragraph(block: list[Token]) -> bool:
    return block[0].type == "paragraph_open" and _is_pinned(block[1])


def _is_pinned(inline: Token) -> bool:
    return bool(PINNED.match(inline.content)) and any(PIN in child.content for child in (inline.children or [])[:6])


def _point(content: list[Token], env: Env, item: Token) -> Part:
    if len(content) == 3 and content[0].type == "paragraph_open":
        html = render_inline(content[1].children or [], env)
    else:
        html = render(content, env)
    return Part(pieces(html, env), text_of(content), _line(item))


def _flow(group: list[Token], env: Env) -> Part:
    return Part(pieces(render(group, env), env), text_of(group), _line(*group))


def _summary(inline: Token, env: Env) -> Part:
    children = _unpinned(list(inline.children or []))
    return Part(pieces(render_inline(children, env), env), text_of(children), _line(inline))


def _unpinned(children: list[Token]) -> list[Token]:
    """The inline tokens without the pushpin, and without the emphasis that held nothing else."""
    at = next(n for n, child in enumerate(children) if PIN in child.content)
    before, pin, after = children[:at], _without(PIN, children[at]), children[at + 1 :]
    before = [token for token in before if token.content or token.nesting]
    while not pin.content and before and after and after[0].type == before[-1].type.replace("_open", "_close"):
        before, after = before[:-1], after[1:]
        if after and after[0].type == "text":
            pin, after = _without("", after[0]), after[1:]
    return [*before, pin, *after]


def _without(start: str, token: Token) -> Token:
    copy = token.copy()
    copy.content = token.content.replace(start, "", 1).lstrip("\N{VARIATION SELECTOR-16}\N{VARIATION SELECTOR-15} \xa0")
    return copy


def _line(*tokens: Token) -> int:
    """The line of the first token that knows its own; a block of footnotes does not, what is in it does."""
    return next((token.map[0] + 1 for token in tokens if token.map), 1)


def _blocks(parts: list[Found]) -> tuple[Block, ...]:
    return tuple(
        Block(kind, tuple(part for _, part in run)) for kind, run in groupby(parts, key=lambda found: found[0])
    )


def _shape_headings(tokens: list[Token], taken: Iterable[str]) -> tuple[str, ...]:
    """Gives headings ids that are not taken, and moves them below the page's own h1; returns the ids."""
    headings = [n for n, token in enumerate(tokens) if token.type == "heading_open"]
    shift = 1 if any(tokens[n].tag == "h1" for n in headings) else 0
    used, own, repeats = set(taken), list[str](), Counter[str]()
    for n in headings:
        name = anchor = slugify(text_of([tokens[n + 1]])) or "section"
        while anchor in used:
            repeats[name] += 1
            anchor = f"{name}-{repeats[name] + 1}"
        used.add(anchor)
        own.append(anchor)
        tokens[n].attrSet("id", anchor)
        tokens[n].tag = tokens[n + 2].tag = f"h{min(int(tokens[n].tag[1]) + shift, 6)}"
    return tuple(own)
