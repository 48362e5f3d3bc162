"""What is wrong with YAML, in an editor's words: broken, refused, or read as something else than was meant."""

import re
from collections.abc import Iterator

import yaml
from yaml._yaml import Mark as CMark
from yaml.error import Mark as PythonMark
from yaml.events import AliasEvent, Event
from yaml.nodes import MappingNode, Node, ScalarNode, SequenceNode

from plugins.digest.parts import Place
from plugins.digest.problem import Problem, Severity
from plugins.digest.text import FORBIDDEN, spoken

TEXT = "tag:yaml.org,2002:str"


class Loader(yaml.CSafeLoader):
    """libyaml's C parser, used for events and nodes: no Python object is ever made from what an editor typed.

    Nor does it ask what type a scalar may have: all are text until the model gives them a type.
    """

    def resolve(self, kind: type[Node], value: str | None, implicit: object) -> str:
        """The tag of a node: text's."""
        return TEXT

    def descend_resolver(self, node: Node | None, index: object) -> None:
        """Called before each node; nothing hangs on where a node is."""

    def ascend_resolver(self) -> None:
        """Called after each node."""


DEPTH = 20  # of lists and groups inside one another; making nodes of a hundred thousand ends the process
# What libyaml says, in an editor's words.
PLAIN = {
    "mapping values are not allowed in this context": "a colon in a text without quotes",
    "could not find expected ':'": "a line without a colon",
    "found character that cannot start any token": "a character that no text without quotes can begin with",
    "did not find expected alphabetic or numeric character": "a character that no text without quotes can begin with",
    "found unexpected end of stream": "a quotation mark that is not closed",
    "found unknown escape character": "a \\ that stands for nothing",
    "found invalid Unicode character escape code": "a \\ that stands for no character",
    "found a tab character where an indentation space is expected": "a tab at the beginning of the line",
    "found a tab character that violates indentation": "a tab at the beginning of the line",
    "did not find expected key": "a line that is no key, or that is indented by mistake",
    "did not find expected ',' or ']'": "a list [ that is not closed",
    "did not find expected ',' or '}'": "a group { that is not closed",
    "did not find expected node content": "a list [ or group { that is not closed",
    "did not find expected '-' indicator": "a line of a list without its -",
    "did not find expected <document start>": "a line that ends the front matter",
}
_TAG = "tag:yaml.org,2002:"
_COMMENT = re.compile(r"\s+(#\w\S*)")
# What there must be in front matter for its values to be asked for one or the other fault. An alias, an anchor or a tag
# can't follow a letter or digit; a # can only begin a comment after white space.
_ALIAS_OR_TAG = re.compile(r"(?<!\w)[*&!]")
_BEFORE_COMMENT = re.compile(r"\s#\w")
_INDENT = re.compile(r"^[ \t\ufeff?:-]*", re.MULTILINE)


def place(node: Node) -> Place:
    """Where the node begins."""
    return _of_mark(node.start_mark)


def _of_mark(mark: PythonMark | CMark | None) -> Place:
    return Place(mark.line + 1, mark.column + 1) if mark else Place(1, 1)


def refused(header: str, path: str) -> Iterator[Problem]:
    """What YAML allows and front matter does not: aliases, anchors, tags, and depth without end.

    A short file could grow to gigabytes by aliases; a tag or an anchor would be taken out of the text unseen.
    """
    if _ALIAS_OR_TAG.search(header) or _may_be_deep(header):
        yield from _refused_events(header, path)


def _may_be_deep(header: str) -> bool:
    """Whether there is enough indentation and brackets; a column or bracket may hold a group of keys and a list."""
    columns = max(map(len, _INDENT.findall(header))) + 1
    return 2 * (columns + header.count("[") + header.count("{")) > DEPTH


def _refused_events(header: str, path: str) -> Iterator[Problem]:
    depth = 0
    for event in yaml.parse(header, Loader=Loader):
        at = _of_mark(event.start_mark)
        depth += _nesting(event)
        for code, sign, what in _marks(event):
            hint = f'quote the value: "{sign}…"' if what != "alias" else f'write the value out, or quote it: "{sign}…"'
            yield Problem(path, at.line, at.column, code, f'"{sign}" is a YAML {what}', hint)
        if depth > DEPTH:
            text = "lists or groups too deep inside one another"
            yield Problem(path, at.line, at.column, "YAML", text, "quote the value, or take brackets out")
            return


