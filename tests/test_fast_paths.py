"""Each fast path, switched off, gives the same bytes."""

import shutil

import pytest

from puntina.fast_paths import FAST_PATHS, SWITCH
from tests.site_builder import SAMPLE, SETTINGS, THEME, run_apart, tree


@pytest.fixture(scope="module")
def built(tmp_path_factory):
    """Return a function that builds the sample without some fast paths, then once more after an edit, and its files."""

    def build(without):
        folder = tmp_path_factory.mktemp("sample") / "site"
        shutil.copytree(SAMPLE, folder)
        options = {"THEME": str(THEME), "CUTOFF": SETTINGS["CUTOFF"], "PLUGIN_PATHS": []}
        first = run_apart(folder / "pelicanconf.py", overrides=options, **{SWITCH: without})
        edited = next((folder / "content" / "it").rglob("*.md"))
        edited.write_text(edited.read_text("utf-8").replace("📌 ", "📌 Dunque: ", 1), "utf-8")
        second = run_apart(folder / "pelicanconf.py", overrides=options, **{SWITCH: without})
        assert (first.returncode, second.returncode) == (0, 0), first.stderr + second.stderr
        return tree(folder / "output")

    return build


def test_without_any_fast_path_the_bytes_are_the_same(built):
    assert built(" ".join(path.name for path in FAST_PATHS)) == built("")


@pytest.mark.parametrize("path", FAST_PATHS, ids=lambda path: path.name)
def test_each_is_where_the_table_says(path):
    assert __import__(path.package, fromlist=["_"]).__doc__
