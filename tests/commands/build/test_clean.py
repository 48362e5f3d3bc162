import errno
import os
import shutil
from pathlib import Path

import pytest

from puntina.commands.build import build
from puntina.commands.build.clean import clean
from puntina.core.engine.lock import lock, unlock
from tests.site_builder import SAMPLE, digest, entries, publication, tree

PICTURE = (SAMPLE / "content/media/icon.png").read_bytes()
IMAGE = {"file": "/media/icon.png", "alt": "Icona"}
FILES = {"it/2025/a.md": digest("A", image=IMAGE), "media/icon.png": PICTURE}


def test_what_builds_have_made_goes_wherever_the_settings_have_it(tmp_path):
    settings = publication(tmp_path, FILES, OUTPUT_PATH="public", CACHE_PATH="kept")
    assert build(settings, next_step="") == 0
    assert entries(tmp_path) == ["content", "kept", "pelicanconf.py", "public"]
    assert clean(settings) == 0
    assert entries(tmp_path) == ["content", "pelicanconf.py"]
    assert clean(settings) == 0


def test_a_folder_of_somebody_else_s_files_is_left_alone(tmp_path, capsys):
    settings = publication(tmp_path, FILES, OUTPUT_PATH="public")
    (tmp_path / "public").mkdir()
    (tmp_path / "public" / "thesis.txt").write_text("mine", "utf-8")
    assert clean(settings) == 1
    assert tree(tmp_path / "public") == {"thesis.txt": b"mine"}
    assert "OUTPUT-FOREIGN" in capsys.readouterr().err.splitlines()[0]


def test_a_folder_that_is_being_built_is_left_to_the_build(tmp_path, capsys):
    settings = publication(tmp_path, FILES)
    assert build(settings, next_step="") == 0
    before = tree(tmp_path / "output")
    held = lock(tmp_path / "output")
    try:
        assert clean(settings) == 1
    finally:
        unlock(held)
    assert tree(tmp_path / "output") == before
    assert "OUTPUT-LOCKED" in capsys.readouterr().err.splitlines()[-2]


OTHERS = {"thesis.txt": b"mine", "sub/.git/HEAD": b"mine", "templates/base.html": b"mine", "pictures/a.jpg": b"mine"}


def of_others(folder):
    for path, data in OTHERS.items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_bytes(data)


def with_cache(folder, cache):
    """Write a built publication, in a folder beside others' files, whose settings then name this cache."""
    settings = publication(folder / "here", FILES)
    assert build(settings, next_step="") == 0
    of_others(folder / "precious")
    of_others(folder / "here" / "notes")
    of_others(folder / "here" / "content" / "media")
    (folder / "here" / ".git").mkdir()
    (folder / "here" / ".git" / "HEAD").write_text("ref", "utf-8")
    settings.write_text(f"{settings.read_text('utf-8')}CACHE_PATH = {cache!r}\n", "utf-8")
    return settings


def kept(folder):
    """Return the files that no build has made."""
    return {path: data for path, data in tree(folder).items() if "/output" not in path and "/.cache/" not in path}


PLACES = [
    "",
    ".",
    "..",
    "content",
    "../precious",
    "notes",
    ".git",
    "link",
    "link/sub",
    "content/media",
    "themes",
    "~",
    "/",
]


@pytest.mark.parametrize("cache", PLACES)
def test_whatever_the_settings_call_the_cache_nothing_of_others_is_deleted(tmp_path, cache):
    settings = with_cache(tmp_path, cache)
    (tmp_path / "here" / "link").symlink_to("../precious")
    before = kept(tmp_path)
    clean(settings)
    assert kept(tmp_path) == before


@pytest.mark.parametrize("cache", ["notes", "../precious", "link", "content/media"])
def test_a_build_takes_nothing_of_others_for_its_cache(tmp_path, cache, capsys):
    settings = with_cache(tmp_path, cache)
    (tmp_path / "here" / "link").symlink_to("../precious")
    before = kept(tmp_path)
    build(settings, next_step="")
    clean(settings)
    assert before.items() <= kept(tmp_path).items()


@pytest.mark.parametrize("name", ["output", ".cache"])
def test_what_a_link_leads_to_is_left_alone(tmp_path, name):
    settings = publication(tmp_path / "here", FILES)
    (tmp_path / "elsewhere").mkdir()
    shutil.rmtree(tmp_path / "here" / name, ignore_errors=True)
    (tmp_path / "here" / name).symlink_to(tmp_path / "elsewhere")
    assert build(settings, next_step="") == 0
    before = tree(tmp_path / "elsewhere")
    assert clean(settings) == 1
    assert tree(tmp_path / "elsewhere") == before != {}


def test_others_may_keep_things_in_the_same_cache(tmp_path):
    settings = publication(tmp_path, FILES)
    (tmp_path / ".cache" / "tool").mkdir(parents=True)
    (tmp_path / ".cache" / "tool" / "data").write_text("mine", "utf-8")
    assert build(settings, next_step="") == 0
    assert build(settings, next_step="") == 0
    (tmp_path / ".cache" / "templates" / "mine.html").write_text("mine", "utf-8")
    assert clean(settings) == 0
    assert tree(tmp_path / ".cache") == {
        ".puntina": (tmp_path / ".cache" / ".puntina").read_bytes(),
        "tool/data": b"mine",
        "templates/mine.html": b"mine",
    }


