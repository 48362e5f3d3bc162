"""Finds pages whose URL has changed while this server was running."""

from collections.abc import Iterable
from typing import TYPE_CHECKING
from urllib.parse import unquote

if TYPE_CHECKING:
    from puntina.commands.build.build_server import Page


class Moved:
    """Remembers the URLs that each digest and page has had; one thread records, any may ask."""

    def __init__(self) -> None:
        self._now: dict[str, str] = {}  # the address by the file, and by the id
        self._was: dict[str, tuple[str, str]] = {}  # file and id by the address that they had

    def note(self, pages: Iterable["Page"]) -> None:
        """Takes in where all digests and pages are after a build."""
        now: dict[str, str] = {}
        was: dict[str, tuple[str, str]] = {}
        for page in pages:
            now |= {page.path: page.url, page.id: page.url}
            was[_plain(unquote(page.url))] = (page.path, page.id)
        self._now, self._was = now, self._was | was

    def now(self, place: str) -> str | None:
        """The address, percent-encoded, of what was at the place; None where nothing was, or it is there still."""
        names = self._was.get(_plain(place), ())
        found = next((self._now[name] for name in names if name in self._now), None)
        return None if found is None or _plain(unquote(found)) == _plain(place) else found


def _plain(place: str) -> str:
    """One of the ways in which hosts let an address be written."""
    return place.removesuffix("index.html").removesuffix(".html").strip("/")
