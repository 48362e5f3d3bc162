"""Pelican imported without what no build of ours asks of it."""

import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from functools import partial
from importlib import import_module
from importlib.util import find_spec
from types import ModuleType

PILLOW = "PIL"
NAMESPACE = "pelican.plugins"


def import_pelican() -> None:
    """Imports Pelican, which takes some tenths of a second."""
    with _hidden(PILLOW):
        import pelican.generators  # noqa: F401 - for what comes later


@contextmanager
def _hidden(name: str) -> Iterator[None]:
    """As if the package were not installed, unless somebody has it already.

    Pelican imports docutils for its reader of reStructuredText, which is off here; docutils looks for Pillow, and works
    without it.
    """
    if name in sys.modules:
        yield
        return
    sys.modules[name] = None  # type: ignore[assignment]  # https://docs.python.org/3/reference/import.html#the-module-cache
    try:
        yield
    finally:
        del sys.modules[name]


@contextmanager
def named_plugins_only(names: Iterable[str]) -> Iterator[None]:
    """Has Pelican import none but the named ones of the plugins in its namespace.

    It imports all that are installed; one that can't be imported would end the build of a publication without it.
    """
    from pelican.plugins import _utils  # here, as importing Pelican takes longer than many a task

    every = _utils.get_namespace_plugins
    _utils.get_namespace_plugins = partial(_named, tuple(names))
    try:
        yield
    finally:
        _utils.get_namespace_plugins = every


def _named(names: Iterable[str]) -> dict[str, ModuleType]:
    full = (f"{NAMESPACE}.{name.removeprefix(f'{NAMESPACE}.')}" for name in names if not name.startswith("puntina."))
    return {name: import_module(name) for name in full if "." not in name[len(NAMESPACE) + 1 :] and find_spec(name)}
