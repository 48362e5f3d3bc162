"""HTTP handler: checks Host, resolves the path, sends the response."""

import shutil
import time
from collections.abc import Callable
from html import escape
from http import HTTPMethod, HTTPStatus
from http.server import BaseHTTPRequestHandler
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import parse_qs, quote

from puntina.commands.serve.kinds import HTML, kind_of
from puntina.commands.serve.places import NOTHING, OWN, Found, find, path_of, place_below

if TYPE_CHECKING:
    from puntina.commands.serve.server import Server

STATIC = Path(__file__).with_name("static")
HEARTBEAT = 15.0  # seconds; only by writing does one notice that a page is gone
# In every answer: nothing is taken for what it is not, no page is put into a frame or read by another site.
# https://developer.mozilla.org/docs/Web/HTTP/Reference/Headers/Cross-Origin-Resource-Policy and its neighbours.
SAFE = {
    "Cache-Control": "no-store",
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Content-Security-Policy": "frame-ancestors 'none'",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
}
OWN_SITE = frozenset(
    {"", "none", "same-origin"}
)  # Sec-Fetch-Site of an old browser or a program, a person, a page of ours
SWAP = 1.0  # seconds in which a folder that is being replaced is there again
_BARE = "<!doctype html>\n<html lang=en>\n<meta charset=utf-8>\n<title>{0}</title>\n<h1>{0}</h1>\n<p>{1}</p>\n"


