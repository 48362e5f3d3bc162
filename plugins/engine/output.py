"""The one contract for everything we make, and the queue that outputs wait in until all are known."""

import unicodedata
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

from plugins.digest import Faults, Problem


@dataclass(frozen=True, slots=True)
class Output:
    """A file to make: where, from what, and how.

    `path` is below the output folder, with slashes. Outputs of one path and equal `key` have the same bytes; a key of
    None promises nothing. `make` gives the bytes. `origin` is what an editor would look for: a content file, or a
    list's name.
    """

    path: str
    key: object
    make: Callable[[], bytes]
    origin: str


@dataclass(slots=True)
class Queue:
    """Outputs in the order in which they came; no two may be one file."""

    outputs: dict[str, Output] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)

    def add(self, output: Output) -> None:
        """Takes the output in, or notes with which one it collides (also by case or Unicode form only)."""
        place = unicodedata.normalize("NFC", output.path).casefold()
        if fault := _leaves(output.path):
            self.problems.append(
                Problem(
                    output.origin,
                    0,
                    0,
                    "PATH-OUT",
                    f"{output.path} {fault}",
                    "mend its address in the settings",
                )
            )
        elif place in self.outputs:
            # A content file is named first: that is where an editor can mend it.
            own, other = sorted((output.origin, self.outputs[place].origin), key=_is_list)
            text = f"{output.path} is written by {other} too"
            self.problems.append(Problem(own, 0, 0, "PATH-TWICE", text, "give one of the two another slug or address"))
        else:
            self.outputs[place] = output

    def write(self, folder: Path) -> int:
        """Makes every output below the folder and says how many; raises Faults before the first where two collide."""
        for place, output in self.outputs.items():
            if (folder / output.path).exists():
                text = f"{place} is a file that is copied too"
                self.problems.append(
                    Problem(output.origin, 0, 0, "PATH-TWICE", text, "rename the file, or change the address")
                )
        if self.problems:
            raise Faults(self.problems)
        for output in self.outputs.values():
            target = folder / output.path
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_bytes(output.make())
        return len(self.outputs)


def _is_list(origin: str) -> bool:
    return not origin.endswith(".md")


def _leaves(path: str) -> str:
    parts = path.split("/")
    if path.startswith("/") or ".." in parts or "\\" in path:
        return "is outside the output folder"
    return "is too long for a file system" if any(len(part.encode()) > 255 for part in parts) else ""
