"""The command line of a command, for hints: `puntina serve` or `python3 bootstrap.py serve`."""

import os

CALLED = "PUNTINA_CALLED"


def command_line(command: str) -> str:
    """The command after its program: `puntina serve`, or after the script that names itself in PUNTINA_CALLED.

    >>> command_line("serve")
    'puntina serve'
    """
    return f"{os.environ.get(CALLED, 'puntina')} {command}"
