"""A builder that lives on, as `serve` has one: after any edit it leaves and tells what one that has just begun does."""

import json
import os
import random
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from puntina.commands.build.build_server import BuildServer
from puntina.core.digest import errors
from puntina.core.settings.model import ADDRESSES_FILE
from tests.core.engine import edits_of_digests, edits_of_files
from tests.core.engine.edits import EDITS
from tests.core.engine.faults import FAULTS
from tests.core.engine.forge import Outcome
from tests.core.engine.trees import bytes_of
from tests.core.engine.trial import Trial

ROOMS = (edits_of_digests.__name__, edits_of_files.__name__)
THEME = ("template", "macro", "style", "theme file added", "theme catalogue", "settings", "addresses", "cut-off")
SEEN = {name: edit for name, edit in EDITS.items() if edit.__module__ in ROOMS or name in THEME}
SOURCES = ("content", "themes", ADDRESSES_FILE)


class ServedTrial(Trial):
    """A trial whose builds are those of one builder, told of what has changed as a watch would."""

    resident: BuildServer | None = None
    known: dict[Path, tuple[int, ...]] = {}  # noqa: RUF012 - replaced at each build
    settings = b""

    def build(self, **overrides: object) -> Outcome:
        now, settings = dict(self._look()), (self.folder / "pelicanconf.py").read_bytes()
        if self.resident is None or settings != self.settings:  # which starts another process
            self.resident, changed = self._begin("output"), None
        else:
            changed = frozenset(
                path for path in now.keys() | self.known.keys() if now.get(path) != self.known.get(path)
            )
        self.known, self.settings = now, settings
        return self._outcome(self.resident, changed)

    def _clean(self) -> tuple[Outcome, dict[str, bytes | None]]:
        done = self._outcome(self._begin("clean"), None)
        made = bytes_of(self.folder / "clean")
        for name in ("clean", ".cache-of-clean"):
            shutil.rmtree(self.folder / name, ignore_errors=True)
        return done, made

    def _begin(self, output: str) -> BuildServer:
        overrides = {"OUTPUT_PATH": str(self.folder / output), "PREVIEW": True}
        cache = {} if output == "output" else {"CACHE_PATH": str(self.folder / f".cache-of-{output}")}
        return BuildServer(self.folder / "pelicanconf.py", overrides | cache)

    def _outcome(self, resident: BuildServer, changed: frozenset[Path] | None) -> Outcome:
        built = resident.build(changed)
        if random.random() < 0.7:  # a quick editor saves again before the builder has rested
            resident.rest()
        return Outcome(int(bool(errors(built.problems))), "\n".join(map(str, (*built.problems, *built.lines))))

    def _look(self) -> Iterator[tuple[Path, tuple[int, ...]]]:
        for name in SOURCES:
            for path in (self.folder / name, *(self.folder / name).rglob("*")):
                if os.path.lexists(path):
                    found = path.lstat()
                    times = (found.st_mtime_ns, found.st_ctime_ns, found.st_size)
                    yield path, (found.st_ino, *(times if not path.is_dir() else ()))


SEED = 5  # the same in each run of the suite; prove has others


def walk(folder: Path, seed: int, count: int) -> None:
    """Make random edits and faults, one by one or a few together, with a proof after each."""
    trial = ServedTrial(folder, seed, SEEN, FAULTS)
    trial.sketch.settings["PLUGINS"] = [name for name in trial.sketch.settings["PLUGINS"] if name != "mine"]
    rng, kinds = random.Random(seed), [*SEEN, *FAULTS, *FAULTS]
    trial.batch([])
    for _ in range(count):
        trial.batch([(rng.choice(kinds), rng.randrange(1000)) for _ in range(rng.choice([1, 1, 2, 3]))])


@pytest.fixture
def folder(tmp_path, monkeypatch):
    (tmp_path / "site").mkdir()
    monkeypatch.chdir(tmp_path / "site")
    return tmp_path


def test_a_builder_that_lives_on_leaves_and_tells_what_a_new_one_does(folder):
    walk(folder, SEED, 8)


@pytest.mark.slow
@pytest.mark.parametrize("seed", range(8))
def test_the_same_after_many_edits(folder, seed):
    walk(folder, seed, 40)


def test_every_edit_that_a_watch_sees_is_among_them():
    assert json.dumps(sorted(SEEN)).count('"') > 2 * 40
