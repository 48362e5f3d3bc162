import http.client
import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Callable

import pytest
from selectolax.lexbor import LexborHTMLParser

from tests.site_builder import ROOT, digest, publication, texts

LONG = 30  # seconds, for a slow machine
SERVE = (
    "import sys; from pathlib import Path; from plugins.serve import serve; "
    "sys.exit(serve(Path(sys.argv[1]), host='127.0.0.1', port=int(sys.argv[2]), open_browser=False))"
)
FILES = {
    "it/2025/a.md": digest("Primo titolo"),
    "it/2025/b.md": digest("Una bozza", status="draft"),
    "it/2025/c.md": digest("Trattenuto", "2030-01-01 08:00"),
}


def free_port() -> int:
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        return int(found.getsockname()[1])


def get(port: int, path: str) -> LexborHTMLParser | None:
    """Return the page, None where there is none yet."""
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=5)
    try:
        connection.request("GET", path)
        response = connection.getresponse()
        return LexborHTMLParser(response.read()) if response.status == 200 else None
    except OSError:
        return None
    finally:
        connection.close()


def wait_for(condition: Callable[[], object]) -> None:
    end = time.monotonic() + LONG
    while not condition():
        assert time.monotonic() < end, "it did not happen in time"
        time.sleep(0.05)


def titles(port: int, path: str = "/some/repo/") -> list[str]:
    page = get(port, path)
    return texts(page, "article.card h2") if page else []


@pytest.fixture
def serving(tmp_path):
    """Give a served publication: its folder, its port, its process and the file of what that says."""
    settings = publication(tmp_path, FILES, SITEURL="https://news.example/some/repo")
    port = free_port()
    said = tmp_path / "said.log"
    with said.open("w") as log:
        process = subprocess.Popen(
            [sys.executable, "-c", SERVE, str(settings), str(port)],
            cwd=ROOT, stdout=log, stderr=subprocess.STDOUT, start_new_session=True,
            env=os.environ | {"PYTHONPATH": str(ROOT)},
        )  # fmt: skip
        yield tmp_path, port, process, said
        if process.poll() is None:
            os.killpg(process.pid, signal.SIGKILL)
        process.wait(timeout=LONG)


def test_drafts_are_shown_changes_are_built_and_problems_said_until_mended(serving):
    folder, port, process, said = serving
    file = folder / "content" / "it" / "2025" / "a.md"
    wait_for(lambda: "Trattenuto" in titles(port))
    assert titles(port) == ["Trattenuto", "Primo titolo", "Una bozza"]
    assert not (folder / "output").exists()

    file.write_text(digest("Secondo titolo"), "utf-8")
    wait_for(lambda: "Secondo titolo" in titles(port))

    file.write_text(digest("Terzo: titolo").replace('"Terzo: titolo"', "Terzo: titolo"), "utf-8")
    wait_for(lambda: "quote the title" in said.read_text("utf-8"))
    assert "Secondo titolo" in titles(port)

    file.write_text(digest("Terzo titolo"), "utf-8")
    wait_for(lambda: "Terzo titolo" in titles(port))

    settings = folder / "pelicanconf.py"
    settings.write_text(settings.read_text("utf-8").replace("'Notizie'", "'Nuove notizie'"), "utf-8")
    wait_for(lambda: texts(get(port, "/some/repo/"), "h1") == ["Nuove notizie"])

    os.killpg(process.pid, signal.SIGINT)
    assert process.wait(timeout=LONG) == 0
    assert "Traceback" not in said.read_text("utf-8")


def test_a_port_that_is_taken_is_said_with_the_way_out(tmp_path):
    settings = publication(tmp_path, FILES)
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        done = subprocess.run(
            [sys.executable, "-c", SERVE, str(settings), str(port)],
            cwd=ROOT, capture_output=True, encoding="utf-8", timeout=LONG, check=False,
        )  # fmt: skip
    assert done.returncode == 1
    assert done.stderr == (
        f"serve: http://127.0.0.1:{port} can't be used (Address already in use) — choose another: --port {port + 1}\n"
    )
