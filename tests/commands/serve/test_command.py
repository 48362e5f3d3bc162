import datetime as dt
import http.client
import os
import shutil
import signal
import socket
import subprocess
import sys
from pathlib import Path

import pytest
from selectolax.lexbor import LexborHTMLParser

from puntina.commands.serve.command import refusal
from puntina.commands.serve.server import Server
from tests.commands.serve.serving import LONG, SERVE, TEXTS, Serving, serve, wait_for
from tests.site_builder import ROOT, digest, hrefs, publication, run_apart, texts, tree

posix = pytest.mark.skipif(sys.platform == "win32", reason="signals and process groups are POSIX's")


def get(serving: Serving, path: str = "/") -> LexborHTMLParser | None:
    """Return the page, None if there is none yet."""
    host, _, root = serving.address.removeprefix("http://").partition("/")
    connection = http.client.HTTPConnection(host, timeout=LONG)
    try:
        connection.request("GET", (f"/{root}" if root else "") + path)
        response = connection.getresponse()
        return LexborHTMLParser(response.read()) if response.status == 200 else None
    except OSError:
        return None
    finally:
        connection.close()


def leads_to(serving: Serving, path: str) -> str | None:
    """Return where the server sends one on from the path."""
    connection = http.client.HTTPConnection(serving.address.removeprefix("http://"), timeout=LONG)
    try:
        connection.request("GET", path)
        return connection.getresponse().headers["Location"]
    finally:
        connection.close()


def titles(serving: Serving) -> list[str]:
    page = get(serving)
    return texts(page, "article.card h2") if page else []


def processes_below(parent: int) -> list[int]:
    """Return the processes that one has started."""
    found = Path(f"/proc/{parent}/task/{parent}/children").read_text().split()
    return [int(pid) for pid in found]


def is_running(pid: int) -> bool:
    try:
        return Path(f"/proc/{pid}/stat").read_text().rpartition(") ")[2][0] != "Z"
    except FileNotFoundError:
        return False


def test_drafts_are_shown_changes_are_built_and_problems_said_until_mended(tmp_path):
    settings = publication(tmp_path, TEXTS, SITEURL="https://news.example/some/repo")
    with serve(settings) as serving:
        assert serving.address.endswith("/some/repo")
        assert titles(serving) == ["Trattenuto", "Primo titolo", "Una bozza"]
        assert not (tmp_path / "output").exists()

        serving.write("it/2025/a.md", digest("Secondo: titolo").replace('"Secondo: titolo"', "Secondo: titolo"))
        wait_for(lambda: "quote the title" in serving.said)
        assert "Primo titolo" in titles(serving)
        serving.write("it/2025/a.md", digest("Terzo titolo"))
        wait_for(lambda: "Terzo titolo" in titles(serving))

        serving.change("pelicanconf.py", "'Notizie'", "'Nuove notizie'")
        wait_for(lambda: texts(get(serving), "h1") == ["Nuove notizie"])

        os.killpg(serving.process.pid, signal.SIGINT)
        assert serving.process.wait(timeout=LONG) == 0
        assert "Traceback" not in serving.said


def test_a_publication_with_faults_is_waited_for(tmp_path):
    settings = publication(tmp_path, {"it/2025/a.md": "no front matter"})
    with serve(settings) as serving:
        assert get(serving) is None
        assert "FM-MISSING" in serving.said
        serving.write("it/2025/a.md", digest("Titolo"))
        wait_for(lambda: titles(serving) == ["Titolo"])


def test_settings_with_faults_are_waited_for_and_may_move_the_site(tmp_path):
    settings = publication(tmp_path, TEXTS, SITEURL="https://news.example/repo")
    good = settings.read_text("utf-8")
    settings.write_text("SITENAME = \n")
    with serve(settings) as serving:
        assert get(serving) is None
        assert "SITE-FILE" in serving.said
        settings.write_text(good)
        wait_for(lambda: f"the site's URL is now {serving.address}/repo/" in serving.said)
        wait_for(lambda: get(serving, "/repo/"))


