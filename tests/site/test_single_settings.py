"""Each setting that is wrong by itself is named, with what to write instead."""

import pytest
from pelican.settings import DEFAULT_CONFIG

from plugins.site import SettingsFile, read_site
from plugins.site.refused import FEED_HINT, FEED_HINTS, FEEDS_OF_PELICAN, FOLLOWING, REFUSED
from plugins.site.table import SETTINGS
from tests.site.settings import NOW, faults
from tests.site.settings import SETTINGS as SETTINGS_OF_TESTS

WRITE = {setting.name: setting.hint for setting in SETTINGS}
PAIR = 'write "CC-BY-4.0", ("Name", "https://…") or ""'


@pytest.mark.parametrize(
    ("name", "value", "fault"),
    [
        ("SITENAME", "", "is empty"),
        ("SITENAME", "  ", "is empty"),
        ("SITENAME", 5, "is no text"),
        ("SITENAME", "a\nb", "has control character U+000A in it"),
        ("SITENAME", "a\u202eb", "has control character U+202E in it"),
        ("SITEURL", "", "is empty"),
        ("SITEURL", "news.example", "is 'news.example', no web address"),
        ("SITEURL", "ftp://news.example", "is 'ftp://news.example', no web address"),
        ("SITEURL", "https://", "is 'https://', no web address"),
        ("SITEURL", "https://news.example/?a", "is 'https://news.example/?a', no web address"),
        ("SITEURL", "https://münchen.example", "is 'https://münchen.example', whose host has letters beyond ASCII: programs know it as https://xn--mnchen-3ya.example"),
        ("SITEURL", "https://a..é/", "is 'https://a..é/', whose host has letters beyond ASCII: no domain can be spelled so"),
        ("SITEURL", "https://news.example/a b", "is 'https://news.example/a b', no web address"),
        ("SITEURL", "https://[", "is 'https://[', no web address"),
        ("SITEURL", "https://news.example:x", "is 'https://news.example:x', no web address"),
        ("SITEURL", 5, "is 5, no web address"),
        ("PATH", 5, "is no text"),
        ("OUTPUT_PATH", "", "is empty"),
        ("THEME", 5, "is no text"),
        ("THEME_STATIC_DIR", "../theme", 'has "../theme", which leaves its folder'),
        ("THEME_STATIC_DIR", "", "is empty"),
        ("STATIC_PATHS", "media", "is no list of texts"),
        ("STATIC_PATHS", ["media", ".."], 'has "..", which leaves its folder'),
        ("STATIC_PATHS", ["/etc"], 'has "/etc", which leaves its folder'),
        ("STATIC_PATHS", [5], "is no list of texts"),
        ("OUTPUT_RETENTION", ["a\\..\\b"], 'has "a\\..\\b", which leaves its folder'),
        ("OUTPUT_RETENTION", {"a": 1}, "is no list of texts"),
        ("SEARCH", "yes", "is neither True nor False"),
        ("SEARCH_URL", "", "is empty"),
        ("TIMEZONE", "Asia/Hanoi", "is 'Asia/Hanoi', which no time zone is called"),
        ("TIMEZONE", "../etc/passwd", "is '../etc/passwd', which no time zone is called"),
        ("TIMEZONE", "Asia", "is 'Asia', which no time zone is called"),
        ("TIMEZONE", "", "is '', which no time zone is called"),
        ("TIMEZONE", 7, "is 7, which no time zone is called"),
        ("LANGUAGES", {}, "is empty"),
        ("LANGUAGES", ["it"], "is no table of texts"),
        ("LANGUAGES", {"it": 5}, "is no table of texts"),
        ("DEFAULT_LANG", 5, "is no text"),
        ("CATEGORIES", {}, "is empty"),
        ("CATEGORIES", ["world"], "is no table of texts"),
        ("CATEGORIES", {5: {}}, "is no table of texts"),
        ("DEFAULT_CATEGORY", "", "is empty"),
        ("CATEGORY_SLUGS", {"C++": "../c"}, 'has "../c", which leaves its folder'),
        ("CATEGORY_SLUGS", {"C++": 5}, "is no table of texts"),
        ("TAG_SLUGS", {"C++": "../../x"}, 'has "../../x", which leaves its folder'),
        ("TAG_SLUGS", {"C++": ""}, 'has "", which is empty'),
        ("TAG_SLUGS", {"C++": "aux"}, 'has "aux", which is a reserved name on Windows'),
        ("COPYRIGHT_HOLDER", "", "is empty"),
        ("COPYRIGHT_LICENCE", 5, "is neither an identifier nor a pair of name and address"),
        ("COPYRIGHT_LICENCE", ("Name",), "is neither an identifier nor a pair of name and address"),
        ("COPYRIGHT_LICENCE", ("Name", "javascript:x"), "is 'javascript:x', no web address"),
        ("COPYRIGHT_LICENCE", ("", "https://x.y"), "is empty"),
        ("SUMMARY_POSITION", "middle", "is 'middle'"),
        ("SUMMARY_POSITION", None, ""),
        ("SHARE", "x", "is no list of texts"),
        ("SHARE", [""], "is no list of texts"),
        ("SHARE_BY_LANGUAGE", {"vi": "copy"}, "is no list of texts"),
        ("SHARE_BY_LANGUAGE", {"vi": None}, "is no list of texts"),
        ("SHARE_BY_LANGUAGE", ["x"], "is no table of texts"),
        ("DEFAULT_PAGINATION", False, "is no whole number above 0"),
        ("DEFAULT_PAGINATION", 0, "is no whole number above 0"),
        ("DEFAULT_PAGINATION", 2.5, "is no whole number above 0"),
        ("FEED_SIZE", True, "is no whole number above 0"),
        ("FEED_SIZE", "50", "is no whole number above 0"),
        ("FEED_ID_DOMAIN", "", "is empty"),
        ("FEED_ID_DOMAIN", "https://x.y", 'is "https://x.y", no domain'),
        ("FEED_ID_DOMAIN", "a b", 'is "a b", no domain'),
        ("FEED_ID_YEAR", "2025", "is no year"),
        ("FEED_ID_YEAR", 25, "is no year"),
        ("EXTRA_KEYS", "mood", "is no list of texts"),
        ("TEASER_LENGTH", -1, "is no whole number above 0"),
        ("PREVIEW", "yes", "is neither True nor False"),
        ("CUTOFF", 2025, "is no text"),
    ],
)  # fmt: skip
def test_a_wrong_setting_is_named(tmp_path, name, value, fault):
    expected = [f"SITE-SETTING {name} {fault} — {WRITE[name]}"] if fault else []
    assert faults(tmp_path, **{name: value}) == expected


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("RELATIVE_URLS", True),
        ("DELETE_OUTPUT_DIRECTORY", True),
        ("TYPOGRIFY", True),
        ("STATIC_CREATE_LINKS", True),
        ("PLUGIN_PATHS", ["plugins"]),
    ],
)
def test_what_pelican_offers_and_we_refuse(tmp_path, name, value):
    assert faults(tmp_path, **{name: value}) == [f"SITE-REFUSED {name} can't be used — {REFUSED[name][1]}"]
    assert faults(tmp_path, **{name: DEFAULT_CONFIG[name]}) == []


