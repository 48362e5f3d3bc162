"""Every setting of Pelican's acts here, or is refused by its name with what to do instead."""

import re
import subprocess
import sys
from pathlib import Path

import pytest
from pelican.settings import DEFAULT_CONFIG

from puntina.core.hooks import Hooks
from puntina.core.pelican.build import KEY
from puntina.core.settings.pelican_settings import COMPLETED, KEPT_NAMES, PELICAN_SETTINGS
from puntina.core.settings.table import every_setting
from tests.core.settings.settings import faults
from tests.site_builder import THEME

ACTING = {setting.name for setting in every_setting(Hooks())} | {"PLUGINS", "PLUGIN_PATHS"}
ROWS = {row.name: row for row in PELICAN_SETTINGS}
# A value that means something, where neither a number nor a text does.
MEANT = {
    "STATIC_CHECK_IF_MODIFIED": "always",
    "LOCALE": ["it_IT.UTF-8"],
    "CSS_FILE": "own.css",
    "JINJA_ENVIRONMENT": {"extensions": ["jinja2.ext.do"]},
}


@pytest.mark.parametrize("name", DEFAULT_CONFIG)
def test_somebody_has_decided_on_every_setting_of_pelican_s(name):
    assert (name in ACTING) != (name in ROWS)


def test_no_setting_has_two_rows():
    assert len(ROWS) == len(PELICAN_SETTINGS)
    assert not ROWS.keys() & KEPT_NAMES
    assert ROWS.keys() >= COMPLETED


@pytest.mark.parametrize("row", [row for row in PELICAN_SETTINGS if not row.for_themes], ids=lambda row: row.name)
def test_what_has_no_effect_is_refused_with_what_to_do_instead(tmp_path, row):
    refusal = [f"SITE-REFUSED {row.name} is not supported — {row.hint}"]
    assert faults(tmp_path, **{row.name: MEANT.get(row.name, "something else")}) == refusal
    assert faults(tmp_path, **{row.name: [7]}) == refusal
    for value in row.accepted:
        assert faults(tmp_path, **{row.name: value}) == []


@pytest.mark.parametrize("row", [row for row in PELICAN_SETTINGS if row.for_themes], ids=lambda row: row.name)
def test_what_themes_read_is_refused_where_the_theme_takes_frozen_values(tmp_path, row):
    value = MEANT.get(row.name, "something else")
    refusal = [f"SITE-REFUSED {row.name} has no effect with this theme — {row.hint}"]
    assert faults(tmp_path, THEME=str(THEME), **{row.name: value}) == refusal
    assert faults(tmp_path, THEME="simple", **{row.name: value}) == []
    for accepted in row.accepted:
        assert faults(tmp_path, THEME=str(THEME), **{row.name: accepted}) == []


@pytest.mark.parametrize("name", [name for name in DEFAULT_CONFIG if name in ROWS and name not in COMPLETED])
def test_pelican_s_default_is_accepted_but_where_it_says_what_does_not_happen(tmp_path, name):
    accepted = DEFAULT_CONFIG[name] in ROWS[name].accepted
    differs = {"USE_FOLDER_AS_CATEGORY", "WITH_FUTURE_DATES", "SUMMARY_MAX_LENGTH", "PAGINATED_TEMPLATES", "MARKDOWN"}
    differs |= {"SLUG_REGEX_SUBSTITUTIONS", "FEED_MAX_ITEMS", "RSS_FEED_SUMMARY_ONLY"}
    assert accepted == (name not in differs and not re.search("_FEED_|^FEED_ALL", name))


