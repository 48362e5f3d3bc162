"""The results as a picture of bars, where matplotlib is installed."""

import importlib.util
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from benchmarks.results import Results
from benchmarks.summary import CASES, Row, rows
from benchmarks.tools import TOOLS

OURS, OTHERS = "#b3261e", "#8c857d"
COLUMNS = 4
SIZE = (12.0, 6.0)  # inches


def can_draw() -> bool:
    """Whether matplotlib is there."""
    return importlib.util.find_spec("matplotlib") is not None


def draw(results: Results, path: Path) -> None:
    """Draws the seconds of each tool in each case of the largest setup in one language."""
    import matplotlib as mpl

    mpl.use("Agg")
    from matplotlib import pyplot as plt

    every = list(rows(results))
    setup = max((row.setup for row in every), key=lambda setup: (-setup.languages, setup.count))
    cases = [case for case in CASES if any((row.setup, row.case) == (setup, case) for row in every)]
    lines = -(-len(cases) // COLUMNS)
    figure, axes = plt.subplots(lines, min(COLUMNS, len(cases)), figsize=SIZE, squeeze=False, layout="constrained")
    for place, panel in enumerate(axes.flat):
        if place < len(cases):
            _panel(panel, cases[place], [row for row in every if (row.setup, row.case) == (setup, cases[place])])
        else:
            panel.set_visible(False)
    figure.suptitle(f"Seconds on the wall, {setup.count:,} digests, {setup.file_system} (shorter is better)")
    figure.savefig(path, dpi=120, metadata={"Software": None})
    plt.close(figure)


def _panel(panel: Any, case: str, lines: Sequence[Row]) -> None:
    """Bars of one case, in the order of the table from above."""
    seconds = [row.wall.value or 0.0 for row in lines]
    bars = panel.barh(
        [TOOLS[row.tool].label for row in lines],
        seconds,
        color=[OURS if row.tool == "puntina" else OTHERS for row in lines],
    )
    panel.bar_label(
        bars, ["stale" if row.stale else f"{value:.2f}" for row, value in zip(lines, seconds, strict=True)], padding=2
    )
    panel.set_title(CASES[case], loc="left")
    panel.invert_yaxis()
    panel.margins(x=0.2)
    panel.spines[["top", "right"]].set_visible(False)
