"""Settings that are fine one by one and not together, many wrong ones at once, and where each is written."""

import pytest

from puntina.core.digest import Faults
from puntina.core.settings import SettingsFile, read_site
from tests.core.settings.settings import NOW, SETTINGS, faults

NETWORKS = "x, facebook, linkedin, whatsapp, telegram, bluesky, mastodon, threads, reddit, email, copy, native"
WORLD = {"it": "Mondo", "en": "World", "vi": "Thế giới"}
BCP = "use a BCP 47 code, such as it, en or pt-BR"


@pytest.mark.parametrize(
    ("changes", "found"),
    [
        ({"DEFAULT_LANG": "de"}, ['DEFAULT_LANG is "de", which is unknown — one of en, it, vi']),
        ({"DEFAULT_LANG": "itt"}, ['DEFAULT_LANG is "itt", which is unknown — did you mean "it"?']),
        ({"DEFAULT_CATEGORY": "sport"}, ['DEFAULT_CATEGORY is "sport", which is unknown — one of world, C++']),
        ({"DEFAULT_CATEGORY": "World"}, ['DEFAULT_CATEGORY is "World", which is unknown — did you mean "world"?']),
        (
            {"LANGUAGES": {"it": "", "en_US": "", "../x": "", "qq": ""}, "CATEGORIES": {"world": dict.fromkeys(("it", "en_US", "../x", "qq"), "Mondo")}},
            [f'LANGUAGES has "{code}", which is not a valid language code — {BCP}' for code in ("../x", "en_US", "qq")],
        ),
        (
            {"LANGUAGES": {"it": "", "IT": ""}, "CATEGORIES": {"world": {"it": "Mondo", "IT": "Mondo"}}},
            ['LANGUAGES has "it" and "IT", which are the same language — delete one of them'],
        ),
        ({"CATEGORIES": {"world": {"it": "Mondo", "vi": " "}}}, [f'category "world" has no name in "{lang}" — add "{lang}": "…"' for lang in ("en", "vi")]),
        ({"CATEGORIES": {"world": WORLD | {"vi": "a\nb"}}}, ['CATEGORIES contains control character U+000A — write {"technology": {"it": "Tecnologia", "en": "Technology"}}']),
        ({"LANGUAGES": {"it": "a\0b"}}, ['LANGUAGES contains NUL — write {"it": "…", "en": "…"}']),
        ({"CATEGORIES": {"world": "Mondo"}}, [f'category "world" has no name in "{lang}" — add "{lang}": "…"' for lang in ("en", "it", "vi")]),
        (
            {"CATEGORIES": {"world": WORLD, "earth": WORLD | {"it": "Terra", "en": "Earth", "vi": "THẾ GIỚI"}}},
            ['categories "world" and "earth" have the same name, "thế giới" — give one of them another name'],
        ),
        (
            {"CATEGORIES": {"world": WORLD, "C": {"it": "C1", "en": "C2", "vi": "C3"}, "C++": {"it": "C4", "en": "C5", "vi": "C6"}}},
            ['categories "C" and "C++" have the same slug, "c" — give one another slug: CATEGORY_SLUGS = {"C++": "…"}'],
        ),
        (
            {"CATEGORIES": {"world": WORLD, "!": {"it": "a", "en": "b", "vi": "c"}, "aux": {"it": "d", "en": "e", "vi": "f"}}},
            [
                'the slug "" of category "!" is empty — give it another: CATEGORY_SLUGS = {"!": "…"}',
                'the slug "aux" of category "aux" is a reserved name on Windows — give it another: CATEGORY_SLUGS = {"aux": "…"}',
            ],
        ),
        ({"CATEGORY_SLUGS": {"worlds": "w"}}, ['CATEGORY_SLUGS has "worlds", which is not in CATEGORIES — did you mean "world"?']),
        ({"SHARE": ["x", "myspace"]}, [f'SHARE has the unknown social network "myspace" — some of {NETWORKS}']),
        ({"SHARE": ["emial"]}, ['SHARE has the unknown social network "emial" — did you mean "email"?']),
        ({"SHARE_BY_LANGUAGE": {"de": ["x"]}}, ['SHARE_BY_LANGUAGE has "de", which is not in LANGUAGES — delete it']),
        ({"SHARE_BY_LANGUAGE": {"vi": ["zalo"]}}, [f'SHARE_BY_LANGUAGE has the unknown social network "zalo" — some of {NETWORKS}']),
        ({"COPYRIGHT_LICENCE": "CC-BY-5.0"}, ['COPYRIGHT_LICENCE is "CC-BY-5.0", which is unknown — did you mean "CC-BY-4.0"?']),
        ({"COPYRIGHT_LICENCE": "mine"}, ['COPYRIGHT_LICENCE is "mine", which is unknown — use an SPDX identifier, or (name, URL)']),
        ({"EXTRA_KEYS": ["title"]}, ['EXTRA_KEYS has "title", which is already a key — delete it']),
        *(({"CUTOFF": date}, [f'CUTOFF is "{date}", which is not a valid date — write it as 2025-09-02 07:30']) for date in ("soon", "9999-12-31", "0001-01-01")),
        ({"TAGS_URL": "archives.html"}, ['TAGS_URL is "archives.html", which is already the path of ARCHIVES_URL — give it another URL']),
        ({"ARCHIVES_URL": "index.html"}, ['ARCHIVES_URL is "index.html", which is already the path of the home page — give it another URL']),
        ({"FEED_ATOM_URL": "FEED.xml"}, ['FEED_ATOM_URL is "FEED.xml", which is already the path of FEED_RSS_URL — give it another URL']),
    ],
)  # fmt: skip
def test_settings_that_do_not_fit_together(tmp_path, changes, found):
    assert sorted(faults(tmp_path, **changes)) == sorted(f"SITE-SETTING {each}" for each in found)


