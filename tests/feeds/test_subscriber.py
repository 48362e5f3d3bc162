"""A subscriber over HTTP: the library `reader`, told of nothing but an address."""

import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from reader import Reader, make_reader

from puntina.commands.serve.server import server
from tests.site_builder import digest, make, publication

FORMATS = ("feed.xml", "atom.xml", "feed.json")


class Subscription:
    """A publication on this machine and a subscriber to one of its feeds."""

    def __init__(self, folder: Path, feed: str) -> None:
        self.folder = folder
        self.output = folder / "output"
        self.server = server(self.output, host="127.0.0.1", port=0, root="")
        threading.Thread(target=self.server.serve_forever, args=(0.01,), daemon=True).start()
        self.files: dict[str, str] = {}
        self.feed = feed
        self.host = "127.0.0.1"
        self.reader: Reader = make_reader(":memory:", feed_root=None)

    @property
    def url(self) -> str:
        """Return the feed's address."""
        return f"http://{self.host}:{self.server.server_port}/{self.feed}"

    def publish(self, **files: str | None) -> None:
        """Write the digests, without those that are None, and build for where readers find the site."""
        for name, text in files.items():
            path = f"it/2025/{name}.md"
            if text is None:
                del self.files[path]
                (self.folder / "content" / path).unlink()
            else:
                self.files[path] = text
        settings = publication(self.folder, self.files, SITEURL=self.url.removesuffix(f"/{self.feed}"))
        make(settings)

    def look(self) -> tuple[int, int]:
        """Ask for the feed; return how many entries are new and how many are others than they were."""
        found = self.reader.update_feed(self.url)
        return (found.new, found.modified) if found else (0, 0)

    def read_all(self) -> None:
        """Mark every entry as read."""
        for entry in self.reader.get_entries():
            self.reader.mark_entry_as_read(entry)

    def titles(self, **which: object) -> list[str]:
        """Return the titles, newest first."""
        entries = sorted(self.reader.get_entries(**which), key=lambda entry: entry.published, reverse=True)
        return [entry.title for entry in entries]

    def close(self) -> None:
        """Stop the server and the subscriber."""
        self.reader.close()
        self.server.shutdown()
        self.server.server_close()


@pytest.fixture(params=FORMATS)
def subscription(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Subscription]:
    """Give a subscriber that has read two digests of one minute, by each format."""
    made = Subscription(tmp_path, request.param)
    made.publish(a=digest("A", id="a1"), b=digest("B", id="b1", slug="old"))
    made.reader.add_feed(made.url)
    assert made.look() == (2, 0)
    made.read_all()
    yield made
    made.close()


def test_nothing_changed_is_nothing_new(subscription):
    subscription.publish()
    assert subscription.look() == (0, 0)


def test_an_edit_is_one_update_of_the_same_entry_and_leaves_it_read(subscription):
    subscription.publish(a=digest("A, corretto", id="a1", modified="2025-09-03 09:00"))
    assert subscription.look() == (0, 1)
    assert subscription.titles(read=False) == []
    assert sorted(subscription.titles()) == ["A, corretto", "B"]
    (edited,) = [entry for entry in subscription.reader.get_entries() if entry.title != "B"]
    said = edited.updated and f"{edited.updated:%Y-%m-%d %H:%M}"
    assert said == "2025-09-03 02:00"


def test_a_mended_typo_has_the_date_that_it_had(subscription):
    before = {entry.id: (entry.published, entry.updated) for entry in subscription.reader.get_entries()}
    subscription.publish(a=digest("A, con refuso", id="a1"))
    subscription.look()
    assert {entry.id: (entry.published, entry.updated) for entry in subscription.reader.get_entries()} == before
    assert subscription.titles(read=False) == []


def test_another_slug_and_file_name_are_no_new_entry(subscription):
    subscription.publish(b=None, c=digest("B", id="b1", slug="new"))
    assert subscription.look()[0] == 0
    assert subscription.titles(read=False) == []
    links = {entry.link.rpartition("/2025/09/")[2] for entry in subscription.reader.get_entries()}
    assert links == {"a/", "new/"}


def test_after_a_move_to_another_domain_nothing_is_unread_and_nothing_there_twice(subscription):
    before = subscription.url
    subscription.host = "localhost"
    subscription.publish()
    subscription.reader.change_feed_url(before, subscription.url)
    assert subscription.look()[0] == 0
    assert subscription.titles(read=False) == []
    assert sorted(subscription.titles()) == ["A", "B"]
    assert all(entry.link.startswith("http://localhost:") for entry in subscription.reader.get_entries())


def test_three_digests_of_one_minute_are_in_the_site_s_order_and_the_old_ones_as_they_were(subscription):
    before = {entry.id: entry.published for entry in subscription.reader.get_entries()}
    subscription.publish(c=digest("C", id="c1"))
    assert subscription.look() == (1, 0)
    assert subscription.titles(read=False) == ["C"]
    after = {entry.id: entry.published for entry in subscription.reader.get_entries()}
    assert len(set(after.values())) == 3
    assert {name: after[name] for name in before} == before
    page = (subscription.output / "index.html").read_text("utf-8")
    assert subscription.titles() == sorted("ABC", key=lambda title: page.index(f">{title}</a>"))


def test_one_that_is_retired_comes_back_as_nothing_else(subscription):
    subscription.publish(a=digest("A", id="a1", status="hidden"))
    assert subscription.look() == (0, 0)
    subscription.publish(a=None)
    assert subscription.look() == (0, 0)
    assert subscription.titles(read=False) == []
    assert (subscription.output / subscription.feed).read_bytes().count(b"tag:news.example,2025:a1") == 0


def test_the_italian_feed_has_italian_digests_only(subscription):
    publication(subscription.folder, {"en/2025/a.md": digest("In English", id="e1")})
    subscription.publish()
    assert subscription.look()[0] == 0
    assert sorted(subscription.titles()) == ["A", "B"]


def test_a_retraction_is_a_new_entry_beside_the_one_that_was_read(subscription):
    why = {"date": "2025-09-20 10:00", "kind": "retraction", "text": "Era falso."}
    subscription.publish(b=digest("B", id="b1", slug="old", updates=why))
    assert subscription.look() == (1, 1)
    assert subscription.titles(read=False) == ["Ritirato: B"]
    assert subscription.titles() == ["Ritirato: B", *subscription.titles(read=True)]
    assert sorted(subscription.titles(read=True)) == ["A", "Ritirato: B"]
