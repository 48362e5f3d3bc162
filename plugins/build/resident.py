"""A build that lives on: `serve` asks one process for build after build, and hears which files each has changed."""

import hashlib
import time
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from plugins.build.command import counted, run, said
from plugins.digest import Faults, Problem, Severity

OURS = ".puntina"  # the engine's mark in an output folder, which is nobody's page


@dataclass(frozen=True, slots=True)
class Built:
    """What came of a build, as it crosses from the builder's process to the server's.

    An error among the problems stopped the build: then nothing was written. Paths are below the output folder, with
    slashes; `written` have new bytes or are new.
    """

    problems: tuple[Problem, ...]
    lines: tuple[str, ...]  # for the terminal
    written: tuple[str, ...]
    removed: tuple[str, ...]


class Resident:
    """Builds one publication again and again, in a process that does nothing else."""

    def __init__(self, settings_file: Path, overrides: Mapping[str, Any]) -> None:
        self._settings_file = settings_file
        self._overrides = overrides
        self._before: Mapping[str, bytes] = _hashes(Path(overrides["OUTPUT_PATH"]))  # what an earlier process has left

    def build(self, changed: frozenset[Path] | None) -> Built:
        """Builds what these files and folders have made out of date; with None anything may have changed."""
        started = time.perf_counter()
        try:
            settings = run(self._settings_file, self._overrides)
        except Faults as faults:
            return Built(faults.problems, said(faults), (), ())
        line = counted(settings, time.perf_counter() - started)
        before, self._before = self._before, _hashes(settings["FINAL"])
        return Built(
            problems=tuple(each for each in settings["CONTENT"].problems if each.severity is Severity.WARNING),
            lines=(line,),
            written=tuple(path for path, value in self._before.items() if before.get(path) != value),
            removed=tuple(path for path in before if path not in self._before),
        )


def _hashes(folder: Path) -> dict[str, bytes]:
    """A hash of each file below the folder, by its path, sorted."""
    files = sorted(path for path in folder.rglob("*") if path.is_file() and path.name != OURS)
    return {path.relative_to(folder).as_posix(): hashlib.sha256(path.read_bytes()).digest() for path in files}
