"""Watches files: turns the system's events into changed paths for the builder."""

import logging
import os
import warnings
from collections.abc import Callable, Iterator
from pathlib import Path

from watchdog.events import (
    DirAttribEvent,
    DirCreatedEvent,
    DirDeletedEvent,
    DirMovedEvent,
    FileAttribEvent,
    FileClosedEvent,
    FileCreatedEvent,
    FileDeletedEvent,
    FileModifiedEvent,
    FileMovedEvent,
    FileSystemEvent,
    FileSystemEventHandler,
)
from watchdog.observers import Observer
from watchdog.observers.api import BaseObserver
from watchdog.observers.polling import PollingObserver

from puntina.commands.serve.queue import Changes
from puntina.commands.serve.sources import Sources
from puntina.core.digest.message import Message, message

# Reading is left out already here: the builder reads every file, and the system's queue of events is short.
WRITING: list[type[FileSystemEvent]] = [
    *(FileCreatedEvent, FileModifiedEvent, FileClosedEvent, FileAttribEvent, FileMovedEvent, FileDeletedEvent),
    *(DirCreatedEvent, DirAttribEvent, DirMovedEvent, DirDeletedEvent),
]
LIMIT = message(
    "serve: the system does not allow more watched folders, so files are checked once a second; for faster updates, "
    "raise the limit: sudo sysctl fs.inotify.max_user_watches=524288"
)
# What watchdog says of a watch that was ended before its thread had begun to read, as the one that _try_spare makes may
# be on a busy machine. Nothing is lost by it.
_ENDED = "called when the thread is inactive"
OVERFLOW = message("serve: more changed at once than the system could report, so everything is read again")


class Watch(FileSystemEventHandler):
    """Adds every change of the sources to `changes`, and calls `tell` with what a user should know about watching.

    `spare` is a folder that nobody else watches: it shows whether the system still allows more watches, because
    watchdog says nothing of one that it could not watch below the first.
    """

    def __init__(self, changes: Changes, tell: Callable[[Message], None], spare: Path) -> None:
        self._changes = changes
        self._tell = tell
        self._spare = spare
        self._sources = Sources("", (), (), ())
        self._known: tuple[tuple[Path, Path], ...] = ()  # where a source really is, and what it is called
        self._observer: BaseObserver | None = None
        self._losses = _Losses(self._lost)
        logging.getLogger("watchdog").addHandler(self._losses)
        # It warns of a folder that it met twice, which is nothing: folders in new folders are.
        warnings.filterwarnings("ignore", category=RuntimeWarning, module=r"watchdog\b")

    def follow(self, sources: Sources) -> None:
        """Watches these and nothing else from now on; also what has been deleted and is there again."""
        self._sources = sources
        beside = {file.parent for file in sources.files}  # where a module that settings import may appear
        known = {_real(path): path for path in (*beside, *sources.folders, *sources.files)}
        self._known = tuple(sorted(known.items(), key=lambda pair: -len(pair[0].parts)))
        try:
            self._schedule(self._observer or _started(Observer()))
        except OSError:
            self._poll()

    def look_after(self, changed: frozenset[Path]) -> bool:
        """Watches on after these changes, as a watch ends with its folder and new folders may be too many.

        Returns whether changes may have been missed meanwhile.
        """
        if again := any(path in self._sources.folders for path in changed):
            self.follow(self._sources)
        elif any(path.is_dir() for path in changed) and not isinstance(self._observer, PollingObserver):
            self._try_spare()
        return again

    def close(self) -> None:
        """Ends the watching."""
        logging.getLogger("watchdog").removeHandler(self._losses)
        if self._observer:
            self._observer.stop()
            self._observer.join()

    def on_any_event(self, event: FileSystemEvent) -> None:
        """Notes the paths of an event that count."""
        paths = (Path(str(path)) for path in (event.src_path, event.dest_path) if path)
        if counting := [known for path in paths for known in self._names(path) if self._sources.counts(known)]:
            self._changes.add(counting)

    def _names(self, path: Path) -> Iterator[Path]:
        """The path as the builder knows it, where the way to a source leads over links."""
        for real, known in self._known:
            if path.is_relative_to(real):
                yield known / path.relative_to(real)
                return

    def _schedule(self, observer: BaseObserver) -> None:
        self._observer = observer
        observer.unschedule_all()
        real = [_real(path) for path in (*self._sources.folders, *self._sources.files)]
        for folder in {_real(folder) for folder in self._sources.folders if folder.is_dir()}:
            observer.schedule(self, str(folder), recursive=True, event_filter=WRITING)
        # By its parent one sees a folder come back, and a file that an editor replaces by another.
        for folder in {path.parent for path in real if path.parent.is_dir()}:
            observer.schedule(self, str(folder), recursive=False, event_filter=WRITING)
        if not isinstance(observer, PollingObserver):
            self._try_spare()

    def _try_spare(self) -> None:
        """Falls back to polling where the system takes no more folders."""
        assert self._observer is not None  # noqa: S101 - for the type checker: follow() came before
        try:
            self._spare.mkdir(parents=True, exist_ok=True)  # it is below the cache, which anybody may delete
            # With the same filter as all others: for a folder that is watched twice the last one counts.
            watch = self._observer.schedule(self, str(self._spare), event_filter=WRITING)
            self._observer.unschedule(watch)
        except OSError:
            self._poll()

    def _poll(self) -> None:
        """Looks at all files again and again instead; everything may have changed meanwhile."""
        if self._observer:
            self._observer.stop()
        self._tell(LIMIT)
        self._schedule(_started(PollingObserver(timeout=1)))
        self._changes.lose()

    def _lost(self) -> None:
        self._tell(OVERFLOW)
        self._changes.lose()


class _Losses(logging.Handler):
    """Listens to watchdog's log for lost events, which it reports in no other way."""

    def __init__(self, lost: Callable[[], None]) -> None:
        super().__init__(logging.WARNING)
        self._lost = lost

    def emit(self, record: logging.LogRecord) -> None:
        """Passes it on, and what else watchdog warns of, which is no better."""
        if not record.getMessage().endswith(_ENDED):
            self._lost()


def _started(observer: BaseObserver) -> BaseObserver:
    observer.start()
    return observer


def _real(path: Path) -> Path:
    """Where the path leads; unlike Path.resolve() this lets a loop of links be what it is."""
    return Path(os.path.realpath(path))
