"""The YAML between the two `---` lines: found, parsed into nodes, every key with its place."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

import yaml
from yaml._yaml import Mark as CMark
from yaml.error import Mark as PythonMark
from yaml.events import AliasEvent
from yaml.nodes import MappingNode, Node, ScalarNode

from plugins.digest.model import Place
from plugins.digest.problem import Problem

FENCE = "---"
_PELICAN_HEADER = re.compile(
    r"^(Title|Date|Category|Tags|Slug|Author|Authors|Summary|Status|Lang|Modified):", re.IGNORECASE
)
_HEADING_OF_BODY = re.compile(r"\s*([•‣◦📌#]|$)")
# libyaml's C parser, as events and nodes; no Python object is ever made from what an editor typed.
LOADER = yaml.CSafeLoader
# What libyaml says, in an editor's words.
PLAIN = {
    "mapping values are not allowed in this context": "a colon in a text without quotes",
    "could not find expected ':'": "a line without a colon",
    "found character that cannot start any token": "a character that no text without quotes can begin with",
    "found unexpected end of stream": "a quotation mark that is not closed",
    "found a tab character where an indentation space is expected": "a tab at the beginning of the line",
    "did not find expected key": "a line that is no key, or that is indented by mistake",
    "did not find expected ',' or ']'": "a list [ that is not closed",
    "did not find expected ',' or '}'": "a group { that is not closed",
    "did not find expected '-' indicator": "a line of a list without its -",
}


@dataclass(frozen=True, slots=True)
class Split:
    """A file cut in two; `body` keeps the front matter's lines as empty ones, so that line numbers stay true."""

    header: str
    body: str


def split(text: str, path: str) -> Split | Problem:
    """The front matter and the body, or the problem that keeps them from being told apart."""
    lines = text.split("\n")
    if lines[0].rstrip() != FENCE:
        return _no_header(lines[0], path)
    for number, line in enumerate(lines[1:], 1):
        if line.rstrip() == FENCE:
            return Split("\n".join(["", *lines[1:number]]), "\n" * (number + 1) + "\n".join(lines[number + 1 :]))
    last = next((n for n, line in enumerate(lines[1:], 2) if _HEADING_OF_BODY.match(line)), len(lines))
    return Problem(
        path,
        1,
        1,
        "FM-UNCLOSED",
        "the front matter is not closed",
        f"put a line --- before line {last}, where the text begins",
    )


def nodes(header: str, path: str) -> tuple[MappingNode | None, tuple[Problem, ...]]:
    """The front matter's node tree, or None and the problems of its YAML."""
    try:
        alias = next(_aliases(header), None) if "*" in header else None
        if alias:
            return None, (alias_problem(alias, path),)
        root = yaml.compose(header, Loader=LOADER)
    except yaml.MarkedYAMLError as error:
        return None, (_yaml_problem(error, header, path),)
    except yaml.YAMLError as error:
        return None, (Problem(path, 1, 1, "YAML", str(error).splitlines()[0], "mend the front matter"),)
    if root is None:
        return MappingNode("tag:yaml.org,2002:map", []), ()
    if not isinstance(root, MappingNode):
        at = place(root)
        return None, (
            Problem(path, at.line, at.column, "YAML", "not a list of keys", 'write each line as "key: value"'),
        )
    return root, tuple(_duplicates(root, path))


def place(node: Node) -> Place:
    """Where the node begins."""
    return _of_mark(node.start_mark)


def _of_mark(mark: PythonMark | CMark | None) -> Place:
    return Place(mark.line + 1, mark.column + 1) if mark else Place(1, 1)


def pairs(root: MappingNode) -> Iterator[tuple[str, Node, Node]]:
    """Each key's text with its node and its value's; a key that is no word comes out as ""."""
    for key, value in root.value:
        yield (key.value if isinstance(key, ScalarNode) else ""), key, value


def _aliases(header: str) -> Iterator[AliasEvent]:
    return (event for event in yaml.parse(header, Loader=LOADER) if isinstance(event, AliasEvent))


def alias_problem(alias: AliasEvent, path: str) -> Problem:
    """The problem of a YAML alias; they are refused, as a short file could grow to gigabytes by them."""
    at = _of_mark(alias.start_mark)
    text, hint = f'"*{alias.anchor}" is a YAML alias', 'write the value out, or quote it: "*…"'
    return Problem(path, at.line, at.column, "YAML-ALIAS", text, hint)


def _duplicates(root: MappingNode, path: str) -> Iterator[Problem]:
    seen: dict[str, Node] = {}
    for name, key, _ in pairs(root):
        at = place(key)
        if name in seen:
            first = place(seen[name]).line
            yield Problem(
                path,
                at.line,
                at.column,
                "FM-DUPLICATE",
                f'"{name}" stands twice, first in line {first}',
                "delete one of them",
            )
        seen.setdefault(name, key)


def _no_header(first: str, path: str) -> Problem:
    if _PELICAN_HEADER.match(first):
        return Problem(
            path, 1, 1, "FM-PELICAN", "a header as Pelican has it, without ---",
            "put a line --- above it and another below its last line, and write the keys in lower case",
        )  # fmt: skip
    return Problem(
        path,
        1,
        1,
        "FM-MISSING",
        "no front matter",
        "begin the file with ---, title: …, date: …, --- (a line each)",
    )


def _yaml_problem(error: yaml.MarkedYAMLError, header: str, path: str) -> Problem:
    # A list or quotation that is never closed is at fault where it opens, not where the file's end was met.
    unclosed = "flow" in (error.context or "") or "quoted" in (error.context or "")
    mark = (error.context_mark if unclosed else None) or error.problem_mark
    at = _of_mark(mark)
    text = (header + "\n" * at.line).split("\n")[at.line - 1]
    problem = error.problem or "no YAML"
    what = PLAIN.get(problem, problem)
    hint = "close it, or quote the whole value" if unclosed else _yaml_hint(problem, text)
    return Problem(path, at.line, at.column, "YAML", what, hint)


def _yaml_hint(what: str, line: str) -> str:
    key, _, value = line.partition(":")
    if "mapping values are not allowed" in what and ":" in value:
        return f"quote the {key.strip()}? {key.strip()}: {_in_quotes(value.strip())}"
    if "\t" in line[: len(line) - len(line.lstrip())] or "'\\t'" in what:
        return "indent with spaces, not with tabs"
    if value.strip()[:1] in {"@", "`", "%", "&", "*", "!", "|", ">", "[", "{", '"', "'"}:
        return f"quote the {key.strip()}?"
    return "mend the line, or quote its value"


def _in_quotes(text: str) -> str:
    return f'"{text}"' if '"' not in text and "\\" not in text else "'{}'".format(text.replace("'", "''"))
