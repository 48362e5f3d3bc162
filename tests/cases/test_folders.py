"""Where a file is: what is set aside by a _, folders in the wrong case, files in no language's folder."""

import shutil
from pathlib import Path

import pytest

from puntina.core.checks.reading import read_content
from puntina.core.content.walk import walk
from tests.core.checks.contents import lines, text, write
from tests.site_builder import ALL_PLUGINS

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
    assert found == [
        'content/it/Pages: FILE-FOLDER the folder "Pages" must be named "pages" — rename the folder: pages'
    ]


@pytest.mark.parametrize(
    ("folder", "right"),
    [
        ("IT", "it"),
        ("En", "en"),
        ("PAGES", "pages"),
        ("it/PAGES", "pages"),
        ("Pages", "pages"),
        ("en/page", "pages"),
        ("it/pagine", "pages"),
        ("Seiten", "pages"),
    ],
)
def test_a_folder_in_the_wrong_case_is_one_error(tmp_path, folder, right):
    name = folder.rpartition("/")[2]
    site = write(tmp_path, {f"{folder}/2025/a.md": text(), f"{folder}/2025/b.md": text()})
    found = [str(problem) for problem in walk(site).problems]
    assert found == [
        f'content/{folder}: FILE-FOLDER the folder "{name}" must be named "{right}" — rename the folder: {right}'
    ]


@pytest.mark.parametrize("path", ["2025/a.md", "a.md", "pages/a.md", "italiano/2025/a.md"])
def test_a_file_in_no_language_s_folder_is_a_warning_where_there_are_several(tmp_path, path):
    own = (
        text(header="title: T\ndate: 2025-09-02\nid: d7k2m9qfx4c")
        if "pages" not in path
        else text("Testo\n", "title: T\nid: d7k2m9qfx4c")
    )
    told = f'content/{path}:1:1: FM-LANG warning: not in a language folder, so treated as "it" — move it to the folder it/, or add lang: it'
    assert told in lines(tmp_path, {path: own})
    assert not [line for line in lines(tmp_path, {path: own.replace("id:", "lang: it\nid:")}) if "FM-LANG" in line]


def test_a_publication_of_one_language_needs_no_folder_for_it(tmp_path):
    names = {"LANGUAGES": {"it": "Fatti"}, "CATEGORIES": {"world": {"it": "Mondo"}}}
    assert lines(tmp_path, {"2025/a.md": text(header="title: T\ndate: 2025-09-02\nid: d7k2m9qfx4c")}, **names) == []


@pytest.mark.parametrize(
    "body", ["\ufeff---\ntitle: T\ndate: 2025-09-02\n---\n- a\n", "Titolo\n\n- a\n", "📌 Sintesi\n", "# Titolo\n", "---\r\nid: a\r\nTitle: T\r\n"]
)  # fmt: skip
def test_a_text_saved_without_an_extension_is_reported(tmp_path, body):
    assert lines(tmp_path, {"it/2025/chip": body}) == [
        "content/it/2025/chip: FILE-STRAY the file is not read, because its name does not end in .md — rename it: chip.md"
    ]


@pytest.mark.parametrize(
    ("path", "body"),
    [
        ("it/2025/chip.jpg", "---\ntitle: T\n"),
        ("it/2025/data.yaml", "---\ntitle: T\n"),
        ("it/2025/chip.md.orig", text()),
        ("it/2025/#chip.md#", text()),
        ("it/README", "# Note\n- a\n"),
        ("it/2025/data", "a,b\n1,2\n"),
        ("it/2025/binary", b"\0\1- a\n"),
        ("media/chip", text()),
        ("it/2025/_chip", text()),
    ],
)
def test_what_is_no_text_of_ours_is_not_reported(tmp_path, path, body):
    assert lines(tmp_path, {path: body}) == []


ROOT = "FILE-STRAY {}files for the site's root are not published from this folder — move it to content/root/"


@pytest.mark.parametrize("folder", ["", "it/", "it/root/"])
@pytest.mark.parametrize(
    ("name", "right"),
    [
        ("ads.txt", ""), ("app-ads.txt", ""), ("Ads.txt", "ads.txt"), ("humans.txt", ""), ("security.txt", ".well-known/security.txt"),
        ("google0a1b2c3d4e5f6789.html", ""), ("pinterest-1a2b3.html", ""), ("0123456789abcdef0123456789abcdef.txt", ""), ("llms.txt", ""),
    ],
)  # fmt: skip
def test_a_text_for_the_root_of_the_site_is_an_error_elsewhere(tmp_path, folder, name, right):
    assert lines(tmp_path, {f"{folder}{name}": "x"}) == [f"content/{folder}{name}: {ROOT.format('')}{right or name}"]


@pytest.mark.parametrize("folder", ["", "it/", "it/root/"])
@pytest.mark.parametrize(
    ("path", "shown"),
    [
        ("CNAME", "CNAME"), ("favicon.ico", "favicon.ico"), ("apple-touch-icon.png", "apple-touch-icon.png"), (".nojekyll", ".nojekyll"),
        ("apple-touch-icon-180x180.png", "apple-touch-icon-180x180.png"), (".well-known/security.txt", ".well-known"), ("_redirects", "_redirects"),
    ],
)  # fmt: skip
def test_another_file_for_the_root_of_the_site_is_a_warning_elsewhere(tmp_path, folder, path, shown):
    assert lines(tmp_path, {f"{folder}{path}": "x"}) == [f"content/{folder}{shown}: {ROOT.format('warning: ')}{shown}"]


def test_what_the_site_writes_by_itself_is_to_be_deleted(tmp_path):
    way = "delete it: robots.txt is made from AI_USE and SITEMAP_URL"
    (found,) = lines(tmp_path, {"robots.txt": "x"}, PLUGINS=ALL_PLUGINS)
    assert found == f"{ROOT.partition(' — ')[0].format('')} — {way}".replace("FILE", "content/robots.txt: FILE")


def test_files_for_the_root_at_their_place_are_fine(tmp_path):
    own = {
        "root/ads.txt": "x",
        "root/.well-known/security.txt": "x",
        "root/CNAME": "x",
        "media/ads.txt": "x",
        "it/2025/favicon.svg": "<svg/>",
    }
    assert lines(tmp_path, own) == []
    named = {"favicon.ico": "x", "ads.txt": "x"}
    (tmp_path / "other").mkdir()
    assert lines(tmp_path / "other", named, STATIC_PATHS=["media", "favicon.ico", "ads.txt"]) == []


def test_a_root_in_the_wrong_case_is_one_error(tmp_path):
    assert lines(tmp_path, {"Root/ads.txt": "x", "Root/CNAME": "x"}) == [
        'content/Root: FILE-FOLDER the folder "Root" must be named "root" — rename the folder: root'
    ]


@pytest.mark.parametrize("name", ["🎉", "!", "…", "📌📌"])
def test_a_name_without_letters_and_digits_is_an_error(tmp_path, name):
    found = [line for line in lines(tmp_path, {f"it/2025/{name}.md": text()}) if "FM-SLUG" in line]
    what = "the file name has no letters or digits, so no URL can be made from it"
    way = "rename the file, or add a line slug: …"
    assert found == [f"content/it/2025/{name}.md:1:1: FM-SLUG {what} — {way}"]
    own = text(header="title: T\ndate: 2025-09-02 07:30\nslug: a")
    assert not [line for line in lines(tmp_path, {f"it/2025/{name}.md": own}) if "FM-SLUG" in line]
