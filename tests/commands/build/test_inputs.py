"""What a build must not pass over: inputs that lie behind links, kept files in folders, rows that are not as written."""

import shutil
import sqlite3
from importlib import import_module

import pytest

from puntina.commands.build import Options, Outcome, build, run
from puntina.commands.build.inputs import inputs
from puntina.commands.build.setup import prepared
from puntina.commands.serve.sources import find_sources
from puntina.core.engine.epoch import PACKAGE
from puntina.core.engine.scan import file_stat
from tests.site_builder import THEME, digest, publication, run_apart, tree

FILES = {"it/2025/a.md": digest("A", id="a1"), "it/2025/b.md": digest("B", "2025-09-03 08:00", id="b1")}


def made(settings, **options: object) -> Outcome:
    """Build, and return what came of it."""
    return run(settings, {}, Options(**options))


def counts(outcome: Outcome) -> tuple[int, int]:
    """Return how many files were parsed and how many outputs made."""
    assert outcome.counts
    return outcome.parsed, outcome.counts.made


def test_a_template_behind_a_link_is_an_input(tmp_path):
    theme = shutil.copytree(THEME, tmp_path / "theme")
    real = (theme / "templates" / "base.html").rename(tmp_path / "base.html")
    (theme / "templates" / "base.html").symlink_to(real)
    settings = publication(tmp_path, FILES, THEME=str(theme))
    made(settings)
    assert counts(made(settings)) == (0, 0)
    real.write_text(real.read_text("utf-8").replace("</body>", "<hr></body>"), "utf-8")
    assert counts(made(settings))[1] > 5


def test_own_templates_lie_below_the_settings_folder_wherever_the_build_runs(tmp_path, monkeypatch):
    footer = tmp_path / "site" / "own" / "_footer.html"
    footer.parent.mkdir(parents=True)
    footer.write_text("<footer class=one></footer>", "utf-8")
    settings = publication(tmp_path / "site", FILES, THEME_TEMPLATES_OVERRIDES=["own"])
    for name in ("one", "two"):
        footer.write_text(f"<footer class={name}></footer>", "utf-8")
        assert counts(made(settings))[1] > 5
        assert f"<footer class={name}>" in (tmp_path / "site/output/index.html").read_text("utf-8")
        assert counts(made(settings)) == (0, 0)
    monkeypatch.chdir(tmp_path)
    assert counts(made(settings)) == (0, 0)
    assert footer.parent in find_sources(settings).folders


@pytest.mark.parametrize("path", ["../common", "common"])
def test_files_that_are_copied_from_outside_the_theme_are_inputs(tmp_path, path):
    shutil.copytree(THEME, tmp_path / "theme")
    (tmp_path / "common").mkdir()
    (tmp_path / "common/x.txt").write_text("1")
    settings = publication(tmp_path, FILES, THEME="theme", THEME_STATIC_PATHS=["static", path])
    made(settings)
    assert counts(made(settings)) == (0, 0)
    (tmp_path / "common/x.txt").write_text("2")
    assert counts(made(settings))[1] > 0
    assert (tmp_path / "output/theme/x.txt").read_text() == "2"


def test_links_that_go_round_are_no_trap(tmp_path):
    theme = shutil.copytree(THEME, tmp_path / "theme")
    (theme / "round").symlink_to(theme)
    settings = publication(tmp_path, FILES, THEME=str(theme))
    made(settings)
    assert counts(made(settings)) == (0, 0)


def test_catalogues_of_the_plugins_are_inputs(tmp_path):
    setup = prepared(publication(tmp_path, FILES), {}, Options())
    looked_at = inputs(setup.site, setup.epoch, setup.settings).file_stats
    assert {str(path) for path in PACKAGE.rglob("*.po")} <= looked_at.keys()
    setup.store.close()


@pytest.mark.parametrize("again", [{"cache": False}, {"cache": True}], ids=["whole", "incremental"])
def test_a_kept_name_may_lie_in_a_folder(tmp_path, again):
    settings = publication(tmp_path, FILES, OUTPUT_RETENTION=["./old/keep"])
    made(settings)
    kept = tmp_path / "output" / "old" / "keep" / "k.txt"
    kept.parent.mkdir(parents=True)
    kept.write_text("k", "utf-8")
    publication(tmp_path, {"it/2025/a.md": digest("Altro", id="a1")}, OUTPUT_RETENTION=["./old/keep"])
    made(settings, **again)
    assert kept.read_text("utf-8") == "k"
    assert sorted(path.name for path in tmp_path.iterdir() if path.name.startswith(".")) == [".cache"]


