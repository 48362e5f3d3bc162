"""Each setting that is wrong by itself is named, with what to write instead."""

import pytest
from pelican.settings import DEFAULT_CONFIG

from puntina.core.hooks import Hooks
from puntina.core.settings.table import every_setting
from tests.core.settings.settings import faults

WRITE = {setting.name: setting.hint for setting in every_setting(Hooks())}
PAIR = 'write "CC-BY-4.0", ("Name", "https://…") or ""'


@pytest.mark.parametrize(
    ("name", "value", "fault"),
    [
        ("SITENAME", "", "is empty"),
        ("SITENAME", "  ", "is empty"),
        ("SITENAME", 5, "is not a string"),
        ("SITENAME", "a\nb", "contains control character U+000A"),
        ("SITENAME", "a\u202eb", "contains control character U+202E"),
        ("SITEURL", "", "is empty"),
        ("SITEURL", "news.example", "is 'news.example', which is not a valid URL"),
        ("SITEURL", "ftp://news.example", "is 'ftp://news.example', which is not a valid URL"),
        ("SITEURL", "https://", "is 'https://', which is not a valid URL"),
        ("SITEURL", "https://news.example/?a", "is 'https://news.example/?a', which is not a valid URL"),
        ("SITEURL", "https://münchen.example", "is 'https://münchen.example', whose host has non-ASCII letters: write https://xn--mnchen-3ya.example"),
        ("SITEURL", "https://a..é/", "is 'https://a..é/', whose host has non-ASCII letters: this is not a valid domain name"),
        ("SITEURL", "https://news.example/a b", "is 'https://news.example/a b', which is not a valid URL"),
        ("SITEURL", "https://[", "is 'https://[', which is not a valid URL"),
        ("SITEURL", "https://news.example:x", "is 'https://news.example:x', which is not a valid URL"),
        ("SITEURL", 5, "is 5, which is not a valid URL"),
        ("SITEURL", "https://news.example#a", "is 'https://news.example#a', which is not a valid URL"),
        ("SITEURL", "https://news.example?", "contains ?"),
        ("SITEURL", "https://news.example/#", "contains #"),
        ("SITEURL", "https://me@news.example", "contains a user name or password, which every reader would see"),
        ("SITEURL", "https://me:secret@news.example/", "contains a user name or password, which every reader would see"),
        ("SITEURL", 'https://news.example/"x', 'contains "'),
        ("SITEURL", "https://news.example/'x", "contains '"),
        ("SITEURL", "https://news.example\\x", "contains \\"),
        ("SITEURL", "https://news.example/<x>", "contains <"),
        ("SITEURL", "https://news.example/{x}", "contains {"),
        ("SITEURL", "https://news.example/../x", "has empty parts, . or .. in its path"),
        ("SITEURL", "https://news.example/x/..", "has empty parts, . or .. in its path"),
        ("SITEURL", "https://news.example/%2e%2E/x", "has empty parts, . or .. in its path"),
        ("SITEURL", "https://news.example/./x", "has empty parts, . or .. in its path"),
        ("SITEURL", "https://news.example//x", "has empty parts, . or .. in its path"),
        ("SITEURL", "https://news.example:0", "is 'https://news.example:0', which is not a valid URL"),
        ("SITEURL", "https://news.example:99999", "is 'https://news.example:99999', which is not a valid URL"),
        ("SITEURL", "https://news.example:", "is 'https://news.example:', which has no valid host"),
        ("SITEURL", "https://-news.example", "is 'https://-news.example', which has no valid host"),
        ("SITEURL", "https://news..example", "is 'https://news..example', which has no valid host"),
        ("SITEURL", " https://news.example", "is ' https://news.example', which is not a valid URL"),
        ("SITEURL", "https://news.example\n", "is 'https://news.example\\n', which is not a valid URL"),
        ("SITEURL", "https://[::1]:8000", ""),
        ("SITEURL", "http://127.0.0.1:8000", ""),
        ("SITEURL", "https://news.example/repo/", ""),
        ("SITEURL", "https://name.github.io/my-repo_2.0~x", ""),
        ("CACHE_PATH", 5, "is not a string"),
        ("CACHE_PATH", "", "is empty"),
        ("CACHE_PATH", " ", "is empty"),
        ("CACHE_PATH", None, ""),
        ("OUTPUT_PATH", "a\0b", "contains NUL"),
        ("OUTPUT_PATH", ["output"], "is not a string"),
        ("OUTPUT_PATH", b"output", "is not a string"),
        ("OUTPUT_PATH", "o/" * 3000, "is longer than a path can be"),
        ("OUTPUT_PATH", "o" * 256, "is longer than a path can be"),
        ("CACHE_PATH", "a/" + "ố" * 86, "is longer than a path can be"),
        ("THEME", "o" * 256, "is longer than a path can be"),
        ("THEME_TEMPLATES_OVERRIDES", ["o" * 256], "is longer than a path can be"),
        ("THEME_STATIC_PATHS", "static", "is not a list of strings"),
        ("THEME_STATIC_PATHS", [5], "is not a list of strings"),
        ("THEME_TEMPLATES_OVERRIDES", "templates", "is not a list of strings"),
        ("THEME_TEMPLATES_OVERRIDES", {"a": "b"}, "is not a list of strings"),
        ("DIRECT_TEMPLATES", "index", "is not a list of strings"),
        ("DIRECT_TEMPLATES", [None], "is not a list of strings"),
        ("DIRECT_TEMPLATES", ["../x"], 'has "../x", which leads out of its folder'),
        ("JINJA_FILTERS", {"a": "b"}, "is not a dict of functions by name"),
        ("JINJA_FILTERS", [len], "is not a dict of functions by name"),
        ("JINJA_TESTS", {5: len}, "is not a dict of functions by name"),
        ("JINJA_GLOBALS", {"a b": 1}, "is not a dict of values by name"),
        ("OUTPUT_PATH", "", "is empty"),
        ("THEME", 5, "is not a string"),
        ("THEME_STATIC_DIR", "../theme", 'has "../theme", which leads out of its folder'),
        ("THEME_STATIC_DIR", "", "is empty"),
        ("STATIC_PATHS", "media", "is not a list of strings"),
        ("STATIC_PATHS", ["media", ".."], 'has "..", which leads out of its folder'),
        ("STATIC_PATHS", ["/etc"], 'has "/etc", which leads out of its folder'),
        ("STATIC_PATHS", [5], "is not a list of strings"),
        ("OUTPUT_RETENTION", ["a\\..\\b"], 'has "a\\..\\b", which leads out of its folder'),
        ("OUTPUT_RETENTION", {"a": 1}, "is not a list of strings"),
        ("SEARCH", "yes", "is neither True nor False"),
        ("SEARCH_URL", "", "is empty"),
        ("TIMEZONE", "Asia/Hanoi", "is 'Asia/Hanoi', which is not a time zone"),
        ("TIMEZONE", "../etc/passwd", "is '../etc/passwd', which is not a time zone"),
        ("TIMEZONE", "Asia", "is 'Asia', which is not a time zone"),
        ("TIMEZONE", "", "is '', which is not a time zone"),
        ("TIMEZONE", 7, "is 7, which is not a time zone"),
        ("LANGUAGES", {}, "is empty"),
        ("LANGUAGES", ["it"], "is not a dict of strings"),
        ("LANGUAGES", {"it": 5}, "is not a dict of strings"),
        ("DEFAULT_LANG", 5, "is not a string"),
        ("CATEGORIES", {}, "is empty"),
        ("CATEGORIES", ["world"], "is not a dict of strings"),
        ("CATEGORIES", {5: {}}, "is not a dict of strings"),
        ("DEFAULT_CATEGORY", "", "is empty"),
        ("CATEGORY_SLUGS", {"C++": "../c"}, 'has "../c", which leads out of its folder'),
        ("CATEGORY_SLUGS", {"C++": 5}, "is not a dict of strings"),
        ("TAG_SLUGS", {"C++": "../../x"}, 'has "../../x", which leads out of its folder'),
        ("TAG_SLUGS", {"C++": ""}, 'has "", which is empty'),
        ("TAG_SLUGS", {"C++": "aux"}, 'has "aux", which is a reserved name on Windows'),
        ("COPYRIGHT_HOLDER", "", "is empty"),
        ("COPYRIGHT_LICENCE", 5, "is neither an identifier nor a pair of name and URL"),
        ("COPYRIGHT_LICENCE", ("Name",), "is neither an identifier nor a pair of name and URL"),
        ("COPYRIGHT_LICENCE", ("Name", "javascript:x"), "is 'javascript:x', which is not a valid URL"),
        ("COPYRIGHT_LICENCE", ("", "https://x.y"), "is empty"),
        ("SUMMARY_POSITION", "middle", "is 'middle'"),
        ("SUMMARY_POSITION", None, ""),
        ("SHARE", "x", "is not a list of strings"),
        ("SHARE", [""], "is not a list of strings"),
        ("SHARE_BY_LANGUAGE", {"vi": "copy"}, "is not a list of strings"),
        ("SHARE_BY_LANGUAGE", {"vi": None}, "is not a list of strings"),
        ("SHARE_BY_LANGUAGE", ["x"], "is not a dict of strings"),
        ("DEFAULT_PAGINATION", False, "is not a whole number above 0"),
        ("DEFAULT_PAGINATION", 0, "is not a whole number above 0"),
        ("DEFAULT_PAGINATION", 2.5, "is not a whole number above 0"),
        ("FEED_SIZE", True, "is not a whole number above 0"),
        ("FEED_SIZE", "50", "is not a whole number above 0"),
        ("FEED_ID_DOMAIN", "", "is empty"),
        ("FEED_ID_DOMAIN", "https://x.y", 'is "https://x.y", which is not a domain'),
        ("FEED_ID_DOMAIN", "a b", 'is "a b", which is not a domain'),
        ("FEED_ID_YEAR", "2025", "is not a year"),
        ("FEED_ID_YEAR", 25, "is not a year"),
        ("EXTRA_KEYS", "mood", "is not a list of strings"),
        ("TEASER_LENGTH", -1, "is not a whole number above 0"),
        ("PREVIEW", "yes", "is neither True nor False"),
        ("CUTOFF", 2025, "is not a string"),
    ],
)  # fmt: skip
def test_a_wrong_setting_is_named(tmp_path, name, value, fault):
    expected = [f"SITE-SETTING {name} {fault} — {WRITE[name]}"] if fault else []
    assert faults(tmp_path, **{name: value}) == expected


