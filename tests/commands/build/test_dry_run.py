"""A dry run lists what the next build adds, changes and removes, and leaves everything as it is."""

import shutil

import pytest

from puntina.commands.build import Options, build, run
from puntina.core.digest import Faults
from tests.site_builder import ALL_PLUGINS, digest, publication, tree

TEXTS = {
    "it/2025/a.md": digest("Primo"),
    "it/2025/b.md": digest("Secondo", "2025-09-03 08:00", tags=["x"]),
    "it/pages/about.md": "---\ntitle: Chi siamo\n---\nTesto.\n",
    "media/a.txt": "a",
}


def all_of(folder):
    """Return every file of the publication but for compiled ones, with its bytes."""
    return {path: data for path, data in tree(folder).items() if not path.endswith(".pyc")}


def tried(settings, **options):
    """Return what a dry run counts, having seen that nothing was written."""
    before = all_of(settings.parent)
    done = run(settings, {}, Options(dry=True, **options))
    assert {path: data for path, data in all_of(settings.parent).items() if not path.startswith(".cache/")} == {
        path: data for path, data in before.items() if not path.startswith(".cache/")
    }
    return done.counts


def made(settings):
    """Build, and return which paths are new, written and removed."""
    output = settings.with_name("output")
    before = tree(output) if output.exists() else {}
    run(settings, {}, Options())
    after = tree(output)
    before.pop(".puntina", None), after.pop(".puntina")
    written = [path for path in after if before.get(path) != after[path]]
    return sorted(after.keys() - before.keys()), sorted(written), sorted(before.keys() - after.keys())


def edit_text(folder):
    file = folder / "content/it/2025/a.md"
    file.write_text(file.read_text("utf-8").replace("Sintesi", "Altra sintesi"), "utf-8")


def add_digest(folder):
    (folder / "content/it/2025/c.md").write_text(digest("Terzo", "2025-09-04 09:00"), "utf-8")


def move_page(folder):
    (folder / "content/it/pages/about.md").rename(folder / "content/it/pages/contact.md")


def rename_publication(folder):
    file = folder / "pelicanconf.py"
    file.write_text(file.read_text("utf-8").replace("'Notizie'", "'Giornale'"), "utf-8")


def add_media(folder):
    (folder / "content/media/b.txt").write_text("b")
    (folder / "content/media/a.txt").unlink()


def spoil_output(folder):
    (folder / "output/index.html").write_text("x")
    (folder / "output/stray.txt").write_text("x")
    shutil.rmtree(folder / "output/2025")


def lose_cache(folder):
    edit_text(folder)
    shutil.rmtree(folder / ".cache")


def lose_output(folder):
    shutil.rmtree(folder / "output")


EDITS = [edit_text, add_digest, move_page, rename_publication, add_media, spoil_output, lose_cache, lose_output, lambda folder: None]  # fmt: skip


@pytest.mark.parametrize("edit", EDITS, ids=lambda edit: edit.__name__)
def test_what_a_dry_run_counts_is_what_the_next_build_does(tmp_path, edit):
    settings = publication(tmp_path, TEXTS)
    run(settings, {}, Options())
    edit(tmp_path)
    counts = tried(settings)
    assert (list(counts.added), list(counts.written), list(counts.removed)) == made(settings)
    kept = tree(tmp_path / "output").keys() - {".puntina"} - set(counts.written)
    assert counts.kept == len(kept)


def test_before_the_first_build_all_is_new(tmp_path):
    settings = publication(tmp_path, TEXTS)
    counts = tried(settings)
    assert counts.added == counts.written
    assert not (tmp_path / "output").exists()
    assert list(counts.written) == made(settings)[1]


def test_files_of_somebody_else_s_plugin_count(tmp_path):
    (tmp_path / "plugins").mkdir()
    (tmp_path / "plugins" / "noter.py").write_text(
        "import os\nfrom pelican import signals\n\n\ndef note(pelican):\n"
        "    with open(os.path.join(pelican.output_path, 'note.txt'), 'w') as file:\n        file.write(pelican.settings['NOTE'])\n\n\n"
        "def register():\n    signals.finalized.connect(note)\n"
    )
    own = {"PLUGINS": [*ALL_PLUGINS, "noter"], "PLUGIN_PATHS": ["plugins"]}
    settings = publication(tmp_path, TEXTS, **own, NOTE="a")
    assert "note.txt" in tried(settings).added
    run(settings, {}, Options())
    assert tried(settings).written == ()
    publication(tmp_path, {}, **own, NOTE="b")
    assert tried(settings).written == ("note.txt",)


def test_a_dry_run_lists_urls_and_says_that_nothing_was_written(tmp_path, capsys):
    settings = publication(tmp_path, TEXTS)
    build(settings, next_step="")
    edit_text(tmp_path)
    (tmp_path / "content/media/a.txt").unlink()
    capsys.readouterr()
    assert build(settings, next_step="look", dry=True) == 0
    *lines, last = capsys.readouterr().out.splitlines()
    assert "changed: /2025/09/a/" in lines
    assert lines[-1] == "removed: /media/a.txt"
    assert last.startswith(f"dry run: 0 new, {len(lines) - 1} changed, 1 removed, ")


def test_a_dry_run_reports_what_a_build_would(tmp_path, capsys):
    settings = publication(tmp_path, {**TEXTS, "it/2025/bad.md": digest("x", "20/11")})
    assert build(settings, next_step="", dry=True) == 1
    first = capsys.readouterr().err
    assert build(settings, next_step="") == 1
    assert capsys.readouterr().err == first


def test_without_the_engine_there_is_no_dry_run(tmp_path):
    settings = publication(tmp_path, TEXTS, PLUGINS=[name for name in ALL_PLUGINS if name != "puntina.core.engine"])
    with pytest.raises(Faults) as caught:
        run(settings, {}, Options(dry=True))
    assert [problem.code for problem in caught.value.problems] == ["BUILD-DRY"]
    assert not (tmp_path / "output").exists()
