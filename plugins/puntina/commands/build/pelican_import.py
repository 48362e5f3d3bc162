"""Pelican imported without what no build of ours asks of it."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager

PILLOW = "PIL"


def import_pelican() -> None:
    """Imports Pelican, which takes some tenths of a second."""
    with _hidden(PILLOW):
        import pelican.generators  # noqa: F401 - for what comes later


@contextmanager
def _hidden(name: str) -> Iterator[None]:
    """As if the package were not installed, unless somebody has it already.

    Pelican imports docutils for its reader of reStructuredText, which is off here; docutils looks for Pillow, and does
    without where there is none.
    """
    if name in sys.modules:
        yield
        return
    sys.modules[name] = None  # type: ignore[assignment]  # https://docs.python.org/3/reference/import.html#the-module-cache
    try:
        yield
    finally:
        del sys.modules[name]
