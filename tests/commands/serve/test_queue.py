import datetime as dt
import threading
import time
from pathlib import Path

import pytest

from puntina.commands.serve import queue
from puntina.commands.serve.queue import Changes

A, B, C = Path("/a"), Path("/b"), Path("/c")
LONG = 10  # seconds; far more than anything here takes


def in_thread(changes: Changes) -> tuple[threading.Thread, list]:
    """Take in another thread; return it and where the result will be."""
    taken: list = []
    thread = threading.Thread(target=lambda: taken.append(changes.take()), daemon=True)
    thread.start()
    return thread, taken


def test_what_changed_is_taken_together_and_once():
    changes = Changes()
    changes.add([A, B])
    changes.add([B, C])
    assert changes.take() == {A, B, C}
    changes.add([A])
    assert changes.take() == {A}


def test_taking_waits_for_a_first_change():
    changes = Changes()
    thread, taken = in_thread(changes)
    assert thread.is_alive()
    changes.add([A])
    thread.join(LONG)
    assert taken == [{A}]


def test_after_a_loss_everything_may_have_changed_once():
    changes = Changes()
    changes.add([A])
    changes.lose()
    assert changes.take() is None
    changes.add([B])
    assert changes.take() == {B}


def test_where_nothing_changes_nothing_is_taken_at_the_moment_that_was_named():
    changes = Changes()
    until = dt.datetime.now(dt.UTC) + dt.timedelta(seconds=0.3)
    assert changes.take(until) == frozenset()
    assert dt.datetime.now(dt.UTC) >= until
    changes.add([A])
    assert changes.take(until) == {A}


def test_a_change_alone_waits_no_longer_than_files_need_to_be_still():
    changes = Changes()
    began = time.monotonic()
    changes.add([A])
    changes.take()
    assert time.monotonic() - began >= queue.STILL


def test_changes_soon_after_one_another_are_one_build(monkeypatch):
    monkeypatch.setattr(queue, "STILL", LONG / 5)
    monkeypatch.setattr(queue, "LONGEST", LONG)
    changes = Changes()
    changes.add([A])
    thread, taken = in_thread(changes)
    changes.add([B])
    changes.add([C])
    thread.join(LONG)
    assert taken == [{A, B, C}]


@pytest.mark.parametrize("longest", [0.2, 0.4])
def test_changes_without_an_end_are_built_all_the_same(monkeypatch, longest):
    monkeypatch.setattr(queue, "STILL", LONG)
    monkeypatch.setattr(queue, "LONGEST", longest)
    changes = Changes()
    changes.add([A])
    began = time.monotonic()
    assert changes.take() == {A}
    assert longest <= time.monotonic() - began < LONG
