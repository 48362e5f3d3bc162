"""Folders in the settings: each is one, in the publication, and none that builds make is in another or around it."""

from pathlib import Path

import pytest

from puntina.core.digest import Faults
from puntina.core.settings import SettingsFile, read_site
from tests.core.settings.settings import NOW, SETTINGS, faults
from tests.site_builder import THEME


def texts(folder: Path, **changes: object) -> list[str]:
    """Return what is wrong with the settings, without codes and hints."""
    return [each.split(" ", 1)[1].split(" — ")[0] for each in faults(folder, **changes)]


@pytest.mark.parametrize(
    ("path", "text"),
    [
        (None, "PATH is not set"),
        ("", 'PATH is "", which is not a folder'),
        ("  ", 'PATH is "  ", which is not a folder'),
        ("articles", 'PATH is "articles", which is not a folder'),
        ("pelicanconf.py", 'PATH is "pelicanconf.py", which is not a folder'),
        ("a\0b", r'PATH is "a\x00b", which is not a folder'),
        ("x" * 5000, f'PATH is "{"x" * 5000}", which is not a folder'),
        (5, "PATH is not a string"),
        (["content"], "PATH is not a string"),
        (b"content", "PATH is not a string"),
        (".", 'PATH is ".", the folder of the settings'),
        ("content/..", 'PATH is "content/..", the folder of the settings'),
    ],
)
def test_a_missing_content_folder_is_reported_alone(tmp_path, path, text):
    # All else is wrong too.
    assert texts(tmp_path, PATH=path, SITENAME="", FEED_ICON="media/icon.png", OUTPUT_PATH="content") == [text]


@pytest.mark.parametrize("name", ["PATH", "OUTPUT_PATH", "CACHE_PATH"])
def test_no_folder_leads_out_of_the_publication(tmp_path, name):
    here, outside = tmp_path / "here", tmp_path / "outside"
    here.mkdir()
    outside.mkdir()
    (here / "x").mkdir()
    for path in ("../outside", str(outside), "x/../../outside", "./../outside/"):
        assert texts(here, **{name: path}) == [f'{name} is "{path}", which is outside the publication']


@pytest.mark.parametrize("name", ["PATH", "OUTPUT_PATH", "CACHE_PATH"])
def test_a_folder_may_be_a_link(tmp_path, name):
    (tmp_path / "here").mkdir()
    (tmp_path / "outside").mkdir()
    (tmp_path / "here" / "link").symlink_to("../outside")
    assert texts(tmp_path / "here", **{name: "link"}) == []


def test_folders_that_a_command_has_named_may_be_anywhere(tmp_path):
    (tmp_path / "here" / "content").mkdir(parents=True)
    (tmp_path / "elsewhere").mkdir()
    given = {"OUTPUT_PATH": str(tmp_path / "elsewhere"), "CACHE_PATH": str(tmp_path / "elsewhere.cache")}
    for chosen, expected in ((given, []), ((), ["OUTPUT_PATH", "CACHE_PATH"])):
        try:
            read_site(SETTINGS | given, SettingsFile(()), folder=tmp_path / "here", now=NOW, chosen=chosen)
            found = []
        except Faults as faults:
            found = [problem.text.split()[0] for problem in faults.problems]
        assert sorted(found) == sorted(expected)


@pytest.mark.parametrize("name", ["OUTPUT_PATH", "CACHE_PATH"])
@pytest.mark.parametrize(
    ("path", "text"),
    [
        (".", "which can't be a folder of its own"),
        ("./", "which can't be a folder of its own"),
        ("pelicanconf.py", "which can't be a folder of its own"),
        ("content", "which would overwrite what the site is made from (PATH)"),
        ("./content/", "which would overwrite what the site is made from (PATH)"),
        ("content/out", "which would overwrite what the site is made from (PATH)"),
        ("look", "which would overwrite what the site is made from (THEME)"),
        ("look/theme/static", "which would overwrite what the site is made from (THEME)"),
        ("own", "which would overwrite what the site is made from (THEME_TEMPLATES_OVERRIDES)"),
        ("plugins", "which would overwrite what the site is made from (plugins)"),
        ("plugins/x", "which would overwrite what the site is made from (plugins)"),
    ],
)
def test_no_folder_that_builds_make_is_in_another_or_around_it(tmp_path, name, path, text):
    (tmp_path / "look/theme/templates").mkdir(parents=True)
    (tmp_path / "look/theme/templates/base.html").write_text("")
    (tmp_path / "own").mkdir()
    changes = {"THEME": "look/theme", "THEME_TEMPLATES_OVERRIDES": ["own"], name: path}
    assert texts(tmp_path, **changes) == [f'{name} is "{path}", {text}']


