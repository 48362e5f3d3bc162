"""What a benchmark found, raw: every run, and what it was run on; as JSON and back."""

import datetime as dt
import json
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any


@dataclass(frozen=True, slots=True)
class Setup:
    """What was built."""

    count: int  # digests in each language
    languages: int
    file_system: str


@dataclass(frozen=True, slots=True)
class Run:
    """One run of a tool in one case; None for what was not measured, or did not happen in time."""

    setup: Setup
    case: str
    tool: str
    wall: float | None = None  # seconds
    cpu: float | None = None  # seconds of all processes
    memory: float | None = None  # MiB, all processes together at their peak


@dataclass(frozen=True, slots=True)
class Built:
    """What a tool made of the corpus."""

    setup: Setup
    tool: str
    pages: int  # HTML files and feeds
    size: int  # bytes of these
    told: str = ""  # a fingerprint of what they tell networks and search engines


@dataclass(frozen=True, slots=True)
class Results:
    """Everything."""

    machine: str
    day: dt.date
    versions: dict[str, str]  # by tool
    runs: tuple[Run, ...]
    built: tuple[Built, ...]

    def save(self, path: Path) -> None:
        """Writes it as JSON."""
        path.write_text(json.dumps({**asdict(self), "day": self.day.isoformat()}, indent=1) + "\n", "utf-8")


def load(path: Path) -> Results:
    """Reads what was saved."""
    read = json.loads(path.read_text("utf-8"))
    return Results(
        machine=read["machine"],
        day=dt.date.fromisoformat(read["day"]),
        versions=read["versions"],
        runs=tuple(Run(**_with_setup(run)) for run in read["runs"]),
        built=tuple(Built(**_with_setup(built)) for built in read["built"]),
    )


def together(every: list[Results]) -> Results:
    """Several results as one, under the machine and day of the last."""
    return Results(
        machine=every[-1].machine,
        day=every[-1].day,
        versions={tool: version for each in every for tool, version in each.versions.items()},
        runs=tuple(run for each in every for run in each.runs),
        built=tuple(dict.fromkeys([built for each in every for built in each.built])),
    )


def _with_setup(values: dict[str, Any]) -> dict[str, Any]:
    return {**values, "setup": Setup(**values["setup"])}
