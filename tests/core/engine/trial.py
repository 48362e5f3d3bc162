"""A publication under trial: edited in batches, built with its cache, and held against clean builds of the same sources."""

import difflib
import itertools
import json
import re
import shutil
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from pathlib import Path
from random import Random

from puntina.core.settings.model import ADDRESSES_FILE
from tests.core.engine.forge import Forge, Outcome, project
from tests.core.engine.sketch import Sketch, sketch
from tests.core.engine.trees import bytes_of, difference, stats_of, writes

# A plugin of the publication's own; its words are in a module of their own, and are in no key.
MINE = '''
"""Adds a file of the publication's own."""

import mine_words
from pelican import signals

from puntina.core.engine.output import Output


class Mine:
    def __init__(self, context, settings, path, theme, output_path, **kwargs):
        self.context = context

    def generate_output(self, writer):
        count = len(self.context["articles"])
        key = lambda: (("the number of digests", count),)
        writer.add(Output("mine.txt", key, lambda: f"{mine_words.TEXT} {count}".encode(), "mine"))


def mine(pelican):
    return Mine


def register():
    signals.get_generators.connect(mine)
'''
LEFT = {"content", "output", "pelicanconf.py", ".cache", "mine.py", "mine_words.py", "plugins", "themes"}
LEFT |= {"requirements.txt", "tasks.py", ADDRESSES_FILE}
ABOUT_FILES = re.compile(r"removed: |search, |\.cache/|[0-9,]+ parsed, ")
Edit = tuple[str, int]  # its name, and the number that decides its details
Change = Callable[["Trial", Random], None]
Fault = Callable[["Trial", Random], Callable[[], None]]  # breaks the publication; what it returns mends it


