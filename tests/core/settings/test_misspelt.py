import pytest
from pelican.settings import DEFAULT_CONFIG

from puntina.core.hooks import Hooks
from puntina.core.settings.pelican_faults import _misspelt
from tests.core.settings.settings import faults


@pytest.mark.parametrize(
    ("name", "meant"),
    [
        ("COPYRIGHT_HOLDR", "COPYRIGHT_HOLDER"),
        ("ARTICLE_ULR", "ARTICLE_URL"),
        ("STATIC_PATH", "STATIC_PATHS"),
        ("EXTRA_PATH_METADTA", "EXTRA_PATH_METADATA"),
        ("IGNORE_FILE", "IGNORE_FILES"),
    ],
)
def test_a_name_that_is_nearly_a_setting_is_refused(tmp_path, name, meant):
    assert faults(tmp_path, **{name: "x"}) == [f"SITE-REFUSED {name} is not a setting — did you mean {meant}?"]


def test_no_setting_of_pelican_s_own_is_taken_for_a_slip():
    assert list(_misspelt(DEFAULT_CONFIG, Hooks())) == []


def test_a_place_that_follows_from_an_address_can_not_be_set_apart(tmp_path):
    found = faults(tmp_path, ARTICLE_SAVE_AS="{slug}/x.html", PAGE_LANG_URL="x")
    assert sorted(found) == [
        "SITE-REFUSED ARTICLE_SAVE_AS is not supported — it is derived from ARTICLE_URL; delete it",
        "SITE-REFUSED PAGE_LANG_URL is not supported — it is derived from PAGE_URL; delete it",
    ]