@pytest.mark.parametrize(
    ("name", "value", "text"),
    [
        ("CSS_FILE", 5, "CSS_FILE is not a string"),
        ("LOCALE", 5, "LOCALE is not a list of strings"),
        ("LOCALE", [5], "LOCALE is not a list of strings"),
        ("JINJA_ENVIRONMENT", {"nope": 1}, "JINJA_ENVIRONMENT is not valid for Jinja"),
        ("JINJA_ENVIRONMENT", {"extensions": ["no.such"]}, "JINJA_ENVIRONMENT is not valid for Jinja"),
        ("JINJA_ENVIRONMENT", 5, "JINJA_ENVIRONMENT is not valid for Jinja"),
        ("JINJA_ENVIRONMENT", {5: 5}, "JINJA_ENVIRONMENT is not valid for Jinja"),
    ],
)
def test_what_pelican_itself_needs_in_a_form_has_that_form(tmp_path, name, value, text):
    found = faults(tmp_path, THEME="simple", **{name: value})
    assert [each.removeprefix("SITE-SETTING ").split(" (")[0].split(" — ")[0] for each in found] == [text]


@pytest.mark.parametrize("name", sorted(KEPT_NAMES))
def test_names_that_plugins_hand_values_on_by_are_not_settings(tmp_path, name):
    text = f"SITE-REFUSED {name} is a name that Puntina uses itself — give it another name"
    assert faults(tmp_path, **{name: "x"}) == [text]


def test_every_name_that_plugins_hand_values_on_by_is_among_them():
    code = "\n".join(path.read_text("utf-8") for path in Path("plugins").rglob("*.py"))
    found = set(re.findall(r'settings(?:\.get\(|\.setdefault\(|\[)"([A-Z_]+)"', code))
    assert (found - ACTING - ROWS.keys()) | {KEY} == KEPT_NAMES


@pytest.mark.parametrize(
    ("value", "text"),
    [
        ("puntina.core.pelican", "PLUGINS is not a list of names"),
        (["puntina.core.pelican", 5], "PLUGINS is not a list of names"),
        ({"puntina.core.pelican": 1}, "PLUGINS is not a list of names"),
        (5, "PLUGINS is not a list of names"),
        (
            [f"puntina.{name}" for name in ("core.pelican", "core.views", "core.theme", "core.pelican")],
            'PLUGINS has "puntina.core.pelican" twice',
        ),
    ],
)
def test_plugins_are_a_list_of_names(tmp_path, value, text):
    assert [each.removeprefix("SITE-REFUSED ").split(" — ")[0] for each in faults(tmp_path, PLUGINS=value)] == [text]


@pytest.mark.parametrize("name", ["nope", "puntina.nope", "puntina.core.pelican.nope", "a.b.c", "pelican.plugins.nope"])
def test_a_plugin_that_is_not_there_is_named(tmp_path, name):
    plugins = [f"puntina.{each}" for each in ("core.pelican", "core.views", "core.theme")]
    text = f'SITE-REFUSED PLUGINS has "{name}", but there is no such plugin — put it into plugins/, install it, or delete it'
    assert faults(tmp_path, PLUGINS=[*plugins, name]) == [text]


def test_whether_a_plugin_is_there_can_be_asked_before_pelican_is_imported():
    code = "from pathlib import Path; from puntina.core.settings.plugin_names import plugin_is_there; "
    code += "print([plugin_is_there(name, [Path.cwd()]) for name in ('nope', 'a.b', 'json.nope', 'json.decoder')])"
    done = subprocess.run([sys.executable, "-c", code], cwd=Path.cwd(), capture_output=True, text=True, check=True)
    assert done.stdout == "[False, False, False, True]\n"


def test_a_plugin_is_found_beside_the_settings_and_where_packages_are(tmp_path):
    (tmp_path / "beside.py").write_text("")
    (tmp_path / "pack").mkdir()
    (tmp_path / "pack/__init__.py").write_text("")
    (tmp_path / "pack/inner.py").write_text("")
    plugins = [f"puntina.{each}" for each in ("core.pelican", "core.views", "core.theme")]
    assert faults(tmp_path, PLUGINS=[*plugins, "beside", "pack", "pack.inner", "markdown_it.rules_core"]) == []
