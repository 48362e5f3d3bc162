"""A process with a project's code in memory: each line on its input is a build, made in a fork of its own.

Run as `python -P forge_server.py` with the project on PYTHONPATH. A fork knows of no build before its own, as a process of
its own would, and begins without the second that importing takes.
"""

import json
import os
import sys
from importlib import import_module
from pathlib import Path

from puntina.commands.build import build

ROOMS = (
    "core.engine",
    "core.pelican",
    "core.theme",
    "core.views",
    "copyright",
    "feeds",
    "listings",
    "share",
    "summary",
    "translations",
)
LOADED = ("pelican", "pelican.settings", "babel.dates", "feedgen.feed", *(f"puntina.{name}" for name in ROOMS))


def main() -> None:
    """Build as told until there is no more input; answer each line with the exit code, negative for a signal."""
    for name in LOADED:
        import_module(name)
    for line in sys.stdin:
        child = os.fork()
        if not child:
            sys.exit(_build(**json.loads(line)))
        print(os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]), flush=True)


def _build(folder: str, said: str, overrides: dict[str, object], options: dict[str, object]) -> int:
    """Build the publication in the folder, with what it says in a file."""
    file = os.open(said, os.O_WRONLY | os.O_CREAT | os.O_TRUNC)
    os.dup2(file, 1)
    os.dup2(file, 2)
    os.chdir(folder)
    return build(Path("pelicanconf.py").absolute(), next_step="", overrides=overrides, **options)


if __name__ == "__main__":
    main()
