import pytest

from tests.core.settings.settings import faults, site


@pytest.mark.parametrize(
    ("value", "found"),
    [
        ("lite", 'LITE_URL is "lite", not a folder — end it in a slash'),
        ("lite.html", 'LITE_URL is "lite.html", not a folder — end it in a slash'),
        ("/", 'LITE_URL is "/", where the home page is — give it another address'),
        ("tags/", 'LITE_URL is "tags/", where TAGS_URL is — give it another address'),
        ("../lite/", 'LITE_URL leaves the site — write "lite/"'),
        ("{slug}/", 'LITE_URL has {slug}, which it can\'t know — write "lite/"'),
        (3, 'LITE_URL is not a text — write "lite/"'),
    ],
)
def test_the_lite_edition_is_a_folder_of_its_own(tmp_path, value, found):
    assert faults(tmp_path, LITE_URL=value, TAGS_URL="tags/") == [f"SITE-SETTING {found}"]


@pytest.mark.parametrize(
    ("value", "found"),
    [
        ("/", 'EDITIONS_URL is "/", where the home page is — give it another address'),
        ("lite/", 'EDITIONS_URL is "lite/", where LITE_URL is — give it another address'),
        ("{date:%Y}/", 'EDITIONS_URL has {date}, which it can\'t know — write "edition/"'),
        (None, ""),
    ],
)
def test_the_list_of_editions_is_a_place_of_its_own(tmp_path, value, found):
    assert faults(tmp_path, EDITIONS_URL=value) == ([f"SITE-SETTING {found}"] if found else [])


def test_there_need_be_none(tmp_path):
    assert not site(tmp_path, LITE_URL="").addresses.has("LITE_URL")
