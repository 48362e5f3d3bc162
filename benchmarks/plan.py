"""What a benchmark is asked to do: the options of `invoke bench`, read and checked."""

from collections.abc import Collection
from dataclasses import dataclass
from pathlib import Path

from benchmarks.corpus import WORDS
from benchmarks.measure import BenchError
from benchmarks.tools import CASES, TOOLS, Tool

LANGUAGES = tuple(WORDS)


@dataclass(frozen=True, slots=True)
class Plan:
    """How often, what, and where."""

    counts: tuple[int, ...]
    languages: tuple[int, ...]
    cases: tuple[str, ...]
    tools: tuple[Tool, ...]
    runs: int
    memory_runs: int
    folder: Path
    installed: Path  # the folder with the tools that --install has brought
    settle: float  # seconds of rest before each timed build
    patience: float  # seconds after which a server's page counts as stale
    keep: bool  # the sites, to look at


def make_plan(
    *,
    count: str,
    languages: str,
    cases: str,
    tools: str,
    runs: int,
    memory_runs: int,
    folder: Path,
    installed: Path,
    settle: float,
    patience: float,
    keep: bool,
) -> Plan:
    """The plan that the options say; BenchError names an option's fault and what it may be."""
    how_many = tuple(int(each) for each in _listed("languages", languages, [str(n + 1) for n in range(len(LANGUAGES))]))
    return Plan(
        counts=tuple(_number(each) for each in count.split(",")),
        languages=how_many,
        cases=_listed("cases", cases, CASES),
        tools=tuple(TOOLS[name] for name in _listed("tools", tools, TOOLS)),
        runs=runs,
        memory_runs=memory_runs,
        folder=folder.absolute(),
        installed=installed.absolute(),
        settle=settle,
        patience=patience,
        keep=keep,
    )


def _listed(option: str, text: str, allowed: Collection[str]) -> tuple[str, ...]:
    values = tuple(dict.fromkeys(text.split(",")))
    if wrong := [value for value in values if value not in allowed]:
        raise BenchError(f"--{option} {','.join(wrong)}: none of {', '.join(allowed)}")
    return values


def _number(text: str) -> int:
    if not text.isdecimal() or not int(text):
        raise BenchError(f"--count {text}: not a number of digests such as 1000")
    return int(text)