def test_a_cache_that_is_deleted_while_it_serves_is_made_anew(tmp_path):
    with serve(publication(tmp_path, TEXTS)) as serving:
        assert "Primo titolo" in titles(serving)
        shutil.rmtree(tmp_path / ".cache")
        serving.write("it/2025/a.md", digest("Primo titolo", body="- Altro\n\n📌 Sintesi.\n"))
        wait_for(lambda: "Primo titolo" in titles(serving))
        (tmp_path / ".cache/preview/.puntina").unlink()
        serving.write("it/2025/a.md", digest("Altro titolo"))
        wait_for(lambda: "Altro titolo" in titles(serving))
        assert "OUTPUT-" not in serving.said


def test_two_servers_of_one_publication_leave_each_other_alone(tmp_path):
    settings = publication(tmp_path, TEXTS)
    with serve(settings) as first, serve(settings, log="other.log") as second:
        assert first.address != second.address
        for title in ("Secondo titolo", "Terzo titolo", "Quarto titolo"):
            first.write("it/2025/a.md", digest(title))
            wait_for(lambda title=title: all(title in titles(each) for each in (first, second)))
        for serving in (first, second):
            assert "OUTPUT-" not in serving.said
            assert hrefs(get(serving), "link[rel=canonical]")[0].startswith(serving.address)


def test_a_held_digest_comes_when_its_date_does(tmp_path):
    due = dt.datetime.now(dt.UTC) + dt.timedelta(seconds=10)
    held = {"it/2025/c.md": digest("Trattenuto", f"{due:%Y-%m-%d %H:%M:%S}Z")}
    with serve(publication(tmp_path, held, CUTOFF=None)) as serving:
        assert texts(get(serving), "article.card .mark") == ["Programmato"]
        wait_for(lambda: texts(get(serving), "article.card .mark") == [])
        assert dt.datetime.now(dt.UTC) >= due.replace(microsecond=0)


def test_what_settings_take_from_a_module_beside_them_is_served_as_it_is_now(tmp_path):
    settings = publication(tmp_path, TEXTS)
    settings.write_text(
        "import sys\nfrom pathlib import Path\nsys.path.insert(0, str(Path(__file__).parent))\n"
        f"from common import NAME\n{settings.read_text('utf-8')}SITENAME = NAME\n", "utf-8"
    )  # fmt: skip
    (tmp_path / "common.py").write_text("NAME = 'Uno'\n")
    with serve(settings) as serving:
        assert texts(get(serving), "h1") == ["Uno"]
        (tmp_path / "common.py").write_text("NAME = 'Due'\n")
        wait_for(lambda: texts(get(serving), "h1") == ["Due"])


@posix
def test_a_builder_that_is_killed_is_replaced_at_the_next_change(tmp_path):
    with serve(publication(tmp_path, TEXTS)) as serving:
        assert titles(serving)
        for pid in processes_below(serving.process.pid):
            os.kill(pid, signal.SIGKILL)
        serving.write("it/2025/a.md", digest("Nuovo titolo"))
        wait_for(lambda: "Nuovo titolo" in titles(serving))


@posix
@pytest.mark.skipif(sys.platform != "linux", reason="/proc is Linux's")
@pytest.mark.parametrize("end", [signal.SIGINT, signal.SIGTERM, signal.SIGKILL])
def test_however_it_ends_no_process_is_left_behind(tmp_path, end):
    with serve(publication(tmp_path, TEXTS)) as serving:
        assert titles(serving)
        below = processes_below(serving.process.pid)
        assert below
        serving.process.send_signal(end)
        assert serving.process.wait(timeout=LONG) == (0 if end == signal.SIGINT else -end)
        wait_for(lambda: not any(map(is_running, below)))
        assert "Traceback" not in serving.said


