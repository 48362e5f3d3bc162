import http.client
import threading

from puntina.commands.serve import handler
from puntina.commands.serve.server import Server
from tests.commands.serve.asking import LONG

WORDS = '{"lang":"en","dir":"ltr","title":"","hide":"","more":""}'


def events(made: Server, since: str, **headers: str) -> http.client.HTTPResponse:
    """Return the open stream of events."""
    connection = http.client.HTTPConnection("127.0.0.1", made.server_port, timeout=LONG)
    connection.request("GET", f"/repo/.puntina/events?since={since}", headers=headers)
    return connection.getresponse()


def next_event(stream: http.client.HTTPResponse) -> list[str]:
    """Return the lines of the next event or comment."""
    return [line.decode().rstrip("\n") for line in iter(stream.readline, b"\n")]


def test_the_stream_says_how_things_stand_and_then_each_build(live):
    live.hub.tell(["/repo/"], ())
    stream = events(live, "")
    assert stream.headers["Content-Type"] == "text/event-stream"
    assert next_event(stream) == ["retry: 500"]
    assert next_event(stream)[0] == f"id: {live.hub.stamp}"
    live.hub.tell(["/repo/a/"], ())
    assert next_event(stream) == [
        f"id: {live.hub.stamp}",
        "event: built",
        f'data: {{"stamp":"{live.hub.stamp}","all":false,"changed":["/repo/a/"],"problems":[],"words":{WORDS}}}',
    ]


def test_a_browser_that_comes_back_is_told_from_where_it_was(live):
    live.hub.tell(["/repo/a/"], ())
    seen = live.hub.stamp
    live.hub.tell(["/repo/b/"], ())
    stream = events(live, "x.0", **{"Last-Event-ID": seen})
    next_event(stream)
    assert '"changed":["/repo/b/"]' in next_event(stream)[2]


def test_a_page_that_is_gone_is_noticed_and_nobody_hears_of_it(live, monkeypatch, capfd):
    monkeypatch.setattr(handler, "HEARTBEAT", 0.01)
    before = threading.active_count()
    stream = events(live, live.hub.stamp)
    assert next_event(stream) == ["retry: 500"]
    assert next_event(stream) == [": still here"]
    stream.close()
    for thread in threading.enumerate():
        if thread.name.startswith("Thread-") and "process_request_thread" in thread.name:
            thread.join(LONG)
    assert threading.active_count() <= before
    assert capfd.readouterr() == ("", "")