def test_every_refused_setting_has_a_test():
    marks = test_what_pelican_offers_and_we_refuse.pytestmark
    assert {name for mark in marks for name, _ in mark.args[1]} == REFUSED.keys() - FOLLOWING.keys()


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("FEED_ALL_ATOM", DEFAULT_CONFIG["FEED_ALL_ATOM"]),
        ("FEED_ALL_RSS", "feeds/all.rss.xml"),
        ("CATEGORY_FEED_ATOM", "feeds/{slug}.atom.xml"),
        ("TAG_FEED_RSS_URL", "feeds/{slug}/"),
        ("TRANSLATION_FEED_ATOM", "feeds/{lang}.xml"),
        ("AUTHOR_FEED_RSS", "feeds/{slug}.xml"),
        ("FEED_DOMAIN", "https://feeds.example"),
        ("FEED_MAX_ITEMS", 20),
        ("FEED_APPEND_REF", True),
    ],
)
def test_feeds_of_pelican_that_the_settings_ask_for_are_not_passed_over(tmp_path, name, value):
    text = f"SITE-REFUSED {name} is Pelican's, whose feeds are not made here — {FEED_HINTS.get(name, FEED_HINT)}"
    assert faults(tmp_path, **{name: value}) == [text]
    assert faults(tmp_path, **{name: False}) == []


def test_what_pelican_adds_to_its_settings_is_nobody_s_wish(tmp_path):
    (tmp_path / "content").mkdir()
    file = tmp_path / "pelicanconf.py"
    file.write_text("CATEGORY_FEED_ATOM = None\n", "utf-8")
    own = {name: DEFAULT_CONFIG[name] for name in FEEDS_OF_PELICAN if name in DEFAULT_CONFIG}
    assert len(own) > 5
    given = SETTINGS_OF_TESTS | own | {"FEED_DOMAIN": "https://news.example", "CATEGORY_FEED_ATOM": None}
    read_site(given, SettingsFile.at(file), folder=tmp_path, now=NOW)


@pytest.mark.parametrize("value", [None, []])
def test_plugins_must_be_named(tmp_path, value):
    text = "PLUGINS is not set — Pelican would switch on whatever is installed; list the plugins"
    assert faults(tmp_path, PLUGINS=value) == [f"SITE-REFUSED {text}"]


def test_plugins_without_which_nothing_is_made_can_t_be_left_out(tmp_path):
    found = faults(tmp_path, PLUGINS=["plugins.reader", "plugins.cards", "plugins.feeds"])
    assert found == ['SITE-REFUSED PLUGINS lacks "plugins.theme", without which no page is made — add it']


@pytest.mark.parametrize(
    "setting", [setting for setting in SETTINGS if setting.name in DEFAULT_CONFIG], ids=lambda s: s.name
)
def test_a_default_is_pelican_s_own_where_pelican_knows_the_setting(setting):
    own = DEFAULT_CONFIG[setting.name]
    assert setting.default == (own.rpartition("/")[2] if setting.name == "THEME" else own)


def test_some_settings_are_pelican_s():
    assert len([setting for setting in SETTINGS if setting.name in DEFAULT_CONFIG]) > 10


@pytest.mark.parametrize("setting", SETTINGS, ids=lambda setting: setting.name)
def test_a_setting_explains_itself(setting):
    assert setting.help.endswith(".")
    assert setting.hint
    assert "\n" not in setting.help + setting.hint


def test_no_setting_stands_twice():
    names = [setting.name for setting in SETTINGS]
    assert len(set(names)) == len(names)