def test_a_draft_that_was_served_is_nowhere_in_what_is_published_later(tmp_path):
    texts_with_secret = {
        **TEXTS,
        "it/2025/secret.md": digest("Segretissimo", status="draft", body="- Nascostissimo\n\n📌 Ombra.\n"),
    }
    settings = publication(tmp_path, texts_with_secret)
    with serve(settings) as serving:
        assert "Segretissimo" in titles(serving)
        serving.write("it/2025/b.md", digest("Una bozza mutata", status="draft"))
        wait_for(lambda: "Una bozza mutata" in titles(serving))
    done = run_apart(settings)
    assert done.returncode == 0, done.stderr
    found = tree(tmp_path / "output")
    assert any(b"Primo titolo" in text for text in found.values())
    hidden = (b"segretissimo", b"nascostissimo", b"bozza", b"trattenuto", b".puntina/")
    assert [path for path, text in found.items() for word in hidden if word in text.lower()] == []
    assert not [path for path in found if "secret" in path]


def test_a_port_that_is_taken_is_said_with_the_way_out(tmp_path):
    settings = publication(tmp_path, TEXTS)
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


@pytest.mark.parametrize(
    ("error", "host", "port", "said"),
    [
        (PermissionError(13, "Permission denied"), "::1", 80, "serve: http://[::1]:80 can't be used (Permission denied) — choose a port above 1023: --port 8000"),
        (OSError(99, "Cannot assign requested address"), "192.0.2.7", 8000, "serve: http://192.0.2.7:8000 can't be used (Cannot assign requested address) — choose an address of this machine: --host 127.0.0.1"),
        (socket.gaierror(-2, "Name or service not known"), "x.example", 8000, "serve: http://x.example:8000 can't be used (Name or service not known) — choose an address of this machine: --host 127.0.0.1"),
        (OverflowError(), "127.0.0.1", 70000, "serve: http://127.0.0.1:70000 can't be used (ports are 0 to 65535) — choose another: --port 8000"),
    ],
)  # fmt: skip
def test_an_address_that_cant_be_had_is_said_with_the_way_out(error, host, port, said):
    assert refusal(error, host, port) == said


def test_a_port_beyond_the_last_is_not_taken_for_another(tmp_path):
    with pytest.raises(OverflowError):
        Server(tmp_path, host="127.0.0.1", port=70000)


def test_a_page_whose_address_changes_leads_to_the_new_one(tmp_path):
    with serve(publication(tmp_path, TEXTS)) as serving:
        assert texts(get(serving, "/2025/09/a/"), "h1") == ["Primo titolo"]
        serving.write("it/2025/a.md", digest("Primo titolo", slug="altro"))
        # The files are there a moment before the server hears of it.
        wait_for(lambda: leads_to(serving, "/2025/09/a/") == "/2025/09/altro/")
        assert get(serving, "/2025/09/altro/")


def test_published_shows_what_readers_will_get_with_search(tmp_path):
    publication(tmp_path, TEXTS, CUTOFF=None)
    published = tmp_path / "publishconf.py"
    facts = (
        "import runpy\nglobals().update({k: v for k, v in runpy.run_path('pelicanconf.py').items() if k.isupper()})\n"
    )
    facts = facts.replace("'pelicanconf.py'", repr(str(tmp_path / "pelicanconf.py")))
    published.write_text(f"{facts}SITEURL = 'https://name.github.io/repo'\nSEARCH = True\n")
    with serve(published, published=True) as serving:
        assert serving.address.endswith("/repo")
        assert titles(serving) == ["Primo titolo"]
        page = get(serving)
        assert hrefs(page, "link[rel=canonical]") == [f"{serving.address}/"]
        assert get(serving, "/search/")
        assert (tmp_path / ".cache/preview/pagefind/pagefind.js").is_file()
        serving.write("it/2025/a.md", digest("Altro titolo"))
        wait_for(lambda: titles(serving) == ["Altro titolo"])
        assert not (tmp_path / "output").exists()
