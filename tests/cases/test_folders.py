"""Where a file is: what is set aside by a _, folders in the wrong case, files in no language's folder."""

import shutil
from pathlib import Path

import pytest

from plugins.check.content import read_content
from plugins.check.walk import walk
from tests.check.contents import lines, text, write

CASES = Path(__file__).parents[1] / "fixtures" / "cases"


def test_names_that_begin_with_an_underscore_are_passed_over(tmp_path):
    site = write(
        tmp_path,
        {"it/2025/a.md": text(), "it/_later/b.md": text(), "_x.txt": "x", "media/_a.png": "x", "it/_a.jpg": "x"},
    )
    shutil.copytree(CASES / "20-underscore/content", site.content, dirs_exist_ok=True)
    found = walk(site)
    assert (found.digests, found.files, found.problems) == (("it/2025/a.md",), ("it/_a.jpg", "media/_a.png"), ())


def test_pages_with_a_capital_are_no_digests_but_an_error(tmp_path):
    site = write(tmp_path, {})
    shutil.copytree(CASES / "27-pages-capital/content", site.content, dirs_exist_ok=True)
    found = [str(problem) for problem in read_content(site).problems if problem.severity == "error"]
    assert found == ['content/it/Pages: FILE-FOLDER the folder "Pages" is written "pages" — rename the folder: pages']


@pytest.mark.parametrize(
    ("folder", "right"), [("IT", "it"), ("En", "en"), ("PAGES", "pages"), ("it/PAGES", "pages"), ("Pages", "pages")]
)
def test_a_folder_in_the_wrong_case_is_one_error(tmp_path, folder, right):
    name = folder.rpartition("/")[2]
    site = write(tmp_path, {f"{folder}/2025/a.md": text(), f"{folder}/2025/b.md": text()})
    found = [str(problem) for problem in walk(site).problems]
    assert found == [
        f'content/{folder}: FILE-FOLDER the folder "{name}" is written "{right}" — rename the folder: {right}'
    ]


@pytest.mark.parametrize("path", ["2025/a.md", "a.md", "pages/a.md", "italiano/2025/a.md"])
def test_a_file_in_no_language_s_folder_is_a_warning_where_there_are_several(tmp_path, path):
    own = (
        text(header="title: T\ndate: 2025-09-02\nid: d7k2m9qfx4c")
        if "pages" not in path
        else text("Testo\n", "title: T\nid: d7k2m9qfx4c")
    )
    told = f'content/{path}:1:1: FM-LANG warning: in the folder of no language, so taken for "it" — move it to the folder it/, or add lang: it'
    assert told in lines(tmp_path, {path: own})
    assert not [line for line in lines(tmp_path, {path: own.replace("id:", "lang: it\nid:")}) if "FM-LANG" in line]


def test_a_publication_of_one_language_needs_no_folder_for_it(tmp_path):
    names = {"LANGUAGES": {"it": "Fatti"}, "CATEGORIES": {"world": {"it": "Mondo"}}}
    assert lines(tmp_path, {"2025/a.md": text(header="title: T\ndate: 2025-09-02\nid: d7k2m9qfx4c")}, **names) == []
