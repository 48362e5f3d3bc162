import datetime as dt
import pickle
import shutil
import struct
import sys
import threading
import zlib
from pathlib import Path
from types import SimpleNamespace
from zoneinfo import ZoneInfo

import pytest

from plugins.build import resident
from plugins.build.resident import Built, Resident
from plugins.digest import Problem, Severity
from plugins.engine.lock import lock, unlock
from tests.site_builder import ALL_PLUGINS, THEME, digest, publication, tree

A, B = "it/2025/a.md", "it/2025/b.md"
PAGE = "2025/09/a/index.html"


class Site:
    """A publication that a Resident builds, and what lies in its output."""

    def __init__(self, folder: Path, texts: dict[str, str], **settings: object) -> None:
        self.settings = publication(folder, texts, **settings)
        self.output = folder / "preview"
        self.content = folder / "content"
        self.resident = self.begin()

    def begin(self) -> Resident:
        return Resident(self.settings, {"OUTPUT_PATH": str(self.output), "PREVIEW": True})

    def build(self, *changed: str) -> tuple[Built, set[str], set[str]]:
        """Build; return what it says, and which files really have changed and gone."""
        before = self.tree()
        built = self.resident.build(frozenset(self.content / path for path in changed) if changed else None)
        after = self.tree()
        return built, {path for path, text in after.items() if before.get(path) != text}, before.keys() - after.keys()

    def clean(self) -> dict[str, bytes]:
        """Return what a build without anything from before makes of what lies there now."""
        folder = self.settings.parent
        overrides = {"OUTPUT_PATH": str(folder / "clean"), "CACHE_PATH": str(folder / "none"), "PREVIEW": True}
        assert Resident(self.settings, overrides).build(None).problems == ()
        made = tree(folder / "clean")
        shutil.rmtree(folder / "clean")
        return {path: text for path, text in made.items() if path != ".puntina"}

    def tree(self) -> dict[str, bytes]:
        return {path: text for path, text in tree(self.output).items() if path != ".puntina"}


@pytest.fixture
def site(tmp_path):
    return Site(tmp_path, {A: digest("Primo"), B: digest("Secondo", "2025-09-03 08:00")})


def test_the_first_build_makes_everything(site):
    built, written, removed = site.build()
    assert set(built.written) == written == site.tree().keys()
    assert (built.removed, removed, built.problems) == ((), set(), ())
    assert [line.rpartition(",")[0] for line in built.lines] == [
        f"2 parsed, {len(written)} made, 0 as they were, 0 removed"
    ]


def test_a_change_writes_what_it_touches_and_says_so(site):
    site.build()
    (site.content / A).write_text(digest("Primo", body="- Altro punto\n\n📌 Sintesi.\n"))
    built, written, removed = site.build(A)
    assert set(built.written) == written
    assert PAGE in written
    assert "2025/09/b/index.html" not in written
    assert (built.removed, removed) == ((), set())
    assert "Altro punto" in (site.output / PAGE).read_text("utf-8")


def test_nothing_is_written_where_nothing_has_changed(site):
    site.build()
    built, written, removed = site.build(A)
    assert (built.written, built.removed, written, removed) == ((), (), set(), set())


def test_what_is_gone_is_said(site):
    site.build()
    (site.content / A).unlink()
    built, written, removed = site.build(A)
    assert (set(built.written), set(built.removed)) == (written, removed)
    assert PAGE in removed


def test_a_fault_of_content_stops_the_build_and_the_next_one_mends_it(site):
    site.build()
    (site.content / A).write_text(digest("Primo: uno").replace('"Primo: uno"', "Primo: uno"))
    built, written, removed = site.build(A)
    assert [(problem.path, problem.line, problem.code) for problem in built.problems] == [(f"content/{A}", 2, "YAML")]
    assert (built.written, built.removed, written, removed) == ((), (), set(), set())
    assert built.lines[0] == str(built.problems[0])
    assert built.lines[-1] == "not built: 1 error; the output is as it was"

    (site.content / A).write_text(digest("Uno"))
    built, written, _ = site.build(A)
    assert built.problems == ()
    assert PAGE in set(built.written) == written


