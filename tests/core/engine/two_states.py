"""A publication that goes to and fro between two states of its sources, so that each build has work to do."""

import json
import os
import shutil
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from tests.core.engine.forge import ENVIRONMENT, PATIENCE, Forge, Outcome, project
from tests.core.engine.trees import bytes_of, difference
from tests.core.engine.trial import LEFT
from tests.site_builder import digest, publication

SCRIPT = Path(__file__).with_name("interrupted.py")
KEPT = ".git/HEAD"  # in the output, and to be kept by every build
MOMENT = {"phase": "", "step": 0, "signal": 0, "worker": False, "edits": {}}


def texts(count: int, state: int) -> dict[str, str]:
    """Return the content files of a state: a good part is the same in both, some are in one only."""
    found = {}
    for n in range(count):
        changed = f" in stato {state}" if n % 7 == 0 else ""
        tags = ["chip", "energia" if n % 5 else f"stato-{state}"]
        name = f"it/2025/n{n}-{state}.md" if n % 29 == 3 else f"it/2025/n{n}.md"
        date = f"2025-{n // 28 % 11 + 1:02}-{n % 28 + 1:02} 08:{n % 60:02}"
        found[name] = digest(f"Titolo {n}{changed}", date, tags=tags, authors=["Redazione"])
    return found


