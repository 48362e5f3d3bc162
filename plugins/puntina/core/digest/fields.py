"""Readers of single values: a YAML node to a typed value, or a problem at the node's position."""

import re
import unicodedata
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field

from yaml.nodes import MappingNode, Node, ScalarNode, SequenceNode

from puntina.core.digest.foreign_keys import hint_for
from puntina.core.digest.front_matter import pairs
from puntina.core.digest.languages import LANGUAGE
from puntina.core.digest.message import Message, message
from puntina.core.digest.problem import Problem, Severity, nearest
from puntina.core.digest.rules import Rules
from puntina.core.digest.unseen import NO_BREAK, seen
from puntina.core.digest.unseen_keys import unseen_in_key
from puntina.core.digest.urls import fault_of_url
from puntina.core.digest.yaml_faults import WORDED, position_of

_SPACES = re.compile(r"\s+")
TRUE, FALSE = frozenset({"true", "yes", "on"}), frozenset({"false", "no", "off"})
GUESSED = 200  # problems of a file, past which no unknown key's likely name is looked for


@dataclass(frozen=True, slots=True)
class ReadContext:
    """The state of reading a file's values: its path, the publication's rules, and the problems found so far."""

    path: str
    rules: Rules
    problems: list[Problem] = field(default_factory=list)

    def report(self, node: Node, code: str, text: Message, hint: Message, severity: Severity = Severity.ERROR) -> None:
        """Adds a problem at the node."""
        at = position_of(node)
        self.problems.append(Problem(self.path, at.line, at.column, code, text, hint, severity))


def is_empty(node: Node) -> bool:
    """Whether nothing was written: `key:` alone is as good as no key."""
    return isinstance(node, ScalarNode) and not node.value.strip()


def text(node: Node, context: ReadContext, *, name: str = "") -> str:
    """The scalar as one line of text; "" and a problem where it is a list or a group of keys."""
    if isinstance(node, ScalarNode):
        return plain(node)
    context.report(node, "FM-TYPE", *_not_a_text(node, name))
    return ""


def _not_a_text(node: Node, name: str) -> tuple[Message, Message]:
    """What to say of a list or a group of keys where a text belongs: a text in brackets wants quotes."""
    is_list = isinstance(node, SequenceNode)
    text = message('"{key}" is a list', key=name) if is_list else message('"{key}" is a group of keys', key=name)
    items = [item for item in node.value if isinstance(item, ScalarNode)] if is_list else []
    if items and name not in WORDED | {"aliases"}:
        return text, message("write one value: {line}", line=f"{name}: {plain(items[0])}")
    in_brackets = getattr(node, "flow_style", False)
    return text, message("write one text, in quotes") if in_brackets else message("write one text")


def plain(node: ScalarNode) -> str:
    """The scalar's words in Unicode form C (https://www.w3.org/TR/charmod-norm/), with one space between them.

    Invisible characters, which come along as text is pasted, are left out: two names that look alike are one.
    """
    return " ".join(seen(node.value).split())


def prose(node: Node, context: ReadContext, *, name: str = "") -> str:
    """A text for readers: one line, which keeps its no-break spaces and invisible characters."""
    if not isinstance(node, ScalarNode):
        return text(node, context, name=name)
    value = unicodedata.normalize("NFC", node.value)
    return _SPACES.sub(_one_space, value).strip() if not value.isascii() else " ".join(value.split())


def _one_space(found: re.Match[str]) -> str:
    return found[0] if found[0] in NO_BREAK else " "


def texts(node: Node, context: ReadContext, *, name: str = "") -> tuple[str, ...]:
    """The items of a list, or of a text with commas, without repeats."""
    if isinstance(node, ScalarNode):
        return _once(item.strip() for item in text(node, context).split(","))
    if isinstance(node, SequenceNode):
        return _once(text(item, context, name=name) for item in node.value)
    context.report(node, "FM-TYPE", message('"{key}" is a group of keys', key=name), _list_hint(node, name))
    return ()


def _list_hint(node: Node, name: str) -> Message:
    """What to write for a group of keys where names belong: its own name, or its keys as a list."""
    values = {key: value for key, _, value in pairs(node)} if isinstance(node, MappingNode) else {}
    own = values.get("name")
    if isinstance(own, ScalarNode) and own.value:
        return message("write {line}", line=f"{name}: {plain(own)}")
    words = [key for key, value in values.items() if key and is_empty(value)]
    return message("write a list: {line}", line=f"{name}: [{', '.join(words or ('one', 'two'))}]")


