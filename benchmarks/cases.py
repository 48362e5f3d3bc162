"""The cases: what is changed before a build, and what is saved while a server runs."""

import itertools
import time
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from benchmarks.corpus import Corpus, Digest, Part
from benchmarks.measure import Command
from benchmarks.tools import Tool

# A digest of its own for each edit, so that one never takes another back; all are recent: on home and in the feeds.
FROM_NEWEST = {"serve": 1, "body": 2, "title": 3}
EDITS: dict[str, Part] = {"body": "body", "title": "title"}
_numbers = itertools.count()


# Where each edit of a served digest has to be seen. The first language is at the root.
SEEN = {"serve list": ("/",), "serve feeds": ("/feed.xml", "/atom.xml")}


@dataclass(frozen=True, slots=True)
class Edit:
    """A file to save while a server runs, and the pages that then have the word it was made with."""

    case: str
    paths: tuple[str, ...]
    file: Path
    text: Callable[[str], str]


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
        elif case in EDITS:
            self.tool.save(self.site, self.digest(case).edited(EDITS[case], new_word()))

    def edits(self) -> tuple[Edit, ...]:
        """The edits of a served site: one for each place where the summary's first words stand, and the style sheet."""
        digest = self.digest("serve")
        file, style = self.site / self.tool.path(digest), self.site / self.tool.css
        places = {"serve page": (f"/{digest.url}",), **SEEN}
        return (
            *(Edit(case, paths, file, partial(self._text, digest)) for case, paths in places.items()),
            Edit("serve css", ("/theme/daily.css",), style, partial("{}\n/* {} */\n".format, style.read_text("utf-8"))),
        )

    def _text(self, digest: Digest, word: str) -> str:
        return self.tool.text(digest.edited("summary", word))

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
