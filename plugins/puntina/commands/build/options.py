"""How a build is asked for."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Options:
    """How to build: whether to use what earlier builds left, in how many processes (0: one a core), what to explain."""

    cache: bool = True
    jobs: int = 0
    explain: str = ""
