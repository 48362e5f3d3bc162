"""What each kind of edit makes anew: counted, so that a build that does too much is seen."""

import datetime as dt
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from puntina.commands.build import Options, run
from puntina.core.engine.scan import file_stats
from tests.site_builder import THEME, digest, publication, tree

COUNT = 14  # digests; three are on a page of a list


def text(number: int, **keys: object) -> str:
    """Return the text of digest `number`, a day after the one before it."""
    values: dict[str, object] = {
        "title": f"Titolo {number}",
        "date": f"2025-08-{number:02} 08:00",
        "category": ("world", "technology")[number % 2],
        "tags": ["chip"] if number % 2 else ["Cina"],
        "id": f"n{number}",
    }
    return digest(**(values | keys))


class Site:
    """A publication that was built, to be edited and built again."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.theme = shutil.copytree(THEME, folder / "theme")
        files = {f"it/2025/n{n}.md": text(n) for n in range(1, COUNT + 1)}
        files["it/pages/about.md"] = "---\ntitle: Chi siamo\n---\nTesto.\n"
        files["en/2025/n14.md"] = text(14, title="Title 14", id="e14")
        files["media/a.txt"] = "a"
        self.settings = publication(folder, files, THEME=str(self.theme), FEED_SIZE=5)
        self.build()

    def write(self, path: str, data: str) -> None:
        """Write a content file."""
        publication(self.folder, {path: data}, THEME=str(self.theme), FEED_SIZE=5)

    def build(self, **overrides: object) -> set[str]:
        """Build, and return what was made; files that were not made must be as they were."""
        before = {path: path.stat().st_mtime_ns for path in (self.folder / "output").rglob("*.html")}
        done = run(self.settings, overrides, Options())
        made = set(done.made_from.job._made) if done.made_from else set()
        self.removed = done.counts.removed
        for path, time in before.items():
            name = path.relative_to(self.folder / "output").as_posix()
            assert name in made or name in self.removed or path.stat().st_mtime_ns == time, name
        return made


@pytest.fixture
def site(tmp_path) -> Site:
    """Give a publication that was just built."""
    return Site(tmp_path)


FORMS = ("feed.xml", "atom.xml", "feed.json")
# Those that show the digests with odd numbers, which are in one section and have one tag.
ALL = {*FORMS, "all/feed.xml"}
ODD = {*ALL, *(f"category/technology/{name}" for name in FORMS), "tag/chip/feed.xml"}


def test_nothing_changed_makes_nothing_and_writes_nothing(site):
    before = file_stats(site.folder)
    assert site.build() == set()
    assert file_stats(site.folder) == before


def test_a_body_makes_its_page_and_the_feeds_that_show_it(site):
    site.write("it/2025/n13.md", text(13, body="- Altro\n\n📌 Sintesi.\n"))
    assert site.build() == {"2025/08/n13/index.html", *ODD}


def test_the_body_of_an_old_digest_makes_its_page_alone(site):
    site.write("it/2025/n2.md", text(2, body="- Altro\n\n📌 Sintesi.\n"))
    assert site.build() == {"2025/08/n2/index.html"}


def test_a_title_makes_what_shows_it(site):
    site.write("it/2025/n5.md", text(5, title="Altro titolo"))
    assert site.build() == {
        "2025/08/n4/index.html",
        "2025/08/n5/index.html",
        "2025/08/n6/index.html",
        *(f"2025/08/n{n}/index.html" for n in (1, 3, 7)),  # they name it as one on their subject
        "2025/index.html",
        "page/2/index.html",
        "category/technology/page/1/index.html",
        "tag/chip/page/1/index.html",
        *(ODD - ALL),  # it is among the newest of its section and tag, and no more among all
    }


def test_a_new_digest_makes_the_newest_lists_and_no_old_page_of_them(site):
    site.write("it/2025/n15.md", text(15))
    assert site.build() == {
        "2025/08/n14/index.html",
        "2025/08/n15/index.html",
        *(f"2025/08/n{n}/index.html" for n in (11, 13)),  # they name it as one on their subject
        "2025/index.html",
        "archive/index.html",
        "tags/index.html",
        "index.html",
        "category/technology/index.html",
        "page/3/index.html",  # its link to the page after it
        "page/4/index.html",
        "tag/chip/index.html",
        "sitemap.xml",
        *ODD,
    }


def test_a_deleted_digest_goes_with_its_address(site):
    (site.folder / "content" / "it" / "2025" / "n1.md").unlink()
    made = site.build()
    assert "2025/08/n1/index.html" in site.removed
    assert "2025/08/n2/index.html" in made
    assert "2025/08/n9/index.html" not in made
    assert not (site.folder / "output" / "2025" / "08" / "n1").exists()


def test_a_tagline_makes_the_pages_of_its_publication(site):
    made = site.build(LANGUAGES={"it": "Altri fatti", "en": "Facts", "vi": "Sự kiện"})
    assert {path for path in tree(site.folder / "output") if path.endswith((".html", ".xml"))} <= made | {".puntina"}


def test_the_cut_off_past_a_held_date_makes_what_a_new_digest_does(site):
    site.write("it/2025/held.md", text(1, title="Trattenuto", date="2025-11-01 08:00", id="h1"))
    assert "2025/11/held/index.html" not in site.build(CUTOFF="2025-10-01 08:00")
    assert site.build(CUTOFF="2025-11-01 07:59") == set()
    made = site.build(CUTOFF="2025-11-01 08:00")
    assert {"2025/11/held/index.html", "index.html", *ODD} <= made
    assert "2025/08/n2/index.html" not in made
    assert site.build(CUTOFF="2025-11-02 08:00") == set()


def test_a_standing_pages_title_makes_the_pages_of_its_language(site):
    site.write("it/pages/about.md", "---\ntitle: Noi\n---\nTesto.\n")
    made = site.build()
    assert {"2025/08/n1/index.html", "index.html", "about/index.html"} <= made
    assert "en/index.html" not in made
    assert "en/2025/08/n14/index.html" not in made


def test_a_partial_makes_the_pages_that_take_it_in(site):
    path = site.theme / "templates" / "_neighbours.html"
    path.write_text(path.read_text("utf-8") + "<!-- x -->\n", "utf-8")
    made = site.build()
    assert made == {path for path in tree(site.folder / "output") if "/08/n" in path}


def test_a_catalogue_makes_the_pages_of_its_language(site):
    path = site.theme / "locale" / "vi" / "LC_MESSAGES" / "daily.po"
    path.write_text(path.read_text("utf-8").replace('msgstr "Lưu trữ"', 'msgstr "Kho"'), "utf-8")
    made = site.build()
    assert made
    assert {path.partition("/")[0] for path in made} == {"vi"}


def test_a_style_sheet_is_copied_and_its_mark_is_on_every_page(site):
    path = site.theme / "static" / "daily.css"
    path.write_text(path.read_text("utf-8") + "/* x */\n", "utf-8")
    made = site.build()
    assert "theme/daily.css" in made
    assert {path for path in tree(site.folder / "output") if path.endswith(".html")} <= made


def test_a_style_sheet_in_a_preview_is_copied_alone(site):
    site.build(PREVIEW=True)
    path = site.theme / "static" / "daily.css"
    path.write_text(path.read_text("utf-8") + "/* x */\n", "utf-8")
    assert site.build(PREVIEW=True) == {"theme/daily.css"}


def test_a_copied_file_is_copied_when_it_changes(site):
    (site.folder / "content" / "media" / "a.txt").write_text("b", "utf-8")
    assert site.build() == {"media/a.txt"}
    assert (site.folder / "output" / "media" / "a.txt").read_text("utf-8") == "b"


def test_a_copied_file_is_no_link_to_its_source(site):
    (site.folder / "output" / "media" / "a.txt").write_text("c", "utf-8")
    assert (site.folder / "content" / "media" / "a.txt").read_text("utf-8") == "a"
    assert site.build() == {"media/a.txt"}


@pytest.mark.parametrize("spoil", [Path.unlink, lambda path: path.write_text("x", "utf-8")], ids=["deleted", "edited"])
def test_an_output_that_is_not_as_it_was_made_is_made_again(site, spoil: Callable[[Path], object]):
    spoil(site.folder / "output" / "2025" / "08" / "n3" / "index.html")
    assert site.build() == {"2025/08/n3/index.html"}


def test_the_present_moment_alone_makes_nothing(site):
    now = dt.datetime.now(dt.UTC)
    site.build(CUTOFF=None)
    assert site.build(CUTOFF=(now + dt.timedelta(days=1)).isoformat()) == set()
