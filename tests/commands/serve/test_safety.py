"""What other sites can do with a preview: no framing, no reading, no guessing at types; and odd requests of browsers."""

import http.client
import socket

import pytest

from puntina.commands.serve.handler import SAFE
from tests.commands.serve.asking import LONG, ask
from tests.commands.serve.test_server_events import events, next_event


def test_every_answer_says_that_nobody_may_guess_frame_or_read_it(live):
    paths = ("/repo/", "/repo/en", "/repo/missing/", "/repo/theme/daily.css", "/repo/.puntina/live.js", "/other/")
    for method, path in (*(("GET", path) for path in paths), ("HEAD", "/repo/"), ("POST", "/repo/")):
        headers = ask(live, path, method=method)[1]
        assert {name: headers.get_all(name) for name in SAFE} == {name: [value] for name, value in SAFE.items()}
    assert {"X-Content-Type-Options", "X-Frame-Options", "Cross-Origin-Resource-Policy"} < SAFE.keys()
    assert SAFE["Content-Security-Policy"] == "frame-ancestors 'none'"


@pytest.mark.parametrize("request_line", ["GARBAGE", "GET /repo/ HTTP/9.9", "GET / HTTP/1.1 x", "BREW /repo/ HTTP/1.1"])
def test_so_does_the_answer_to_what_is_not_a_request(live, request_line):
    with socket.create_connection(("127.0.0.1", live.server_port), timeout=LONG) as connection:
        connection.sendall(f"{request_line}\r\nHost: x\r\n\r\n".encode())
        connection.shutdown(socket.SHUT_WR)
        head = b"".join(iter(lambda: connection.recv(65536), b"")).partition(b"\r\n\r\n")[0].decode().split("\r\n")
    assert head[0].split()[1][0] in "45"
    assert {f"{name}: {value}" for name, value in SAFE.items()} <= set(head)


def status(made, path: str, **headers: str) -> int:
    connection = http.client.HTTPConnection("127.0.0.1", made.server_port, timeout=LONG)
    connection.request("GET", path, headers=headers)
    found = connection.getresponse().status
    connection.close()
    return found


@pytest.mark.parametrize(
    ("site", "mode", "into", "expected"),
    [
        ("none", "navigate", "document", 200),
        ("same-origin", "cors", "empty", 200),
        ("same-origin", "navigate", "document", 200),
        ("cross-site", "navigate", "document", 200),  # a link that somebody follows
        ("cross-site", "navigate", "iframe", 403),
        ("cross-site", "no-cors", "image", 403),
        ("cross-site", "no-cors", "script", 403),
        ("cross-site", "cors", "empty", 403),
        ("same-site", "no-cors", "script", 403),  # another port of this machine
        ("same-site", "navigate", "document", 200),
        ("x", "y", "z", 403),
    ],
)
@pytest.mark.parametrize("path", ["/repo/", "/repo/feed.xml", "/repo/.puntina/live.js"])
def test_other_sites_may_link_to_it_and_do_nothing_else(live, site, mode, into, expected, path):
    headers = {"Sec-Fetch-Site": site, "Sec-Fetch-Mode": mode, "Sec-Fetch-Dest": into}
    assert status(live, path, **headers) == expected


@pytest.mark.parametrize("number", ["9" * 5000, "-1", "1e3", "", "²", "0x1", "1.2", "99", " 1", "\u0661"])
def test_an_odd_last_event_id_is_one_that_nobody_knows(live, number):
    start = live.hub.stamp.partition(".")[0]
    live.hub.tell(["/repo/a/"], ())
    odd = f"{start}.{number}".encode().decode("latin-1")
    stream = events(live, "", **{"Last-Event-ID": odd})
    assert next_event(stream) == ["retry: 500"]
    assert '"all":true,"changed":[]' in next_event(stream)[2]


@pytest.mark.parametrize("stamp", ["", ".", "x", "a.b.c", "\xff\xfe", "%00", "1" * 60000])
def test_an_odd_stamp_is_one_too(live, stamp):
    live.hub.tell(["/repo/a/"], ())
    stream = events(live, "", **{"Last-Event-ID": stamp})
    next_event(stream)
    assert '"all":true' in next_event(stream)[2]
