"""Programs that look at feeds, each told of nothing but addresses, and what each shows: site, entries, what is new."""

import json
import mailbox
import os
import sqlite3
import subprocess
from collections.abc import Mapping
from contextlib import closing
from dataclasses import dataclass, field
from email import policy
from email.parser import BytesParser
from pathlib import Path
from typing import Any

import fastfeedparser
import feedparser

from tests.programs import NODE, OURS


@dataclass(frozen=True, slots=True)
class Seen:
    """An entry as a program shows it; "" for what it does not show."""

    title: str
    link: str
    author: str
    content: str
    plain: str = ""  # of a mail, the same without HTML


@dataclass(frozen=True, slots=True)
class Look:
    """What a program makes of a feed: the site's address, "" where it shows none, and the entries that are new to it."""

    site: str
    new: tuple[Seen, ...]


@dataclass(slots=True)
class Subscribers:
    """Everybody who follows these feeds of a site; what each has seen is in the folder, or here."""

    folder: Path
    output: Path  # the site's files
    site: str  # its address
    feeds: tuple[str, ...]  # their paths: RSS and Atom
    known: dict[tuple[str, str], set[tuple[str, str]]] = field(default_factory=dict)

    def look(self) -> dict[str, dict[str, Look]]:
        """Let every program look at every feed; return what each shows, by program and path."""
        shown: dict[str, dict[str, Look]] = {
            "newsboat": self._newsboat(),
            "rss2email": self.mails(),
            "sfeed": self._sfeed(),
        }
        for name, looks in (self._python() | self._node()).items():
            shown[name] = {path: self._news(name, path, *look) for path, look in looks.items()}
        return shown

    def _news(self, name: str, path: str, site: str, entries: list[Seen]) -> Look:
        """What is new to a program that is a parser alone: what had another link or title when it last looked."""
        known = self.known.setdefault((name, path), set())
        new = tuple([each for each in entries if (each.title, each.link) not in known])
        known |= {(each.title, each.link) for each in new}
        return Look(site, new)

    def _newsboat(self) -> dict[str, Look]:
        return {path: self._newsboat_of(path, self.folder / f"newsboat-{n}") for n, path in enumerate(self.feeds)}

    def _newsboat_of(self, path: str, room: Path) -> Look:
        """One feed, in a room of its own: an entry of one id is one entry to it, whatever feeds have it."""
        room.mkdir(exist_ok=True)
        (room / "urls").write_text(f"{self.site}/{path}\n")
        (room / "config").write_text("")
        cache = room / "cache.db"
        _run(["newsboat", "-u", room / "urls", "-c", cache, "-C", room / "config", "-x", "reload"], home=room)
        with closing(sqlite3.connect(cache)) as base:
            ((site,),) = base.execute("select url from rss_feed")
            unread = base.execute("select title, url, author, content from rss_item where unread order by pubDate desc")
            new = tuple([Seen(*row) for row in unread])
            base.execute("update rss_item set unread = 0")  # as somebody does who reads them all
            base.commit()
        return Look(site, new)

    def mails(self) -> dict[str, Look]:
        """Let rss2email look at every feed; return the mails that it sends, by path."""
        room = self.folder / "rss2email"
        if not room.exists():
            (room / "mail").mkdir(parents=True)
            settings = (
                "[DEFAULT]\nfrom = from@example.org\nto = to@example.org\nemail-protocol = maildir\n"
                f"maildir-path = {room / 'mail'}\nmaildir-mailbox = Inbox\nhtml-mail = True\nmultipart-html = True\n"
            )
            (room / "config").write_text(settings)
            for number, path in enumerate(self.feeds):
                self._r2e("add", f"feed-{number}", f"{self.site}/{path}")
        found = {}
        for number, path in enumerate(self.feeds):
            self._r2e("run", str(number))
            found[path] = Look("", tuple(_mails(room / "mail" / "Inbox")))
        return found

    def _r2e(self, *arguments: str) -> None:
        room = self.folder / "rss2email"
        _run(["r2e", "-c", room / "config", "-d", room / "data.json", *arguments], home=room)

    def _sfeed(self) -> dict[str, Look]:
        room = self.folder / "sfeed"
        room.mkdir(exist_ok=True)
        feeds = "\n".join(f"feed {number} {self.site}/{path} {self.site}/" for number, path in enumerate(self.feeds))
        # What is fetched lies at hand; the rest is as sfeed does it.
        fetch = f'fetch() {{ cat "{self.output}${{2#{self.site}}}"; }}'
        (room / "sfeedrc").write_text(f'sfeedpath="{room}/feeds"\n{fetch}\nfeeds() {{\n{feeds}\n}}\n')
        _run(["sfeed_update", room / "sfeedrc"], home=room)
        entries = {path: [_row(line) for line in _lines(room / "feeds" / str(n))] for n, path in enumerate(self.feeds)}
        return {path: self._news("sfeed", path, "", own) for path, own in entries.items()}

    def _python(self) -> dict[str, dict[str, tuple[str, list[Seen]]]]:
        files = {path: (self.output / path).read_bytes() for path in self.feeds}
        return {
            "feedparser (Python)": {path: _by_feedparser(feedparser.parse(text)) for path, text in files.items()},
            "fastfeedparser": {path: _by_feedparser(fastfeedparser.parse(text)) for path, text in files.items()},
        }

    def _node(self) -> dict[str, dict[str, tuple[str, list[Seen]]]]:
        files = [self.output / path for path in self.feeds]
        said = json.loads(_run(["node", OURS / "parse.cjs", NODE, *files], home=self.folder))
        return {
            f"{name} (npm)": {
                path: (look["site"], [Seen(**each) for each in look["entries"]])
                for path, look in zip(self.feeds, looks, strict=True)
            }
            for name, looks in said.items()
        }


