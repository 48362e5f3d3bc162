"""Refuses to build a package of files that are not committed: two different ones would have the same version."""

import os
import sys
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

sys.path.insert(0, str(Path(__file__).parent / "plugins"))
from puntina.committed import ALLOWED, uncommitted


class Committed(BuildHookInterface[Any]):
    """Ends a build of wheel or sdist where a packed file differs from the last commit."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Raises SystemExit with the first of the files, and what to do."""
        changed = uncommitted(Path(self.root)) if version != "editable" and ALLOWED not in os.environ else ()
        if changed:
            more = f" and {len(changed) - 1} more" if changed[1:] else ""
            sys.exit(f"{changed[0]}{more}: not committed — commit, or set {ALLOWED}=1 to try such a package")
