"""How a build is asked for."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Options:
    """How to build: whether to use what earlier builds left, in how many processes (0: one a core), what to explain.

    With `dry` nothing is put in place or remembered: what would be is compared with what is there.
    """

    cache: bool = True
    jobs: int = 0
    explain: str = ""
    dry: bool = False
