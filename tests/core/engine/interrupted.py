"""A build to which something happens at a chosen step: run as `python -P interrupted.py ORDER`, the order being JSON.

The steps of a build are what it asks of the file system, as Python's audit hooks tell; each belongs to a phase. At step
`step` of `phase`, in whatever process it is, the build gets `signal` (or the worker that makes the step, with `worker`), or
the files of `edits` get other bytes of the same size and their old time. `tally` is where the numbers of steps are written.
"""

import json
import os
import sys
from collections import Counter
from pathlib import Path
from typing import Any

from puntina.commands.build import build

PHASES = ("beginning", "parsing", "making", "committing", "recording")
CHANGES = {"os.rename", "os.remove", "os.rmdir", "os.mkdir", "shutil.rmtree", "sqlite3.connect"}


def phase_of(event: str, args: tuple[Any, ...]) -> str:
    """Return the phase to which an event of the audit belongs; "" where it is no step."""
    path = os.fsdecode(args[0]) if args and isinstance(args[0], str | bytes | os.PathLike) else ""
    if event == "open":
        writes = isinstance(args[2], int) and args[2] & (os.O_WRONLY | os.O_RDWR)
        if not writes:
            return "parsing" if path.endswith(".md") else ""
    elif event not in CHANGES:
        return ""
    if "/.cache" in path or event == "sqlite3.connect":
        return "recording"
    if path.endswith(".lock"):
        return "beginning" if event == "open" else "recording"
    if "/.output.new" in path and event in {"open", "os.mkdir"}:
        return "making"
    # What is removed by a name alone lies in a folder that was open already, as rmtree does it.
    return "committing" if "/output" in path or event in {"os.rename", "os.remove", "os.rmdir"} else ""


def watch(order: dict[str, Any]) -> Counter[str]:
    """Have what is ordered happen at its step; return the tally, which goes on counting."""
    steps: Counter[str] = Counter()
    main = os.getpid()

    def hook(event: str, args: tuple[Any, ...]) -> None:
        if phase := phase_of(event, args):
            steps[phase] += 1
            if (phase, steps[phase]) == (order["phase"], order["step"]):
                happen(order, main)

    sys.addaudithook(hook)
    return steps


def happen(order: dict[str, Any], main: int) -> None:
    """Send the signal, or edit the files."""
    if order["signal"] and not (order["worker"] and os.getpid() == main):
        os.kill(os.getpid() if order["worker"] else main, order["signal"])
    for path, text in order["edits"].items():
        before = Path(path).stat()
        Path(path).write_text(text, "utf-8")
        os.utime(path, ns=(before.st_atime_ns, before.st_mtime_ns))


if __name__ == "__main__":
    given = json.loads(sys.argv[1])
    tally = watch(given)
    code = build(Path("pelicanconf.py").absolute(), next_step="", **given["options"])
    Path(given["tally"]).write_text(json.dumps(tally), "utf-8")
    sys.exit(code)
