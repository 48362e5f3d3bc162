"""What the benchmark knows of a tool: how its site is written, built, served and found."""

import os
import shutil
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from benchmarks.corpus import Corpus, Digest

BUILDS = ("cold", "body", "idle", "title")
CASES = (*BUILDS, "serve")


@dataclass(frozen=True, slots=True)
class Tool:
    """A generator; its program is what `find` gives for the work folder, "" where it is not installed."""

    name: str
    label: str
    write: Callable[[Path, Corpus], None]  # the site but for its digests: templates, settings, static files
    path: Callable[[Digest], str]  # of a digest's file below the site
    text: Callable[[Digest], str]  # that file's text
    build: Callable[[Path, str], list[str]]  # the command, given site and program
    serve: Callable[[Path, str, int], list[str]]  # the same, and the port on 127.0.0.1
    css: str  # the style sheet's source, below the site
    made: tuple[str, ...]  # what builds leave below the site: first the output, then caches
    find: Callable[[Path], str]
    how: str  # to have it
    environment: Mapping[str, str] = field(default_factory=dict)
    several: bool = True  # whether it makes lists and feeds in several languages
    cases: tuple[str, ...] = CASES

    @property
    def output(self) -> str:
        """The folder of the pages below the site."""
        return self.made[0]

    def fill(self, site: Path, corpus: Corpus) -> None:
        """Writes the site and all its digests into a folder."""
        self.write(site, corpus)
        for digest in corpus.digests():
            target = site / self.path(digest)
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_text(self.text(digest), "utf-8")

    def save(self, site: Path, digest: Digest) -> None:
        """Writes one digest's file, in place as most editors do."""
        (site / self.path(digest)).write_text(self.text(digest), "utf-8")


def first_found(variable: str, pattern: str, work: Path, name: str = "") -> str:
    """The program that the environment variable names, else the work folder's own, else that on PATH; "" for none."""
    own = next((str(path) for path in sorted((work / "tools").glob(pattern))), "")
    return os.environ.get(variable) or own or (shutil.which(name) if name else "") or ""
