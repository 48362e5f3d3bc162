"""The body: tokens to points, summary and other text, each with its HTML, text and line."""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import chain, groupby, islice
from typing import Any

from markdown_it.token import Token

from puntina.core.digest.completeness import completed
from puntina.core.digest.definitions import unused
from puntina.core.digest.fast_path.markdown import Found, read_plain
from puntina.core.digest.limits import too_much, too_much_to_prepare
from puntina.core.digest.links import hold_links, marked_up, notes, too_deep
from puntina.core.digest.literal_blocks import mistyped_blocks
from puntina.core.digest.lookalikes import lookalikes
from puntina.core.digest.markdown import footnote_anchors, parser, pieces, render, render_inline, text_of
from puntina.core.digest.markdown_rules import PIN
from puntina.core.digest.model import FrontMatter, Kind
from puntina.core.digest.parts import Block, BlockKind, Part
from puntina.core.digest.pins import groups, is_pinned, is_pinned_paragraph, settled, unpinned
from puntina.core.digest.prepared import Cuts, prepare
from puntina.core.digest.problem import MOST, Problem
from puntina.core.digest.sides import give_sides
from puntina.core.digest.slugs import slugify
from puntina.core.digest.typed_signs import with_typed_signs
from puntina.core.digest.unseen import with_plain_labels
from puntina.fast_paths import is_on

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
    if refused := too_much_to_prepare(source, path):
        return Body((), (), (refused,))
    prepared = prepare(source, path)
    if refused := too_much(prepared.text, path):
        return Body((), (), (*prepared.problems, refused))
    plain, rest = read_plain(prepared.text) if kind is Kind.DIGEST and is_on("bodies") else ([], prepared.text)
    pinned = any(found is BlockKind.SUMMARY for found, _ in plain)
    listed = prepared.text if any(found is BlockKind.POINTS for found, _ in plain) else ""
    others, anchors, problems = (
        by_markdown(rest, path, kind, prepared.cuts, pinned=pinned, listed=listed, lang=meta.lang)
        if rest
        else ([], (), [])
    )
    parts = plain + others
    if kind is Kind.DIGEST:
        explained = any(problem.code == "BODY-POINTS" for problem in problems)
        parts, faults = completed(parts, path, source, meta, prepared.text, explained=explained)
        problems += faults
    return Body(_blocks(parts), anchors, (*prepared.problems, *problems))


def by_markdown(
    source: str,
    path: str,
    kind: Kind,
    cuts: Cuts | None = None,
    *,
    pinned: bool = False,
    listed: str = "",
    lang: str = "en",
) -> tuple[list[Found], tuple[str, ...], list[Problem]]:
    """The parts, the anchors in them, and the problems of their Markdown; `cuts` are what is out of the source.

    `pinned` says whether what is above the source has a summary; `listed` is all of the text if points are above it.
    """
    env: Env = {"cuts": cuts or {}}
    source = with_plain_labels(source)
    tokens = parser().parse(source, env)
    if kind is Kind.DIGEST:
        tokens = with_typed_signs(tokens)
    problems = [
        *marked_up(path, env),
        *notes(path, env),
        *too_deep(tokens, path),
        *islice(unused(tokens, source, path, env), MOST),
        *hold_links(tokens, path, env),
        *mistyped_blocks(tokens, source, path, env["cuts"]),
        *(
            islice(lookalikes(tokens, source, path, env, listed), MOST) if kind is Kind.DIGEST else ()
        ),  # warnings, all of them
    ]
    if kind is Kind.DIGEST and PIN in source:
        tokens = settled(tokens, pinned=pinned)
    give_sides(tokens, lang)
    note_anchors = footnote_anchors(tokens)
    anchors = (*_shape_headings(tokens, note_anchors), *note_anchors)
    return [part for group in groups(tokens) for part in _parts(group, env, kind)], anchors, problems


def _parts(group: list[Token], env: Env, kind: Kind) -> Iterator[Found]:
    if group[0].type == "paragraph_open" and not group[1].content:
        return  # a line of no-break spaces alone, as pasted text has them
    if kind is Kind.DIGEST and group[0].type in LISTS:
        yield from _list_parts(group, env)
    elif kind is Kind.DIGEST and group[0].type == "paragraph_open" and is_pinned(group[1]):
        yield BlockKind.SUMMARY, _summary(group[1], env)
    else:
        yield BlockKind.BODY, _flow(group, env)


def _list_parts(group: list[Token], env: Env) -> Iterator[Found]:
    items = list(groups(group[1:-1]))
    if group[0].type == "ordered_list_open" and not any(
        is_pinned_paragraph(block) for item in items for block in groups(item[1:-1])
    ):
        yield BlockKind.BODY, _flow(group, env)
        return
    for item in items:
        content = item[1:-1]
        blocks = list(groups(content))
        pinned = next((n for n, block in enumerate(blocks) if is_pinned_paragraph(block)), None)
        if pinned is None:
            yield BlockKind.POINTS, _point(content, env, item[0])
            continue
        # The 📌 is the item itself, or follows the item's own text without a blank line.
        if pinned:
            yield BlockKind.POINTS, _point(list(chain.from_iterable(blocks[:pinned])), env, item[0])
        yield BlockKind.SUMMARY, _summary(blocks[pinned][1], env)
        for block in blocks[pinned + 1 :]:
            yield from _parts(block, env, Kind.DIGEST)


def _point(content: list[Token], env: Env, item: Token) -> Part:
    if len(content) == 3 and content[0].type == "paragraph_open":
        html = render_inline(content[1].children or [], env)
    else:
        html = render(content, env)
    return Part(pieces(html, env), text_of(content), _line(item))


def _flow(group: list[Token], env: Env) -> Part:
    return Part(pieces(render(group, env), env), text_of(group), _line(*group))


def _summary(inline: Token, env: Env) -> Part:
    children = unpinned(inline)
    return Part(pieces(render_inline(children, env), env), text_of(children), _line(inline))


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
