"""One command, measured from start to end: seconds on the wall and of all its processes, or their peak memory."""

import os
import subprocess
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from benchmarks.processes import memory

EVERY = 0.05  # seconds between two looks at the memory
SAID = 2000  # characters of a failed command's last words


class BenchError(Exception):
    """A reason why nothing can be measured, in words for the terminal."""


@dataclass(frozen=True, slots=True)
class Command:
    """What is run, where, and with what environment besides ours; its output goes to the log."""

    line: Sequence[str]
    folder: Path
    environment: Mapping[str, str]
    log: Path

    def start(self) -> subprocess.Popen[bytes]:
        """Starts it in a session of its own, by which its processes are found."""
        with self.log.open("wb") as log:
            return subprocess.Popen(
                self.line,
                cwd=self.folder,
                env={**os.environ, **self.environment},
                stdin=subprocess.DEVNULL,
                stdout=log,
                stderr=subprocess.STDOUT,
                start_new_session=True,
            )

    def failure(self, code: int) -> BenchError:
        """The error that says how it ended."""
        said = self.log.read_text("utf-8", errors="replace")[-SAID:]
        return BenchError(f"{' '.join(self.line)} ended with {code}:\n{said}")


@dataclass(frozen=True, slots=True)
class Timing:
    """Seconds that a command took, and that all its processes worked."""

    wall: float
    cpu: float


def timed(command: Command) -> Timing:
    """Runs the command with nothing else beside it; BenchError where it fails."""
    before = time.perf_counter()
    process = command.start()
    _, status, usage = os.wait4(process.pid, 0)  # also of the processes that it waited for
    wall = time.perf_counter() - before
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise command.failure(process.returncode)
    return Timing(wall, usage.ru_utime + usage.ru_stime)


def peak_memory(command: Command) -> float:
    """Runs the command and returns the most MiB that its processes held together, seen every 50 ms.

    Reading PSS stops a process for a moment, so such a run is not timed. BenchError where the command fails.
    """
    process = command.start()
    most = 0.0
    while process.poll() is None:
        most = max(most, memory(process.pid))
        time.sleep(EVERY)
    if process.returncode:
        raise command.failure(process.returncode)
    return most
