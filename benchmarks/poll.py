"""Asks a server for pages every 5 ms until each has a word in it; a program of its own, so that it waits for nobody.

python poll.py PORT WORD SECONDS PATH…  prints "ready" when it has begun, then the time on the system's monotonic
clock at which the last of the pages had the word, or "stale" after so many seconds.
"""

import http.client
import sys
import time

EVERY = 0.005  # seconds
HOST = "127.0.0.1"


def page(connection: http.client.HTTPConnection, path: str) -> bytes:
    """What the server answers; nothing where it does not."""
    try:
        connection.request("GET", path)
        return connection.getresponse().read()
    except (OSError, http.client.HTTPException):
        connection.close()
        return b""


def seen(connection: http.client.HTTPConnection, path: str, word: bytes, end: float) -> bool:
    """Whether the page has the word before the end."""
    while time.monotonic() < end:
        begun = time.monotonic()
        if word in page(connection, path):
            return True
        time.sleep(max(0.0, begun + EVERY - time.monotonic()))
    return False


def main(port: str, word: str, seconds: str, *paths: str) -> None:
    """Polls the pages one after the other."""
    connection = http.client.HTTPConnection(HOST, int(port), timeout=float(seconds))
    page(connection, paths[0])
    print("ready", flush=True)
    end = time.monotonic() + float(seconds)
    found = all(seen(connection, path, word.encode(), end) for path in paths)
    print(time.monotonic() if found else "stale", flush=True)


if __name__ == "__main__":
    main(*sys.argv[1:])
