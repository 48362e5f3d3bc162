"""Runs a preview: collects changes, has the builder build, and informs pages and terminal."""

import datetime as dt
from collections.abc import Callable
from pathlib import Path, PurePath
from typing import Any

from puntina.commands.build.local import at_origin
from puntina.commands.serve.builder import Builder
from puntina.commands.serve.events import Hub, Shown, Words
from puntina.commands.serve.folder import own_again
from puntina.commands.serve.places import address_of
from puntina.commands.serve.queue import Changes
from puntina.commands.serve.server import Server
from puntina.commands.serve.sources import Sources, find_sources
from puntina.commands.serve.watch import Watch
from puntina.core.digest import Problem, Severity, errors
from puntina.core.digest.message import Message, counted, message
from puntina.core.locales.editors import ENGLISH, Translator, translator
from puntina.core.locales.formats import direction
from puntina.core.reporting.language import editors_language
from puntina.core.reporting.report import excerpt, source_lines
from puntina.core.reporting.terminal import show

SHOWN = 50  # problems in a page's overlay; the terminal has all


class Preview:
    """Keeps a server's folder up to date with the sources of a publication.

    With `published` it is what readers will get: without drafts, with search.
    """

    def __init__(
        self,
        settings_file: Path,
        server: Server,
        hub: Hub,
        *,
        say: Callable[[Message], None],
        lang: str = "",
        published: bool = False,
    ) -> None:
        self._file = settings_file.absolute()
        self._server = server
        self._hub = hub
        self._say = say
        self._lang = lang
        self._published = published
        self._changes = Changes()
        self._watch = Watch(self._changes, say, spare=server.folder.parent)
        self._builder = Builder(self._file, self._overrides, lang=lang)
        self._sources = Sources("", (), (), ())
        self._until: dt.datetime | None = None  # when the clock alone makes the preview out of date

    def start(self) -> None:
        """Watches, and builds for the first time; in this order, so that nothing that is saved meanwhile is missed."""
        self._look()
        self._build(None)

    def step(self) -> None:
        """Waits for changes, or until something falls due, and builds."""
        changed = self._changes.take(self._until)
        if changed is None or any(map(self._sources.restart, changed)):
            self._builder.end()
            before = self._server.address
            self._look()
            if self._server.address != before:
                self._say(message("the site's URL is now {url}", url=self._server.address))
            changed = None
        elif self._watch.look_after(changed):
            changed = None
        self._build(changed)

    def close(self) -> None:
        """Ends the watching and the builder."""
        self._watch.close()
        self._builder.end()

    def _look(self) -> None:
        """Reads anew what settings say of folders and of the site's root."""
        overrides = {"SITEURL": self._address()} if self._published else None
        self._sources = find_sources(self._file, root=self._server.root, overrides=overrides)
        self._server.root = self._sources.root
        self._watch.follow(self._sources)

    def _overrides(self) -> dict[str, Any]:
        site = self._address() if self._published else self._server.origin + self._server.root
        return {"SITEURL": site, "OUTPUT_PATH": str(self._server.folder), "PREVIEW": not self._published}

    def _address(self) -> str:
        """Where the published site is here: below the same path as for readers."""
        return at_origin(self._file, self._server.origin, self._server.root)

    def _build(self, changed: frozenset[Path] | None) -> None:
        own_again(self._server.folder)
        built = self._builder.build(changed)
        self._until = built.until
        if built.pages is not None:
            self._server.moved.note(built.pages)
        problems, translated = ordered(built.problems), translator(editors_language(self._file, self._lang))
        self._hub.tell(
            [address_of(path, self._server.root) for path in (*built.written, *built.removed)],
            tuple(shown(problem, self._file.parent, translated) for problem in problems[:SHOWN]),
            words(problems, translated),
        )
        show(built.lines)


def ordered(problems: tuple[Problem, ...]) -> list[Problem]:
    """Errors before warnings, each sorted by place; notes are for `check`."""
    found = [problem for problem in problems if problem.severity is not Severity.NOTE]
    return sorted(found, key=lambda problem: (problem.severity is not Severity.ERROR, problem.order))


def words(problems: list[Problem], translated: Translator = ENGLISH) -> Words:
    """The overlay's texts about the problems as a whole, in the editor's language."""
    failed, more = len(errors(problems)), len(problems) - SHOWN
    title = (
        counted("Not built: {count} error", "Not built: {count:,} errors", count=failed)
        if failed
        else counted("{count} warning", "{count:,} warnings", count=len(problems))
    )
    rest = counted("{count} more is on the terminal.", "{count:,} more are on the terminal.", count=more)
    return Words(
        translated.lang,
        direction(translated.lang),
        translated(title),
        translated(message("Hide")),
        translated(rest) if more > 0 else "",
    )


def shown(problem: Problem, folder: Path, translated: Translator = ENGLISH) -> Shown:
    """The problem with its source line, for the overlay."""
    lines = source_lines(folder / PurePath(problem.path)) if problem.line else []
    source, caret = (*(line[4:] for line in excerpt(problem, lines)), "", "")[:2]
    return Shown(
        problem.position,
        problem.code,
        str(problem.severity),
        translated(problem.text),
        translated(problem.hint),
        source,
        caret,
    )
