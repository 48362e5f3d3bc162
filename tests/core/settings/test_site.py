"""The Site that settings become, and the files they are read from."""

import dataclasses
import datetime as dt
import os
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from puntina.copyright import find_licence
from puntina.core.digest import Faults, Rules
from puntina.core.settings import Category, Language, load_settings
from puntina.core.settings.theme_folder import theme_folder
from puntina.share import NETWORK_NAMES
from tests.core.settings.settings import NOW, SETTINGS, site

HANOI = ZoneInfo("Asia/Ho_Chi_Minh")


def test_the_default_language_comes_first_and_has_no_prefix(tmp_path):
    assert site(tmp_path).languages == (
        Language("it", "", "Fatti"), Language("en", "en/", "Facts"), Language("vi", "vi/", "Sự kiện"),
    )  # fmt: skip
    assert site(tmp_path).default_language.code == "it"
    assert site(tmp_path).language("vi").prefix == "vi/"


def test_categories_have_slugs_and_names(tmp_path):
    found = site(tmp_path, CATEGORY_SLUGS={"C++": "c-plus-plus"})
    assert [(category.key, category.slug) for category in found.categories] == [
        ("world", "world"),
        ("C++", "c-plus-plus"),
    ]
    assert found.category("none") is None
    assert isinstance(found.category("world"), Category)
    assert found.category("world").name("vi") == "Thế giới"
    assert site(tmp_path).category("C++").slug == "c"


@pytest.mark.parametrize(
    ("url", "root", "rooted"),
    [
        ("https://news.example", "", "/2025/"),
        ("https://news.example/", "", "/2025/"),
        ("https://name.github.io/some/repo", "/some/repo", "/some/repo/2025/"),
        ("https://name.github.io/some/repo/", "/some/repo", "/some/repo/2025/"),
        ("http://127.0.0.1:8000", "", "/2025/"),
    ],
)
def test_a_site_may_live_at_the_root_or_below(tmp_path, url, root, rooted):
    found = site(tmp_path, SITEURL=url)
    assert (found.root, found.rooted("2025/")) == (root, rooted)
    assert found.absolute("2025/") == url.rstrip("/") + "/2025/"


@pytest.mark.parametrize(
    ("cutoff", "instant"),
    [
        (None, NOW),
        ("", NOW),
        ("2025-09-02 07:30", dt.datetime(2025, 9, 2, 7, 30, tzinfo=HANOI)),
        ("2025-09-02T07:30:00Z", dt.datetime(2025, 9, 2, 7, 30, tzinfo=dt.UTC)),
    ],
)
def test_the_cut_off_is_set_or_now(tmp_path, cutoff, instant):
    assert site(tmp_path, CUTOFF=cutoff).cutoff == instant


@pytest.mark.parametrize(
    ("licence", "found"),
    [("", None), ("cc-by-4.0", find_licence("CC-BY-4.0")), (("Mine", "https://x.y"), ("", "Mine", "https://x.y"))],
)
def test_the_licence_is_known_or_given(tmp_path, licence, found):
    licence = site(tmp_path, COPYRIGHT_LICENCE=licence).licence
    assert (dataclasses.astuple(licence) if isinstance(found, tuple) else licence) == found


def test_the_rules_for_digests_come_from_settings(tmp_path):
    assert site(tmp_path, EXTRA_KEYS=["mood"], TEASER_LENGTH=90).rules == Rules(
        languages=("it", "en", "vi"),
        timezone=HANOI,
        categories=(("world", ("Mondo", "World", "Thế giới")), ("C++", ("C più più", "C plus plus", "C cộng cộng"))),
        default_category="world",
        networks=tuple(NETWORK_NAMES),
        licences=site(tmp_path).rules.licences,
        extra_keys=("mood",),
        teaser_length=90,
        folder="content",
    )


@pytest.mark.parametrize(
    ("path", "shown"), [("content", "content"), ("./content/", "content"), ("a/content", "a/content")]
)
def test_problems_name_the_content_from_the_settings_file_on(tmp_path, path, shown):
    (tmp_path / "a/content").mkdir(parents=True)
    found = site(tmp_path, PATH=path, OUTPUT_PATH="b/out")
    assert (found.rules.folder, found.content) == (shown, tmp_path / path)


