"""Calls in templates whose result is known when a template is compiled: strings, and the addresses of assets."""

from collections.abc import Callable, Mapping
from typing import Any

from jinja2 import TemplateAssertionError, nodes
from jinja2.visitor import NodeTransformer

TRANSLATE = ("_", "gettext")
CONSTANT = (*TRANSLATE, "asset")  # the globals whose result depends on their arguments alone


def fold(template: nodes.Template, functions: Mapping[str, Any], filename: str | None) -> nodes.Template:
    """The template with such calls replaced by what they give; names that it sets itself stay its own.

    Raises TemplateAssertionError, with file and line, for an asset that is missing.
    """
    own = _names_set(template)
    known = {name: functions[name] for name in CONSTANT if name in functions and name not in own}
    folded: nodes.Template = _Folding(known, filename).visit(template)
    return folded


def _names_set(template: nodes.Template) -> set[str]:
    names = {node.name for node in template.find_all(nodes.Name) if node.ctx != "load"}
    names |= {node.name for node in template.find_all(nodes.Macro)}
    for node in template.find_all(nodes.FromImport):
        names |= {name if isinstance(name, str) else name[1] for name in node.names}
    return names | {node.target for node in template.find_all(nodes.Import)}


class _Folding(NodeTransformer):
    def __init__(self, functions: Mapping[str, Callable[..., Any]], filename: str | None) -> None:
        self.functions, self.filename = functions, filename

    def visit_Call(self, node: nodes.Call) -> nodes.Node:  # noqa: N802 - Jinja's visitors are named by its nodes
        """A constant for a call with one text and nothing else."""
        self.generic_visit(node)
        found = self._called(node)
        if not found or node.kwargs:
            return node
        function, text = found
        try:
            return nodes.Const(function(text), lineno=node.lineno)
        except (KeyError, TypeError, ValueError):  # a string that lacks a value: rendering says so
            return node
        except LookupError as error:  # no such asset
            raise TemplateAssertionError(str(error), node.lineno, filename=self.filename) from error

    def visit_Output(self, node: nodes.Output) -> nodes.Node:  # noqa: N802 - likewise
        """What is printed, where a string with values is the pieces of its translation and the values between them."""
        self.generic_visit(node)
        node.nodes = [piece for child in node.nodes for piece in self._pieces(child)]
        return node

    def _called(self, node: nodes.Node) -> tuple[Callable[..., Any], str] | None:
        """The function and its text, for a call of a known function with a text and no other values but named ones."""
        match node:
            case nodes.Call(
                node=nodes.Name(name=name), args=[nodes.Const(value=str(text))], dyn_args=None, dyn_kwargs=None
            ) if name in self.functions:
                return self.functions[name], text
        return None

    def _pieces(self, node: nodes.Expr) -> list[nodes.Expr]:
        found = self._called(node)
        if not found or not isinstance(node, nodes.Call) or found[0] is self.functions.get("asset"):
            return [node]
        values = {each.key: each.value for each in node.kwargs}
        # The function itself is asked for the translation, by values that stand for themselves.
        try:
            text = str(found[0](found[1], **{name: f"\0{name}\0" for name in values}))
        except (KeyError, TypeError, ValueError):  # a value too few, or a format that is none: rendering says so
            return [node]
        texts, names = text.split("\0")[::2], text.split("\0")[1::2]
        if sorted(names) != sorted(values):  # a value that is not said once stays for gettext to see
            return [node]
        made: list[nodes.Expr] = [nodes.TemplateData(texts[0], lineno=node.lineno)]
        for name, after in zip(names, texts[1:], strict=True):
            made += [values[name], nodes.TemplateData(after, lineno=node.lineno)]
        return made
