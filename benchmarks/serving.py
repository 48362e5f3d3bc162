"""A tool's own server: how long after saving a file its pages are served with the new text."""

import contextlib
import http.client
import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

from benchmarks.measure import Command
from benchmarks.processes import cpu_seconds

POLL = Path(__file__).with_name("poll.py")
STILL = 0.5  # seconds over which a server that waits for changes hardly works
IDLE = 0.03  # seconds of work in those
START = 600.0  # seconds in which a server has to answer
END = 10.0  # seconds that it has to end after Ctrl-C


@contextlib.contextmanager
def running(command: Command, port: int) -> Iterator[int]:
    """Runs the server until it is left, and gives its process's id once it serves and is still; else TimeoutError."""
    process = command.start()
    try:
        _wait(lambda: answers(port) or process.poll() is not None)
        if process.poll() is not None:
            raise command.failure(process.returncode)
        wait_until_still(process.pid)
        yield process.pid
    finally:
        _end(process)


def free_port() -> int:
    """A port of this machine that nobody listens on."""
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        return int(found.getsockname()[1])


def answers(port: int) -> bool:
    """Whether the home page is served."""
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=60)
    try:
        connection.request("GET", "/")
        response = connection.getresponse()
        return response.status == http.HTTPStatus.OK and bool(response.read())
    except (OSError, http.client.HTTPException):
        return False
    finally:
        connection.close()


def wait_until_still(session: int) -> None:
    """Returns when the server's processes rest, so that one change's work is not counted to the next."""
    _wait(lambda: _work(session) < IDLE)


def delay(port: int, paths: tuple[str, ...], word: str, save: Callable[[], object], patience: float) -> float | None:
    """Seconds from saving until all paths are served with the word; None where that takes longer than the patience."""
    line = [sys.executable, str(POLL), str(port), word, str(patience), *paths]
    with subprocess.Popen(line, stdout=subprocess.PIPE, encoding="utf-8") as poll:
        assert poll.stdout is not None  # noqa: S101 - it was asked for
        poll.stdout.readline()
        saved = time.monotonic()
        save()
        answer = poll.stdout.readline().strip()
    return None if answer == "stale" else float(answer) - saved


def _work(session: int) -> float:
    before = cpu_seconds(session)
    time.sleep(STILL)
    return cpu_seconds(session) - before


def _wait(condition: Callable[[], bool]) -> None:
    end = time.monotonic() + START
    while not condition():
        if time.monotonic() > end:
            raise TimeoutError(f"the server was not ready after {START:.0f} s")
        time.sleep(0.1)


def _end(process: subprocess.Popen[bytes]) -> None:
    """Ends the server as Ctrl-C does, and whatever is left of its session after that."""
    for number in (signal.SIGINT, signal.SIGTERM, signal.SIGKILL):
        with contextlib.suppress(ProcessLookupError):
            os.killpg(process.pid, number)
        with contextlib.suppress(subprocess.TimeoutExpired):
            process.wait(END)
            break
    with contextlib.suppress(ProcessLookupError):
        os.killpg(process.pid, signal.SIGKILL)