def test_a_kept_name_is_a_place_and_no_name_further_down(tmp_path):
    settings = publication(tmp_path, FILES, OUTPUT_RETENTION=["a", "09"])
    made(settings)
    assert counts(made(settings)) == (0, 0)
    (tmp_path / "content" / "it" / "2025" / "a.md").unlink()
    outcome = made(settings)
    assert outcome.counts
    assert "2025/09/a/index.html" in outcome.counts.removed
    assert not (tmp_path / "output" / "2025" / "09" / "a").exists()


def test_a_clean_build_is_remembered(tmp_path):
    settings = publication(tmp_path, FILES)
    first = counts(made(settings, cache=False))
    assert first[0] == 2
    assert counts(made(settings)) == (0, 0)
    assert counts(made(settings, cache=False)) == first


@pytest.mark.parametrize(
    "statement", ["UPDATE readings SET value = x'00010203040506'", "UPDATE notes SET value = x'0001'"]
)
def test_a_row_that_is_not_as_written_is_a_damaged_store(tmp_path, statement):
    settings = publication(tmp_path, FILES)
    made(settings)
    before = tree(tmp_path / "output")
    with sqlite3.connect(tmp_path / ".cache" / "output.sqlite") as store:
        store.execute(statement)
    store.close()
    publication(tmp_path, FILES)
    outcome = made(settings)
    assert [str(problem).split(" — ")[0] for problem in outcome.report.problems] == [
        ".cache/output.sqlite: BUILD-CACHE warning: a row is damaged"
    ]
    assert tree(tmp_path / "output") == before
    made(settings)
    assert counts(made(settings)) == (0, 0)


@pytest.mark.parametrize(
    "named",
    ["2025/09/a/index.html", "/2025/09/a/", "2025/09/a", "https://news.example/2025/09/a/", "content/it/2025/a.md"],
)
def test_an_output_is_explained_by_any_of_its_names(tmp_path, capsys, named):
    settings = publication(tmp_path, FILES)
    made(settings)
    publication(tmp_path, {"it/2025/a.md": digest("A", id="a1", body="- Altro\n\n📌 Sintesi.\n")})
    capsys.readouterr()
    assert build(settings, next_step="", explain=named) == 0
    first, *_ = capsys.readouterr().out.splitlines()
    assert first.startswith("2025/09/a/index.html: it differs in: ")


def test_an_output_that_there_is_not_is_guessed_at(tmp_path, capsys):
    settings = publication(tmp_path, FILES)
    assert build(settings, next_step="", explain="2025/09/a/index.htm") == 0
    first, *_ = capsys.readouterr().out.splitlines()
    assert first == 'no output "2025/09/a/index.htm" — did you mean "2025/09/a/index.html"?'


def test_a_file_that_changes_in_the_moment_of_the_look_is_told_by_its_contents(tmp_path, monkeypatch):
    settings = publication(tmp_path, FILES)
    file = tmp_path / "content" / "it" / "2025" / "a.md"
    now = file.stat().st_ctime_ns
    monkeypatch.setattr("puntina.commands.build.inputs.time.time_ns", lambda: now)
    made(settings)
    assert counts(made(settings)) == (0, 0)
    real = file_stat

    # As a file system would have it whose clock has not ticked: other bytes of the same size, the same stamp.
    def still(found):
        return (found.st_size, 1, now, 1) if found.st_ino == file.stat().st_ino else real(found)

    monkeypatch.setattr("puntina.commands.build.inputs.file_stat", still)
    monkeypatch.setattr(import_module("puntina.commands.build.full_build"), "file_stat", still)
    made(settings)
    file.write_text(file.read_text("utf-8").replace("Primo", "Terzo"), "utf-8")
    assert counts(made(settings))[1] == 8  # its page, and the feeds of its language, its section and all languages


def test_a_terminal_that_lacks_letters_gets_others_in_their_place(tmp_path):
    settings = publication(tmp_path, {"it/2025/a.md": digest("Đà Nẵng", "2099-01-01 08:00", id="a1")})
    done = run_apart(settings, PYTHONIOENCODING="ascii")
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.splitlines()[0] == "scheduled for 1 January 2099 08:00: ?? N?ng (content/it/2025/a.md)"
