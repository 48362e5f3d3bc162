"""A small site served in this process, and how a test asks for its files."""

import http.client
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from puntina.commands.serve.server import Server

FILES = {
    "index.html": "home",
    "en/index.html": "english",
    "about.html": "about",
    "feed.xml": "<rss/>",
    "theme/daily.css": "body{}",
    "media/a.webp": "webp",
    "città/index.html": "città",
    "404.html": "nothing here",
    ".puntina": "mark",
}
TYPES = {
    ".html": "text/html; charset=utf-8",
    ".htm": "text/html; charset=utf-8",
    ".xml": "application/xml; charset=utf-8",
    ".json": "application/json",
    ".css": "text/css; charset=utf-8",
    ".js": "text/javascript; charset=utf-8",
    ".mjs": "text/javascript; charset=utf-8",
    ".svg": "image/svg+xml; charset=utf-8",
    ".webp": "image/webp",
    ".avif": "image/avif",
    ".png": "image/png",
    ".JPG": "image/jpeg",
    ".ico": "image/x-icon",
    ".woff2": "font/woff2",
    ".webmanifest": "application/manifest+json",
    ".txt": "text/plain; charset=utf-8",
    ".csv": "text/csv; charset=utf-8",
    ".pdf": "application/pdf",
    ".mp4": "video/mp4",
    ".wasm": "application/wasm",
    ".tar.gz": "application/gzip",
    ".unknown": "application/octet-stream",
    "": "application/octet-stream",
}
LONG = 10  # seconds


def write(folder: Path) -> Path:
    """Write the site and something outside it; return the site's folder."""
    for name, text in FILES.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text, "utf-8")
    for ending in TYPES:
        (folder / f"kind{ending}").write_text("kind")
    (folder.parent / "secret.txt").write_text("secret")
    return folder


@contextmanager
def running(made: Server) -> Iterator[Server]:
    thread = threading.Thread(target=made.serve_forever, args=(0.01,), daemon=True)
    thread.start()
    try:
        yield made
    finally:
        made.shutdown()
        made.server_close()
        thread.join(LONG)


def ask(made: Server, path: str, *, method: str = "GET", hosts: tuple[str, ...] | None = None):
    """Return status, headers and text of the answer; the path is sent as it is."""
    connection = http.client.HTTPConnection("127.0.0.1", made.server_port, timeout=LONG)
    connection.putrequest(method, path, skip_host=True, skip_accept_encoding=True)
    for host in (f"127.0.0.1:{made.server_port}",) if hosts is None else hosts:
        connection.putheader("Host", host)
    connection.endheaders()
    response = connection.getresponse()
    text = response.read().decode()
    connection.close()
    return response.status, response.headers, text
