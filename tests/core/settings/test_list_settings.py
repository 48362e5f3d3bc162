"""Settings of lists that a publication may leave out: each in a place of its own, each month too."""

import pytest

from tests.core.settings.settings import faults


@pytest.mark.parametrize(
    ("changes", "found"),
    [
        ({"MONTH_ARCHIVE_URL": "{date:%Y}/{date:%m}/", "OUTLET_URL": "o/{slug}/", "OUTLETS_URL": "o/"}, []),
        ({"MONTH_ARCHIVE_URL": "", "OUTLET_URL": "", "OUTLETS_URL": ""}, []),
        ({"MONTH_ARCHIVE_URL": "archive/{date:%Y}/"}, ['MONTH_ARCHIVE_URL is "archive/{date:%Y}/", which lacks {date:%m} — write "{date:%Y}/{date:%m}/"']),
        ({"MONTH_ARCHIVE_URL": "{date:%m}/"}, ['MONTH_ARCHIVE_URL lacks {date:%Y}, so all would have the same URL — write "{date:%Y}/{date:%m}/"']),
        ({"MONTH_ARCHIVE_URL": "months/"}, ['MONTH_ARCHIVE_URL lacks {date:%Y}, so all would have the same URL — write "{date:%Y}/{date:%m}/"']),
        ({"MONTH_ARCHIVE_URL": "{date:%Y}{date:%m}/", "YEAR_ARCHIVE_URL": "{date:%Y}{date:%m}/"}, ['MONTH_ARCHIVE_URL is "{date:%Y}{date:%m}/", which is already the path of YEAR_ARCHIVE_URL — give it another URL']),
        ({"OUTLET_URL": "sources/"}, ['OUTLET_URL lacks {slug}, so all would have the same URL — write "outlet/{slug}/"']),
        ({"OUTLET_URL": "tag/{slug}.html"}, ['OUTLET_URL is "tag/{slug}.html", which is already the path of TAG_URL — give it another URL']),
        ({"THREAD_URL": "outlet/{slug}/"}, ['THREAD_URL is "outlet/{slug}/", which is already the path of OUTLET_URL — give it another URL']),
        ({"THREAD_URL": ""}, ['THREAD_URL is empty — write "thread/{slug}/"']),
        ({"OUTLETS_URL": "tags.html"}, ['OUTLETS_URL is "tags.html", which is already the path of TAGS_URL — give it another URL']),
        ({"RELATED": 21}, ["RELATED is not a whole number from 0 to 20 — write 3"]),
        ({"RELATED": True}, ["RELATED is not a whole number from 0 to 20 — write 3"]),
    ],
)  # fmt: skip
def test_a_wrong_setting_is_a_problem(tmp_path, changes, found):
    assert faults(tmp_path, **changes) == [f"SITE-SETTING {line}" for line in found]