@pytest.mark.parametrize(("output", "cache"), [("site", "site"), ("site", "site/cache"), (".cache/site", ".cache")])
def test_output_and_cache_are_two_folders(tmp_path, output, cache):
    found = texts(tmp_path, OUTPUT_PATH=output, CACHE_PATH=cache)
    assert found == ["OUTPUT_PATH and CACHE_PATH must not contain one another"]


def test_a_link_to_the_content_is_the_content(tmp_path):
    (tmp_path / "content").mkdir()
    (tmp_path / "public").symlink_to("content")
    text = 'OUTPUT_PATH is "public", which would overwrite what the site is made from (PATH)'
    assert texts(tmp_path, OUTPUT_PATH="public") == [text]


@pytest.mark.parametrize(
    ("theme", "text"),
    [
        ("themes/dayly", 'THEME is "themes/dayly", which is neither a folder nor one of Pelican\'s themes'),
        ("dayly", 'THEME is "dayly", which is neither a folder nor one of Pelican\'s themes'),
        ("pelicanconf.py", 'THEME is "pelicanconf.py", which is neither a folder nor one of Pelican\'s themes'),
        ("../themes", 'THEME is "../themes", which is neither a folder nor one of Pelican\'s themes'),
        ("content", 'THEME is "content", a folder without templates'),
        ("themes", 'THEME is "themes", a folder without templates'),
    ],
)
def test_a_theme_is_a_folder_with_templates(tmp_path, theme, text):
    (tmp_path / "themes/daily/templates").mkdir(parents=True)
    assert texts(tmp_path, THEME=theme) == [text]


@pytest.mark.parametrize("facts", ["context = ", b"\xff"])
def test_facts_of_a_theme_that_can_t_be_read_are_named(tmp_path, facts):
    (tmp_path / "look/templates").mkdir(parents=True)
    (tmp_path / "look/templates/base.html").write_text("")
    (tmp_path / "look/theme.toml").write_bytes(facts.encode() if isinstance(facts, str) else facts)
    assert [text.split(" (")[0] for text in texts(tmp_path, THEME="look")] == [
        'theme.toml of the theme "look" can\'t be read'
    ]


def test_templates_that_settings_name_are_there(tmp_path):
    (tmp_path / "own").mkdir()
    (tmp_path / "own/imprint.html").write_text("")
    own = {"THEME": "simple", "THEME_TEMPLATES_OVERRIDES": ["own"]}
    assert texts(tmp_path, **own, DIRECT_TEMPLATES=["index", "imprint", "archives"]) == []
    assert texts(tmp_path, **own, DIRECT_TEMPLATES=["index", "nope"]) == [
        'DIRECT_TEMPLATES has "nope", but there is no such template'
    ]
    assert texts(tmp_path, THEME_TEMPLATES_OVERRIDES=["none"]) == [
        'THEME_TEMPLATES_OVERRIDES has "none", which is not a folder'
    ]


def test_a_theme_of_frozen_values_has_no_pages_of_templates_alone(tmp_path):
    assert texts(tmp_path, THEME=str(THEME), DIRECT_TEMPLATES=["index", "base"]) == [
        'DIRECT_TEMPLATES has "base", from which this theme can\'t make a page'
    ]


def test_files_of_the_root_are_not_copied_twice(tmp_path):
    for path in ("root", "./root/", "root/x"):
        text = f'STATIC_PATHS has "{path}", whose files are already published at the site\'s root'
        assert texts(tmp_path, STATIC_PATHS=["media", path]) == [text]


@pytest.mark.parametrize(
    ("value", "text"),
    [
        ("\ud800", "X contains U+D800, which is half a character"),
        (["a", {"b": ("\udcff",)}], "X contains U+DCFF, which is half a character"),
        ({"\udcff": 1}, "X contains U+DCFF, which is half a character"),
    ],
)
def test_half_characters_are_named_in_every_setting(tmp_path, value, text):
    for name in ("SITENAME", "PUBLISHER", "PATH", "SHARE"):
        (tmp_path / "content").mkdir(exist_ok=True)
        with pytest.raises(Faults) as found:
            read_site(SETTINGS | {name: value}, SettingsFile(()), folder=tmp_path, now=NOW)
        if name != "PATH":
            assert [problem.text for problem in found.value.problems] == [text.replace("X", name, 1)]


def test_a_value_inside_itself_is_named(tmp_path):
    round_and_round: list[object] = []
    round_and_round.append({"x": round_and_round})
    (tmp_path / "content").mkdir()
    with pytest.raises(Faults) as found:
        read_site(SETTINGS | {"LINKS": round_and_round}, SettingsFile(()), folder=tmp_path, now=NOW)
    assert [problem.text for problem in found.value.problems] == ["LINKS has lists or dicts nested more than 50 deep"]