def test_a_path_that_pelican_made_absolute_is_shown_as_it_was(tmp_path):
    assert site(tmp_path, PATH=str(tmp_path / "content")).rules.folder == "content"


def test_ids_of_feeds_hang_on_domain_and_year(tmp_path):
    found = site(tmp_path, FEED_ID_YEAR=2019)
    assert (found.tag_uri, found.first_year) == ("tag:news.example,2019:", 2019)


def test_a_site_is_frozen_all_through(tmp_path):
    found = site(tmp_path, SHARE_BY_LANGUAGE={"vi": ["copy"]}, TAG_SLUGS={"C++": "cpp"})
    with pytest.raises(dataclasses.FrozenInstanceError):
        found.name = "x"
    assert hash(found)
    assert (found.share, found.share_by_language, found.tag_slugs) == (
        ("x", "email"), (("vi", ("copy",)),), (("C++", "cpp"),),
    )  # fmt: skip


def write(path: Path, text: str) -> Path:
    path.write_text(text, "utf-8")
    return path


def test_settings_are_what_a_file_says_in_capitals(tmp_path):
    path = write(tmp_path / "pelicanconf.py", "import os\nSITENAME = 'à'\nlower = 1\n_X = 2\nY2 = [3]\n")
    assert load_settings(path) == {"SITENAME": "à", "_X": 2, "Y2": [3]}


BASE = "import runpy\nfrom pathlib import Path\nglobals().update(runpy.run_path(str(Path(__file__).with_name('pelicanconf.py'))))\n"


@pytest.mark.parametrize(
    ("files", "found"),
    [
        ({}, "publishconf.py:1:1: SITE-FILE no such file"),
        ({"publishconf.py": "A = 1\nB = = 2\n"}, "publishconf.py:2:5: SITE-FILE invalid syntax"),
        ({"publishconf.py": "A = 1\n\nB = C\n"}, "publishconf.py:3:1: SITE-FILE NameError: name 'C' is not defined"),
        ({"publishconf.py": "import sys\nsys.exit('no')\n"}, "publishconf.py:2:1: SITE-FILE SystemExit: no"),
        ({"publishconf.py": "import nowhere_at_all\n"}, "publishconf.py:1:1: SITE-FILE ModuleNotFoundError: No module named 'nowhere_at_all'"),
        ({"publishconf.py": BASE, "pelicanconf.py": "A = 1\nB = (\n"}, "pelicanconf.py:2:5: SITE-FILE '(' was never closed"),
        ({"publishconf.py": BASE, "pelicanconf.py": "A = 1\nB = C\n"}, "pelicanconf.py:2:1: SITE-FILE NameError: name 'C' is not defined"),
        ({"publishconf.py": "open('/none')\n"}, "publishconf.py:1:1: SITE-FILE FileNotFoundError: No such file or directory: '/none'"),
    ],
)  # fmt: skip
def test_a_broken_settings_file_is_named_with_its_line(tmp_path, files, found):
    for name, text in files.items():
        write(tmp_path / name, text)
    with pytest.raises(Faults) as faults:
        load_settings(tmp_path / "publishconf.py")
    assert str(faults.value) == f"{found} — fix the settings file"


def test_the_sample_settings_of_these_tests_are_fine(tmp_path):
    assert site(tmp_path).name == SETTINGS["SITENAME"]


def test_a_settings_file_that_may_not_be_read_is_a_problem(tmp_path, monkeypatch):
    write(tmp_path / "pelicanconf.py", "A = 1\n")

    def refused(self, *_, **__):
        raise PermissionError(13, "Permission denied", str(self))

    monkeypatch.setattr(Path, "read_text", refused)
    with pytest.raises(Faults) as faults:
        load_settings(tmp_path / "pelicanconf.py")
    said = "pelicanconf.py:1:1: SITE-FILE can't be read: Permission denied — fix the settings file"
    assert str(faults.value) == said


def test_a_theme_in_a_folder_that_may_not_be_read_is_none(tmp_path, monkeypatch):
    stat = os.stat

    def refused(path, **options):
        if str(path).startswith(str(tmp_path)):
            raise PermissionError(13, "Permission denied")
        return stat(path, **options)

    monkeypatch.setattr(os, "stat", refused)
    assert theme_folder("themes/daily", tmp_path) is None
