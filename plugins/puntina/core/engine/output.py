"""Output, the contract for every file that a build makes, and the queue that collects outputs and finds collisions."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from puntina.core.digest import Faults, Problem
from puntina.core.digest.message import Message, message
from puntina.core.digest.names import INDEXES, fault_of_path, folded
from puntina.core.engine.scan import scan

# What an output's bytes depend on, each thing with its name: frozen values, from which `make` works and nothing else.
Key = tuple[tuple[str, object], ...]


@dataclass(frozen=True, slots=True)
class Output:
    """A file to make: where, from what, and how.

    `path` is below the output folder, with slashes. `key` gives what the bytes depend on besides the epoch: outputs of
    one path and equal keys have the same bytes; None promises nothing, and the output is made in every build. `make`
    gives the bytes. `origin` is what an editor would look for: a content file, or a list's name. `sources` gives the
    files of which it shows something, digests by their paths below the content: outputs of equal keys have the same
    ones. `renew` gives the output anew after one of them has changed in text alone. Outputs that are `alike` are made
    before all others and so mostly by one process, as what they have in common is made once in each. `written` is
    called with the file once it is written, in the first process, and may change it.
    """

    path: str
    key: Callable[[], Key] | None
    make: Callable[[], bytes]
    origin: str
    sources: Callable[[], tuple[str, ...]] = tuple
    renew: "Callable[[], Output] | None" = None
    alike: bool = False
    written: Callable[[Path], None] | None = None


@dataclass(slots=True)
class Queue:
    """Outputs in the order in which they came; no two may be one file."""

    outputs: dict[str, Output] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)

    def add(self, output: Output) -> None:
        """Takes the output in, or notes with which one it collides (also by case or Unicode form only)."""
        place = folded(output.path)
        if fault := fault_of_path(output.path):
            text = message("{path} {fault}", path=output.path, fault=fault)
            self.problems.append(Problem(output.origin, 0, 0, "PATH-OUT", text, message("fix its URL in the settings")))
        elif place in self.outputs:
            # A content file is named first: that is where an editor can fix it.
            own, other = sorted((output.origin, self.outputs[place].origin), key=_is_list)
            hint = message("give one of the two another slug or URL")
            self.problems.append(
                _collision(own, message("{path} is also written by {other}", path=output.path, other=other), hint)
            )
        else:
            self.outputs[place] = output

    def each(self, change: Callable[[Output], Output]) -> None:
        """Puts what `change` makes of it in the place of each output."""
        self.outputs = {place: change(output) for place, output in self.outputs.items()}

    def checked(self, written: Path) -> tuple[Output, ...]:
        """The outputs; raises Faults where two collide, or one with a file that others have `written` already."""
        problems = [*self.problems, *self._nested(), *self._at_one_address(), *self._over_files(written)]
        if problems:
            raise Faults(problems)
        return tuple(self.outputs.values())

    def _nested(self) -> Iterator[Problem]:
        """A problem for each folder of outputs whose name another output has."""
        for folder, output in self._folders().items():
            if other := self.outputs.get(folder):
                origin = min(output.origin, other.origin, key=_is_list)
                text = message(
                    "{file} is a file of {origin}, but {path} of {other} needs it to be a folder",
                    file=other.path,
                    origin=other.origin,
                    path=output.path,
                    other=output.origin,
                )
                yield _collision(origin, text, message("give one of the two another slug or URL"))

    def _at_one_address(self) -> Iterator[Problem]:
        """A problem for each index of a folder that hosts do not serve, as they serve another one before it."""
        for place, output in self.outputs.items():
            folder, slash, name = place.rpartition("/")
            if name not in INDEXES[1:]:
                continue
            before = INDEXES[: INDEXES.index(name)]
            if other := next(filter(None, (self.outputs.get(f"{folder}{slash}{index}") for index in before)), None):
                origin = min(output.origin, other.origin, key=_is_list)
                text = message(
                    "{path} of {origin} and {other_path} of {other} have the same URL",
                    path=output.path,
                    origin=output.origin,
                    other_path=other.path,
                    other=other.origin,
                )
                yield _collision(origin, text, message("give one of the two another slug or URL"))

    def _folders(self) -> dict[str, Output]:
        """Every folder that outputs need, folded, each with the first output that needs it."""
        found: dict[str, Output] = {}
        for place, output in self.outputs.items():
            folder = place.rpartition("/")[0]
            while folder and folder not in found:
                found[folder] = output
                folder = folder.rpartition("/")[0]
        return found

    def _over_files(self, folder: Path) -> Iterator[Problem]:
        """A problem for each file that another plugin has written where an output, or a folder of one, would be."""
        written = scan(folder)
        folders = self._folders() if written.found else {}
        for path in (*written.found, *written.folders):
            place = folded(path)
            if output := self.outputs.get(place) or (folders.get(place) if path in written.found else None):
                text = message("{path}: another plugin has also written the file {file}", path=output.path, file=path)
                yield _collision(output.origin, text, message("rename the file, or change the URL"))


def _collision(origin: str, text: Message, hint: Message) -> Problem:
    return Problem(origin, 0, 0, "PATH-TWICE", text, hint)


def _is_list(origin: str) -> bool:
    return not origin.endswith(".md")
