"""Finds link definitions, such as `[1]: https://example.org`, that nothing refers to: readers do not see them."""

import re
from collections.abc import Iterable, Iterator
from typing import Any

from markdown_it.common.utils import normalizeReference
from markdown_it.token import Token

from puntina.core.digest.message import Message, message
from puntina.core.digest.prepared import true_column
from puntina.core.digest.problem import Problem, Severity

_LABEL = re.compile(r"\[(?P<label>(?:[^\[\]\\]|\\.)+)\]:")
_ADDRESS = re.compile(r"[./:#]")  # one of them is in every address and every name of a file
# What editors write as notes to themselves: [//]: # (call again), [comment]: <> (call again).
_NOTES = frozenset({"", "#"})
_OF_NOTES = frozenset({"//", "#", "comment"})


def unused(tokens: Iterable[Token], source: str, path: str, env: dict[str, Any]) -> Iterator[Problem]:
    """The problem of each definition that no link has, at its line; none of those that are an editor's notes."""
    every = env.get("references", {})
    if not every:
        return
    used = set(_labels(tokens))
    lines = source.split("\n")
    for label, found in every.items():
        if label not in used and not _is_note(label, found["href"]):
            yield _problem(found, lines, path, env, *_nobodys(label, found["href"], lines[found["map"][0]]))
    for other in env.get("duplicate_refs", ()):
        if not _is_note(other["label"], other["href"]):
            shown, first = _shown(other["label"], lines[other["map"][0]]), every[other["label"]]["map"][0] + 1
            text = message("duplicate definition [{label}] (first on line {line})", label=shown, line=first)
            yield _problem(other, lines, path, env, text, message("give one of the two another name"))


def _labels(tokens: Iterable[Token]) -> Iterator[str]:
    """The labels by which links and pictures name their definitions, in order."""
    for token in tokens:
        if "label" in token.meta and token.type in {"link_open", "image"}:
            yield token.meta["label"]
        yield from _labels(token.children or ())


def _is_note(label: str, href: str) -> bool:
    return href in _NOTES or label.lower() in _OF_NOTES


def _nobodys(label: str, href: str, line: str) -> tuple[Message, Message]:
    shown = _shown(label, line)
    if _ADDRESS.search(href):
        text = message("nothing refers to the definition [{label}], so readers do not see it", label=shown)
        return text, message("write [text][{label}] where the link belongs, or [text](URL)", label=shown)
    text = message("readers do not see this line, because [{label}]: defines a link", label=shown)
    return text, message("write \\[ to show the bracket")


def _shown(label: str, line: str) -> str:
    """The label as it is typed."""
    found = _LABEL.search(line)
    return found["label"] if found and normalizeReference(found["label"]) == label else label


def _problem(
    found: dict[str, Any], lines: list[str], path: str, env: dict[str, Any], text: Message, hint: Message
) -> Problem:
    number = found["map"][0]
    column = true_column(max(lines[number].find("["), 0), env.get("cuts", {}).get(number, ()))
    return Problem(path, number + 1, column + 1, "BODY-LINK", text, hint, Severity.WARNING)