def test_all_wrong_settings_are_named_at_once(tmp_path):
    found = faults(
        tmp_path, SITENAME="", DEFAULT_LANG="de", SHARE=["zalo"], RELATIVE_URLS=True, PREVIEW=1, OUTPUT_PATH=""
    )
    assert [each.split(" ")[:2] for each in found] == [
        ["SITE-SETTING", "SITENAME"], ["SITE-SETTING", "DEFAULT_LANG"], ["SITE-SETTING", "SHARE"],
        ["SITE-REFUSED", "RELATIVE_URLS"], ["SITE-SETTING", "PREVIEW"], ["SITE-SETTING", "OUTPUT_PATH"],
    ]  # fmt: skip


def test_no_settings_at_all_name_what_is_needed(tmp_path):
    with pytest.raises(Faults) as found:
        read_site({"PATH": tmp_path.name}, SettingsFile(()), folder=tmp_path.parent, now=NOW)
    assert [(problem.path, problem.line, problem.text.split(" ")[0]) for problem in found.value.problems] == [
        ("pelicanconf.py", 1, name)
        for name in ("PLUGINS", "CATEGORIES", "COPYRIGHT_HOLDER", "DEFAULT_PAGINATION", "FEED_ID_DOMAIN", "LANGUAGES",
                     "SITEURL", "YEAR_ARCHIVE_URL")
    ]  # fmt: skip


PUBLISH = "import os\nSITEURL = ''\nif True:\n    SITENAME: str = ''\nSHARE += ['zalo']\n"


@pytest.mark.parametrize(
    ("invalid", "place"),
    [
        ({"SITEURL": ""}, "publishconf.py:2:1"),
        ({"SITENAME": ""}, "publishconf.py:4:5"),
        ({"SHARE": ["zalo"]}, "publishconf.py:5:1"),
        ({"TIMEZONE": ""}, "pelicanconf.py:3:1"),
        ({"FEED_SIZE": 0}, "publishconf.py:1:1"),
        ({"CATEGORIES": {"world": WORLD, "C++": {"it": "a", "en": "b"}}}, "pelicanconf.py:6:74"),
        ({"CATEGORIES": {"world": WORLD, "sport": {"it": "a", "en": "b"}}}, "pelicanconf.py:6:1"),
        (
            {"LANGUAGES": {"it": "", "en": "", "vi": "", "xx": ""}, "CATEGORIES": {"world": WORLD | {"xx": "w"}}},
            "pelicanconf.py:5:1",
        ),
    ],
)
def test_a_setting_is_named_where_it_has_the_last_word(tmp_path, invalid, place):
    (tmp_path / "content").mkdir()
    lines = [f"{name} = {value!r}\n" for name, value in SETTINGS.items()]
    (tmp_path / "pelicanconf.py").write_text("".join(lines), "utf-8")
    (tmp_path / "publishconf.py").write_text(PUBLISH, "utf-8")
    with pytest.raises(Faults) as found:
        read_site(SETTINGS | invalid, SettingsFile.at(tmp_path / "publishconf.py"), folder=tmp_path, now=NOW)
    assert [str(problem).partition(": ")[0] for problem in found.value.problems] == [place]
