"""The fast paths: code that does the work of a library faster, and to the very same bytes.

Each can be switched off to compare, by its name in the environment: `PUNTINA_WITHOUT="bodies templates" puntina build`.
"""

import os
from dataclasses import dataclass
from functools import cache

SWITCH = "PUNTINA_WITHOUT"


@dataclass(frozen=True, slots=True)
class FastPath:
    """A fast path: its name, where it is, what it replaces, and what it gains, as docs/engine.md has it."""

    name: str
    package: str
    replaces: str


FAST_PATHS = (
    FastPath("bodies", "puntina.core.digest.fast_path", "markdown-it, for bodies of plain points and a summary"),
    FastPath(
        "templates", "puntina.core.theme.jinja_fast", "Jinja's own way of compiling and calling, for frozen values"
    ),
    FastPath("texts", "puntina.commands.build.structure", "asking every page for its key where only texts changed"),
)


@cache
def is_on(name: str) -> bool:
    """Whether the fast path of this name is used."""
    return name not in os.environ.get(SWITCH, "").split()
