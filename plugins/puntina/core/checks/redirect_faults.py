"""What is in the way of old URLs: each must lead somewhere else, and be where nothing else is."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from puntina.core.checks.reserved_paths import Reserved
from puntina.core.content.problem_at import at, shown
from puntina.core.content.redirects import Moved
from puntina.core.content.site_paths import collision_key
from puntina.core.digest import Digest, Problem
from puntina.core.digest.aliases import names_file
from puntina.core.digest.message import Message, message
from puntina.core.settings import Site


@dataclass(frozen=True, slots=True)
class _Output:
    """What is in the output by collision key, and what will be: pages, copied files, what the site has of its own."""

    pages: Mapping[str, str]
    others: Mapping[str, str]
    own: Reserved
    first: Mapping[str, Moved]  # of several old URLs with one collision key
    folders: frozenset[str]  # that are called as pages are
    digests: Mapping[str, Digest]
    site: Site


def moved_problems(
    moves: Iterable[Moved],
    digests: Mapping[str, Digest],
    pages: Mapping[str, str],
    others: Mapping[str, str],
    own: Reserved,
    site: Site,
) -> Iterator[Problem]:
    """A problem for each that leads to itself or is in the place of something else.

    `pages` are the digests and pages by collision key, `others` the files that are copied, likewise; `own`
    is what the site keeps for itself. What a pattern has for every digest is told once.
    """
    every = list(moves)
    first = {collision_key(move.address.save_as): move for move in reversed(every)}
    output = _Output(pages, others, own, first, _folders_like_files((*pages, *others, *own.paths)), digests, site)
    told: set[str] = set()
    for move in every:
        code, what = _fault(move, output)
        if what and (move.is_alias or what not in told):
            told.add(what)
            yield at(digests[move.path], move.place, site, code, *_words(move, what))


def _words(move: Moved, fault: Message) -> tuple[Message, Message]:
    if move.is_alias:
        return message('the alias "{alias}" {fault}', alias=move.said, fault=fault), message("delete it")
    text = message('"{url}", from REDIRECTS, {fault}', url=move.said, fault=fault)
    return text, message("narrow the pattern, or set REDIRECTS_UNTIL")


def _folders_like_files(keys: Iterable[str]) -> frozenset[str]:
    return frozenset(folder for key in keys if ".html/" in key for folder in _parents(key))


def _parents(key: str) -> tuple[str, ...]:
    """The folders that the path lies in."""
    parts = key.split("/")[:-1]
    return tuple("/".join(parts[:end]) for end in range(1, len(parts) + 1))


def _fault(move: Moved, output: _Output) -> tuple[str, Message | None]:
    """The code of the problem of the move, and what is wrong with it, as a predicate; None where nothing is."""
    key = collision_key(move.address.save_as)
    first = output.first[key]
    if output.pages.get(key) == move.path:
        return "PATH-LOOP", message("is the file's own URL")
    if first is not move and first.path == move.path:
        return "PATH-TWICE", message('is the same as "{other}"', other=first.said)
    if found := output.own.fault(key):
        return "PATH-TWICE", found
    if found := _at(key, move, output) or _beside(key, move, output):
        return "PATH-TWICE", message("is {place}", place=found)
    for folder in _parents(key):
        if found := _at(folder, move, output):
            return "PATH-TWICE", message("is below /{folder}, which is {place}", folder=folder, place=found)
    return "PATH-TWICE", message("is the path of a folder") if key in output.folders else None


def _at(key: str, move: Moved, output: _Output) -> Message | None:
    """What is at the path, as the end of a sentence; None for nothing but the move."""
    if page := output.pages.get(key):
        return message("the URL of {file}", file=shown(output.digests[page], output.site))
    if other := output.own.paths.get(key) or output.others.get(key):
        return message("the path of {other}", other=other)
    if (before := output.first.get(key)) and before is not move:
        return message("also an old URL of {file}", file=shown(output.digests[before.path], output.site))
    return None


def _beside(key: str, move: Moved, output: _Output) -> Message | None:
    """What is in the folder that hosts take for this address where it has neither slash nor ending; likewise."""
    if not move.is_alias or names_file(move.said) or not key.endswith(".html"):
        return None
    index = f"{key.removesuffix('.html')}/index.html"
    if key.endswith("/index.html") or move.path in {
        output.pages.get(index),
        getattr(output.first.get(index), "path", ""),
    }:
        return None
    return _at(index, move, output)