@dataclass(slots=True)
class TwoStates:
    """The publication; `trees` are the clean output of each state, `now` is the state of its sources."""

    room: Path
    count: int
    forge: Forge
    settings: dict[str, object]
    now: int = 0
    trees: list[dict[str, bytes | None]] = field(init=False)
    cached: set[str] = field(init=False)  # what lies in the cache when nothing went wrong

    def __post_init__(self) -> None:
        self.trees = [self._clean(state) for state in (0, 1)]
        for state in (0, 1, 0):
            self.go_to(state)
            self.build()
        self.cached = self.in_cache()

    @property
    def folder(self) -> Path:
        """Return where the publication is."""
        return self.room / "site"

    @property
    def output(self) -> Path:
        """Return where it is built."""
        return self.folder / str(self.settings.get("OUTPUT_PATH", "output"))

    def in_cache(self) -> set[str]:
        """Return the names of all that lies in the cache."""
        cache = self.folder / ".cache"
        return {path.relative_to(cache).as_posix() for path in cache.rglob("*")}

    def go_to(self, state: int) -> None:
        """Write the sources of the state; files that are the same are left alone."""
        self.now = state
        content, wanted = self.folder / "content", texts(self.count, state)
        for path in content.rglob("*.md"):
            if path.relative_to(content).as_posix() not in wanted:
                path.unlink()
        known = {path: text for path, text in wanted.items() if not _has(content / path, text)}
        if known or not (self.folder / "pelicanconf.py").exists():
            publication(self.folder, known, **self._settings())

    def forget(self) -> None:
        """Have the next build make everything; templates stay compiled, which takes longer than all the rest."""
        cache = self.folder / ".cache"
        if cache.is_symlink() or cache.is_file():
            cache.unlink()
        for path in cache.glob("*"):
            if path.name != "templates":
                shutil.rmtree(path) if path.is_dir() and not path.is_symlink() else path.unlink()

    def build(self, **wanted: Any) -> Outcome:
        """Build, with the cache and two jobs unless told otherwise."""
        return self.forge.build(self.folder, **{"jobs": 2, **wanted})

    def restore(self) -> None:
        """Have the site right again, whatever a test that failed has left of it."""
        if self.build().code or self.left() or self.fault(self.now):
            cache = self.folder / ".cache"  # which may be a disk of its own
            for path in (self.output, *self.output.parent.glob(".output*"), *cache.glob("*")):
                shutil.rmtree(path) if path.is_dir() and not path.is_symlink() else path.unlink(missing_ok=True)
            assert self.build().code == 0

    def fault(self, state: int) -> str:
        """Return in words how the output differs from that of the state; "" where it is the same."""
        found = {path: data for path, data in bytes_of(self.output).items() if not path.startswith(".git")}
        return difference(found, self.trees[state])

    def torn(self) -> list[str]:
        """Return the files of the output that are whole in neither state."""
        found = bytes_of(self.output if self.output.exists() else self.output.with_name(".output.old"))
        return [
            path
            for path, data in found.items()
            if not path.startswith(".git") and all(data != tree.get(path, b"?") for tree in self.trees)
        ]

    def keep(self) -> None:
        """Put the file into the output that every build must keep."""
        (self.output / KEPT).parent.mkdir(parents=True, exist_ok=True)
        (self.output / KEPT).write_bytes(b"ref")

    def kept(self) -> bool:
        """Return whether it is there, or waits beside the output for the next build."""
        return any((each / KEPT).exists() for each in (self.output, self.output.with_name(".output.old")))

    def interrupted(self, *, jobs: int = 2, seconds: float = 0, **moment: Any) -> "subprocess.CompletedProcess[str]":
        """Build in a process of its own to which something happens at a step, or which is killed after some seconds."""
        order = MOMENT | moment | {"options": {"jobs": jobs}, "tally": str(self.room / "tally.json")}
        command = [sys.executable, "-P", str(SCRIPT), json.dumps(order)]
        environment = os.environ | ENVIRONMENT | {"PYTHONPATH": str(self.folder / "plugins")}
        with self.room.joinpath("said.txt").open("w+", encoding="utf-8") as said:
            process = subprocess.Popen(
                command, cwd=self.folder, env=environment, stdout=said, stderr=said, start_new_session=True
            )
            if seconds:
                time.sleep(seconds)
                process.kill()
            process.wait(PATIENCE)
            said.seek(0)
            return subprocess.CompletedProcess([str(process.pid)], process.returncode, said.read())

    def steps(self) -> dict[str, int]:
        """Return the number of steps of each phase in the last build that came to its end."""
        found: dict[str, int] = json.loads(self.room.joinpath("tally.json").read_text("utf-8"))
        return found

    def left(self) -> list[str]:
        """Return what lies beside the output and in the cache, and should not."""
        cached = self.in_cache()
        beside = {path.name for path in self.folder.iterdir()} - LEFT
        return sorted(beside | {f".cache/{name}" for name in cached - self.cached})

    def _settings(self) -> dict[str, object]:
        own = {"OUTPUT_RETENTION": [".git"], "THEME": "themes/daily", "LANGUAGES": {"it": "Fatti"}}
        return own | self.settings

    def _clean(self, state: int) -> dict[str, bytes | None]:
        folder = self.room / "clean"
        publication(folder, texts(self.count, state), **self._settings() | {"OUTPUT_PATH": "output"})
        shutil.copytree(self.folder / "themes", folder / "themes")
        done = self.forge.build(folder, cache=False, jobs=1)
        assert done.code == 0, done.said
        made = bytes_of(folder / "output")
        shutil.rmtree(folder)
        return made


@contextmanager
def two_states(room: Path, count: int, **settings: object) -> Iterator[TwoStates]:
    """Give a publication of so many digests, built in its first state, with the sources of the second."""
    forge = Forge(project(room / "site"))
    try:
        site = TwoStates(room, count, forge, settings)
        site.go_to(1)
        yield site
    finally:
        forge.close()


def alive(session: int) -> list[int]:
    """Return the processes of a session that are still there and no zombies."""
    found = []
    for path in Path("/proc").glob("[0-9]*/stat"):
        try:
            name, _, rest = path.read_text("utf-8", "replace").rpartition(")")
        except OSError:  # it has ended meanwhile
            continue
        state, _, _, its = rest.split()[:4]
        if int(its) == session and state != "Z":
            found.append(int(name.split()[0]))
    return found


def _has(path: Path, text: str) -> bool:
    return path.exists() and path.read_text("utf-8") == text
