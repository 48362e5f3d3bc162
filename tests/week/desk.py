"""An editor's desk: a small publication with the real commands, and the site that readers get of it."""

import json
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from tests.site_builder import ALL_PLUGINS, ROOT, SAMPLE, Built, points_of, publication, texts

ADDRESS = "https://notizie.example.net"
ENVIRONMENT = {"PUNTINA_LANG": "en", "SITEURL": ADDRESS}
SERVER = Path(__file__).with_name("server.py")
PASTED = ROOT / "tests/fixtures/week"
ATOM = {"a": "http://www.w3.org/2005/Atom"}
_LAST = re.compile(r"\d+ parsed, \d+ made, \d+ unchanged, \d+ removed, .*")  # depends on the machine


@dataclass(slots=True)
class Desk:
    """The folder in which the editor types, and what its commands print."""

    folder: Path
    server: "subprocess.Popen[str]"
    known: set[str] = field(default_factory=set)  # commands that have run in a process of their own

    def says(self, *words: str, code: int = 0) -> list[str]:
        """Run a command and return the lines that it prints; it ends with the code.

        The first of each kind runs as bootstrap.py runs it, the others without a second's wait for what is imported.
        """
        run = self._again if words[0] in self.known else self._apart
        self.known.add(words[0])
        ended, said = run(["--directory", str(self.folder), *words])
        assert (ended, "Traceback" in said) == (code, False), f"{words}: {said}"
        return [line for line in said.splitlines() if not _LAST.fullmatch(line)]

    def _apart(self, words: list[str]) -> tuple[int, str]:
        done = subprocess.run(
            [sys.executable, "-P", "-m", "puntina", *words],
            cwd=self.folder,
            env=os.environ | ENVIRONMENT,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            encoding="utf-8",
            timeout=120,
            check=False,
        )
        return done.returncode, done.stdout

    def _again(self, words: list[str]) -> tuple[int, str]:
        said = self.folder.with_name(f"{self.folder.name}.said")  # the publication's folder shall hold nothing of ours
        print(json.dumps({"words": words, "said": str(said)}), file=self.server.stdin, flush=True)
        return int(self.server.stdout.readline()), said.read_text("utf-8")

    def publish(self) -> list[str]:
        """Publish, note the addresses, and return what publishing printed but for what went with it."""
        lines = self.says("publish")
        [noted] = self.says("addresses")
        assert re.fullmatch(r"[\d,]+ new URLs? in addresses\.txt", noted), noted
        return [line for line in lines if not line.startswith("removed: ")]

    def file(self, path: str) -> Path:
        """Return where a content file is."""
        return self.folder / "content" / path

    def write(self, path: str, text: str | bytes) -> None:
        """Save a content file, byte for byte."""
        file = self.file(path)
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(text.encode() if isinstance(text, str) else text)

    def change(self, path: str, *changes: tuple[str, str]) -> None:
        """Replace words in a content file; each must be there once."""
        text = self.file(path).read_bytes().decode()
        for old, new in changes:
            assert text.count(old) == 1, (old, text)
            text = text.replace(old, new)
        self.write(path, text)

    @property
    def site(self) -> Built:
        """Return what readers get."""
        return Built(self.folder / "output", ADDRESS)

    def shown(self, path: str) -> tuple[str, list[str], list[str]]:
        """Return title, points and summary of a digest's page."""
        page = self.site.html(path)
        [title] = texts(page, "h1")
        summary = [" ".join(text.split()) for text in texts(page, ".summary p:not(.note-label)")]
        return title, points_of(page), summary

    def entries(self, feed: str = "atom.xml") -> dict[str, tuple[str, str]]:
        """Return title and path of each of a feed's entries by id, newest first."""
        root = self.site.xml(feed)
        return {
            entry.findtext("a:id", namespaces=ATOM).rpartition(":")[2]: (
                entry.findtext("a:title", namespaces=ATOM),
                entry.find("a:link", ATOM).get("href").removeprefix(ADDRESS),
            )
            for entry in root.iterfind("a:entry", ATOM)
        }


@contextmanager
def desk(folder: Path) -> Iterator[Desk]:
    """Give the desk of a new publication."""
    publication(
        folder,
        {},
        SITEURL=ADDRESS,
        FEED_ID_DOMAIN="notizie.example.net",
        PLUGINS=[name for name in ALL_PLUGINS if name != "puntina.search"],
        EDITIONS_URL="edition/",
        MONTH_ARCHIVE_URL="{date:%Y}/{date:%m}/",
        CORRECTIONS_URL="corrections/all/",
        THREAD_URL="thread/{slug}/",
        DEFAULT_PAGINATION=20,
    )
    for file in (ROOT / ".gitattributes", SAMPLE / "publishconf.py"):
        shutil.copy(file, folder)
    (folder / "content").mkdir(exist_ok=True)
    text = (folder / "publishconf.py").read_text("utf-8")
    (folder / "publishconf.py").write_text(text.replace("SEARCH = True", "SEARCH = False"), "utf-8")
    with subprocess.Popen(
        [sys.executable, "-P", str(SERVER)],
        cwd=folder,
        env=os.environ | ENVIRONMENT,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        encoding="utf-8",
    ) as server:
        yield Desk(folder, server)


def fine(at: Desk, *before: str) -> None:
    """Check, which says this and that all can be built."""
    count = len([*at.file("").rglob("*.md")])
    closing = "1 file read, no errors" if count == 1 else f"{count} files read, no errors"
    assert at.says("check") == [*before, closing]


def wrong(at: Desk, *lines: str) -> None:
    """Check and publish, which both refuse with these lines; the site stays."""
    before, count = at.entries(), len([*at.file("").rglob("*.md")])
    assert at.says("check", code=1) == [*lines, "1 error", f"{count} files read; fix the errors above"]
    assert at.says("publish", code=1) == [*lines, "1 error", "not built: 1 error; the output is unchanged"]
    assert at.entries() == before


def gone(at: Desk, url: str, own_id: str, way: str) -> tuple[str, str, str]:
    """Return the lines of an address that would be gone."""
    listed = (at.folder / "addresses.txt").read_text("utf-8").split("\n")
    line = next(line for line in listed if f"{line} ".startswith(f"{url} {own_id} "))
    hint = f"{way}, or delete the line in addresses.txt"
    return (
        f"addresses.txt:{listed.index(line) + 1}:1: PATH-GONE 1 published URL would disappear: {url} — {hint}",
        f"    {line}",
        "    ^",
    )
