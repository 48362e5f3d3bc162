"""The cases: what is changed before a build, and what is saved while a server runs."""

import itertools
import time
from dataclasses import dataclass
from pathlib import Path

from benchmarks.corpus import Corpus, Digest
from benchmarks.measure import Command
from benchmarks.tools import Tool

# A digest of its own for each edit, so that one never takes another back; all are recent: on home and in the feeds.
FROM_NEWEST = {"serve": 1, "body": 2, "title": 3}
_numbers = itertools.count()


@dataclass(frozen=True, slots=True)
class Stand:
    """A tool with its site of a corpus."""

    tool: Tool
    program: str
    corpus: Corpus
    site: Path
    trash: Path  # on the same file system

    def fill(self) -> None:
        """Writes the site, in place of one that an earlier benchmark left."""
        if self.site.exists():
            self._throw(self.site)
        self.tool.fill(self.site, self.corpus)

    def build(self) -> Command:
        """The command that builds it."""
        return self._command(self.tool.build(self.site, self.program))

    def serve(self, port: int) -> Command:
        """The command that serves it."""
        return self._command(self.tool.serve(self.site, self.program, port))

    def prepare(self, case: str) -> None:
        """Changes what the case says: nothing at all, one text, or all that builds have left."""
        if case == "cold":
            for name in self.tool.made:
                if (self.site / name).exists():
                    self._throw(self.site / name)
        elif case in ("body", "title"):
            self.tool.save(self.site, self.digest(case).edited(case, new_word()))

    def digest(self, case: str) -> Digest:
        """The digest that the case edits."""
        return self.corpus.digest(max(0, self.corpus.count - FROM_NEWEST[case] - 1), self.corpus.languages[0])

    def _command(self, line: list[str]) -> Command:
        return Command(line, self.site, self.tool.environment, self.site.with_suffix(".log"))

    def _throw(self, path: Path) -> None:
        """Moves it aside: deleting a large folder slows down what is written in the seconds after it."""
        self.trash.mkdir(parents=True, exist_ok=True)
        path.rename(self.trash / f"{time.time_ns()}-{path.name}")


def new_word() -> str:
    """A word that was never in any text before."""
    return f"Edit{time.time_ns():x}n{next(_numbers)}"
