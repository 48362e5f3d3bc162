"""What a publication's own plugins add, and what is wrong with it: names that are taken, values of another type."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from pathlib import Path
from types import ModuleType
from typing import Any

from puntina.core.checks.codes import CODES
from puntina.core.checks.own_plugins import CODE, OURS, foreign_plugins, imported_plugin, own_plugin_problems
from puntina.core.checks.plugin_guard import guarded, is_kind
from puntina.core.content.content import Content
from puntina.core.content.problem_at import at
from puntina.core.digest import Problem
from puntina.core.digest.key_readers import READERS
from puntina.core.digest.message import Message, message
from puntina.core.hooks import NAME, Hooks, Plugin
from puntina.core.routes.table import ROUTES
from puntina.core.settings import SettingsFile, Site
from puntina.core.settings.feeds import ENDINGS
from puntina.core.settings.pelican_settings import KEPT_NAMES, PELICAN_SETTINGS
from puntina.core.settings.table import every_setting
from puntina.share import NETWORK_NAMES

TAKEN_SETTINGS = frozenset(
    {*(setting.name for setting in every_setting(Hooks())), *(row.name for row in PELICAN_SETTINGS), *KEPT_NAMES}
    | {"PLUGINS", "PLUGIN_PATHS"}
)
# The kinds of names that a plugin adds: what problems call one, those of ours, and those of a plugin.
NAMES: tuple[tuple[Message, frozenset[str], Callable[[Plugin], Iterable[str]]], ...] = (
    (message("front matter key"), frozenset(READERS), lambda plugin: [key.name for key in plugin.keys]),
    (
        message("setting"),
        TAKEN_SETTINGS,
        lambda plugin: [*(each.name for each in plugin.settings), *(each.setting for each in plugin.routes)],
    ),
    (
        message("kind of page"),
        frozenset(route.kind for route in ROUTES if route.kind),
        lambda plugin: [route.kind for route in plugin.routes if route.kind],
    ),
    (
        message("kind of feed"),
        frozenset(ROUTES.feed_kinds),
        lambda plugin: [each.feeds for each in plugin.routes if each.feeds],
    ),
    (message("check code"), CODES, lambda plugin: [code for check in plugin.checks for code in check.codes]),
    (message("share network"), frozenset(NETWORK_NAMES), lambda plugin: [each.name for each in plugin.networks]),
    (message("feed format"), frozenset(ENDINGS), lambda plugin: [each.name for each in plugin.formats]),
)


# What the fields of a Plugin hold, by the name of the type.
SHAPES: tuple[tuple[str, Callable[[Plugin], Iterable[object]], str], ...] = (
    ("keys", lambda plugin: plugin.keys, "Key"),
    ("settings", lambda plugin: plugin.settings, "Setting"),
    ("routes", lambda plugin: plugin.routes, "Route"),
    ("checks", lambda plugin: plugin.checks, "Check"),
    ("networks", lambda plugin: plugin.networks, "Network"),
    ("formats", lambda plugin: plugin.formats, "Format"),
    ("commands", lambda plugin: plugin.commands, "Command"),
    ("articles", lambda plugin: [step for _, step in plugin.articles], "Callable"),
    ("pages", lambda plugin: [step for _, step in plugin.pages], "Callable"),
    ("feeds", lambda plugin: [step for _, step in plugin.feeds], "Callable"),
    ("outputs", lambda plugin: [step for _, step in plugin.outputs], "Callable"),
    ("article_attributes", lambda plugin: plugin.article_attributes.values(), "Callable"),
    ("page_parts", lambda plugin: plugin.page_parts.values(), "Callable"),
    ("home_parts", lambda plugin: plugin.home_parts.values(), "Callable"),
    ("entries", lambda plugin: plugin.entries, "Callable"),
    ("metadata", lambda plugin: plugin.metadata, "Callable"),
)


def publication_hooks(settings: Mapping[str, Any], file: SettingsFile, folder: Path) -> Hooks:
    """What the publication's own plugins add; nothing of one that can't be imported or has a fault."""
    return Hooks(tuple(_sound(_plugins(settings, folder), file, folder)))


def every_hook(modules: Iterable[ModuleType], file: SettingsFile, folder: Path) -> Hooks:
    """What all plugins of a build add, ours and the publication's own."""
    found = [(module.__name__, getattr(module, NAME)) for module in modules if hasattr(module, NAME)]
    own = dict(_sound([pair for pair in found if not pair[0].startswith(OURS)], file, folder))
    return Hooks(
        tuple([(name, own.get(name, plugin)) for name, plugin in found if name in own or name.startswith(OURS)])
    )