def test_warnings_come_with_a_build_that_is_made(site):
    (site.content / A).write_text(digest("Primo", body="- Punto\n"))
    built, written, _ = site.build()
    assert [(problem.code, problem.severity) for problem in built.problems] == [("BODY-SUMMARY", Severity.WARNING)]
    assert set(built.written) == written


def test_faults_of_settings_are_problems_too(tmp_path):
    site = Site(tmp_path, {})
    site.settings.write_text("SITENAME = ")
    built, _, _ = site.build()
    assert [(problem.path, problem.code) for problem in built.problems] == [("pelicanconf.py", "SITE-FILE")]


def test_a_new_process_says_what_differs_from_what_the_last_one_left(site):
    site.build()
    (site.content / A).unlink()
    site.resident = site.begin()
    built, written, removed = site.build()
    assert (set(built.written), set(built.removed)) == (written, removed)


def test_what_comes_back_crosses_processes():
    built = Built((Problem("a.md", 1, 2, "YAML", "text", "hint"),), ("line",), ("a",), ("b",))
    assert pickle.loads(pickle.dumps(built)) == built


WRITES = """
from pathlib import Path
from pelican import signals


def write(pelican):
    Path(pelican.output_path, "map.txt").write_text("a map")


def register():
    signals.finalized.connect(write)
"""


def test_what_another_plugin_has_written_stays_where_only_a_text_changes(tmp_path, monkeypatch):
    (tmp_path / "writes_a_map.py").write_text(WRITES, "utf-8")
    monkeypatch.syspath_prepend(tmp_path)
    monkeypatch.delitem(sys.modules, "writes_a_map", raising=False)
    feeds = {"all": ["rss", "atom"], "category": [], "together": []}
    plugins = [*ALL_PLUGINS, "writes_a_map"]
    site = Site(tmp_path / "site", {A: digest("Primo")}, PLUGINS=plugins, FEED_FORMATS=feeds)
    site.build()
    for word in ("Altro", "Terzo"):
        (site.content / A).write_text(digest("Primo", body=f"- {word} punto\n\n📌 Sintesi.\n"))
        _, written, removed = site.build(A)
        assert (written, removed) == ({PAGE, "feed.xml", "atom.xml"}, set())
    assert (site.output / "map.txt").read_text("utf-8") == "a map"


def test_a_text_taken_back_while_nobody_served_is_seen(site):
    site.build()
    before = site.tree()
    (site.content / A).write_text(digest("Primo", body="- Altro punto\n\n📌 Sintesi.\n"))
    site.build(A)
    (site.content / A).write_text(digest("Primo"))
    site.resident = site.begin()
    site.build()
    assert site.tree() == before


def test_a_new_text_is_on_its_lite_page_in_its_editions_and_in_their_feeds(tmp_path):
    settings = {"LITE_URL": "lite/", "EDITIONS_URL": "edition/"}
    site = Site(tmp_path, {A: digest("Primo"), B: digest("Secondo", "2025-09-03 08:00")}, **settings)
    site.build()
    site.resident.rest()
    (site.content / A).write_text(digest("Primo", body="- Altro punto\n\n📌 Altra sintesi.\n"))
    _, written, _ = site.build(A)
    feeds = {f"edition/{kind}{name}" for kind in ("", "week/") for name in ("feed.xml", "atom.xml", "feed.json")}
    lite, day, week = "lite/2025/09/a/index.html", "edition/2025-09-02/index.html", "edition/2025-w36/index.html"
    assert {lite, day, week, *feeds} <= written
    assert all("Altra sintesi" in (site.output / path).read_text("utf-8") for path in (lite, day, week, *feeds))
    assert "edition/2025-09-03/index.html" not in written


def test_a_date_of_change_that_an_editor_writes_is_in_the_sitemap_at_once(site):
    site.build()
    (site.content / A).write_text(digest("Primo", modified="2025-09-09 09:00"))
    _, written, _ = site.build(A)
    assert {PAGE, "sitemap.xml"} <= written
    kept = [line for line in (site.output / "sitemap.xml").read_text("utf-8").splitlines() if "/2025/09/a/" in line]
    assert [line.partition("<lastmod>")[2].partition("<")[0] for line in kept] == ["2025-09-09T09:00:00+07:00"]
    assert site.tree() == Site(site.settings.parent, {A: digest("Primo", modified="2025-09-09 09:00")}).tree()


