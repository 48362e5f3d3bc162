"""Compiled files that may not be of the source as it is.

Python takes a compiled file for its source's by size and by the second of the last change. If a file is saved twice in
one second, the older text may run while the engine records its outputs under the newer one. Commands call this before
they import the rest of the package.
"""

import importlib.util
from pathlib import Path

PACKAGE = Path(__file__).parent
_TICK = 20_000_000  # nanoseconds; within one a file system may give two changes the same time


def forget_outdated(folder: Path = PACKAGE) -> None:
    """Removes the compiled file of each source that was changed when it was compiled already, or in that moment."""
    for source in folder.rglob("*.py"):
        try:
            compiled, found = Path(importlib.util.cache_from_source(str(source))), source.stat()
            if max(found.st_mtime_ns, found.st_ctime_ns) >= compiled.stat().st_mtime_ns - _TICK:
                compiled.unlink()
        except (OSError, NotImplementedError):  # none is kept, or it is not ours to remove
            continue
