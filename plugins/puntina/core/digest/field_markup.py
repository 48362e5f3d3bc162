"""Finds Markdown, HTML and entities in plain-text fields such as a title, where they would appear as typed."""

import html
import re
from collections.abc import Iterator
from itertools import islice

from yaml.nodes import MappingNode, Node, ScalarNode, SequenceNode

from puntina.core.digest.front_matter import pairs
from puntina.core.digest.html_names import is_html
from puntina.core.digest.message import Message, message
from puntina.core.digest.problem import Problem, Severity

CODE = "MARK-FIELD"
SHOWN = 100  # pieces of markup that are reported; a text of Markdown has it everywhere
# The keys whose values are plain text, and those within a group or a list of groups.
_FIELDS = frozenset({"title", "summary", "thread", "author", "authors", "tags"})
_WITHIN = {
    "sources": frozenset({"name", "title"}),
    "image": frozenset({"alt", "credit"}),
    "updates": frozenset({"text"}),
    "copyright": frozenset({"holder"}),
}
_PROSE = frozenset({"summary", "text"})  # a web address in these is meant as a link
# The address of a source, as nearly all have one, is meant. What any of it begins with is asked first, for speed.
_PERHAPS = re.compile(
    r"""
    (?=[*_`~<\\&\]\[{'"h])
    (?: [*_`~<]\S | \\[*_`\#\[\]~] | &[\#A-Za-z] | \]\( | \[[\^\[] | \{[{%] | ['"]\#
      | (?<!url:\ )(?<!url:\ ["'])(?<!archive:\ )(?<!archive:\ ["'])https?://
    )
    """,
    re.VERBOSE,
)
_MARKUP = re.compile(
    r"""
    (?P<entity> &(?:\#\d{1,7}|\#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,30}); )
    | (?P<escape> \\[*_`\#\[\]~] )
    | (?P<markdown>
        (?<!\w)\*\*(?=\S)[^*\n]{1,300}\*\* | (?<!\w)__(?=\S)[^_\n]{1,300}__(?!\w)      # bold
        | (?<![\w*])\*(?=[^\s*])[^*\n]{1,300}(?<=[^\s*])\*(?![\w*])              # italic
        | (?<![\w_])_(?=[^\s_])[^_\n]{1,300}(?<=[^\s_])_(?![\w_])
        | `[^`\n]{1,300}` | ~~[^~\n]{1,300}~~ | !?\[[^\[\]\n]{0,300}\]\([^()\n]{0,300}\)
        | \[\^[^\]\s]{1,100}\] | \[\[ | \{\{ | \{% | (?<=\A['"])\#{1,6}[ ]
      )
    | (?P<html> </?[A-Za-z][^<>\n]{0,300}> | <!-- )
    | (?P<address> https?://[^\s'"]+ )
    """,
    re.VERBOSE,
)


def literal_fields(root: MappingNode, header: str, path: str) -> Iterator[Problem]:
    """A warning for each piece of markup in a plain-text value, at its line and column; for a hundred at most."""
    return islice(_literal(root, header, path), SHOWN) if _PERHAPS.search(header) else iter(())


def _literal(root: MappingNode, header: str, path: str) -> Iterator[Problem]:
    lines = header.split("\n")
    for key, node in _plain_values(root):
        typed = _typed(node, lines)
        for found in _MARKUP.finditer(typed):
            if said := _said(found, key):
                before = typed[: found.start()]
                above = before.count("\n")
                column = len(before) - (before.rfind("\n") + 1) + (0 if above else node.start_mark.column)
                line = node.start_mark.line + above + 1
                yield Problem(path, line, column + 1, CODE, *said, Severity.WARNING)


def _plain_values(root: MappingNode) -> Iterator[tuple[str, ScalarNode]]:
    for key, _, value in pairs(root):
        if key in _FIELDS:
            yield from ((key, node) for node in _items(value) if isinstance(node, ScalarNode))
        elif key in _WITHIN:
            groups = (node for node in _items(value) if isinstance(node, MappingNode))
            inner = (pair for group in groups for pair in pairs(group))
            yield from ((own, node) for own, _, node in inner if own in _WITHIN[key] and isinstance(node, ScalarNode))


def _items(node: Node) -> list[Node]:
    return list(node.value) if isinstance(node, SequenceNode) else [node]


def _typed(node: ScalarNode, lines: list[str]) -> str:
    """The value as it was typed, with its quotation marks and its line ends."""
    start, end = node.start_mark, node.end_mark
    rows = lines[start.line : end.line + 1]
    if not rows:
        return ""
    rows[-1] = rows[-1][: end.column]
    rows[0] = rows[0][start.column :]
    return "\n".join(rows)


def _said(found: re.Match[str], key: str) -> tuple[Message, Message] | None:
    typed = found.group()
    text = message('"{typed}" would appear on the page as typed: "{key}" is plain text', typed=typed[:60], key=key)
    if found.lastgroup == "entity":
        meant = html.unescape(html.unescape(typed))
        return None if meant == typed else (text, _entity_hint(meant))
    if found.lastgroup == "html" and not is_html(typed) and typed != "<!--":
        return None
    if found.lastgroup == "address" and key not in _PROSE:
        return None
    if found.lastgroup == "address":
        return text, message("write only words; a link goes into the text of the digest")
    if found.lastgroup == "escape":
        return text, message("delete the backslash")
    return text, message("write only the words, without the signs")


def _entity_hint(meant: str) -> Message:
    if meant.isspace() or not meant.isprintable():
        return message("replace it with a space, or delete it")
    return message("write {meant}", meant=meant)
