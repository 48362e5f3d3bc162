"""Feed programs of Debian, PyPI and npm follow one site, before a digest is retracted and after: docs/feeds.md says what
each shows, in a table that is made here."""

import os
import threading
from collections.abc import Iterator
from dataclasses import dataclass

import pytest

from puntina.commands.serve.server import server
from tests.feeds.looks import Look, Seen, Subscribers, import_opml
from tests.pictures import picture
from tests.programs import MISSING, ensure_programs
from tests.site_builder import ROOT, digest, make, publication

FEEDS = ("feed.xml", "atom.xml")
TABLE = "| table | in | the | text |\n|---|--:|---|---|\n| 1 | 2 | 3 | 4 |\n"
PICTURE = {"file": "../../media/chip.png", "alt": "Un chip", "credit": "Foto: Anna"}
FILES = {
    "it/2025/a.md": digest(
        "Con figura", "2025-09-01 08:00", id="a1", image=PICTURE, body=f"- Uno\n\n📌 Due.\n\n{TABLE}"
    ),
    "en/2025/a.md": digest("With a picture", "2025-09-01 08:00", id="ea1"),
    "vi/2025/a.md": digest("Có hình", "2025-09-01 08:00", id="va1"),
    "it/2025/b.md": digest("Di Anna", "2025-09-02 08:00", id="b1", author="Anna", tags=["C++", "C#"]),
    "it/2025/r.md": digest("Falso", "2025-09-03 08:00", id="r1"),
    "media/chip.png": picture("PNG", 1800, 900),
}
WHY = {"date": "2025-09-20 10:00", "kind": "retraction", "text": "Il documento era falso."}
AFTER = {"it/2025/r.md": digest("Falso", "2025-09-03 08:00", id="r1", updates=WHY)}
HEAD = "| program | the site | an entry opens | author | picture | a retraction |\n|---|---|---|---|---|---|\n"
RIGHT, UNSAID = "yes", "not shown"


@dataclass(frozen=True, slots=True)
class Followed:
    """What every program showed before the retraction and what was new to it after, by program and feed."""

    site: str
    before: dict[str, dict[str, Look]]
    after: dict[str, dict[str, Look]]
    imported: dict[str, int]
    opml: int  # feeds in the subscription list


@pytest.fixture(scope="module")
def followed(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Followed]:
    """Give what all of them make of one site on this machine; without them skip, on CI fail."""
    if not ensure_programs():
        (pytest.fail if os.environ.get("CI") else pytest.skip)(MISSING)
    folder = tmp_path_factory.mktemp("programs")
    output = folder / "site" / "output"
    output.mkdir(parents=True)
    running = server(output, host="127.0.0.1", port=0, root="")
    threading.Thread(target=running.serve_forever, args=(0.01,), daemon=True).start()
    site = f"http://127.0.0.1:{running.server_port}"
    settings = {"SITEURL": site, "FEED_TAG_MINIMUM": 1, "EDITIONS_URL": "edition/", "TAG_SLUGS": {"C++": "c-plus-plus", "C#": "c-sharp"}}  # fmt: skip
    make(publication(folder / "site", FILES, **settings))
    everybody = Subscribers(folder, output, site, FEEDS)
    before = everybody.look()
    imported = import_opml(output / "feeds.opml", folder / "opml")
    make(publication(folder / "site", AFTER, **settings))
    yield Followed(
        site, before, everybody.look(), imported, (output / "feeds.opml").read_text("utf-8").count("xmlUrl=")
    )
    running.shutdown()
    running.server_close()


def rows(followed: Followed) -> Iterator[str]:
    """What each program shows, a row each: the same of RSS and Atom, or both."""
    for name, looks in followed.before.items():
        cells = [_cells(look, followed.after[name][path], followed.site) for path, look in looks.items()]
        rss, atom = cells
        said = [one if one == other else f"{one} (Atom: {other})" for one, other in zip(rss, atom, strict=True)]
        yield f"| {name} | {' | '.join(said)} |"


def _cells(before: Look, after: Look, site: str) -> list[str]:
    entries = {each.title: each for each in before.new}
    with_picture, by_anna = entries["Con figura"], entries["Di Anna"]
    return [
        _said(before.site, f"{site}/"),
        _said(with_picture.link, f"{site}/2025/09/a/"),
        _said(f"{with_picture.author}, {by_anna.author}", "Notizie, Anna", unsaid=", "),
        "with its credit" if _has_picture(with_picture, site) else UNSAID,
        "a new entry" if [each.link for each in after.new if each.title == "Ritirato: Falso"][:1] == [f"{site}/2025/09/r/#retraction"] else UNSAID,
    ]  # fmt: skip


def _said(found: str, right: str, *, unsaid: str = "") -> str:
    return RIGHT if found == right else UNSAID if found == unsaid else found


def _has_picture(entry: Seen, site: str) -> bool:
    return f"{site}/media/chip.png-1200.jpg" in entry.content and "Foto: Anna" in entry.content


def test_the_docs_have_the_table_of_what_each_program_shows(followed: Followed) -> None:
    made = HEAD + "\n".join(rows(followed)) + "\n"
    assert made in (ROOT / "docs" / "feeds.md").read_text("utf-8"), f"docs/feeds.md should have this table:\n{made}"


def test_a_subscriber_of_every_program_sees_the_retraction(followed: Followed) -> None:
    seen = {
        (name, path): [each.title for each in look.new]
        for name, looks in followed.after.items()
        for path, look in looks.items()
    }
    assert {key: "Ritirato: Falso" in titles for key, titles in seen.items()} == dict.fromkeys(seen, True)
    assert len(seen) == 2 * 9


def test_every_program_takes_in_the_whole_subscription_list(followed: Followed) -> None:
    assert followed.imported == dict.fromkeys(("newsboat", "rss2email", "sfeed"), followed.opml)
    assert followed.opml == 19
