"""The rows as tables: on the terminal, and as Markdown for the docs."""

from collections.abc import Iterator, Sequence
from itertools import groupby

from rich import box
from rich.table import Table

from benchmarks.results import Results, Setup
from benchmarks.summary import CASES, Figure, Row, rows
from benchmarks.tools import TOOLS

HEADS = ("case", "tool", "wall s", "CPU s", "peak MiB")
PLACES = {"wall": 3, "cpu": 2, "memory": 0}


def tables(results: Results) -> Iterator[Table]:
    """A table of each setup, for the terminal: its tools below each case."""
    for setup, lines in _by_setup(results):
        _, tool, *figures = HEADS
        table = Table(tool, title=_title(setup), title_justify="left", box=box.SIMPLE)
        for head in figures:
            table.add_column(head, justify="right", no_wrap=True)
        for case, group in groupby(lines, key=lambda row: row.case):
            table.add_row(CASES[case], style="bold")
            for row in group:
                table.add_row(*cells(row)[1:])
            table.add_section()
        yield table


def markdown(results: Results) -> str:
    """The results section of docs/benchmarks.md: machine, day, versions, and a table of each setup."""
    versions = "; ".join(f"{TOOLS[tool].label} {version}" for tool, version in results.versions.items())
    parts = [f"Measured on {results.day:%-d %B %Y}: {results.machine}. {versions}."]
    for setup, lines in _by_setup(results):
        head = f"| {' | '.join(HEADS)} |\n|---|---|---:|---:|---:|\n"
        parts += [f"### {_title(setup)}", head + "\n".join(f"| {' | '.join(cells(row))} |" for row in lines)]
        parts += _made(results, setup)
    return "\n\n".join(parts) + "\n"


def cells(row: Row) -> tuple[str, ...]:
    """A row's texts: case, tool, and each figure with its ratio to Hugo's."""
    figures = (_cell(getattr(row, name), places) for name, places in PLACES.items())
    wall, *others = figures
    return CASES[row.case], TOOLS[row.tool].label, "stale" if row.stale else wall, *others


def _cell(figure: Figure, places: int) -> str:
    if figure.value is None:
        return "–"
    ratio = "" if figure.ratio is None else f" ({figure.ratio:.2f} ×)"
    return f"{figure.value:,.{places}f}{ratio}"


def _by_setup(results: Results) -> Iterator[tuple[Setup, Sequence[Row]]]:
    for setup, group in groupby(rows(results), key=lambda row: row.setup):
        yield setup, tuple(group)


def _title(setup: Setup) -> str:
    tongues = "one language" if setup.languages == 1 else f"{setup.languages} languages"
    return f"{setup.count:,} digests in {tongues}, on {setup.file_system}"


def _made(results: Results, setup: Setup) -> list[str]:
    made = [
        f"{TOOLS[each.tool].label} {each.pages:,} pages, {each.size / 1e6:,.1f} MB"
        for each in results.built
        if each.setup == setup
    ]
    return [f"Made: {'; '.join(made)}."] if made else []
