"""Imports the publication's own plugins as Pelican does, and reports errors at their lines."""

import importlib.util
import sys
import traceback
from collections.abc import Iterator, Mapping
from importlib.machinery import ModuleSpec, PathFinder
from pathlib import Path
from types import ModuleType, TracebackType
from typing import Any

from puntina.core.digest import Problem
from puntina.core.digest.files import shown_path
from puntina.core.digest.message import Message, message
from puntina.core.settings import SettingsFile

CODE = "SITE-PLUGIN"
OURS = "puntina."


def own_plugin_problems(settings: Mapping[str, Any], file: SettingsFile, folder: Path) -> Iterator[Problem]:
    """A problem for each plugin that can't be imported or has no register()."""
    for name in foreign_plugins(settings):
        try:
            plugin = imported_plugin(name, settings, folder)
        except KeyboardInterrupt:
            raise
        except BaseException as error:  # noqa: BLE001 - of somebody else's code, which may also end the process
            text = message('the plugin "{name}" can\'t be imported: {error}', name=name, error=_shown(error))
            yield _at(error.__traceback__, name, text, folder) or _in_settings(file, text)
            continue
        if not callable(getattr(plugin, "register", None)):
            text = message('"{name}" is not a plugin: it has no function register()', name=name)
            yield _in_settings(file, text)


def foreign_plugins(settings: Mapping[str, Any]) -> list[str]:
    """The names in PLUGINS that are not ours."""
    return [name for name in settings.get("PLUGINS") or () if isinstance(name, str) and not name.startswith(OURS)]


def raised_in_plugin(error: BaseException, names: list[str], folder: Path) -> Problem | None:
    """The problem of an error that one of these plugins has raised, at its line; None where none of them did."""
    for name in names:
        text = message('the plugin "{name}" stopped the build: {error}', name=name, error=_shown(error))
        if problem := _at(error.__traceback__, name, text, folder):
            return problem
    return None


def imported_plugin(name: str, settings: Mapping[str, Any], folder: Path) -> ModuleType:
    """The module of the plugin; raises whatever importing it raises."""
    return _imported(name, [str(folder / path) for path in settings.get("PLUGIN_PATHS") or ()])


def _imported(name: str, paths: list[str]) -> ModuleType:
    """The module, as Pelican's own loader finds it, which then finds it here."""
    package = name.rpartition(".")[0]
    if package:
        _imported(package, paths)
    spec = _spec(f"pelican.plugins.{name}") or PathFinder.find_spec(name, paths) or _spec(name)
    if spec is None:
        raise ImportError(f"no module named {name}")
    if spec.loader is None:  # a namespace, such as "minchin" of "minchin.pelican.plugins.cname"
        return importlib.import_module(spec.name)
    known = sys.modules.get(spec.name)
    if known and known.__spec__ and known.__spec__.origin == spec.origin:  # and no other publication's of that name
        return known
    module = sys.modules[spec.name] = importlib.util.module_from_spec(spec)
    try:
        spec.loader.exec_module(module)
    except BaseException:
        sys.modules.pop(spec.name, None)
        raise
    return module


def _spec(name: str) -> ModuleSpec | None:
    try:
        return importlib.util.find_spec(name)
    except ImportError:  # of a package around it that is not there
        return None


def _shown(error: BaseException) -> str:
    """The error in a line, without the addresses of objects."""
    if isinstance(error, SystemExit):
        return f"sys.exit({'' if error.code is None else repr(error.code)})"
    return " ".join(f"{type(error).__name__}: {error}".split())


def _at(found: TracebackType | None, name: str, text: Message, folder: Path) -> Problem | None:
    """The problem at the innermost line of the plugin in the traceback."""
    frames = [
        (frame, line)
        for frame, line in traceback.walk_tb(found)
        if f"{frame.f_globals.get('__name__')}.".startswith((f"{name}.", f"pelican.plugins.{name}."))
    ]
    if not frames:
        return None
    frame, line = frames[-1]
    path = Path(frame.f_code.co_filename)
    return Problem(shown_path(path, folder), line, 1, CODE, text, _hint())


def problem_at_line(error: BaseException, name: str, text: Message, folder: Path) -> Problem | None:
    """The problem at the line of the plugin that is on the way to the error, or None."""
    return _at(error.__traceback__, name, text, folder)


def _in_settings(file: SettingsFile, text: Message) -> Problem:
    name, position = file.position("PLUGINS")
    return Problem(name, position.line, position.column, CODE, text, _hint())


def _hint() -> Message:
    return message("fix it, or delete it from PLUGINS")
