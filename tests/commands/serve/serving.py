"""A publication of its own, with its own theme and code, served by a process as `invoke serve` does."""

import os
import re
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from tests.site_builder import ROOT, digest, publication

LONG = 30  # seconds, for a slow machine
SERVE = (
    "import sys; from pathlib import Path; from puntina.commands.serve.command import serve; "
    "published = sys.argv[3:] == ['published']; "
    "sys.exit(serve(Path(sys.argv[1]), host='127.0.0.1', port=int(sys.argv[2]), open_browser=False, published=published))"
)
READY = re.compile(r"^(http://\S+) — (?:drafts are shown|as readers will see it)", re.MULTILINE)
TEXTS = {
    "it/2025/a.md": digest("Primo titolo"),
    "it/2025/b.md": digest("Una bozza", status="draft"),
    "it/2025/c.md": digest("Trattenuto", "2030-01-01 08:00"),
}


def wait_for(condition: Callable[[], object]) -> None:
    """Return when the condition holds; fail where it does not in time."""
    end = time.monotonic() + LONG
    while not condition():
        assert time.monotonic() < end, "it did not happen in time"
        time.sleep(0.02)


@dataclass(frozen=True, slots=True)
class Serving:
    """A running `serve`: the publication's folder, the process, and the file of what it says."""

    folder: Path
    process: subprocess.Popen
    log: Path

    @property
    def said(self) -> str:
        """Return all that it has printed."""
        return self.log.read_text("utf-8")

    @property
    def address(self) -> str:
        """Return the site's address, without a slash at the end; wait until it is printed."""
        wait_for(lambda: READY.search(self.said) or self.process.poll() is not None)
        found = READY.search(self.said)
        assert found, self.said
        return found[1].rstrip("/")

    @property
    def builds(self) -> int:
        """Return how many builds have ended well."""
        return self.said.count(" unchanged, ")

    def write(self, path: str, text: str) -> Path:
        """Write a content file and return where it is."""
        file = self.folder / "content" / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, "utf-8")
        return file

    def change(self, path: str, old: str, new: str) -> None:
        """Change a text in a file of the publication; fail where it is not there."""
        file = self.folder / path
        before = file.read_text("utf-8")
        assert old in before
        file.write_text(before.replace(old, new), "utf-8")


def with_code(folder: Path, texts: dict[str, str], **settings: object) -> Path:
    """Write a publication with a theme and code of its own and return its settings file."""
    for name in ("themes", "plugins"):
        shutil.copytree(ROOT / name, folder / name, ignore=shutil.ignore_patterns("__pycache__"))
    return publication(folder, texts, **({"THEME": "themes/daily"} | settings))


@contextmanager
def serve(
    settings: Path, *, port: int = 0, code: Path = ROOT, log: str = "said.log", published: bool = False
) -> Iterator[Serving]:
    """Serve a publication with the code in a folder; end the process if the test has not."""
    file = settings.parent / log
    with file.open("w") as said:
        process = subprocess.Popen(
            [sys.executable, "-c", SERVE, str(settings), str(port), *(["published"] if published else [])],
            cwd=code, stdout=said, stderr=subprocess.STDOUT, start_new_session=True,
            env=os.environ | {"PYTHONPATH": str(code / "plugins"), "PYTHONDONTWRITEBYTECODE": "1"},
        )  # fmt: skip
    try:
        yield Serving(settings.parent, process, file)
    finally:
        if process.poll() is None:
            process.send_signal(signal.SIGINT)
        try:
            process.wait(timeout=LONG)
        finally:
            process.kill()