class Handler(BaseHTTPRequestHandler):
    """Answers GET and HEAD for the server's folder and for what the server has itself; refuses all else."""

    server: "Server"
    server_version, sys_version = "Puntina", ""
    default_request_version = "HTTP/1.0"  # whoever sends no version, or no request, gets an answer with a head too
    timeout = 60  # seconds without a request: browsers open connections that they may never need

    def do_GET(self) -> None:
        """Answers with the file, another address, or the page for what is not there."""
        if not self._is_for_us():
            return
        root, query = self.server.root, self.path.partition("?")[2].partition("#")[0]
        place = place_below(self.path, root)
        if place is None:
            self._go(f"{root}/", query) if path_of(self.path) == root else self._missing()
        elif place.startswith(f"{OWN}/") and self.server.hub:
            self._own(place.removeprefix(f"{OWN}/"), parse_qs(query))
        else:
            found = self._find(place, query)
            moved = self.server.moved.now(place) if found == NOTHING else None
            self._answer(found) if moved is None else self._go(f"{root}/{moved}", query, HTTPStatus.FOUND)

    do_HEAD = do_GET  # noqa: N815 - http.server's names; what is written says whether there is a body

    def __getattr__(self, name: str) -> Callable[[], None]:
        """What answers any other method; http.server would tell strangers which it does not know."""
        if name.startswith("do_"):
            return self._refuse
        raise AttributeError(name)

    def _refuse(self) -> None:
        if self._is_for_us():
            # RFC 9110, section 9.1: 501 for a method that nobody knows, 405 for one that is not for this server.
            known = self.command in HTTPMethod.__members__
            status = HTTPStatus.METHOD_NOT_ALLOWED if known else HTTPStatus.NOT_IMPLEMENTED
            self._send(status, "text/plain", b"only GET and HEAD\n", Allow="GET, HEAD")

    def _is_for_us(self) -> bool:
        """Whether the request names this server; else it is answered here."""
        names = self.headers.get_all("Host", [])
        text = f"This preview is {self.server.address} and answers to no other name.\n"
        if len(names) == 1 and self.server.hosts.own(names[0], self.connection.getsockname()[0]):
            if not self._is_read_by_another_site():
                return True
            text = "This preview is not read by other sites.\n"
        self._send(HTTPStatus.FORBIDDEN, "text/plain; charset=utf-8", text.encode())
        return False

    def _is_read_by_another_site(self) -> bool:
        """Whether a page elsewhere asks, also one at another port; but for a link that somebody follows from there."""
        # https://www.w3.org/TR/fetch-metadata/
        site, mode, into = (self.headers.get(f"Sec-Fetch-{name}", "") for name in ("Site", "Mode", "Dest"))
        return site not in OWN_SITE and (mode, into) != ("navigate", "document")

    def _find(self, place: str, query: str) -> Found:
        """What is at the place; while a build is putting a new folder in the old one's place, that of the new one."""
        end = time.monotonic() + SWAP
        while True:
            looked_in = _identity(self.server.folder)
            found = find(self.server.folder, place, root=self.server.root, query=query)
            stood = looked_in is not None and looked_in == _identity(self.server.folder)
            if found != NOTHING or stood or time.monotonic() > end:
                return found
            time.sleep(0.005)

    def _answer(self, found: Found) -> None:
        if found.elsewhere:
            self._go(found.elsewhere)
        elif not found.file:
            self._missing()
        elif kind_of(found.file.name) == HTML:
            self._page(HTTPStatus.OK, found.file)
        else:
            self._file(found.file)

    def _page(self, status: HTTPStatus, file: Path) -> None:
        """A page with the script behind its last byte; the file itself stays as it is."""
        script = self._script(missing=status == HTTPStatus.NOT_FOUND)  # before the file is read: better an old name
        try:
            body = file.read_bytes()
        except OSError:
            self._bare(HTTPStatus.NOT_FOUND, "It was removed just now.")
            return
        self._send(status, HTML, body + script)

    def _file(self, file: Path) -> None:
        try:
            source = file.open("rb")
        except OSError:
            self._missing()
            return
        with source:
            size = source.seek(0, 2)
            source.seek(0)
            self._head(HTTPStatus.OK, kind_of(file.name), size)
            if self.command != "HEAD":
                shutil.copyfileobj(source, self.wfile)

    def _missing(self) -> None:
        """The site's own page for what is not there, else one of ours."""
        if page := self._find("404.html", "").file:
            self._page(HTTPStatus.NOT_FOUND, page)
        else:
            self._bare(HTTPStatus.NOT_FOUND, "There is no page here, and the site has none of its own that says so.")

    def _bare(self, status: HTTPStatus, text: str) -> None:
        title = f"{status.value} {status.phrase}"
        self._send(status, HTML, _BARE.format(escape(title), escape(text)).encode() + self._script(missing=True))

    def _script(self, *, missing: bool) -> bytes:
        """The element by which a page hears of changes; it says which build the page shows."""
        if not self.server.hub:
            return b""
        query = f"since={self.server.hub.stamp}" + ("&amp;missing" if missing else "")
        address = f"{quote(self.server.root)}/{OWN}/live.js?{query}"
        return f'<script src="{address}" type="module"></script>\n'.encode()

    def _own(self, name: str, query: dict[str, list[str]]) -> None:
        """What the server has itself: its script and style, and the stream of events."""
        if name == "events":
            self._events(self.headers.get("Last-Event-ID") or query.get("since", [""])[0])
            return
        # Looked for among what there is: a name from outside may be one that no file system takes.
        if file := next((file for file in STATIC.iterdir() if file.name == name), None):
            self._file(file)
        else:
            self._missing()

    def _events(self, stamp: str) -> None:
        """Tells the page of builds for as long as it listens: first how things stand, then each change."""
        self._head(HTTPStatus.OK, "text/event-stream", None)
        if self.command == "HEAD" or not self.server.hub:
            return
        self.wfile.write(b"retry: 500\n\n")
        current = True
        while True:
            news = self.server.hub.news(stamp, wait=HEARTBEAT, current=current)
            self.wfile.write(news.message() if news else b": still here\n\n")
            if news:
                stamp, current = news.stamp, False

    def _go(self, address: str, query: str = "", status: HTTPStatus = HTTPStatus.MOVED_PERMANENTLY) -> None:
        location = address + (f"?{query}" if query else "")
        self._send(status, "text/plain", b"", Location=location)

    def _send(self, status: HTTPStatus, kind: str, body: bytes, **headers: str) -> None:
        self._head(status, kind, len(body), **headers)
        if self.command != "HEAD":
            self.wfile.write(body)

    def _head(self, status: HTTPStatus, kind: str, size: int | None, **headers: str) -> None:
        """The head of an answer, which no browser may keep; a stream has no size."""
        self.send_response(status)
        lengths = {} if size is None else {"Content-Length": str(size)}
        for name, value in {"Content-Type": kind, **lengths, **headers}.items():
            self.send_header(name, value)
        self.end_headers()

    def end_headers(self) -> None:
        """Ends the head of every answer, also of those that http.server gives to what is not a request."""
        for name, value in SAFE.items():
            self.send_header(name, value)
        super().end_headers()

    def log_message(self, format: str, *args: Any) -> None:
        """Says nothing of pages served: the terminal is for problems."""


def _identity(folder: Path) -> tuple[int, int] | None:
    """Which folder has this name at this moment; None where none has."""
    try:
        status = folder.stat()
    except OSError:
        return None
    return status.st_dev, status.st_ino
