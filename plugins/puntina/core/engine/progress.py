"""How far a build is: a bar on a terminal, plain lines now and then in a log; and what it did in the end."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass

LARGE = 1000  # things to do that are worth a line in a log
STEPS = 4  # lines of one phase in a log


@dataclass(slots=True)
class Counts:
    """What a build did."""

    made: int = 0
    kept: int = 0
    written: tuple[str, ...] = ()  # paths whose bytes changed or are new
    removed: tuple[str, ...] = ()
    added: tuple[str, ...] = ()  # those that are new; told apart by a dry run alone


@contextmanager
def phase(name: str, total: int) -> Iterator[Callable[[int], None]]:
    """A phase of the build, such as "making"; gives the function that is told how many more of `total` are done."""
    # Here, as an idle build has no phases.
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn

    console = Console(stderr=True)
    if not console.is_terminal:
        yield _Lines(name, total)
        return
    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeElapsedColumn())
    # No refreshing by itself: that takes a thread, which workers must not be forked beside.
    with Progress(*columns, console=console, auto_refresh=False, transient=True) as bar:
        task = bar.add_task(name, total=total)
        yield lambda more: bar.update(task, advance=more, refresh=True)


class _Lines:
    """Says a line at each quarter of a large phase."""

    def __init__(self, name: str, total: int) -> None:
        self.name, self.total = name, total
        self.done = self.said = 0

    def __call__(self, more: int) -> None:
        """Takes note of so many more that are done."""
        self.done += more
        quarters = self.done * STEPS // self.total if self.total else 0
        if self.total >= LARGE and quarters > self.said:
            self.said = quarters
            print(f"{self.name}: {self.done:,} of {self.total:,}", flush=True)
