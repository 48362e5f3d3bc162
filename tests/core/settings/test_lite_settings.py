import pytest

from tests.core.settings.settings import faults, site


@pytest.mark.parametrize(
    ("value", "found"),
    [
        ("lite", 'LITE_URL is "lite", which is not a folder — end it in a slash'),
        ("lite.html", 'LITE_URL is "lite.html", which is not a folder — end it in a slash'),
        ("/", 'LITE_URL is "/", which is already the path of the home page — give it another URL'),
        ("tags/", 'LITE_URL is "tags/", which is already the path of TAGS_URL — give it another URL'),
        ("../lite/", 'LITE_URL leads out of the site — write "lite/"'),
        ("{slug}/", 'LITE_URL contains {slug}, which is not available here — write "lite/"'),
        (3, 'LITE_URL is not a string — write "lite/"'),
    ],
)
def test_the_lite_edition_is_a_folder_of_its_own(tmp_path, value, found):
    assert faults(tmp_path, LITE_URL=value, TAGS_URL="tags/") == [f"SITE-SETTING {found}"]


@pytest.mark.parametrize(
    ("value", "found"),
    [
        ("/", 'EDITIONS_URL is "/", which is already the path of the home page — give it another URL'),
        ("lite/", 'EDITIONS_URL is "lite/", which is already the path of LITE_URL — give it another URL'),
        ("{date:%Y}/", 'EDITIONS_URL contains {date}, which is not available here — write "edition/"'),
        (None, ""),
    ],
)
def test_the_list_of_editions_is_a_place_of_its_own(tmp_path, value, found):
    assert faults(tmp_path, EDITIONS_URL=value) == ([f"SITE-SETTING {found}"] if found else [])


def test_there_need_be_none(tmp_path):
    assert not site(tmp_path, LITE_URL="").addresses.has("LITE_URL")
