"""Live updates for pages: a page reports which build it shows, and gets what has changed since."""

import json
import re
import secrets
import threading
from collections.abc import Iterable
from dataclasses import asdict, dataclass

_NUMBER = re.compile("[0-9]{1,15}")


@dataclass(frozen=True, slots=True)
class Shown:
    """A problem as the overlay shows it; `source` and `caret` are two lines, both "" where there is no excerpt."""

    place: str  # "content/it/2025/chip.md:2:15"
    code: str
    severity: str
    text: str
    hint: str
    source: str
    caret: str


@dataclass(frozen=True, slots=True)
class Words:
    """What the overlay says besides the problems, in the editor's language; `more` is "" where all are shown."""

    lang: str = "en"
    dir: str = "ltr"
    title: str = ""
    hide: str = ""
    more: str = ""


NO_WORDS = Words()


@dataclass(frozen=True, slots=True)
class News:
    """An update for a page. `stamp` names the build that it then shows; `all` means that anything may have changed."""

    stamp: str
    all: bool
    changed: tuple[str, ...]  # addresses, not encoded
    problems: tuple[Shown, ...]
    words: Words

    def message(self) -> bytes:
        """The news as a server-sent event."""
        data = json.dumps(asdict(self), ensure_ascii=False, separators=(",", ":"))
        return f"id: {self.stamp}\nevent: built\ndata: {data}\n\n".encode()


class Hub:
    """Knows for every URL the build that changed it last; thread-safe."""

    def __init__(self) -> None:
        self._start = secrets.token_hex(4)  # an earlier server's numbers mean nothing to this one
        self._number = 0
        self._changed: dict[str, int] = {}
        self._problems: tuple[Shown, ...] = ()
        self._words = NO_WORDS
        self._news = threading.Condition()

    @property
    def stamp(self) -> str:
        """The name of the latest build, to be noted in a page before its file is read."""
        return f"{self._start}.{self._number}"

    def tell(self, changed: Iterable[str], problems: tuple[Shown, ...], words: Words = NO_WORDS) -> None:
        """Records a finished build, and notifies all waiting pages."""
        with self._news:
            self._number += 1
            self._changed |= dict.fromkeys(changed, self._number)
            self._problems, self._words = problems, words
            self._news.notify_all()

    def news(self, stamp: str, *, wait: float, current: bool = False) -> News | None:
        """The news since the build with this stamp; None if there is none within `wait` seconds.

        With `current`, how things stand is news too: before the first build nobody knows.
        """
        with self._news:
            self._news.wait_for(lambda: self._number and (current or stamp != self.stamp), wait)
            if not self._number or (stamp == self.stamp and not current):
                return None
            since = self._number_of(stamp)
            changed = (address for address, number in self._changed.items() if since is None or number > since)
            found = () if since is None else tuple(changed)
            return News(self.stamp, since is None, found, self._problems, self._words)

    def _number_of(self, stamp: str) -> int | None:
        start, _, number = stamp.partition(".")
        if start != self._start or not _NUMBER.fullmatch(number):  # whatever a browser, or somebody else, has sent
            return None
        return int(number) if int(number) <= self._number else None
