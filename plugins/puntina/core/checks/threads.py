"""Threads with a single digest, perhaps because of a typing error, and threads that are split in one language only."""

from collections.abc import Iterator
from difflib import get_close_matches

from puntina.core.checks.slugs import slug_problems
from puntina.core.content.problem_at import at, shown
from puntina.core.digest import Digest, Problem, Severity, Status
from puntina.core.digest.message import message
from puntina.core.digest.slugs import slugify
from puntina.core.digest.threads import Node, is_clear, node_of, same_threads
from puntina.core.settings import Site

Threads = dict[Node, list[Digest]]
NEAR = 0.8  # how alike two slugs must be for one to be taken for a slip: "chip-war" and "the-chip-war"
MOST = 300  # threads; to hold each of more against all others would take longer than all else


def thread_problems(digests: list[Digest], site: Site, *, all_read: bool = True) -> Iterator[Problem]:
    """The problems of threads; those whose slugs are one are reported as of tags and authors.

    Where not all files could be read, a thread of one digest may have others.
    """
    threads: Threads = {}
    for digest in digests:
        if digest.meta.thread:
            threads.setdefault(node_of(digest.meta), []).append(digest)
    if threads:
        threaded = [digest for digest in digests if digest.meta.thread]
        yield from slug_problems(threaded, site, "thread", slugify)
        if all_read:
            yield from _of_one(threads, site)
        yield from _parted(threads, threaded, site)


def _of_one(threads: Threads, site: Site) -> Iterator[Problem]:
    """The threads of one digest: a note where it may have just begun, a warning where another is called nearly so."""
    for node, every in threads.items():
        members = [digest for digest in every if digest.meta.status is not Status.HIDDEN]  # readers find none of those
        if len(members) > 1 or not members:
            continue
        digest, near = members[0], _near(node, threads) if len(threads) <= MOST else ""
        text = message('the thread "{thread}" has only one digest', thread=digest.meta.thread)
        hint = (
            message('did you mean "{guess}"?', guess=near)
            if near
            else message("write the same line in the other digests on the topic")
        )
        severity = Severity.WARNING if near else Severity.NOTE
        yield at(digest, digest.meta.position("thread"), site, "FM-THREAD", text, hint, severity)


def _near(node: Node, threads: Threads) -> str:
    """The name of the thread of this language whose slug is nearest to the node's, "" where none is near."""
    lang, slug = node
    others = [other for own, other in threads if own == lang and other != slug]
    found = get_close_matches(slug, others, n=1, cutoff=NEAR)
    return threads[lang, found[0]][0].meta.thread if found else ""


def _parted(threads: Threads, threaded: list[Digest], site: Site) -> Iterator[Problem]:
    """Threads that are two in one language and one in another, so that neither leads to that one."""
    same = same_threads([digest.meta for digest in threaded])
    for group in dict.fromkeys(same.values()):
        first: dict[str, Digest] = {}
        for node in () if is_clear(group) else group:
            digest = threads[node][0]
            other = first.setdefault(node[0], digest)
            if other is not digest:
                yield _two(digest, other, site)


def _two(digest: Digest, other: Digest, site: Site) -> Problem:
    name, place = other.meta.thread, other.meta.position("thread")
    there = f"{shown(other, site)}:{place.line}:{place.column}"
    text = message(
        '"{thread}" and "{name}" ({place}) are one thread in another language',
        thread=digest.meta.thread,
        name=name,
        place=there,
    )
    hint = message('write "{name}" in both, or use two threads there as well', name=name)
    return at(digest, digest.meta.position("thread"), site, "FM-THREAD", text, hint, Severity.WARNING)