def truth(node: Node, context: ReadContext, *, name: str = "") -> bool:
    """Whether the value is true (or yes, on)."""
    value = text(node, context, name=name)
    if value and value.casefold() not in TRUE | FALSE:
        text_of = message('"{key}" is "{value}"', key=name, value=value)
        context.report(node, "FM-TYPE", text_of, message("write true or false"))
    return value.casefold() in TRUE


def address(node: Node, context: ReadContext, *, name: str = "") -> str:
    """An absolute http or https URL."""
    value = text(node, context, name=name)
    fault = fault_of_url(value) if value else None
    if value and (" " in value or not value.lower().startswith(("http:", "https:"))):
        what = message('"{value}" is not a valid URL', value=value)
        context.report(node, "FM-URL", what, _whole_address(value))
    elif fault:
        context.report(node, "FM-URL", fault.text, fault.hint, fault.severity)
    return value


def _whole_address(value: str) -> Message:
    """The full URL, if only https:// is missing."""
    rest = re.sub(r"^(https?:?/*|//)", "", value, flags=re.IGNORECASE)
    if re.fullmatch(r"(?:[\w-]+\.)+[a-z]{2,20}(?:[/?#]\S*)?", rest):
        return message("write {address}", address=f"https://{rest}")
    return message("write the full URL: https://…")


def language(node: Node, context: ReadContext, *, name: str = "") -> str:
    """The code of any language."""
    value = text(node, context, name=name)
    if value and not LANGUAGE.fullmatch(value):
        text_of = message('"{value}" is not a valid language code', value=value)
        context.report(node, "FM-LANG", text_of, message("write it, en, vi, pt-BR …"))
    return value


def choice(node: Node, context: ReadContext, *, name: str, code: str, known: tuple[str, ...], what: Message) -> str:
    """One of the known words; "" and a problem for any other, where `what` is wrong with it."""
    value = text(node, context, name=name)
    if value in known or not value:
        return value
    guess = nearest(value, known)
    hint = (
        message('did you mean "{guess}"?', guess=guess) if guess else message("one of {known}", known=", ".join(known))
    )
    context.report(node, code, what.with_values(value=value), hint)
    return ""


Reader = Callable[..., object]


def group(
    node: Node, context: ReadContext, *, name: str, readers: dict[str, Reader], hint: Message | None = None
) -> dict[str, object]:
    """The values of a group of keys by their readers; unknown keys are refused."""
    if not isinstance(node, MappingNode):
        context.report(
            node,
            "FM-TYPE",
            message('"{key}" is not a group of keys', key=name),
            hint or message("write {keys}, each on its own line below {key}:", keys=", ".join(readers), key=name),
        )
        return {}
    values: dict[str, object] = {}
    there = [key for key, _, _ in pairs(node)]
    for key, key_node, value in pairs(node):
        if key not in readers:
            unknown(key, key_node, context, known=tuple(readers), group=name, there=there)
        elif key in values:
            context.report(
                key_node, "FM-DUPLICATE", message('duplicate key "{key}"', key=key), message("delete one of them")
            )
        elif not is_empty(value):
            values[key] = readers[key](value, context, name=key)
    return values


def unknown(
    key: str,
    node: Node,
    context: ReadContext,
    *,
    known: tuple[str, ...],
    group: str = "",
    value: str = "",
    there: Iterable[str] = (),
) -> None:
    """Reports an unknown key; `there` are the keys beside it, `group` is the key that it is below."""
    if unseen := unseen_in_key(key):
        context.report(node, "FM-UNKNOWN", *unseen)
        return
    hint = hint_for(key, value, known, there, group)
    if not hint and len(context.problems) < GUESSED and (guess := nearest(key, known)):
        hint = message('did you mean "{guess}"?', guess=guess)
    if not hint:
        hint = message("delete it, or use one of {known}", known=", ".join(known))
    if not key:
        text = message("the key is not a word")
    elif group:
        text = message('unknown key "{key}" in "{group}"', key=key, group=group)
    else:
        text = message('unknown key "{key}"', key=key)
    context.report(node, "FM-UNKNOWN", text, hint)


def _once(items: Iterator[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(item for item in items if item))
