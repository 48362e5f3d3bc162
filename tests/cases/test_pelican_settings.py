"""Settings that a publication brings from Pelican: each is refused by its name, and the root has a folder of its own."""

import shutil
from pathlib import Path

from puntina.commands.build import build
from puntina.commands.check.command import check
from puntina.core.settings import load_settings
from tests.site_builder import make, publication

CASE = Path(__file__).parents[1] / "fixtures/cases/10-pelican-settings"


def test_settings_without_effect_are_refused_by_check_and_build_with_the_way_out(tmp_path, capsys):
    settings = publication(tmp_path, {}, **load_settings(CASE / "settings.py"))
    shutil.copytree(CASE / "content", tmp_path / "content", dirs_exist_ok=True)
    refused = []
    for command in (check, lambda file: build(file, next_step="")):
        assert command(settings) == 1
        said = capsys.readouterr().err.splitlines()
        refused.append([line.split(" SITE-REFUSED ")[1] for line in said if " SITE-REFUSED " in line])
    files = (
        "a file keeps its path below the content folder, and files in the folder root/ go to the site's root; delete it"
    )
    left_out = "begin the name of a file or folder with _ to leave it out; delete it"
    expected = [
        f"EXTRA_PATH_METADATA is not supported — {files}",
        f"ARTICLE_EXCLUDES is not supported — {left_out}",
        f"IGNORE_FILES is not supported — {left_out}",
        "DEFAULT_METADATA is not supported — write it into the front matter of each file; delete it",
    ]
    assert [sorted(each) for each in refused] == [sorted(expected)] * 2


def test_its_files_for_the_root_are_there_from_the_folder_root(tmp_path):
    settings = publication(tmp_path, {})
    shutil.copytree(CASE / "content/it", tmp_path / "content/it")
    shutil.copytree(CASE / "content/extra", tmp_path / "content/root")
    built = make(settings)
    names = ["CNAME", "ads.txt", "favicon.ico", "google123.html", ".well-known/security.txt"]
    assert all(built.bytes(name) == (CASE / "content/extra" / name).read_bytes() for name in names)