@dataclass(slots=True)
class Trial:
    """The publication in `folder`, made from `seed`; `history` holds all batches so far."""

    room: Path
    seed: int
    edits: dict[str, Change]
    faults: dict[str, Fault]
    history: list[list[Edit]] = field(default_factory=list)
    sketch: Sketch = field(init=False)
    forge: Forge = field(init=False)
    written: dict[str, bytes] = field(default_factory=dict)
    told: list[str] = field(default_factory=list)  # by the last build that was made
    clean: "itertools.count[int]" = field(default_factory=itertools.count)

    def __post_init__(self) -> None:
        self.sketch = sketch(self.seed)
        self.forge = Forge(project(self.folder))
        self.folder.joinpath("mine.py").write_text(MINE, "utf-8")
        self.folder.joinpath("mine_words.py").write_text("TEXT = 'mine'\n", "utf-8")

    @property
    def folder(self) -> Path:
        """Return where the publication is."""
        return self.room / "site"

    @property
    def output(self) -> Path:
        """Return where it is built."""
        return self.folder / "output"

    def batch(self, edits: Iterable[Edit]) -> None:
        """Make the edits, then fail where the build with the cache differs from a clean one, or a second one writes.

        What is broken is broken together with the other edits, or when all of them are built and nothing else changes.
        """
        self.history.append(list(edits))
        faults = [edit for edit in self.history[-1] if edit[0] in self.faults]
        for edit in self.history[-1]:
            if edit not in faults:
                self.edits[edit[0]](self, _random(edit))
        self.write()
        self._breaks([edit for edit in faults if edit[1] % 2])
        self._builds()
        if "cache damaged" in dict(self.history[-1]):
            self.build()  # a build goes on without a damaged store, and the next one begins another
        self._rests()
        for edit in faults:
            self._breaks([edit])
            self._rests()

    def _breaks(self, faults: Iterable[Edit]) -> None:
        """Break the publication, fail where that is not refused as by a clean build, and mend it."""
        mends = [self.faults[edit[0]](self, _random(edit)) for edit in faults]
        if mends:
            self.write()
            self._refuses()
            for mend in reversed(mends):
                mend()
            self.write()

    def write(self) -> None:
        """Bring the files that the sketch describes up to date; the others are left alone."""
        wanted = {f"content/{path}": data for path, data in self.sketch.texts().items()}
        wanted["pelicanconf.py"] = self.sketch.settings_text().encode()
        for path in self.written.keys() - wanted.keys():
            (self.folder / path).unlink(missing_ok=True)
        for path, data in wanted.items():
            if self.written.get(path) != data:
                (self.folder / path).parent.mkdir(parents=True, exist_ok=True)
                (self.folder / path).write_bytes(data)
        self.written = wanted

    def build(self, **overrides: object) -> Outcome:
        """Build with the cache."""
        return self.forge.build(self.folder, overrides=overrides, jobs=1 + len(self.history) % 2)

    def _refuses(self) -> None:
        """Fail where a build of a broken publication ends well, does not say what a clean one says, or touches the output."""
        before, stats = bytes_of(self.output), stats_of(self.output)
        done = self.build()
        self._check(done.code == 1, f"a fault ends with {done.code}, not 1", done)
        self._check("Traceback" not in done.said, "a fault ends with a traceback", done)
        self._check(
            not (found := difference(bytes_of(self.output), before)), f"a fault changed the output:\n{found}", done
        )
        touched = writes(stats, stats_of(self.output))
        self._check(not touched, f"a fault touched the output: {touched}", done)
        self._tells(done, self._clean()[0])

    def _builds(self) -> None:
        done = self.build()
        self._check(done.code == 0, f"the build ends with {done.code}", done)
        clean, made = self._clean()
        self._check(clean.code == 0, f"the clean build ends with {clean.code}", clean)
        found = difference(bytes_of(self.output), made)
        self._check(not found, f"the build differs from a clean one:\n{found}", done)
        self._tells(done, clean)
        self.told = told(clean)

    def _tells(self, done: Outcome, clean: Outcome) -> None:
        """Fail where a build does not say what a clean one says, or ends otherwise."""
        lines = difflib.unified_diff(told(clean), told(done), "a clean build", "the build", lineterm="", n=0)
        found = "\n".join(lines)
        self._check(not found and done.code == clean.code, f"the build tells something else:\n{found}", done)
        left = sorted({path.name for path in self.folder.iterdir()} - LEFT)
        self._check(not left, f"the build left {left}", done)

    def _rests(self) -> None:
        """Fail where a build with nothing changed writes anything."""
        before = stats_of(self.output)
        done = self.build()
        touched = writes(before, stats_of(self.output))
        self._check(done.code == 0 and not touched, f"a build with nothing changed wrote {touched}", done)
        self._check(told(done) == self.told, f"a build with nothing changed should tell {self.told}", done)

    def _clean(self) -> tuple[Outcome, dict[str, bytes | None]]:
        """What comes of the same sources in another folder, which knows of no build before."""
        number = next(self.clean)
        folder = self.room / f"clean{'-' * (number % 7)}"
        for name in ("content", "themes"):
            shutil.copytree(self.folder / name, folder / name, symlinks=True)
        for name in ("pelicanconf.py", ADDRESSES_FILE):
            if (self.folder / name).exists():
                shutil.copy2(self.folder / name, folder)
        done = self.forge.build(folder, cache=bool(number % 2), jobs=1 + number % 3)
        made = bytes_of(folder / "output")
        shutil.rmtree(folder)
        return done, made

    def _check(self, good: bool, fault: str, done: Outcome) -> None:
        again = f"To see it again: python -m tests.core.engine.replay '{json.dumps([self.seed, self.history])}'"
        assert good, f"{fault}\n{self._batches()}\nThe last build said:\n{done.said}\n{again}"

    def _batches(self) -> str:
        lines = [f"  {number}: {', '.join(name for name, _ in batch)}" for number, batch in enumerate(self.history)]
        return "\n".join([f"After these batches of edits, of the site of seed {self.seed}:", *lines])


def told(done: Outcome) -> list[str]:
    """Return what a build said of the publication; what it said of files that it made and took away is left out."""
    return [line for line in done.said.splitlines() if not ABOUT_FILES.match(line)]


def _random(edit: Edit) -> Random:
    return Random(f"{edit[0]} {edit[1]}")
