import json
import threading
from dataclasses import asdict

import pytest

from puntina.commands.serve.events import NO_WORDS, Hub, News, Shown, Words

PROBLEM = Shown("a.md:2:15", "YAML", "error", "a colon", "quote it", "title: a: b", "        ^")
WORDS = Words("it", "ltr", "Non costruito: 4 errori", "Nascondi", "altri 3")
LONG = 10  # seconds


def since(hub: Hub, stamp: str, **options) -> News | None:
    return hub.news(stamp, wait=0, **options)


def test_a_page_is_told_what_has_changed_since_the_build_that_it_shows():
    hub = Hub()
    first = hub.stamp
    hub.tell(["/a/", "/b/"], ())
    second = hub.stamp
    hub.tell(["/b/", "/c/"], ())
    assert since(hub, first) == News(hub.stamp, False, ("/a/", "/b/", "/c/"), (), NO_WORDS)
    assert since(hub, second) == News(hub.stamp, False, ("/b/", "/c/"), (), NO_WORDS)
    assert since(hub, hub.stamp) is None


def test_problems_are_told_until_they_are_mended():
    hub = Hub()
    hub.tell(["/a/"], ())
    shown = hub.stamp
    hub.tell([], (PROBLEM,), WORDS)
    assert since(hub, shown) == News(hub.stamp, False, (), (PROBLEM,), WORDS)
    hub.tell([], ())
    assert since(hub, shown) == News(hub.stamp, False, (), (), NO_WORDS)


def test_a_page_that_begins_to_listen_hears_how_things_stand():
    hub = Hub()
    hub.tell(["/a/"], (PROBLEM,))
    assert since(hub, hub.stamp, current=True) == News(hub.stamp, False, (), (PROBLEM,), NO_WORDS)


def test_before_the_first_build_there_is_nothing_to_say():
    hub = Hub()
    assert since(hub, hub.stamp, current=True) is None
    assert since(hub, "another.7", current=True) is None


@pytest.mark.parametrize("stamp", ["another.0", "", "x", "1", "{}.", "{}.-1", "{}.x"])
def test_to_a_page_of_another_server_everything_may_have_changed(stamp):
    hub = Hub()
    hub.tell(["/a/"], ())
    assert since(hub, stamp.format(hub.stamp.partition(".")[0])) == News(hub.stamp, True, (), (), NO_WORDS)


def test_everybody_who_waits_is_told_at_once():
    hub = Hub()
    hub.tell([], ())
    heard: list[News | None] = []
    waiting = [
        threading.Thread(target=lambda stamp=hub.stamp: heard.append(hub.news(stamp, wait=LONG)), daemon=True)
        for _ in range(5)
    ]
    for thread in waiting:
        thread.start()
    hub.tell(["/a/"], ())
    for thread in waiting:
        thread.join(LONG)
    assert heard == [News(hub.stamp, False, ("/a/",), (), NO_WORDS)] * 5


def test_news_are_one_event_whatever_is_in_them():
    news = News("s.1", False, ("/città/\n\nevent: evil",), (PROBLEM,), NO_WORDS)
    *fields, empty, end = news.message().decode().split("\n")
    assert [field.partition(": ")[0] for field in fields] == ["id", "event", "data"]
    assert (empty, end) == ("", "")
    assert json.loads(fields[2].removeprefix("data: ")) == json.loads(json.dumps(asdict(news)))