def _nesting(event: Event) -> int:
    opening = isinstance(event, yaml.SequenceStartEvent | yaml.MappingStartEvent)
    return opening - isinstance(event, yaml.SequenceEndEvent | yaml.MappingEndEvent)


def _marks(event: Event) -> Iterator[tuple[str, str, str]]:
    anchor, tag = getattr(event, "anchor", None), getattr(event, "tag", None)
    if isinstance(event, AliasEvent):
        yield "YAML-ALIAS", f"*{anchor}", "alias"
    elif anchor:
        yield "YAML-ALIAS", f"&{anchor}", "anchor"
    if tag:
        yield "YAML", "!!" + tag.removeprefix(_TAG) if tag.startswith(_TAG) else tag, "tag"


def misread(root: Node, header: str, path: str) -> Iterator[Problem]:
    """Values that are not what they look like: a \\ that makes a control character, a # that ends the text."""
    if not (_BEFORE_COMMENT.search(header) or "\\" in header or FORBIDDEN.search(header)):
        return
    lines = [*header.split("\n"), ""]  # an empty value may end below the last line
    for node in _scalars(root):
        at = place(node)
        if found := FORBIDDEN.search(node.value):
            hint = 'write it as it is read, or quote the value: "…"' if not node.style else "take the \\ out"
            yield Problem(path, at.line, at.column, "TEXT-CONTROL", f"{spoken(found.group())} in the text", hint)
        end = _of_mark(node.end_mark)
        if comment := _COMMENT.match(lines[end.line - 1], end.column - 1):
            text, hint = (
                f"{comment.group(1)} is left out: a comment begins with #",
                "quote the whole value, or put a space after the #",
            )
            place_of = (path, end.line, comment.start(1) + 1)
            yield Problem(*place_of, "YAML-COMMENT", text, hint, Severity.WARNING)


def _scalars(node: Node) -> Iterator[ScalarNode]:
    if isinstance(node, ScalarNode):
        yield node
    elif isinstance(node, SequenceNode):
        for item in node.value:
            yield from _scalars(item)
    elif isinstance(node, MappingNode):
        for key, value in node.value:
            yield from _scalars(key)
            yield from _scalars(value)


def broken(error: yaml.MarkedYAMLError, header: str, path: str) -> Problem:
    """The problem of front matter that is no YAML."""
    problem, context = error.problem or "no YAML", error.context or ""
    # A list or quotation that is never closed is at fault where it opens, a key without a colon where it stands: not
    # where the parser met the end of it.
    unclosed = "flow" in context or ("quoted" in context and "escape" not in problem)
    opens = unclosed or "expected ':'" in problem
    at = _of_mark((error.context_mark if opens else None) or error.problem_mark)
    text = (header + "\n" * at.line).split("\n")[at.line - 1]
    hint = "close it, or quote the whole value" if unclosed else _hint(problem, text)
    return Problem(path, at.line, at.column, "YAML", PLAIN.get(problem, problem), hint)


def _hint(problem: str, line: str) -> str:
    key, _, value = line.partition(":")
    key, value = key.strip(" -"), value.strip()
    if "mapping values are not allowed" in problem:
        if ":" in value:
            return f"quote the {key}? {key}: {_in_quotes(value)}"
        return "begin the line at the left edge, and look for a colon in the line above"
    if "\t" in line[: len(line) - len(line.lstrip())] or "'\\t'" in problem:
        return "indent with spaces, not with tabs"
    if "expected ':'" in problem:
        return 'write it as "key: value"'
    if "escape" in problem:
        return "write \\\\ for a \\, or quote with ' '"
    if value[:1] in {"@", "`", "%", "&", "*", "!", "|", ">", "[", "{", '"', "'"}:
        return f"quote the {key}?"
    return "mend the line, or quote its value"


def _in_quotes(text: str) -> str:
    return f'"{text}"' if '"' not in text and "\\" not in text else "'{}'".format(text.replace("'", "''"))