CHANGED = digest("Primo", body="- Altro punto\n\n📌 Altra sintesi.\n")


@pytest.mark.parametrize("gone", ["cache and preview", "preview", ".puntina"])
def test_a_preview_that_was_deleted_is_made_anew_with_its_mark(tmp_path, gone):
    site = Site(tmp_path, {A: digest("Primo"), B: digest("Secondo")})
    site.build()
    site.resident.rest()
    for path in {"cache and preview": (tmp_path / ".cache", site.output)}.get(gone, (site.output,)):
        shutil.rmtree(path) if gone != ".puntina" else (path / ".puntina").unlink()
    for text in (CHANGED, digest("Primo")):
        (site.content / A).write_text(text)
        if gone == ".puntina":  # files that no mark says to be ours are nobody's to replace
            assert [problem.code for problem in site.build(A)[0].problems] == ["OUTPUT-FOREIGN"]
        else:
            assert site.build(A)[0].problems == ()
            assert (site.output / ".puntina").is_file()
            assert site.tree() == site.clean()


def png(width: int, height: int) -> bytes:
    """Return a white picture."""
    parts = {
        b"IHDR": struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0),
        b"IDAT": zlib.compress((b"\0" + b"\xff" * width) * height),
        b"IEND": b"",
    }
    chunks = (
        struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))
        for name, data in parts.items()
    )
    return b"\x89PNG\r\n\x1a\n" + b"".join(chunks)


def with_media(folder: Path, files: dict[str, bytes], **settings: object) -> Site:
    """Write a publication with these files in its folder of media."""
    (folder / "content" / "media").mkdir(parents=True)
    for name, data in files.items():
        (folder / "content" / "media" / name).write_bytes(data)
    return Site(folder, {A: digest("Primo")}, **settings)


def test_a_logo_of_another_size_is_in_the_feeds_and_one_that_is_none_is_told(tmp_path):
    site = with_media(tmp_path, {"logo.png": png(144, 72)}, FEED_LOGO="media/./logo.png")
    site.build()
    site.resident.rest()
    (site.content / "media/logo.png").write_bytes(png(100, 50))
    _, written, _ = site.build("media/logo.png")
    assert {"media/logo.png", "feed.xml"} <= written
    assert site.tree() == site.clean()
    (site.content / "media/logo.png").write_bytes(b"no picture")
    assert [problem.code for problem in site.build("media/logo.png")[0].problems] == ["SITE-SETTING"]


def test_a_file_that_is_only_copied_is_the_only_one_that_is_made(tmp_path):
    site = with_media(tmp_path, {"a.txt": b"a", "b.txt": b"b"})
    site.build()
    site.resident.rest()
    (site.content / "media/a.txt").write_bytes(b"another")
    built, written, _ = site.build("media/a.txt")
    assert (set(built.written), written) == ({"media/a.txt"}, {"media/a.txt"})
    assert built.lines[-1].startswith("0 parsed, 1 made, ")


@pytest.mark.parametrize("hard", [False, True])
def test_what_is_a_link_to_a_changed_file_changes_too(tmp_path, hard):
    site = with_media(tmp_path, {"a.txt": b"a"})
    link, text = site.content / "media/b.txt", site.content / "it/2025/c.md"
    if hard:
        link.hardlink_to(site.content / "media/a.txt")
        text.hardlink_to(site.content / A)
    else:
        link.symlink_to("a.txt")
        text.symlink_to("a.md")
    site.build()
    site.resident.rest()
    (site.content / "media/a.txt").write_bytes(b"another")
    _, written, _ = site.build("media/a.txt")
    assert written == {"media/a.txt", "media/b.txt"}
    (site.content / A).write_text(CHANGED)
    site.build(A)
    assert "Altro punto" in (site.output / "2025/09/c/index.html").read_text("utf-8")
    assert site.tree() == site.clean()


