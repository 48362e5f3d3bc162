"""A process with all commands in memory: each line on its input is one, run in a fork of its own.

Run as `python -P server.py`. A fork knows of no command before its own, as a process of its own would, and begins
without the half a second that importing takes.
"""

import json
import os
import sys
from importlib import import_module

from puntina.commands.cli import main

ROOMS = ("build", "importer", "verify")
LOADED = ("pelican", "pelican.settings", "babel.dates", "feedgen.feed", "PIL.Image", "markdown_it")
LOADED += (
    *(f"puntina.commands.{name}" for name in ROOMS),
    "puntina.commands.build.full_build",
    "puntina.commands.check.command",
)


def serve() -> None:
    """Run as told until there is no more input; answer each line with the exit code, negative for a signal."""
    for name in LOADED:
        import_module(name)
    for line in sys.stdin:
        child = os.fork()
        if not child:
            _run(**json.loads(line))
        print(os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]), flush=True)


def _run(words: list[str], said: str) -> None:
    """Run the command with what it says in a file."""
    file = os.open(said, os.O_WRONLY | os.O_CREAT | os.O_TRUNC)
    nothing = os.open(os.devnull, os.O_RDONLY)
    for descriptor, own in ((nothing, 0), (file, 1), (file, 2)):
        os.dup2(descriptor, own)
    main(words)


if __name__ == "__main__":
    serve()
