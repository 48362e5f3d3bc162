"""A publication's own plugin, guarded: what one of its hooks raises, or gives of another type, is a problem."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from functools import wraps
from pathlib import Path
from typing import Any

from puntina.core.checks.own_plugins import CODE, problem_at_line
from puntina.core.digest import Faults, Problem
from puntina.core.digest.message import Message, message
from puntina.core.hooks import Plugin
from puntina.core.settings import SettingsFile

Hook = Callable[..., Any]


@dataclass(frozen=True, slots=True)
class Guard:
    """Where problems of a plugin are reported: at its line, else where PLUGINS names it."""

    name: str
    file: SettingsFile
    folder: Path

    def plugin(self, plugin: Plugin) -> Plugin:
        """The plugin with each of its hooks guarded."""
        return replace(
            plugin,
            keys=tuple([replace(key, fault=self.one(key.fault, "str")) for key in plugin.keys]),
            settings=tuple([replace(each, fault=self.one(each.fault, "str")) for each in plugin.settings]),
            routes=tuple(
                [replace(each, keys=self.many(each.keys, "Key") if each.keys else None) for each in plugin.routes]
            ),
            checks=tuple([replace(check, find=self.many(check.find, "Problem")) for check in plugin.checks]),
            start=self.one(plugin.start, "NoneType") if plugin.start else None,
            article_attributes={name: self.one(hook) for name, hook in plugin.article_attributes.items()},
            articles=tuple([(name, self.one(step)) for name, step in plugin.articles]),
            page_parts={name: self.one(hook) for name, hook in plugin.page_parts.items()},
            home_parts={name: self.one(hook) for name, hook in plugin.home_parts.items()},
            arrange=self.one(plugin.arrange, "Digest") if plugin.arrange else None,
            html=self.one(plugin.html, "Markup") if plugin.html else None,
            pages=tuple([(name, self.many(step, "PageSpec")) for name, step in plugin.pages]),
            feeds=tuple([(name, self.many(step, "FeedSpec")) for name, step in plugin.feeds]),
            entries=tuple([self.one(hook, "Entry") for hook in plugin.entries]),
            outputs=tuple([(name, self.many(step, "Output", self._output)) for name, step in plugin.outputs]),
            metadata=tuple([self.one(hook, "Description") for hook in plugin.metadata]),
        )

    def one(self, hook: Hook, kind: str = "") -> Hook:
        """The hook, which gives a value of this type, where one is named."""

        @wraps(hook)
        def guarded(*arguments: Any) -> Any:
            try:
                value = hook(*arguments)
            except (Faults, KeyboardInterrupt):
                raise
            except BaseException as error:
                raise Faults([self._raised(error)]) from error
            if kind and not is_kind(value, kind):
                raise Faults([self._wrong(hook, value, kind)])
            return value

        return guarded

    def many(self, hook: Hook, kind: str, guard: Callable[[Any], Any] = lambda item: item) -> Hook:
        """The hook, which yields values of this type, each guarded itself."""

        @wraps(hook)
        def guarded(*arguments: Any) -> Iterator[Any]:
            try:
                for item in hook(*arguments):
                    if not is_kind(item, kind):
                        raise Faults([self._wrong(hook, item, kind)])
                    yield guard(item)
            except (Faults, KeyboardInterrupt, GeneratorExit):
                raise
            except BaseException as error:
                raise Faults([self._raised(error)]) from error

        return guarded

    def _output(self, output: Any) -> Any:
        key = self.one(output.key, "tuple") if output.key else None
        return replace(output, key=key, make=self.one(output.make, "bytes"))

    def _raised(self, error: BaseException) -> Problem:
        shown = " ".join(f"{type(error).__name__}: {error}".split())
        text = message('the plugin "{name}" failed: {error}', name=self.name, error=shown)
        return problem_at_line(error, self.name, text, self.folder) or self._in_settings(text)

    def _wrong(self, hook: Hook, value: object, kind: str) -> Problem:
        name = getattr(hook, "__qualname__", "") or type(hook).__name__
        text = message(
            '{function}() of the plugin "{name}" gives {value} in place of {kind}',
            function=name,
            name=self.name,
            value=repr(value)[:60],
            kind=kind,
        )
        return self._in_settings(text)

    def _in_settings(self, text: Message) -> Problem:
        path, position = self.file.position("PLUGINS")
        return Problem(path, position.line, position.column, CODE, text, message("fix it, or delete it from PLUGINS"))


def is_kind(value: object, kind: str) -> bool:
    """Whether the value is of the type of this name; by name, as no check waits for the modules of all types."""
    return any(each.__name__ == kind for each in type(value).__mro__)


def guarded(name: str, plugin: Plugin, file: SettingsFile, folder: Path) -> Plugin:
    """The plugin of this name with each of its hooks guarded."""
    return Guard(name, file, folder).plugin(plugin)
