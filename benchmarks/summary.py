"""Raw runs to rows: the median of each figure, and its ratio to Hugo's in the same benchmark."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from statistics import median

from benchmarks.results import Results, Run, Setup
from benchmarks.tools import TOOLS

MODEL = "hugo"
# In the order of the table.
CASES = {
    "cold": "cold",
    "body": "a body edited",
    "title": "a title edited",
    "idle": "nothing changed",
    "serve page": "save → page served",
    "serve list": "save → home served",
    "serve feeds": "save → both feeds served",
    "serve css": "CSS saved → served",
}
FIGURES = ("wall", "cpu", "memory")


@dataclass(frozen=True, slots=True)
class Figure:
    """A median and its ratio to the model's, or None."""

    value: float | None
    ratio: float | None = None


@dataclass(frozen=True, slots=True)
class Row:
    """A tool in a case; `stale` where most of its runs did not happen in time."""

    setup: Setup
    case: str
    tool: str
    wall: Figure
    cpu: Figure
    memory: Figure
    stale: bool = False


def rows(results: Results) -> Iterator[Row]:
    """The rows by setup, case and tool: setups in the order in which they were run, tools in that of TOOLS."""
    setups = dict.fromkeys(run.setup for run in results.runs)
    run_tools = {run.tool for run in results.runs}
    tools = [name for name in TOOLS if name in run_tools]
    for setup in setups:
        for case in CASES:
            runs = [run for run in results.runs if (run.setup, run.case) == (setup, case)]
            for tool in tools:
                if own := [run for run in runs if run.tool == tool]:
                    yield _row(own, [run for run in runs if run.tool == MODEL])


def _row(own: list[Run], model: list[Run]) -> Row:
    first = own[0]
    wall, cpu, memory = (
        _figure(_median(getattr(run, name) for run in own), _median(getattr(run, name) for run in model))
        for name in FIGURES
    )
    stale = _is_stale(own)
    return Row(first.setup, first.case, first.tool, Figure(None) if stale else wall, cpu, memory, stale)


def _figure(value: float | None, model: float | None) -> Figure:
    return Figure(value, value / model if value is not None and model else None)


def _is_stale(runs: list[Run]) -> bool:
    """Whether most runs of a server waited in vain; builds always end."""
    waited = [run for run in runs if run.case.startswith("serve")]
    return 2 * sum(run.wall is None for run in waited) > len(waited)


def _median(values: Iterable[float | None]) -> float | None:
    found = [value for value in values if value is not None]
    return median(found) if found else None
