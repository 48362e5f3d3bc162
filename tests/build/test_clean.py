import pytest

from plugins.build import build
from plugins.build.clean import clean
from plugins.engine.lock import lock, unlock
from tests.site_builder import digest, entries, publication, tree

FILES = {"it/2025/a.md": digest("A")}


def test_what_builds_have_made_goes_wherever_the_settings_have_it(tmp_path):
    settings = publication(tmp_path, FILES, OUTPUT_PATH="public", CACHE_PATH="kept")
    assert build(settings, look="") == 0
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
    assert build(settings, look="") == 0
    before = tree(tmp_path / "output")
    held = lock(tmp_path / "output")
    try:
        assert clean(settings) == 1
    finally:
        unlock(held)
    assert tree(tmp_path / "output") == before
    assert "OUTPUT-LOCKED" in capsys.readouterr().err.splitlines()[-2]


@pytest.mark.parametrize("text", ["SITENAME = ", "SITENAME = ''"])
def test_with_settings_that_can_t_be_read_nothing_is_deleted(tmp_path, text):
    settings = publication(tmp_path, FILES)
    assert build(settings, look="") == 0
    before = tree(tmp_path)
    settings.write_text(text, "utf-8")
    assert clean(settings) == 1
    assert tree(tmp_path / "output") == {
        path.removeprefix("output/"): data for path, data in before.items() if path.startswith("output/")
    }
