"""Collects changes until files are quiet: one save is many events, a branch switch thousands."""

import datetime as dt
import threading
import time
from collections.abc import Iterable
from pathlib import Path

STILL = 0.05  # seconds without a change; each is added to what an editor waits for
LONGEST = 2.0  # seconds after which changes are built although more of them come
_BREATH = 1.0  # seconds; where Ctrl-C is heard only between waits (Windows), it is heard then


class Changes:
    """The paths that changed since they were last taken; any thread may add, one takes."""

    def __init__(self) -> None:
        self._news = threading.Condition()
        self._paths: set[Path] = set()
        self._lost = False
        self._last = 0.0

    def add(self, paths: Iterable[Path]) -> None:
        """Notes files and folders that changed; a folder stands for all that is or was below it."""
        with self._news:
            self._paths.update(paths)
            self._note()

    def lose(self) -> None:
        """Notes that changes were missed, so that everything may have changed."""
        with self._news:
            self._lost = True
            self._note()

    def take(self, until: dt.datetime | None = None) -> frozenset[Path] | None:
        """What has changed, once something has and files are still; None where everything may have.

        Nothing, where nothing has changed `until` then.
        """
        with self._news:
            while not self._waiting:
                # By the clock, again and again: it may be set, and a machine may sleep.
                left = (until - dt.datetime.now(dt.UTC)).total_seconds() if until else _BREATH
                if left <= 0:
                    return frozenset()
                self._news.wait(min(left, _BREATH))
            latest = time.monotonic() + LONGEST
            while (left := min(self._last + STILL, latest) - time.monotonic()) > 0:
                self._news.wait(left)
            taken = None if self._lost else frozenset(self._paths)
            self._paths, self._lost = set(), False
            return taken

    @property
    def _waiting(self) -> bool:
        return self._lost or bool(self._paths)

    def _note(self) -> None:
        self._last = time.monotonic()
        self._news.notify()
