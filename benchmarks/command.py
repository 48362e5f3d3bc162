"""The body of `invoke bench`."""

import datetime as dt
from functools import partial
from pathlib import Path
from typing import Any

from rich.console import Console

from benchmarks.documents import write_documents
from benchmarks.install import install
from benchmarks.machine import machine
from benchmarks.matched import differences
from benchmarks.measure import BenchError
from benchmarks.plan import Plan, make_plan
from benchmarks.results import Results, load, together
from benchmarks.runner import Field, fields
from benchmarks.tables import tables
from benchmarks.tools.facts import PROJECT
from benchmarks.versions import versions


def bench(*, install_tools: bool, read: str, json: str, docs: bool, **options: Any) -> int:
    """Measures, or reads what was measured, and prints it; returns the exit code."""
    console = Console(soft_wrap=True, highlight=False)
    say = partial(console.print, markup=False)
    try:
        plan = make_plan(**options)
        if install_tools:
            install(plan.installed, say)
            return 0
        results = (
            together([load(Path(name)) for name in read.split(",")])
            if read
            else measure(plan, Path(json) if json else None, say)
        )
    except (BenchError, TimeoutError, OSError) as error:
        Console(stderr=True, soft_wrap=True, highlight=False).print(f"bench: {error}", markup=False)
        return 1
    show(results, console)
    if docs and not write_documents(results, PROJECT / "docs"):
        say("no picture: matplotlib is not installed; to have it: .venv/bin/pip install matplotlib")
    return 0


def measure(plan: Plan, json: Path | None, say: Any) -> Results:
    """Runs the plan; what is known after each setup is saved, so that a long benchmark that breaks off is not lost."""
    plan.folder.mkdir(parents=True, exist_ok=True)
    results = Results(machine(), dt.datetime.now().astimezone().date(), {}, (), ())
    for field in fields(plan, say):
        results = _with(results, field, say)
        if json:
            results.save(json)
    return results


def show(results: Results, console: Console) -> None:
    """Prints the tables, what was made, and a warning where sites are not matched."""
    for table in tables(results):
        console.print(table)
    for built in results.built:
        console.print(f"{built.tool}: {built.pages:,} pages, {built.size:,} bytes", markup=False)
    for warning in differences(results.built):
        console.print(f"warning: {warning}", style="yellow", markup=False)


def _with(results: Results, field: Field, say: Any) -> Results:
    """The results with those of one more setup."""
    built = (*results.built, *field.ready())
    for warning in differences(built):
        say(f"warning: {warning}")
    runs = (*results.runs, *field.build_runs(), *field.serve_runs())
    return Results(results.machine, results.day, results.versions | versions(field.stands), runs, built)