@pytest.mark.parametrize("value", [None, []])
def test_plugins_must_be_named(tmp_path, value):
    text = "PLUGINS is not set — list the plugins; otherwise Pelican enables every plugin that is installed"
    assert faults(tmp_path, PLUGINS=value) == [f"SITE-REFUSED {text}"]


def test_plugins_without_which_nothing_is_made_can_t_be_left_out(tmp_path):
    found = faults(tmp_path, PLUGINS=["puntina.core.pelican", "puntina.core.views", "puntina.feeds"])
    assert found == ['SITE-REFUSED PLUGINS lacks "puntina.core.theme", without which no page is made — add it']


@pytest.mark.parametrize(
    "setting", [setting for setting in every_setting(Hooks()) if setting.name in DEFAULT_CONFIG], ids=lambda s: s.name
)
def test_a_default_is_pelican_s_own_where_pelican_knows_the_setting(setting):
    own = DEFAULT_CONFIG[setting.name]
    here = {"CACHE_PATH": ".cache"}  # which is hidden, and never among what a publication holds
    expected = own.rpartition("/")[2] if setting.name == "THEME" else own
    assert setting.default == here.get(setting.name, expected)


def test_some_settings_are_pelican_s():
    assert len([setting for setting in every_setting(Hooks()) if setting.name in DEFAULT_CONFIG]) > 10


@pytest.mark.parametrize("setting", every_setting(Hooks()), ids=lambda setting: setting.name)
def test_a_setting_explains_itself(setting):
    assert setting.help.endswith(".")
    assert setting.hint
    assert "\n" not in setting.help + setting.hint


def test_no_setting_stands_twice():
    names = [setting.name for setting in every_setting(Hooks())]
    assert len(set(names)) == len(names)
