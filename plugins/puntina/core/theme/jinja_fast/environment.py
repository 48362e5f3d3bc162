"""Jinja as it is, without the work that is the same for every page."""

from collections.abc import Callable, Mapping, MutableMapping
from functools import partial
from types import BuiltinFunctionType
from typing import Any

import markupsafe
from jinja2 import Environment, Template, nodes
from jinja2.compiler import CodeGenerator, Frame
from jinja2.runtime import Context, Macro
from markupsafe import Markup, escape

from puntina.core.theme.jinja_fast.constants import fold

# The half of `escape` that makes the text, in C where it can; the other half makes it a Markup, which takes longer.
_escaped: Callable[[str], str] = markupsafe._escape_inner  # type: ignore[attr-defined]  # noqa: SLF001 - see above


PLAIN = frozenset({partial, BuiltinFunctionType})  # what never asks for the context


class PageContext(Context):
    """A context that calls what takes no context without first looking for one."""

    def call(self, function: Any, /, *args: Any, **kwargs: Any) -> Any:
        """What the function returns; macros, methods written in C, and globals of ours are called as they are."""
        kind = type(function)
        if kind is not Macro and kind not in PLAIN:
            return super().call(function, *args, **kwargs)
        kwargs.pop("_block_vars", None)
        kwargs.pop("_loop_vars", None)
        return function(self.eval_ctx, *args, **kwargs) if kind is Macro else function(*args, **kwargs)


class PageCode(CodeGenerator):
    """Templates as Python that prints by `printed`."""

    def _output_child_pre(self, node: nodes.Expr, frame: Frame, finalize: CodeGenerator._FinalizeInfo) -> None:
        if frame.eval_ctx.autoescape and not frame.eval_ctx.volatile and finalize.src is None:
            self.write("environment.printed(")
        else:
            super()._output_child_pre(node, frame, finalize)


def printed(value: object) -> str:
    """The value escaped: what `escape` gives as text alone, as it is only to be joined with other text."""
    if type(value) is str:
        return _escaped(value)
    return value if type(value) is Markup else escape(value)


class FastEnvironment(Environment):
    """An environment whose templates never change while it lives, and whose strings are of one language."""

    context_class = PageContext
    code_generator_class = PageCode
    printed = staticmethod(printed)

    def __init__(self, **options: Any) -> None:
        super().__init__(**options)
        self.loaded: dict[str, Template] = {}

    def render(self, name: str, values: Mapping[str, object]) -> str:
        """What the template prints of the values.

        Attributes are asked for by Python's own getattr, with which Jinja's begins, at half the price; where something
        has none, Jinja's goes on to items and undefined values, and all is printed once more by that.
        """
        self.getattr = getattr  # type: ignore[assignment]
        try:
            return self.get_template(name).render(values)
        except AttributeError:
            pass
        finally:
            del self.getattr
        return self.get_template(name).render(values)

    def get_template(
        self, name: str | Template, parent: str | None = None, globals: MutableMapping[str, Any] | None = None
    ) -> Template:
        """The template; Jinja asks for it anew at each import and include, so those known are at hand."""
        if not isinstance(name, str) or globals:
            return super().get_template(name, parent, globals)
        found = self.loaded.get(name)
        if found is None:
            found = self.loaded[name] = super().get_template(name, parent)
        return found

    def make_globals(self, d: MutableMapping[str, Any] | None) -> MutableMapping[str, Any]:
        """The globals themselves where a template adds none: Jinja's own chain of two tables costs a page dear."""
        return super().make_globals(d) if d else self.globals

    def _generate(
        self, source: nodes.Template, name: str | None, filename: str | None, defer_init: bool = False
    ) -> str:
        """The Python of a template in which calls that always give the same are done already."""
        return super()._generate(fold(source, self.globals, filename), name, filename, defer_init)
