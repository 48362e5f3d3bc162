"""Threads: digests of one matter over time, by the name that readers of their language know it by.

Threads of two languages are one where a digest of the one is a translation of a digest of the other.
"""

from collections.abc import Iterable

from puntina.core.digest.model import FrontMatter
from puntina.core.digest.slugs import slugify

Node = tuple[str, str]  # a thread's language and slug


def node_of(meta: FrontMatter) -> Node:
    """The thread that the front matter names, which it must."""
    return meta.lang, slugify(meta.thread)


def same_threads(metas: Iterable[FrontMatter]) -> dict[Node, tuple[Node, ...]]:
    """Each thread with all that are one with it, itself among them, in order."""
    groups: dict[Node, set[Node]] = {}
    by_key: dict[str, set[Node]] = {}
    for meta in metas:
        node = node_of(meta)
        groups.setdefault(node, {node})
        by_key.setdefault(meta.translation_key, set()).add(node)
    for nodes in by_key.values():
        if len({id(groups[node]) for node in nodes}) > 1:
            merged = set().union(*[groups[node] for node in nodes])
            groups.update(dict.fromkeys(merged, merged))
    return {node: tuple(sorted(group)) for node, group in groups.items()}


def is_clear(group: tuple[Node, ...]) -> bool:
    """Whether threads that are one have each a language of its own: of two in one neither is known to be it."""
    return len({lang for lang, _ in group}) == len(group)
