"""Watching files, and waiting until they are still."""

import threading
from collections.abc import Iterable
from pathlib import Path

from watchdog.events import (
    EVENT_TYPE_CLOSED_NO_WRITE,
    EVENT_TYPE_OPENED,
    FileSystemEvent,
    FileSystemEventHandler,
)
from watchdog.observers import Observer
from watchdog.observers.api import BaseObserver

STILL = 0.2  # seconds without a change; an editor's save and a branch switch are many changes at once


class Changes(FileSystemEventHandler):
    """Remembers that something changed; hidden files, folders' own events, compiled code and reading do not count."""

    def __init__(self) -> None:
        self._changed = threading.Event()

    def on_any_event(self, event: FileSystemEvent) -> None:
        """Notes the event."""
        path = Path(str(event.dest_path or event.src_path))
        reading = event.event_type in {EVENT_TYPE_OPENED, EVENT_TYPE_CLOSED_NO_WRITE}
        aside = path.name.startswith(".") or path.name.endswith("~") or path.parent.name == "__pycache__"
        if not (reading or event.is_directory or aside):
            self._changed.set()

    def wait(self) -> None:
        """Returns when something has changed and files have been still since."""
        self._changed.wait()
        while self._changed.is_set():
            self._changed.clear()
            self._changed.wait(STILL)


def watching(folders: Iterable[Path], files: Iterable[Path], changes: Changes) -> BaseObserver:
    """A started observer of whole folders and of single files."""
    observer = Observer()
    for folder in folders:
        observer.schedule(changes, str(folder), recursive=True)
    for folder in {file.parent for file in files}:
        observer.schedule(changes, str(folder), recursive=False)
    observer.start()
    return observer
