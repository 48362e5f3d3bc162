"""What a publication's own plugins add, and what is wrong with it: names that are taken, values of another type."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

from puntina.core.checks.codes import CODES
from puntina.core.checks.own_plugins import foreign_plugins, imported_plugin, own_plugin_problems
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

CODE = "SITE-PLUGIN"
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


def publication_hooks(settings: Mapping[str, Any], folder: Path) -> Hooks:
    """What the publication's own plugins add; nothing of one that can't be imported or has a fault."""
    found: list[tuple[str, Plugin]] = []
    for name, plugin in _plugins(settings, folder):
        if isinstance(plugin, Plugin) and not any(True for _ in _taken(plugin, found)):
            found.append((name, plugin))
    return Hooks(tuple(found))


def every_plugin_problem(settings: Mapping[str, Any], file: SettingsFile, folder: Path) -> Iterator[Problem]:
    """The problems of the publication's own plugins: those that can't be used, and what is wrong with what they add."""
    yield from own_plugin_problems(settings, file, folder)
    yield from hook_problems(settings, file, folder)


def hook_problems(settings: Mapping[str, Any], file: SettingsFile, folder: Path) -> Iterator[Problem]:
    """A problem for each plugin whose PLUGIN is of another type, and for each name in one that is taken."""
    found: list[tuple[str, Plugin]] = []
    path, place = file.place("PLUGINS")
    for name, plugin in _plugins(settings, folder):
        if not isinstance(plugin, Plugin):
            text = message('{attribute} of the plugin "{name}" is not a Plugin', attribute=NAME, name=name)
            hint = message("write PLUGIN = Plugin(…), from puntina.core.hooks")
            yield Problem(path, place.line, place.column, CODE, text, hint)
            continue
        for what, taken, owner in _taken(plugin, found):
            text = message('the plugin "{name}" adds the {what} "{taken}"', name=name, what=what, taken=taken)
            whose = (
                message('the plugin "{owner}" has it already', owner=owner)
                if owner
                else message("Puntina has it already")
            )
            hint = message("{whose}; give it another name", whose=whose)
            yield Problem(path, place.line, place.column, CODE, text, whose)
        found.append((name, plugin))


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
                    yield at(digest, digest.meta.place(name), site, "FM-PLUGIN", text, message("write another value"))
    for check in site.hooks.checks:
        yield from check.find(content, site)
