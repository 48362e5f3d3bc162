"""Problems of YAML that is refused, or that is read differently than it was meant."""

import re
from collections.abc import Iterator

import yaml
from yaml._yaml import Mark as CMark
from yaml.error import Mark as PythonMark
from yaml.events import AliasEvent, Event
from yaml.nodes import MappingNode, Node, ScalarNode, SequenceNode

from puntina.core.digest.message import Message, message
from puntina.core.digest.parts import Position
from puntina.core.digest.problem import Problem
from puntina.core.digest.text import FORBIDDEN, spoken
from puntina.core.digest.yaml_lists import in_quotes

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
ALIAS = message("alias")
_TAG = "tag:yaml.org,2002:"
_COMMENT = re.compile(r"\s+(#[^\s#]\S*)")
# What there must be in front matter for its values to be asked for one or the other fault. An alias, an anchor or a tag
# can't follow a letter or digit; a # can only begin a comment after white space.
_ALIAS_OR_TAG = re.compile(r"(?<!\w)[*&!]")
_BEFORE_COMMENT = re.compile(r"[^\n]\s#")
# Texts in words, which may have brackets or a # in them, and lists whose items are such texts.
WORDED = frozenset(
    ["title", "summary", "text", "alt", "credit", "name", "holder", "thread", "tags", "author", "authors", "points"]
)
# A # between two single spaces, as in "Issue # 5", or one that ends the text, as in "C #".
_SPACED = re.compile(r" (#+(?: [^\n]*)?)$")
_HEADING = re.compile(r"#{1,6} +((?!\d).+)")
# What a note to oneself says; two spaces before the sign are as good.
_NOTE = re.compile(
    r"#\s*(?:(?-i:[^\W\dA-Z][\w.]*:)(?:\s|$)|todo|fixme|xxx|n\.?b\.?\b|\?\?)|\b(?:check|verif\w+|controllare|rivedere|conferma\w*"
    r"|provvisori\w+|provisional|working title|to confirm|confirm|placeholder|draft|bozza|entwurf|prüfen|vorläufig"
    r"|kiểm tra|xem lại|tạm|nháp)\b|مراجعة|مؤقت|تأكيد",
    re.IGNORECASE,
)
_FOLDER = re.compile(r"\b[A-Za-z]:(\\[abefnrtv])[a-z]")  # in C:\new, \n is a line break between double quotes
_INDENT = re.compile(r"^[ \t\ufeff?:-]*", re.MULTILINE)


def position_of(node: Node) -> Position:
    """Where the node begins."""
    return position_of_mark(node.start_mark)


def position_of_mark(mark: PythonMark | CMark | None) -> Position:
    """The mark as a place."""
    return Position(mark.line + 1, mark.column + 1) if mark else Position(1, 1)


def disallowed(header: str, path: str) -> Iterator[Problem]:
    """What YAML allows and front matter does not: aliases, anchors, tags, and depth without end.

    A short file could grow to gigabytes by aliases; a tag or an anchor would be taken out of the text unseen.
    """
    if _ALIAS_OR_TAG.search(header) or _may_be_deep(header):
        yield from _disallowed_events(header, path)


def _may_be_deep(header: str) -> bool:
    """Whether there is enough indentation and brackets; a column or bracket may hold a group of keys and a list."""
    columns = max(map(len, _INDENT.findall(header))) + 1
    return 2 * (columns + header.count("[") + header.count("{")) > DEPTH


def _disallowed_events(header: str, path: str) -> Iterator[Problem]:
    depth = 0
    for event in yaml.parse(header, Loader=Loader):
        at = position_of_mark(event.start_mark)
        depth += isinstance(event, yaml.SequenceStartEvent | yaml.MappingStartEvent)
        depth -= isinstance(event, yaml.SequenceEndEvent | yaml.MappingEndEvent)
        for code, sign, what in _marks(event):
            hint = message('quote the value: "{sign}…"', sign=sign)
            if what is ALIAS:
                hint = message('write the value out, or quote it: "{sign}…"', sign=sign)
            text = message('"{sign}" is a YAML {what}', sign=sign, what=what)
            yield Problem(path, at.line, at.column, code, text, hint)
        if depth > DEPTH:
            text = message("lists or groups nested too deeply")
            yield Problem(path, at.line, at.column, "YAML", text, message("quote the value, or remove brackets"))
            return


