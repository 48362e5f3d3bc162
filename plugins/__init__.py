"""The plugins, a package for each capability.

Python takes a compiled file for its source's by size and by the second of the last change. A source that was changed
since it was compiled is made to be compiled again here, before any is imported: what is built is what the code says.
"""

import importlib.util
import os
from pathlib import Path

_TICK = 20_000_000  # nanoseconds; within one a file system may give two changes the same time


def _forget_outdated(folder: str) -> None:
    """Removes the compiled file of each source that was changed when it was compiled already, or in that very moment."""
    for directory, folders, names in os.walk(folder):
        folders[:] = [name for name in folders if name != "__pycache__"]
        for name in names:
            if name.endswith(".py"):
                _forget_if_outdated(os.stat(f"{directory}/{name}"), f"{directory}/{name}")


def _forget_if_outdated(source: os.stat_result, path: str) -> None:
    try:
        compiled = importlib.util.cache_from_source(path)
        if max(source.st_mtime_ns, source.st_ctime_ns) >= os.stat(compiled).st_mtime_ns - _TICK:
            os.unlink(compiled)
    except (OSError, NotImplementedError):  # none is kept, or it is not ours to remove
        pass


_forget_outdated(str(Path(__file__).parent))