def import_opml(file: Path, folder: Path) -> dict[str, int]:
    """Return how many feeds each program takes in from a subscription list."""
    folder.mkdir()
    (folder / "config").write_text("[DEFAULT]\nto = to@example.org\n")
    (folder / "urls").write_text("")
    r2e = ["r2e", "-c", folder / "config", "-d", folder / "data.json"]
    _run([*r2e, "opmlimport", file], home=folder)
    newsboat = ["newsboat", "-u", folder / "urls", "-c", folder / "cache.db", "-i", file]
    _run(newsboat, home=folder)
    with file.open() as opml:
        sfeed = subprocess.run(["sfeed_opml_import"], stdin=opml, capture_output=True, encoding="utf-8", check=True)
    return {
        "newsboat": len(_lines(folder / "urls")),
        "rss2email": len(_run([*r2e, "list"], home=folder).splitlines()),
        "sfeed": len({line.split("'")[1] for line in sfeed.stdout.splitlines() if line.lstrip().startswith("feed '")}),
    }


def _by_feedparser(found: Any) -> tuple[str, list[Seen]]:
    """The site and the entries as both of Python's parsers name them."""
    entries = [
        Seen(each.get("title", ""), each.get("link", ""), each.get("author", ""), each["content"][0]["value"])
        for each in found["entries"]
    ]
    return found["feed"].get("link", ""), entries


def _mails(inbox: Path) -> list[Seen]:
    """The mails in the box, newest entry last, which are then taken out."""
    box = mailbox.Maildir(str(inbox), factory=None)
    found = []
    for key in sorted(box.keys()):
        mail: Any = BytesParser(policy=policy.default).parsebytes(box.get_bytes(key))
        parts = {part.get_content_type(): part for part in mail.walk()}
        html, plain = (parts[kind].get_content() for kind in ("text/html", "text/plain"))
        link = html.partition('<h1 class="header"><a href="')[2].partition('"')[0]
        found.append(
            Seen(str(mail["subject"]), link, str(mail["from"]).partition(": ")[2].partition('"')[0], html, plain)
        )
        box.remove(key)
    return found


def _row(line: str) -> Seen:
    """A line of sfeed's: time, title, link, content, type, id, author, enclosure, category."""
    _, title, link, content, _, _, author, *_ = line.split("\t")
    return Seen(title, link, author, content)


def _lines(file: Path) -> list[str]:
    return file.read_text("utf-8").splitlines()


def _run(command: list[Any], *, home: Path) -> str:
    """Run the program with a home of its own; return what it said."""
    environment: Mapping[str, str] = {"HOME": str(home), "PATH": os.environ["PATH"], "LC_ALL": "C.UTF-8"}
    done = subprocess.run(
        list(map(str, command)), env=environment, capture_output=True, encoding="utf-8", timeout=120, check=False
    )
    assert done.returncode == 0, f"{command[0]}: {done.stdout}{done.stderr}"
    return done.stdout
