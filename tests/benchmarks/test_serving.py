import os
import sys
import time

import pytest

from benchmarks.measure import BenchError, Command
from benchmarks.serving import delay, free_port, running

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="reads /proc")


@pytest.fixture
def served(tmp_path):
    """Give a folder that a server of a process of its own serves, and the port."""
    site = tmp_path / "site"
    site.mkdir()
    (site / "index.html").write_text("home")
    port = free_port()
    line = [sys.executable, "-m", "http.server", "--bind", "127.0.0.1", str(port)]
    with running(Command(line, site, {}, tmp_path / "log"), port) as session:
        yield site, port
    with pytest.raises(ProcessLookupError):
        os.killpg(session, 0)


def test_a_delay_ends_when_the_last_page_has_the_word(served):
    site, port = served

    def save():
        (site / "one.html").write_text("a Word")
        time.sleep(0.3)
        (site / "two.html").write_text("a Word too")

    seconds = delay(port, ("/one.html", "/two.html"), "Word", save, 30)
    assert seconds is not None
    assert seconds > 0.3


def test_a_page_without_the_word_is_stale(served):
    site, port = served
    assert delay(port, ("/",), "Word", lambda: (site / "other.html").write_text("Word"), 0.2) is None


def test_a_server_that_does_not_start_is_told(tmp_path):
    command = Command([sys.executable, "-c", "raise SystemExit('no port')"], tmp_path, {}, tmp_path / "log")
    with pytest.raises(BenchError, match="no port"), running(command, free_port()):
        pass