def test_a_link_of_the_theme_to_a_changed_file_changes_too(tmp_path):
    theme = tmp_path / "theme"
    shutil.copytree(THEME, theme)
    (theme / "static/other.css").symlink_to("daily.css")
    site = Site(tmp_path, {A: digest("Primo")}, THEME=str(theme))
    site.build()
    site.resident.rest()
    (theme / "static/daily.css").write_text("body {}")
    _, written, _ = site.build("../theme/static/daily.css")
    assert written == {"theme/daily.css", "theme/other.css"}


TITLES = """
from functools import partial
from pelican import signals
from plugins.engine.output import Output


def titles(context):
    return ", ".join(sorted(article.digest.summary.text for article in context["articles"])).encode()


class Titles:
    def __init__(self, context, **_):
        self.context = context

    def generate_output(self, writer):
        writer.add(Output("titles.txt", None, partial(titles, self.context), "titles"))


def generator(pelican):
    return Titles


def register():
    signals.get_generators.connect(generator)
"""


def test_what_another_plugin_makes_of_a_text_is_never_stale(tmp_path, monkeypatch):
    (tmp_path / "makes_titles.py").write_text(TITLES, "utf-8")
    monkeypatch.syspath_prepend(tmp_path)
    monkeypatch.delitem(sys.modules, "makes_titles", raising=False)
    site = Site(tmp_path / "site", {A: digest("Primo")}, PLUGINS=[*ALL_PLUGINS, "makes_titles"])
    site.build()
    site.resident.rest()
    (site.content / A).write_text(CHANGED)
    site.build(A)
    assert (site.output / "titles.txt").read_text("utf-8") == "Altra sintesi."


class InTwoHours:
    """A clock that is fast."""

    @staticmethod
    def now(timezone: dt.tzinfo) -> dt.datetime:
        return dt.datetime.now(timezone) + dt.timedelta(hours=2)


def test_a_held_digest_is_shown_as_one_until_its_date_and_no_longer(tmp_path, monkeypatch):
    due = (dt.datetime.now(dt.UTC) + dt.timedelta(hours=1)).replace(microsecond=0)
    held = digest("Trattenuto", f"{due:%Y-%m-%d %H:%M:%S}Z")
    site = Site(tmp_path, {A: digest("Primo"), B: held}, CUTOFF=None)
    built, _, _ = site.build()
    assert built.until == due
    assert [line.partition(":")[0][:4] for line in built.lines[:-1]] == ["held"]
    page = f"{due.astimezone(ZoneInfo('Asia/Ho_Chi_Minh')):%Y/%m}/b/index.html"
    before = site.tree()[page]
    for room in ("patch", "setup"):
        monkeypatch.setattr(f"plugins.build.{room}.dt", SimpleNamespace(datetime=InTwoHours, UTC=dt.UTC))
    (site.content / A).write_text(CHANGED)
    built, written, _ = site.build(A)
    assert {PAGE, page} <= written
    assert site.tree()[page] != before
    assert site.tree() == site.clean()
    assert built.until is None or built.until > due
    assert len(built.lines) == 1


def test_where_settings_say_what_is_due_the_clock_changes_nothing(site):
    (site.content / A).write_text(digest("Trattenuto", "2999-09-02 07:30"))
    assert site.build()[0].until is None


def test_a_folder_that_another_build_has_for_a_moment_is_waited_for(site):
    site.build()
    held = lock(site.output)
    threading.Timer(0.3, unlock, [held]).start()
    (site.content / A).write_text(CHANGED)
    built, written, _ = site.build(A)
    assert built.problems == ()
    assert PAGE in written
    assert site.tree() == site.clean()


def test_a_folder_that_another_build_keeps_is_a_problem(site, monkeypatch):
    monkeypatch.setattr(resident, "PATIENCE", 0.2)
    site.build()
    held = lock(site.output)
    try:
        built, written, _ = site.build()
    finally:
        unlock(held)
    assert ([problem.code for problem in built.problems], written) == (["OUTPUT-LOCKED"], set())
