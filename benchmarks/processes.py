"""What /proc tells of a command and all that it started, known by the session that it was started in (Linux)."""

import os
from collections.abc import Iterator
from pathlib import Path

PROC = Path("/proc")
TICKS = os.sysconf("SC_CLK_TCK")  # of a second
SESSION, CPU = 3, slice(11, 15)  # fields of /proc/PID/stat after the name: proc_pid_stat(5)


def members(session: int) -> Iterator[tuple[int, list[str]]]:
    """The processes of the session, each with the fields of its stat file."""
    for entry in PROC.iterdir():
        if entry.name.isdigit():
            fields = _stat(int(entry.name))
            if fields and int(fields[SESSION]) == session:
                yield int(entry.name), fields


def cpu_seconds(session: int) -> float:
    """What the session's living processes have used, and the ended ones that they waited for."""
    return sum(sum(map(int, fields[CPU])) for _, fields in members(session)) / TICKS


def memory(session: int) -> float:
    """MiB that the session's processes hold together: their PSS, where a page that n of them share counts 1/n each."""
    return sum(_pss(pid) for pid, _ in members(session)) / 1024


def _stat(pid: int) -> list[str]:
    try:
        # The name is in brackets and may hold anything.
        return (PROC / str(pid) / "stat").read_text().rpartition(")")[2].split()
    except OSError:  # it has ended
        return []


def _pss(pid: int) -> int:
    """KiB; 0 for a process that has ended."""
    try:
        lines = (PROC / str(pid) / "smaps_rollup").read_text().splitlines()
    except OSError:
        return 0
    return next((int(line.split()[1]) for line in lines if line.startswith("Pss:")), 0)