def _sound(plugins: Iterable[tuple[str, object]], file: SettingsFile, folder: Path) -> Iterator[tuple[str, Plugin]]:
    """Those that have no fault, guarded."""
    before: list[tuple[str, Plugin]] = []
    for name, plugin in plugins:
        if isinstance(plugin, Plugin) and not any(True for _ in _faults(plugin, before)):
            before.append((name, plugin))
            yield name, guarded(name, plugin, file, folder)


def every_plugin_problem(settings: Mapping[str, Any], file: SettingsFile, folder: Path) -> Iterator[Problem]:
    """The problems of the publication's own plugins: those that can't be used, and what is wrong with what they add."""
    yield from own_plugin_problems(settings, file, folder)
    yield from hook_problems(settings, file, folder)


def hook_problems(settings: Mapping[str, Any], file: SettingsFile, folder: Path) -> Iterator[Problem]:
    """A problem for each plugin whose PLUGIN is of another type, or holds what it can't, or a name that is taken."""
    before: list[tuple[str, Plugin]] = []
    path, position = file.position("PLUGINS")
    for name, plugin in _plugins(settings, folder):
        if not isinstance(plugin, Plugin):
            text = message('{attribute} of the plugin "{name}" is not a Plugin', attribute=NAME, name=name)
            hint = message("write PLUGIN = Plugin(…), from puntina.core.hooks")
            yield Problem(path, position.line, position.column, CODE, text, hint)
            continue
        for fault, hint in _faults(plugin, before):
            text = message('the plugin "{name}" {fault}', name=name, fault=fault)
            yield Problem(path, position.line, position.column, CODE, text, hint)
        before.append((name, plugin))


def _faults(plugin: Plugin, before: Iterable[tuple[str, Plugin]]) -> Iterator[tuple[Message, Message]]:
    """What is wrong with what the plugin adds, as predicates, each with what to do."""
    if shapes := list(_shapes(plugin)):
        yield from shapes
        return
    for what, taken, owner in _taken(plugin, before):
        fault = message('adds the {what} "{taken}"', what=what, taken=taken)
        if owner:
            yield fault, message('the plugin "{owner}" has it already; give it another name', owner=owner)
        else:
            yield fault, message("Puntina has it already; give it another name")
    for form in plugin.formats:
        setting = f"FEED_{form.name.upper()}_URL"
        if setting not in {route.setting for route in plugin.routes}:
            fault = message('adds the feed format "{name}" without a route {setting}', name=form.name, setting=setting)
            yield fault, message("add the route, which says where feeds of the format are")


def _shapes(plugin: Plugin) -> Iterator[tuple[Message, Message]]:
    for field, values_of, kind in SHAPES:
        try:
            wrong = [value for value in values_of(plugin) if not _is_of(value, kind)]
        except (TypeError, ValueError, AttributeError):  # no tuple, no table, no pairs
            wrong = [getattr(plugin, field)]
        for value in wrong[:1]:
            fault = message("has {value} in {field}", value=repr(value)[:60], field=field)
            yield fault, message("write what puntina.core.hooks has as an example of {field}", field=field)


def _is_of(value: object, kind: str) -> bool:
    return callable(value) if kind == "Callable" else is_kind(value, kind)


def _plugins(settings: Mapping[str, Any], folder: Path) -> Iterator[tuple[str, object]]:
    """The names of the publication's own plugins, each with its PLUGIN, where it has one."""
    for name in foreign_plugins(settings):
        try:
            module = imported_plugin(name, settings, folder)
        except KeyboardInterrupt:
            raise
        except BaseException:  # noqa: BLE001, S112 - reported where all of its kind are
            continue
        if hasattr(module, NAME):
            yield name, getattr(module, NAME)


def _taken(plugin: Plugin, before: Iterable[tuple[str, Plugin]]) -> Iterator[tuple[Message, str, str]]:
    """Each name that the plugin adds and that there is already: what it is of, the name, and the plugin that has it."""
    for what, ours, names_of in NAMES:
        owners = {name: owner for owner, other in before for name in names_of(other)}
        seen: set[str] = set()
        for name in names_of(plugin):
            if name in ours or name in owners or name in seen:
                yield what, name, owners.get(name, "")
            seen.add(name)


def plugin_problems(content: Content, site: Site) -> Iterator[Problem]:
    """The problems that plugins' checks find, and of values of the front matter keys that they add."""
    for digest in content.digests.values():
        for name, value in digest.meta.extra:
            for key in site.hooks.keys:
                if key.name == name and (fault := key.fault(value)):
                    text = message('{name} is "{value}", which {fault}', name=name, value=value, fault=fault)
                    yield at(
                        digest, digest.meta.position(name), site, "FM-PLUGIN", text, message("write another value")
                    )
    for check in site.hooks.checks:
        yield from check.find(content, site)
