"""The YAML between the two `---` lines: found, parsed into nodes, every key with its place."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

import yaml
from yaml.nodes import MappingNode, Node, ScalarNode

from plugins.digest.left_out import without_nulls
from plugins.digest.problem import Problem
from plugins.digest.yaml_faults import Loader, broken, misread, place, refused

FENCE = "---"
_LIKE_FENCE = re.compile(r"\s*(?:-{2,}|[‐-―−]+)\s*")  # what a keyboard or an editor makes of three hyphens
_PELICAN_HEADER = re.compile(
    r"(Title|Date|Category|Tags|Slug|Author|Authors|Summary|Status|Lang|Modified):", re.IGNORECASE
)
_BODY = re.compile(r"\s*([•‣◦📌#]|$)")
# White space that YAML takes for letters (U+00A0) or for line ends (U+2028); a space is as wide and keeps places true.
_SPACES = re.compile(r"[^\S\n\t ]")


@dataclass(frozen=True, slots=True)
class Split:
    """A file cut in two; `body` keeps the front matter's lines as empty ones, so that line numbers stay true."""

    header: str
    body: str


def split(text: str, path: str) -> Split | Problem:
    """The front matter and the body, or the problem that keeps them from being told apart."""
    lines = text.split("\n")
    if lines[0].rstrip() != FENCE:
        return _no_header(lines, path)
    for number, line in enumerate(lines[1:], 1):
        if line.rstrip() == FENCE:
            return Split("\n".join(["", *lines[1:number]]), "\n" * (number + 1) + "\n".join(lines[number + 1 :]))
    return Problem(path, 1, 1, "FM-UNCLOSED", "the front matter is not closed", _closing_hint(lines))


def _closing_hint(lines: list[str]) -> str:
    for number, line in enumerate(lines[1:], 2):
        if _LIKE_FENCE.fullmatch(line):
            return f"write line {number} as ---, three hyphens at its beginning"
        if _BODY.match(line):
            return f"put a line --- before line {number}, where the text begins"
    return "put a line --- below its last line"


def nodes(header: str, path: str) -> tuple[MappingNode | None, tuple[Problem, ...]]:
    """The front matter's node tree, None where it is no list of keys, and the problems of its YAML."""
    header = _SPACES.sub(" ", header)
    try:
        if problems := tuple(refused(header, path)):
            return None, problems
        root = yaml.compose(header, Loader=Loader)
    except yaml.MarkedYAMLError as error:
        return None, (broken(error, header, path),)
    except yaml.YAMLError as error:
        return None, (Problem(path, 1, 1, "YAML", str(error).splitlines()[0], "mend the front matter"),)
    if root is None:
        return MappingNode("tag:yaml.org,2002:map", []), ()
    if not isinstance(root, MappingNode):
        at = place(root)
        text, hint = "not a list of keys", 'write each line as "key: value", with a space after the colon'
        return None, (Problem(path, at.line, at.column, "YAML", text, hint),)
    return without_nulls(root, header), (*_duplicates(root, path), *misread(root, header, path))


def pairs(root: MappingNode) -> Iterator[tuple[str, Node, Node]]:
    """Each key's text with its node and its value's; a key that is no word comes out as ""."""
    for key, value in root.value:
        yield (key.value if isinstance(key, ScalarNode) else ""), key, value


def _duplicates(root: MappingNode, path: str) -> Iterator[Problem]:
    seen: dict[str, Node] = {}
    for name, key, _ in pairs(root):
        if name in seen:
            at, first = place(key), place(seen[name]).line
            yield Problem(
                path,
                at.line,
                at.column,
                "FM-DUPLICATE",
                f'"{name}" stands twice, first in line {first}',
                "delete one of them",
            )
        seen.setdefault(name, key)


def _no_header(lines: list[str], path: str) -> Problem:
    first = next((number for number, line in enumerate(lines) if line.strip()), 0)
    if _PELICAN_HEADER.match(lines[first]):
        hint = "put a line --- above it and another below its last line, and write the keys in lower case"
        return Problem(path, first + 1, 1, "FM-PELICAN", "a header as Pelican has it, without ---", hint)
    hint = "begin the file with ---, title: …, date: …, --- (a line each)"
    if _LIKE_FENCE.fullmatch(lines[first]):
        hint = "write the first line as ---: three hyphens, nothing before them"
    return Problem(path, first + 1, 1, "FM-MISSING", "no front matter", hint)
