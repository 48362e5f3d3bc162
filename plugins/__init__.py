"""The plugins, a package for each capability.

Python takes a compiled file for its source's by size and by the second of the last change. A source that was changed
since it was compiled is made to be compiled again here, before any is imported: what is built is what the code says.
"""

import importlib.util
from pathlib import Path

_TICK = 20_000_000  # nanoseconds; within one a file system may give two changes the same time


def _forget_outdated(folder: Path) -> None:
    """Removes the compiled file of each source that was changed when it was compiled already, or in that moment."""
    for source in folder.rglob("*.py"):
        try:
            compiled, found = Path(importlib.util.cache_from_source(str(source))), source.stat()
            if max(found.st_mtime_ns, found.st_ctime_ns) >= compiled.stat().st_mtime_ns - _TICK:
                compiled.unlink()
        except (OSError, NotImplementedError):  # none is kept, or it is not ours to remove
            continue


_forget_outdated(Path(__file__).parent)
