"""A file server that answers as the real host will: directory addresses, a sub-path, the 404 page."""

import mimetypes
import posixpath
from functools import partial
from http import HTTPStatus
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any
from urllib.parse import quote, unquote, urlsplit

TYPES = {
    ".xml": "application/xml",
    ".js": "text/javascript",
    ".css": "text/css",
    ".svg": "image/svg+xml",
    ".webp": "image/webp",
}


class Handler(SimpleHTTPRequestHandler):
    """Serves a folder below the path `root`, such as "" or "/some/repo"."""

    def __init__(self, *args: Any, root: str, **kwargs: Any) -> None:
        self.root = root
        super().__init__(*args, **kwargs)

    def translate_path(self, path: str) -> str:
        """The file for an address; a name that no file has for one outside the site."""
        path = unquote(urlsplit(path).path)
        inside = path == self.root or path.startswith(f"{self.root}/")
        if not inside or "\0" in path:
            return str(Path(self.directory, ".nothing"))
        return super().translate_path(quote(path[len(self.root) :]) or "/")

    def guess_type(self, path: Any) -> str:
        """The content type, the same on every machine."""
        extension = posixpath.splitext(str(path))[1].lower()
        kind = TYPES.get(extension) or mimetypes.guess_type(str(path))[0] or "application/octet-stream"
        return f"{kind}; charset=utf-8" if kind.startswith("text/") or kind.endswith(("xml", "javascript")) else kind

    def list_directory(self, path: Any) -> None:
        """No lists of files: a folder without a page is not found."""
        self.send_error(HTTPStatus.NOT_FOUND)

    def send_error(self, code: int, message: str | None = None, explain: str | None = None) -> None:
        """The site's own page for what is not found."""
        page = Path(self.directory, "404.html")
        if code != HTTPStatus.NOT_FOUND or not page.is_file():
            super().send_error(code, message, explain)
            return
        body = page.read_bytes()
        self.send_response(code)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(body)

    def end_headers(self) -> None:
        """Keeps browsers from showing yesterday's page."""
        self.send_header("Cache-Control", "no-store")
        super().end_headers()

    def log_message(self, format: str, *args: Any) -> None:
        """Says nothing of pages served: the terminal is for problems."""


def server(folder: Path, *, host: str, port: int, root: str) -> ThreadingHTTPServer:
    """A server of the folder, not yet started; OSError where the port is taken."""
    return ThreadingHTTPServer((host, port), partial(Handler, directory=str(folder), root=root))
