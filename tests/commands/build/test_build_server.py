import pickle
import shutil

import pytest

from puntina.commands.build.build_server import Built
from puntina.core.digest import Problem, Severity, errors
from puntina.core.digest.message import message
from tests.commands.build.residents import CHANGED, PAGE, A, B, Site
from tests.site_builder import ROOT, digest


def test_the_first_build_makes_everything(site):
    built, written, removed = site.build()
    assert set(built.written) == written == site.tree().keys()
    assert (built.removed, removed, built.problems) == ((), set(), ())
    assert [line.rpartition(",")[0] for line in built.lines] == [
        f"2 parsed, {len(written)} made, 0 unchanged, 0 removed"
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
    assert built.lines[-1] == "not built: 1 error; the output is unchanged"

    (site.content / A).write_text(digest("Uno"))
    built, written, _ = site.build(A)
    assert built.problems == ()
    assert PAGE in set(built.written) == written


def test_warnings_come_with_a_build_that_is_made(site):
    (site.content / A).write_text(digest("Primo", body="- Punto\n"))
    built, written, _ = site.build()
    assert [(problem.code, problem.severity) for problem in built.problems] == [("BODY-SUMMARY", Severity.WARNING)]
    assert set(built.written) == written


@pytest.mark.parametrize("place", ["catalogue", "digest", "template"])
def test_a_build_after_one_that_failed_knows_what_the_last_one_made(tmp_path, place):
    shutil.copytree(ROOT / "themes/daily", tmp_path / "theme")
    files = {A: digest("Primo"), B: digest("Secondo", "2025-09-03 08:00")}
    site = Site(tmp_path / "site", files, THEME=str(tmp_path / "theme"))
    site.build()
    broken, text = {
        "catalogue": (tmp_path / "theme/locale/it/LC_MESSAGES/daily.po", "msgid\n"),
        "digest": (site.content / B, "---\ntitle: [\n---\n"),
        "template": (tmp_path / "theme/templates/article.html", "{{ nothing.of_this_name }}"),
    }[place]
    before = broken.read_text("utf-8")
    broken.write_text(text, "utf-8")
    (site.content / A).write_text(digest("Primo", body="- Altro punto\n\n📌 Sintesi.\n"))
    failed, written, _ = site.build()
    assert (bool(errors(failed.problems)), written) == (True, set())
    broken.write_text(before, "utf-8")
    built, written, _ = site.build()
    assert built.problems == ()
    assert PAGE in written
    assert "2025/09/b/index.html" not in written


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
    built = Built((Problem("a.md", 1, 2, "YAML", message("text"), message("hint")),), ("line",), ("a",), ("b",))
    assert pickle.loads(pickle.dumps(built)) == built


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