def test_a_cache_that_lost_its_mark_is_known_by_what_is_in_it(tmp_path):
    settings = publication(tmp_path, FILES)
    assert build(settings, next_step="") == 0
    (tmp_path / ".cache" / ".puntina").unlink()
    assert build(settings, next_step="") == 0
    assert clean(settings) == 0
    assert entries(tmp_path) == ["content", "pelicanconf.py"]
    assert not (tmp_path / ".cache").exists()


@pytest.mark.parametrize("text", ["SITENAME = ", "SITENAME = ''"])
def test_with_settings_that_can_t_be_read_nothing_is_deleted(tmp_path, text):
    settings = publication(tmp_path, FILES)
    assert build(settings, next_step="") == 0
    before = tree(tmp_path)
    settings.write_text(text, "utf-8")
    assert clean(settings) == 1
    assert tree(tmp_path / "output") == {
        path.removeprefix("output/"): data for path, data in before.items() if path.startswith("output/")
    }


def test_what_somebody_has_put_into_the_output_stays_and_no_build_takes_it(tmp_path, capsys):
    settings = publication(tmp_path, FILES)
    assert build(settings, next_step="") == 0
    output = tmp_path / "output"
    for path in ("mine/x", "page.html.gz", ".DS_Store", "media/.DS_Store"):
        (output / path).parent.mkdir(exist_ok=True)
        (output / path).write_bytes(b"mine")
    (output / "2025/link").symlink_to("../mine")
    capsys.readouterr()
    assert clean(settings) == 0
    assert "".join(capsys.readouterr()).splitlines() == [
        "3 files were left in the output folder because no build made them: 2025/link, mine/x, page.html.gz"
    ]
    (output / "2025/link").unlink()
    (output / "2025").rmdir()
    assert tree(output) == {"mine/x": b"mine", "page.html.gz": b"mine"}
    assert build(settings, next_step="") == 1
    assert "OUTPUT-FOREIGN" in capsys.readouterr().err
    assert tree(output) == {"mine/x": b"mine", "page.html.gz": b"mine"}


def test_what_is_to_be_kept_in_the_output_outlives_it(tmp_path, capsys):
    settings = publication(tmp_path, FILES, OUTPUT_RETENTION=[".git"])
    assert build(settings, next_step="") == 0
    (tmp_path / "output/.git").mkdir()
    (tmp_path / "output/.git/HEAD").write_bytes(b"ref")
    capsys.readouterr()
    assert clean(settings) == 0
    assert "".join(capsys.readouterr()) == ""
    assert tree(tmp_path / "output").keys() == {".git/HEAD", ".puntina"}
    assert build(settings, next_step="") == 0
    assert (tmp_path / "output/.git/HEAD").read_bytes() == b"ref"


def test_without_the_record_of_a_build_nothing_is_deleted(tmp_path, capsys):
    settings = publication(tmp_path, FILES)
    assert build(settings, next_step="") == 0
    (tmp_path / "output/mine.txt").write_bytes(b"mine")
    shutil.rmtree(tmp_path / ".cache")
    before = tree(tmp_path)
    capsys.readouterr()
    assert clean(settings) == 1
    assert capsys.readouterr().err.splitlines()[0] == (
        "output: OUTPUT-UNKNOWN it is unknown which of its files a build made, because .cache was deleted — build, then clean; or delete the folder yourself"
    )
    assert tree(tmp_path) == before


def test_what_a_version_control_keeps_in_the_output_outlives_builds_and_clean(tmp_path):
    settings = publication(tmp_path, FILES)
    assert build(settings, next_step="") == 0
    for name in (".git", ".hg", ".svn"):
        (tmp_path / "output" / name).mkdir()
        (tmp_path / "output" / name / "HEAD").write_bytes(b"ref")
    shutil.rmtree(tmp_path / ".cache")
    kept = {f"{name}/HEAD": b"ref" for name in (".git", ".hg", ".svn")}
    assert build(settings, next_step="") == 0
    assert kept.items() <= tree(tmp_path / "output").items()
    assert clean(settings) == 0
    for _ in range(2):  # the second time without a record
        assert {name: data for name, data in tree(tmp_path / "output").items() if name != ".puntina"} == kept
        assert clean(settings) == 0


def test_what_the_system_does_not_let_go_is_said(tmp_path, capsys, monkeypatch):
    settings = publication(tmp_path, FILES)
    assert build(settings, next_step="") == 0

    def refused(path, unlink=Path.unlink, **options):
        if path.is_relative_to(tmp_path / "output"):
            raise PermissionError(errno.EACCES, os.strerror(errno.EACCES), str(path))
        unlink(path, **options)

    monkeypatch.setattr(Path, "unlink", refused)
    capsys.readouterr()
    assert clean(settings) == 1
    assert capsys.readouterr().err.splitlines()[0] == (
        "output: OUTPUT-WRITE can't be deleted: Permission denied — make it writable, or delete it yourself"
    )
