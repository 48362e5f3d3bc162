import sys
from pathlib import Path

import pytest

import puntina
from puntina.commands.serve.sources import find_sources
from tests.site_builder import THEME, publication

CODE = Path(puntina.__file__).parent


@pytest.fixture
def settings(tmp_path):
    (tmp_path / "requirements.txt").write_text("")
    return publication(tmp_path, {}, SITEURL="https://news.example/repo", PATH="texts")


def test_sources_are_what_the_settings_name_and_the_code(settings):
    folder = settings.parent
    (folder / "texts").mkdir()
    found = find_sources(settings)
    assert found.root == "/repo"
    assert set(found.folders) == {
        CODE,
        THEME,
        *(folder / name for name in ("content", "locale", "plugins", "texts", "themes")),
    }
    names = ("addresses.txt", "pelicanconf.py", "publishconf.py", "requirements.txt")
    assert set(found.files) == {folder / name for name in names}


@pytest.mark.parametrize("path", ["../common", "look/common"])
def test_what_is_copied_from_outside_a_theme_is_a_source(tmp_path, path):
    (tmp_path / "look" / "common").mkdir(parents=True)
    (tmp_path / "look/theme/templates").mkdir(parents=True, exist_ok=True)
    (tmp_path / "look/theme/templates/base.html").write_text("")
    settings = publication(tmp_path, {"it/a.md": ""}, THEME="look/theme", THEME_STATIC_PATHS=["static", path])
    found = find_sources(settings)
    assert {path for path in found.folders if path.parent == tmp_path / "look"} == {
        tmp_path / "look" / name for name in ("theme", "common")
    }
    assert found.counts(tmp_path / "look" / "common" / "a.png")


def test_what_settings_take_from_a_module_beside_them_is_read_anew(settings, monkeypatch):
    monkeypatch.syspath_prepend(settings.parent)
    monkeypatch.setattr(sys, "dont_write_bytecode", False)
    settings.with_name("texts").mkdir()
    module = settings.with_name("root_of_the_site.py")
    settings.write_text(f"{settings.read_text('utf-8')}from root_of_the_site import SITEURL\n", "utf-8")
    for root in ("/one", "/two"):  # as long as one another, and saved within a second
        module.write_text(f"SITEURL = 'https://news.example{root}'\n", "utf-8")
        assert find_sources(settings).root == root
    assert module in find_sources(settings).files


def test_settings_that_are_broken_are_watched_until_they_are_mended(settings):
    settings.write_text("SITENAME = ")
    found = find_sources(settings, root="/before")
    assert found.root == "/before"
    assert found.counts(settings)


@pytest.mark.parametrize(
    ("path", "counts"),
    [
        ("content/it/2025/a.md", True),
        ("content", True),
        ("content/it", True),
        ("content/media/a.jpg", True),
        ("pelicanconf.py", True),
        ("addresses.txt", True),
        ("requirements.txt", True),
        ("themes/daily/static/daily.css", True),
        ("output/index.html", False),
        (".cache/preview/index.html", False),
        ("common.py", True),
        (".#common.py", False),
        ("notes/common.py", False),
        ("content/it/.a.md.swp", False),
        ("content/it/a.md~", False),
        ("content/it/#a.md#", False),
        ("content/it/4913", False),
        ("content/.obsidian/app.json", False),
        ("plugins/puntina/share/__pycache__/links.cpython-311.pyc", False),
        ("plugins/puntina/share/__pycache__", False),
    ],
)
def test_files_of_the_publication_count_and_what_stands_beside_them_does_not(settings, path, counts):
    assert find_sources(settings).counts(settings.parent / path) is counts


def test_a_publication_in_a_hidden_folder_counts_too(tmp_path):
    settings = publication(tmp_path / ".hidden", {"it/a.md": ""})
    assert find_sources(settings).counts(tmp_path / ".hidden" / "content" / "it" / "a.md")


@pytest.mark.parametrize(
    ("path", "restarts"),
    [
        ("plugins/puntina/share/links.py", True),
        ("plugins/puntina/share", True),
        ("pelicanconf.py", True),
        ("addresses.txt", True),
        ("publishconf.py", True),
        ("common.py", True),
        ("content/common.py", False),
        ("requirements.txt", True),
        ("plugins/puntina/core/locales/strings/it/LC_MESSAGES/puntina.po", False),
        ("themes/daily/templates/base.html", False),
        ("content/it/a.md", False),
    ],
)
def test_code_and_settings_need_another_builder(settings, path, restarts):
    assert find_sources(settings).restart(settings.parent / path) is restarts


def test_hidden_files_count_where_they_are_for_the_site_s_root(tmp_path):
    sources = find_sources(publication(tmp_path, {"it/a.md": ""}))
    root = tmp_path / "content" / "root"
    named = (".well-known/security.txt", ".nojekyll", "ads.txt", ".DS_Store", ".ads.txt.swp", "ads.txt~", ".env")
    assert {name: sources.counts(root / name) for name in named} == {
        ".well-known/security.txt": True, ".nojekyll": True, "ads.txt": True,
        ".DS_Store": False, ".ads.txt.swp": False, "ads.txt~": False, ".env": False,
    }  # fmt: skip
    assert not sources.counts(tmp_path / "content" / "it" / ".a.md")
