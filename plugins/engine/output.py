"""The one contract for everything we make, and the queue that outputs wait in until all are known."""

import unicodedata
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath

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
        place = _folded(output.path)
        if fault := _leaves(output.path):
            text = f"{output.path} {fault}"
            self.problems.append(Problem(output.origin, 0, 0, "PATH-OUT", text, "mend its address in the settings"))
        elif place in self.outputs:
            # A content file is named first: that is where an editor can mend it.
            own, other = sorted((output.origin, self.outputs[place].origin), key=_is_list)
            hint = "give one of the two another slug or address"
            self.problems.append(_collision(own, f"{output.path} is written by {other} too", hint))
        else:
            self.outputs[place] = output

    def write(self, folder: Path) -> int:
        """Makes every output below the folder and says how many; raises Faults before the first where two collide."""
        problems = [*self.problems, *self._nested(), *self._over_copies(folder)]
        if problems:
            raise Faults(problems)
        for output in self.outputs.values():
            target = folder / output.path
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_bytes(output.make())
        return len(self.outputs)

    def _nested(self) -> Iterator[Problem]:
        """A problem for each output that would lie in a folder whose name another output has."""
        for output in self.outputs.values():
            for parent in _parents(output.path):
                if other := self.outputs.get(_folded(parent)):
                    origin = min(output.origin, other.origin, key=_is_list)
                    text = f"{other.path}, a file of {other.origin}, is a folder for {output.path} of {output.origin}"
                    yield _collision(origin, text, "give one of the two another slug or address")

    def _over_copies(self, folder: Path) -> Iterator[Problem]:
        """Outputs that stand where files have been copied to."""
        for output in self.outputs.values():
            for path in (output.path, *_parents(output.path)):
                if (folder / path).is_file() or (path == output.path and (folder / path).exists()):
                    yield _collision(
                        output.origin,
                        f"{output.path}: {path} is a file that is copied too",
                        "rename the file, or change the address",
                    )


def _collision(origin: str, text: str, hint: str) -> Problem:
    return Problem(origin, 0, 0, "PATH-TWICE", text, hint)


def _folded(path: str) -> str:
    """The path as file systems may see it that fold case and Unicode form."""
    return unicodedata.normalize("NFC", path).casefold()


def _parents(path: str) -> list[str]:
    return [str(parent) for parent in PurePosixPath(path).parents][:-1]


def _is_list(origin: str) -> bool:
    return not origin.endswith(".md")


def _leaves(path: str) -> str:
    parts = path.split("/")
    if path.startswith("/") or ".." in parts or "\\" in path:
        return "is outside the output folder"
    return "is too long for a file system" if any(len(part.encode()) > 255 for part in parts) else ""
