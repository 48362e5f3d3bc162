"""Validates PLUGINS and PLUGIN_PATHS: missing, required and shadowed plugins."""

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from types import ModuleType
from typing import Any

from puntina.core.digest.files import shown_path
from puntina.core.digest.message import Message, message
from puntina.core.settings.plugin_names import hidden_by, is_plugin_of_ours, plugin_is_there

Fault = tuple[str, Message, Message]  # the setting, what is wrong, what to do
CORE = ("puntina.core.pelican", "puntina.core.views", "puntina.core.theme")
_FORMER = {"reader": "pelican", "cards": "views", "theme": "theme", "engine": "engine"}


def plugin_faults(settings: Mapping[str, Any], folder: Path) -> Iterator[Fault]:
    """Every fault of the two settings; `settings` are as somebody wrote them, in a file in `folder`."""
    paths = settings.get("PLUGIN_PATHS") or []
    if not isinstance(paths, list | tuple) or not all(isinstance(each, str) for each in paths):
        yield "PLUGIN_PATHS", message("PLUGIN_PATHS is not a list of folders"), message('write ["plugins"]')
        paths = []
    for path in paths:
        if not _is_folder(folder, path):
            text = message('PLUGIN_PATHS has "{path}", but there is no such folder', path=path)
            yield "PLUGIN_PATHS", text, message("write the path from the settings file")
    yield from _plugins(settings.get("PLUGINS"), [folder / path for path in paths if _is_folder(folder, path)], folder)


def _is_folder(folder: Path, path: str) -> bool:
    try:
        return (folder / path).is_dir()
    except (OSError, ValueError):
        return False


def _plugins(plugins: object, paths: list[Path], folder: Path) -> Iterator[Fault]:
    if not plugins:
        hint = message("list the plugins; otherwise Pelican enables every plugin that is installed")
        yield "PLUGINS", message("PLUGINS is not set"), hint
        return
    # Pelican puts plugins themselves, not their names, where it has loaded them already.
    if not isinstance(plugins, list | tuple) or not all(isinstance(each, str | ModuleType) for each in plugins):
        yield "PLUGINS", message("PLUGINS is not a list of names"), message('write ["puntina.core.pelican", …]')
        return
    names = [str(getattr(plugin, "__name__", plugin)) for plugin in plugins]
    yield from _former(names)
    yield from _missing(plugins, names, [*paths, folder])
    for name in dict.fromkeys(name for name in names if names.count(name) > 1):
        yield "PLUGINS", message('PLUGINS has "{name}" twice', name=name), message("delete one of them")
    for name in names:
        if name.startswith("puntina.") and (other := hidden_by(name, paths)):
            shown = shown_path(other, folder)
            text = message('Pelican would load {file} instead of "{name}"', file=shown, name=name)
            yield "PLUGIN_PATHS", text, message("rename the file or folder")


def _former(names: list[str]) -> Iterator[Fault]:
    for name in names:
        if now := _name_now(name):
            text = message('PLUGINS has "{name}", the former name of a plugin', name=name)
            yield "PLUGINS", text, message('write "{name}"', name=now)


def _missing(plugins: Sequence[str | ModuleType], names: list[str], folders: list[Path]) -> Iterator[Fault]:
    for core in CORE:
        if core not in names and core not in map(_name_now, names):
            text = message('PLUGINS lacks "{name}", without which no page is made', name=core)
            yield "PLUGINS", text, message("add it")
    for name in plugins:
        if isinstance(name, str) and not _name_now(name) and not plugin_is_there(name, folders):
            text = message('PLUGINS has "{name}", but there is no such plugin', name=name)
            yield "PLUGINS", text, message("put it into plugins/, install it, or delete it")
        elif isinstance(name, str) and name.startswith("puntina.") and not is_plugin_of_ours(name):
            text = message('PLUGINS has "{name}", which is not a plugin', name=name)
            yield "PLUGINS", text, message("delete it")


def _name_now(name: str) -> str:
    """The name of a plugin of ours that had this one before it was in a package; "" for every other name."""
    first, _, room = name.partition(".")
    if first != "plugins":
        return ""
    now = f"puntina.core.{_FORMER[room]}" if room in _FORMER else f"puntina.{room}"
    return now if plugin_is_there(now, []) else ""
