"""Tags and authors: lists of names, and values that look like a list but are read as one name, or the reverse."""

import re

from yaml.nodes import Node, ScalarNode, SequenceNode

from puntina.core.digest import fields
from puntina.core.digest.fields import ReadContext
from puntina.core.digest.message import message
from puntina.core.digest.problem import Severity

_ENTITY = re.compile(r"&#?\w+;")  # its ; parts nothing
_OTHER_COMMAS = re.compile(
    "\\s*[;\uff1b\u061b\u060c\u3001\uff0c]\\s*"
)  # what parts names elsewhere, in other scripts too
_LIST = re.compile(r"\s*\[([^\[\]]*)\]\s*")
_IN_BRACKETS = re.compile(r"\(([^()]*,[^()]*)\)")
# Typographic quotation marks, which YAML takes for letters, and the sign of a hashtag.
_IN_SIGNS = re.compile(r"[“”„«»‘’]([^“”„«»‘’]+)[“”«»‘’]|#([^\W\d]\w*)")
_NOTHING = frozenset({"none", "undefined", "nil", "nan", "n/a"})  # null is YAML's own
# What a name has in it that is looked at more closely.
_PERHAPS = re.compile("[;,\uff1b\u061b\u060c\u3001\uff0c“”„«»‘’#\n•●▪◦‣■◆✓]|^\\s*[-–—·*]| - ")
# What stands behind a name and a comma, without its full stops.
_BEHIND = frozenset({"phd", "md", "jr", "sr", "ii", "iii", "iv", "esq", "mba", "ma", "msc", "llm", "jd", "cfa", "sj"})
_BULLETS = re.compile(r"\s*[•●▪◦‣■◆·✓–—]\s+")
_GLUED = re.compile(r"[-–—•*][^\W_]")  # "-One" in place of "- One"


def read_names(node: Node, context: ReadContext, *, name: str) -> tuple[str, ...]:
    """The names; a warning where what is typed may be meant as more of them, or as fewer."""
    found = fields.texts(node, context, name=name)
    if isinstance(node, ScalarNode) and node.style and (listed := _LIST.fullmatch(node.value)):
        text = message('"{value}" is text, not a list', value=node.value)
        context.report(
            node, "FM-NAMES", text, message("delete the quotes: {line}", line=f"{name}: [{listed[1].strip()}]")
        )
        return found
    if isinstance(node, ScalarNode) and not node.style and (listed := _IN_BRACKETS.fullmatch(node.value)):
        text = message('"{value}" is text, not a list', value=node.value)
        context.report(node, "FM-NAMES", text, message("write a list: {line}", line=f"{name}: [{listed[1].strip()}]"))
        return found
    for item in node.value if isinstance(node, SequenceNode) else [node]:
        if isinstance(item, ScalarNode) and (_PERHAPS.search(item.value) or item.value.casefold() in _NOTHING):
            _look_at(item, context, name)
    if name == "author" and isinstance(node, ScalarNode):
        _one_or_two(node, found, context)
    return found


def _look_at(item: ScalarNode, context: ReadContext, name: str) -> None:
    value = fields.plain(item)
    if len(parts := [part for part in _OTHER_COMMAS.split(_ENTITY.sub("&", value)) if part]) > 1:
        text = message('"{value}" is read as one name', value=value)
        shown = [f'"{part}"' if "," in part else part for part in parts]
        hint = message("write a list: {line}", line=f"{name}: [{', '.join(shown)}]")
        context.report(item, "FM-NAMES", text, hint, Severity.WARNING)
    elif not item.style and " - " in value and item.end_mark.line > item.start_mark.line:
        text = message('"{value}" is read as one name', value=value)
        hint = message("begin the - of each line in the same column")
        context.report(item, "FM-NAMES", text, hint)
    elif not item.style and _BULLETS.match(value):
        text = message('"{value}" is read as one name', value=value)
        parts = [part.strip(" ,") for part in _BULLETS.split(value) if part.strip(" ,")]
        hint = message("write a list: {line}", line=f"{name}: [{', '.join(parts)}]")
        context.report(item, "FM-NAMES", text, hint)
    elif not item.style and _GLUED.match(value):
        text = message('"{value}" is read as one name', value=value)
        hint = message("put a space after the list sign: {line}", line=f"- {value.lstrip('-–—•*').strip()}")
        context.report(item, "FM-NAMES", text, hint)
    else:
        for each in value.split(","):
            _look_at_name(each.strip(), item, context)


def _look_at_name(value: str, item: ScalarNode, context: ReadContext) -> None:
    """A warning for a name in signs that readers would see with it, or for what a program writes for none."""
    if found := _IN_SIGNS.fullmatch(value):
        text = message('readers would see "{value}" with these signs', value=value)
        hint = message("write only the name: {name}", name=next(part for part in found.groups() if part))
        context.report(item, "FM-NAMES", text, hint, Severity.WARNING)
    elif value.casefold() in _NOTHING:
        text = message('"{value}" is read as a name', value=value)
        context.report(item, "FM-NAMES", text, message("delete it if no name is meant"), Severity.WARNING)


def _one_or_two(node: ScalarNode, found: tuple[str, ...], context: ReadContext) -> None:
    """A surname before a name, or a degree behind one, with a comma, would be two authors."""
    if len(found) == 2 and found[1].replace(".", "").casefold() in _BEHIND:
        text = message('"{first}" and "{second}" are read as two authors', first=found[0], second=found[1])
        line = f'author: ["{found[0]}, {found[1]}"]'
        context.report(node, "FM-NAMES", text, message("write {line}", line=line), Severity.WARNING)
        return
    if len(found) == 2 and any(" " not in each for each in found):
        text = message('"{first}" and "{second}" are read as two authors', first=found[0], second=found[1])
        hint = message(
            'one person? write author: {second} {first}, or author: ["{first}, {second}"]; '
            "two? write authors: [{first}, {second}]",
            first=found[0],
            second=found[1],
        )
        context.report(node, "FM-NAMES", text, hint, Severity.WARNING)
