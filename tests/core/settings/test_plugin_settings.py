"""PLUGINS and PLUGIN_PATHS: where a publication's own plugins are, and which names they can't have."""

import pytest

from tests.core.settings.settings import faults

PLUGINS = ["puntina.core.pelican", "puntina.core.views", "puntina.core.theme", "puntina.share"]


def test_a_plugin_of_the_publication_is_found_in_its_folder_of_plugins(tmp_path):
    (tmp_path / "plugins").mkdir()
    (tmp_path / "plugins/mood.py").write_text("")
    assert faults(tmp_path, PLUGINS=[*PLUGINS, "mood"], PLUGIN_PATHS=["plugins"]) == []
    assert faults(tmp_path, PLUGINS=[*PLUGINS, "mood"], PLUGIN_PATHS=[str(tmp_path / "plugins")]) == []


def test_the_name_that_a_plugin_had_before_is_reported_with_the_name_it_has(tmp_path):
    before = ["plugins.reader", "plugins.cards", "plugins.theme", "plugins.engine", "plugins.share"]
    now = ["puntina.core.pelican", "puntina.core.views", "puntina.core.theme", "puntina.core.engine", "puntina.share"]
    assert sorted(faults(tmp_path, PLUGINS=before)) == sorted(
        f'SITE-REFUSED PLUGINS has "{old}", the former name of a plugin — write "{new}"'
        for old, new in zip(before, now, strict=True)
    )


def test_without_its_folder_it_is_not_found(tmp_path):
    (tmp_path / "plugins").mkdir()
    (tmp_path / "plugins/mood.py").write_text("")
    text = (
        'SITE-REFUSED PLUGINS has "mood", but there is no such plugin — put it into plugins/, install it, or delete it'
    )
    assert faults(tmp_path, PLUGINS=[*PLUGINS, "mood"]) == [text]


@pytest.mark.parametrize(
    ("value", "text"),
    [
        ("plugins", 'PLUGIN_PATHS is not a list of folders — write ["plugins"]'),
        ([5], 'PLUGIN_PATHS is not a list of folders — write ["plugins"]'),
        (["nope"], 'PLUGIN_PATHS has "nope", but there is no such folder — write the path from the settings file'),
        (["a\0b"], 'PLUGIN_PATHS has "a\\x00b", but there is no such folder — write the path from the settings file'),
    ],
)
def test_plugin_paths_are_a_list_of_folders(tmp_path, value, text):
    assert faults(tmp_path, PLUGINS=PLUGINS, PLUGIN_PATHS=value) == [f"SITE-REFUSED {text}"]


@pytest.mark.parametrize(
    ("file", "shown", "name"),
    [
        ("share.py", "plugins/share.py", "puntina.share"),
        ("share/__init__.py", "plugins/share/__init__.py", "puntina.share"),
        ("views/notes.txt", "plugins/views", "puntina.core.views"),
    ],
)
def test_a_plugin_that_pelican_would_take_for_one_of_ours_is_named(tmp_path, file, shown, name):
    path = tmp_path / "plugins" / file
    path.parent.mkdir(parents=True)
    path.write_text("")
    text = f'SITE-REFUSED Pelican would load {shown} instead of "{name}" — rename the file or folder'
    assert faults(tmp_path, PLUGINS=PLUGINS, PLUGIN_PATHS=["plugins"]) == [text]


def test_a_plugin_of_another_name_hides_nothing(tmp_path):
    (tmp_path / "plugins").mkdir()
    (tmp_path / "plugins/sharing.py").write_text("")
    assert faults(tmp_path, PLUGINS=[*PLUGINS, "sharing"], PLUGIN_PATHS=["plugins"]) == []
