"""Finds the YAML between the two `---` lines and parses it into nodes with positions."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

import yaml
from yaml.nodes import MappingNode, Node, ScalarNode

from puntina.core.digest.left_out import without_nulls
from puntina.core.digest.limits import too_long
from puntina.core.digest.message import Message, message
from puntina.core.digest.openings import LIKE_FENCE, no_front_matter
from puntina.core.digest.problem import Problem
from puntina.core.digest.unfilled import unfilled
from puntina.core.digest.yaml_broken import no_keys, syntax_error
from puntina.core.digest.yaml_faults import Loader, disallowed, position_of, yaml_warnings

FENCE = "---"
_BODY = re.compile(r"\s*([•‣◦📌#]|$)")
# White space that YAML takes for letters (U+00A0) or for line ends (U+2028); a space is as wide and keeps places true.
_SPACES = re.compile(r"[^\S\n\t ]")
_OTHER_SPACES = re.compile(r"[^\S\n\t \xa0\u202f]")
_NO_BREAK = re.compile("[\xa0\u202f]")
# What a line is made of before its value: indentation, the signs of lists, the key and its colon.
_BEFORE_VALUE = re.compile(r"\s*(?:[-?]\s+)*(?:[\w\"'-]+\s*:(?=\s|$)\s*)?")


@dataclass(frozen=True, slots=True)
class Split:
    """A file cut in two; `body` keeps the front matter's lines as empty ones, so that line numbers stay true."""

    header: str
    body: str


def split(text: str, path: str) -> Split | Problem:
    """The front matter and the body, or the problem that prevents splitting them."""
    lines = text.split("\n")
    if lines[0].rstrip() != FENCE:
        return no_front_matter(lines, path)
    for number, line in enumerate(lines[1:], 1):
        if line.rstrip() == FENCE:
            return Split("\n".join(["", *lines[1:number]]), "\n" * (number + 1) + "\n".join(lines[number + 1 :]))
    return Problem(path, 1, 1, "FM-UNCLOSED", message("the front matter is not closed"), _closing_hint(lines))


def _closing_hint(lines: list[str]) -> Message:
    for number, line in enumerate(lines[1:], 2):
        if LIKE_FENCE.fullmatch(line):
            return message("write line {line} as ---: three hyphens, nothing before them", line=number)
        if _BODY.match(line):
            return message("put a line --- before line {line}, where the text begins", line=number)
    return message("put a line --- below its last line")


def nodes(header: str, path: str) -> tuple[MappingNode | None, tuple[Problem, ...]]:
    """The front matter's node tree, None where it is no list of keys, and the problems of its YAML."""
    if problem := too_long(header, path):
        return None, (problem,)
    header = _with_spaces(header)
    if problems := tuple(unfilled(header, path)):
        return None, problems
    try:
        if problems := tuple(disallowed(header, path)):
            return None, problems
        root = yaml.compose(header, Loader=Loader)
    except yaml.MarkedYAMLError as error:
        return None, (syntax_error(error, header, path),)
    except yaml.YAMLError as error:
        text = message("the front matter is not valid YAML: {reason}", reason=str(error).splitlines()[0])
        return None, (Problem(path, 1, 1, "YAML", text, message("fix the front matter")),)
    if root is None:
        return MappingNode("tag:yaml.org,2002:map", []), ()
    if not isinstance(root, MappingNode):
        at = position_of(root)
        return None, (no_keys(header, at, path),)
    return without_nulls(root, header), (*_duplicates(root, path), *yaml_warnings(root, header, path))


def _with_spaces(header: str) -> str:
    """The header with spaces in place of all other white space but no-break spaces inside a value, which are meant."""
    if not _SPACES.search(header):
        return header
    return "\n".join(map(_spaced, _OTHER_SPACES.sub(" ", header).split("\n")))


def _spaced(line: str) -> str:
    before = _BEFORE_VALUE.match(line)
    start = before.end() if before else 0
    end = len(line.rstrip()) if line[start : start + 1] not in {"[", "{"} else start
    return _NO_BREAK.sub(" ", line[:start]) + line[start:end] + _NO_BREAK.sub(" ", line[end:])


def pairs(root: MappingNode) -> Iterator[tuple[str, Node, Node]]:
    """Each key's text with its node and its value's; a key that is no word comes out as ""."""
    for key, value in root.value:
        yield (key.value if isinstance(key, ScalarNode) else ""), key, value


def _duplicates(root: MappingNode, path: str) -> Iterator[Problem]:
    seen: dict[str, Node] = {}
    for name, key, _ in pairs(root):
        if name in seen:
            at, first = position_of(key), position_of(seen[name]).line
            yield Problem(
                path,
                at.line,
                at.column,
                "FM-DUPLICATE",
                message('duplicate key "{key}", first on line {line}', key=name, line=first),
                message("delete one of them"),
            )
        seen.setdefault(name, key)