def _marks(event: Event) -> Iterator[tuple[str, str, Message]]:
    anchor, tag = getattr(event, "anchor", None), getattr(event, "tag", None)
    if isinstance(event, AliasEvent):
        yield "YAML-ALIAS", f"*{anchor}", ALIAS
    elif anchor:
        yield "YAML-ALIAS", f"&{anchor}", message("anchor")
    if tag:
        yield "YAML", "!!" + tag.removeprefix(_TAG) if tag.startswith(_TAG) else tag, message("tag")


def yaml_warnings(root: Node, header: str, path: str) -> Iterator[Problem]:
    """Values that are not what they look like: a \\ that makes a control character, a # that ends the text."""
    if not (_BEFORE_COMMENT.search(header) or "\\" in header or FORBIDDEN.search(header)):
        return
    lines = [*header.split("\n"), ""]  # an empty value may end below the last line
    for key, node in _scalars(root):
        at = position_of(node)
        if found := FORBIDDEN.search(node.value):
            hint = (
                message('write it as it is read, or quote the value: "…"')
                if not node.style
                else message("remove the \\")
            )
            yield Problem(
                path,
                at.line,
                at.column,
                "TEXT-CONTROL",
                message("{character} in the text", character=spoken(found.group())),
                hint,
            )
        end = position_of_mark(node.end_mark)
        typed = lines[at.line - 1][at.column - 1 : end.column - 1] if at.line == end.line else ""
        if node.style == '"' and (folder := _FOLDER.search(typed)):
            text = message(
                "{typed} is read as a line break or similar character, not as \\ and a letter", typed=folder[1]
            )
            hint = message("write \\\\ for a \\, or quote with ' '")
            yield Problem(path, at.line, at.column + folder.start(1), "YAML", text, hint)
        if comment := _lost(key, node, lines[end.line - 1], end.column - 1):
            rest = lines[end.line - 1][comment.start(1) :].rstrip()
            text = message("{text} would be cut off: a # after a space begins a comment", text=rest)
            yield Problem(path, end.line, comment.start(1) + 1, "YAML-COMMENT", text, _quoted(node, rest))


def _lost(key: str, node: ScalarNode, line: str, column: int) -> re.Match[str] | None:
    """The comment behind the value that is most likely text."""
    if glued := _COMMENT.match(line, column):
        return glued
    is_text = not node.style and (key in WORDED if node.value else key == "title")
    spaced = _SPACED.match(line.rstrip(), column) if is_text else None
    return spaced if spaced and not _NOTE.search(spaced[1]) else None


def _quoted(node: ScalarNode, rest: str) -> Message:
    """What to do with a comment that may be text: most likely it is, and the value wants quotes around it all."""
    if not node.value and (heading := _HEADING.fullmatch(rest)):
        return message("write {line}", line=f"title: {in_quotes(heading[1]) if ':' in heading[1] else heading[1]}")
    value = f"{node.value} {rest}".strip()
    if len(value) > 100 or "\n" in value or "\\" in value:
        return message("quote the whole value; if it is a comment, write it on its own line")
    return message(
        "quote the whole value: {value}; if it is a comment, write it on its own line", value=in_quotes(value)
    )


def _scalars(node: Node, key: str = "") -> Iterator[tuple[str, ScalarNode]]:
    """Each scalar with the key that it is below; a key's own is ""."""
    if isinstance(node, ScalarNode):
        yield key, node
    elif isinstance(node, SequenceNode):
        for item in node.value:
            yield from _scalars(item, key)
    elif isinstance(node, MappingNode):
        for name, value in node.value:
            yield from _scalars(name)
            yield from _scalars(value, name.value if isinstance(name, ScalarNode) else "")
