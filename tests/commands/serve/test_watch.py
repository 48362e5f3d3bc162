import ctypes
import errno
import shutil
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from watchdog.events import FileClosedNoWriteEvent, FileModifiedEvent, FileMovedEvent, FileOpenedEvent
from watchdog.observers import Observer, inotify_c
from watchdog.observers.api import EventQueue, ObservedWatch
from watchdog.observers.inotify import InotifyEmitter
from watchdog.observers.polling import PollingObserver

from puntina.commands.serve import watch as watching
from puntina.commands.serve.queue import Changes
from puntina.commands.serve.sources import Sources
from puntina.commands.serve.watch import LIMIT, OVERFLOW, Watch

LONG = 10  # seconds; far more than a change takes to be noticed
linux = pytest.mark.skipif(Observer.__name__ != "InotifyObserver", reason="only inotify has such limits")


class Watched:
    """A watched folder with a digest and settings; what is told of the watching."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.told: list[str] = []
        self.changes = Changes()
        for name, text in {"content/it/2025/a.md": "a", "content/it/b.md": "b", "pelicanconf.py": "A = 1"}.items():
            (folder / name).parent.mkdir(parents=True, exist_ok=True)
            (folder / name).write_text(text)
        (folder / "spare").mkdir()
        self.sources = Sources("", (folder / "content", folder / "later"), (folder / "pelicanconf.py",), ())
        self.watch = Watch(self.changes, self.told.append, folder / "spare")
        self.watch.follow(self.sources)

    def seen(self, *names: str) -> set[str]:
        """Return the paths of changes up to those in which all these names were; fail where they do not come."""
        found: set[str] = set()
        end = time.monotonic() + LONG
        while not found >= set(names):
            left = threading.Timer(max(0, end - time.monotonic()), self.changes.lose)
            left.daemon = True
            left.start()
            taken = self.changes.take()
            left.cancel()
            assert taken is not None, f"seen {found}, not {set(names)}"
            found |= {path.relative_to(self.folder).as_posix() for path in taken}
        return found


@pytest.fixture
def watched(tmp_path) -> Iterator[Watched]:
    made = Watched(tmp_path)
    yield made
    made.watch.close()


def save_by_rename(folder: Path) -> None:
    (folder / "content/it/.b.md.tmp").write_text("new")
    (folder / "content/it/.b.md.tmp").replace(folder / "content/it/b.md")


def write_deep(folder: Path) -> None:
    (folder / "content/en/2026/new").mkdir(parents=True)
    (folder / "content/en/2026/new/c.md").write_text("c")


CHANGES = {
    "a new file": (lambda at: (at / "content/it/c.md").write_text("c"), "content/it/c.md"),
    "a changed file": (lambda at: (at / "content/it/b.md").write_text("c"), "content/it/b.md"),
    "a deleted file": (lambda at: (at / "content/it/b.md").unlink(), "content/it/b.md"),
    "an old name": (lambda at: (at / "content/it/b.md").rename(at / "content/it/z.md"), "content/it/b.md"),
    "a new name": (lambda at: (at / "content/it/b.md").rename(at / "content/it/z.md"), "content/it/z.md"),
    "a file moved out": (lambda at: (at / "content/it/b.md").rename(at / "b.md"), "content/it/b.md"),
    "a file saved by rename": (save_by_rename, "content/it/b.md"),
    "a file in new folders": (write_deep, "content/en/2026/new/c.md"),
    "a folder's old name": (lambda at: (at / "content/it").rename(at / "content/en"), "content/it"),
    "a folder's new name": (lambda at: (at / "content/it").rename(at / "content/en"), "content/en"),
    "a folder moved out": (lambda at: (at / "content/it").rename(at / "it"), "content/it"),
    "a deleted folder": (lambda at: shutil.rmtree(at / "content/it"), "content/it/2025/a.md"),
    "rights": (lambda at: (at / "content/it/b.md").chmod(0o600), "content/it/b.md"),
    "settings": (lambda at: (at / "pelicanconf.py").write_text("A = 2"), "pelicanconf.py"),
    "a module beside settings": (lambda at: (at / "common.py").write_text("A = 1"), "common.py"),
    "a source that was not there": (lambda at: (at / "later").mkdir(), "later"),
}


@pytest.mark.parametrize("what", CHANGES)
def test_a_real_change_is_seen_by_its_path(watched, what):
    change, path = CHANGES[what]
    change(watched.folder)
    assert all(each.endswith(".py") or each.startswith(("content", "later")) for each in watched.seen(path))
    assert watched.told == []


def test_reading_and_what_stands_beside_is_not_seen(watched):
    watched.folder.joinpath("content/it/b.md").read_text()
    for name in (
        "content/it/.b.md.swp",
        "content/it/b.md~",
        "content/it/4913",
        "notes.txt",
        "output",
        "content/.x/a.md",
    ):
        (watched.folder / name).parent.mkdir(exist_ok=True)
        (watched.folder / name).write_text("x")
    watched.folder.joinpath("pelicanconf.py").write_text("A = 2")  # what comes last
    assert watched.seen("pelicanconf.py") == {"pelicanconf.py"}


@pytest.mark.parametrize(
    ("event", "paths"),
    [
        (FileModifiedEvent("content/it/a.md"), {"content/it/a.md"}),
        (FileMovedEvent("content/it/.a.md.swp", "content/it/a.md"), {"content/it/a.md"}),
        (FileMovedEvent("content/it/a.md", "content/it/c.md"), {"content/it/a.md", "content/it/c.md"}),
        (FileMovedEvent("content/it/a.md", "content/it/a.md~"), {"content/it/a.md"}),
    ],
)
def test_both_ends_of_a_move_are_changes_where_they_count(watched, event, paths):
    event.src_path, event.dest_path = (
        path and str(watched.folder / path) for path in (event.src_path, event.dest_path)
    )
    watched.watch.on_any_event(event)
    assert watched.changes.take() == {watched.folder / path for path in paths}


def test_reading_is_not_even_asked_for():
    assert not {FileOpenedEvent, FileClosedNoWriteEvent} & set(watching.WRITING)


def test_a_folder_that_is_deleted_and_comes_back_is_watched_on(watched):
    content = watched.folder / "content"
    shutil.rmtree(content)
    watched.seen("content")
    (content / "en").mkdir(parents=True)
    watched.seen("content")
    assert watched.watch.look_after(frozenset({content}))
    (content / "en" / "new.md").write_text("new")
    watched.seen("content/en/new.md")


def test_a_change_within_a_folder_is_nothing_to_look_after(watched):
    assert not watched.watch.look_after(frozenset({watched.folder / "content/it", watched.folder / "content/it/b.md"}))


def test_what_is_no_source_any_more_is_not_seen(watched):
    (watched.folder / "later").mkdir()
    watched.seen("later")
    watched.watch.follow(Sources("", (watched.folder / "later",), (), ()))
    watched.folder.joinpath("content/it/b.md").write_text("new")
    watched.folder.joinpath("later/c.md").write_text("new")
    assert watched.seen("later/c.md") == {"later/c.md"}


def test_sources_behind_links_are_seen_by_the_names_that_the_builder_knows(tmp_path):
    real = tmp_path / "real"
    (real / "it").mkdir(parents=True)
    (tmp_path / "elsewhere.py").write_text("A = 1")
    (tmp_path / "site" / "spare").mkdir(parents=True)
    (tmp_path / "site" / "content").symlink_to(real)
    (tmp_path / "site" / "pelicanconf.py").symlink_to(tmp_path / "elsewhere.py")
    changes = Changes()
    watch = Watch(changes, print, tmp_path / "site" / "spare")
    watch.follow(Sources("", (tmp_path / "site" / "content",), (tmp_path / "site" / "pelicanconf.py",), ()))
    (real / "it" / "a.md").write_text("a")
    assert changes.take() == {tmp_path / "site" / "content" / "it" / "a.md"}
    (tmp_path / "elsewhere.py").write_text("A = 2")
    assert changes.take() == {tmp_path / "site" / "pelicanconf.py"}
    watch.close()


@linux
def test_events_that_the_system_lost_are_said_and_everything_is_looked_at(watched):
    lost = inotify_c.InotifyEvent(-1, inotify_c.InotifyConstants.IN_Q_OVERFLOW, 0, b"")
    watched.watch._observer._inotify_fd.handle_event(lost)
    assert watched.changes.take() is None
    assert set(watched.told) == {OVERFLOW}
    watched.folder.joinpath("content/it/b.md").write_text("new")
    watched.seen("content/it/b.md")


@linux
def test_a_watch_that_ends_before_it_has_begun_loses_nothing(watched, caplog):
    emitter = InotifyEmitter(EventQueue(), ObservedWatch(str(watched.folder / "spare"), recursive=False))
    emitter.queue_events(0.1)
    assert [record.levelname for record in caplog.records][-1:] == ["ERROR"]
    watched.folder.joinpath("content/it/b.md").write_text("new")
    assert "content/it/b.md" in watched.seen("content/it/b.md")
    assert watched.told == []


def limited(monkeypatch, count: int) -> None:
    """Let the system take only so many more folders, as it does at max_user_watches."""
    add, left = inotify_c.inotify_add_watch, iter(range(count))

    def add_or_fail(*arguments):
        if next(left, None) is not None:
            return add(*arguments)
        ctypes.set_errno(errno.ENOSPC)
        return -1

    monkeypatch.setattr(inotify_c, "inotify_add_watch", add_or_fail)


@linux
@pytest.mark.parametrize("count", [0, 2, 4])
def test_where_the_system_takes_no_more_folders_files_are_looked_at_instead(tmp_path, monkeypatch, count):
    limited(monkeypatch, count)
    made = Watched(tmp_path)
    assert made.told == [LIMIT]
    assert isinstance(made.watch._observer, PollingObserver)
    assert made.changes.take() is None
    made.folder.joinpath("content/it/2025/a.md").write_text("longer")
    made.seen("content/it/2025/a.md")
    made.watch.close()


def test_a_spare_folder_that_is_deleted_with_the_cache_is_no_limit(watched):
    (watched.folder / "spare").rmdir()
    (watched.folder / "content" / "new").mkdir()
    watched.seen("content/new")
    watched.watch.look_after(frozenset({watched.folder / "content" / "new"}))
    assert watched.told == []
    (watched.folder / "content" / "new" / "c.md").write_text("c")
    watched.seen("content/new/c.md")


@linux
def test_new_folders_that_are_too_many_are_noticed(watched, monkeypatch):
    limited(monkeypatch, 0)
    (watched.folder / "content" / "new").mkdir()
    watched.seen("content/new")
    watched.watch.look_after(frozenset({watched.folder / "content" / "new"}))
    assert watched.told == [LIMIT]
    assert watched.changes.take() is None
    (watched.folder / "content" / "new" / "c.md").write_text("c")
    watched.seen("content/new/c.md")


@linux
def test_where_the_system_has_no_watching_left_at_all_files_are_looked_at_too(tmp_path, monkeypatch):
    def none_left(*_):
        ctypes.set_errno(errno.EMFILE)
        return -1

    monkeypatch.setattr(inotify_c, "inotify_init", none_left)
    made = Watched(tmp_path)
    assert made.told == [LIMIT]
    made.watch.close()
