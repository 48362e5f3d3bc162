import threading

import pytest
from watchdog.events import DirModifiedEvent, FileClosedNoWriteEvent, FileModifiedEvent, FileMovedEvent, FileOpenedEvent

from plugins.serve.watch import Changes, watching

LONG = 10  # seconds; far more than a change takes to be noticed
SHORT = 0.6


def noticed(changes: Changes, seconds: float) -> bool:
    """Return whether a change is seen within the time."""
    waiting = threading.Thread(target=changes.wait, daemon=True)
    waiting.start()
    waiting.join(seconds)
    return not waiting.is_alive()


@pytest.mark.parametrize(
    "event",
    [
        FileModifiedEvent("content/it/a.md"),
        FileMovedEvent("content/it/.a.md.swp", "content/it/a.md"),
        FileModifiedEvent("themes/daily/templates/base.html"),
        FileModifiedEvent("plugins/share/links.py"),
    ],
)
def test_a_file_that_changed_counts(event):
    changes = Changes()
    changes.on_any_event(event)
    assert noticed(changes, LONG)


@pytest.mark.parametrize(
    "event",
    [
        FileOpenedEvent("content/it/a.md"),
        FileClosedNoWriteEvent("content/it/a.md"),
        DirModifiedEvent("content/it"),
        FileModifiedEvent("content/it/.a.md.swp"),
        FileModifiedEvent("content/it/a.md~"),
        FileModifiedEvent("plugins/share/__pycache__/links.cpython-311.pyc"),
        FileModifiedEvent("plugins/share/__pycache__/links.cpython-311.pyc.139872"),
    ],
)
def test_reading_and_what_stands_beside_does_not(event):
    changes = Changes()
    changes.on_any_event(event)
    assert not noticed(changes, 0.05)
    changes.on_any_event(FileModifiedEvent("x"))  # ends the thread that waits


@pytest.mark.parametrize("what", ["new", "changed", "deleted", "moved", "deep", "settings"])
def test_a_real_change_is_noticed_once(tmp_path, what):
    content = tmp_path / "content"
    (content / "it" / "2025").mkdir(parents=True)
    there = content / "it" / "a.md"
    there.write_text("a")
    settings = tmp_path / "pelicanconf.py"
    settings.write_text("A = 1")
    changes = Changes()
    observer = watching([content], [settings], changes)
    try:
        {
            "new": lambda: (content / "b.md").write_text("b"),
            "changed": lambda: there.write_text("c"),
            "deleted": there.unlink,
            "moved": lambda: there.rename(content / "c.md"),
            "deep": lambda: (content / "it" / "2025" / "d.md").write_text("d"),
            "settings": lambda: settings.write_text("A = 2"),
        }[what]()
        assert noticed(changes, LONG)
        assert not noticed(changes, SHORT)
    finally:
        changes.on_any_event(FileModifiedEvent("x"))
        observer.stop()
        observer.join()
