"""Settings of an older site's addresses: patterns that can be pages, and the date of the move."""

import datetime as dt

import pytest

from puntina.core.routes.address import Address
from tests.core.settings.settings import faults, site

WAY = 'write patterns such as ["{slug}/amp/"]'


@pytest.mark.parametrize(
    ("changes", "found"),
    [
        ({"REDIRECTS": ["{slug}/amp/", "/{date:%Y}/{slug}"]}, []),
        ({"REDIRECTS": "{slug}/amp/"}, [f"REDIRECTS is not a list of strings — {WAY.replace('patterns such as ', '')}"]),
        ({"REDIRECTS": ["old/"]}, [f'REDIRECTS has "old/", which lacks {{slug}}, so all would have the same URL — {WAY}']),
        ({"REDIRECTS": ["{name}/"]}, [f'REDIRECTS has "{{name}}/", which contains {{name}}, which is not available here — {WAY}']),
        ({"REDIRECTS": ["{slug}.php"]}, [f'REDIRECTS has "{{slug}}.php", which ends in .php, which hosts do not serve as a page — {WAY}']),
        ({"REDIRECTS": ["?p={id}"]}, [f'REDIRECTS has "?p={{id}}", which contains "?" — {WAY}']),
        ({"REDIRECTS": ["../{slug}/"]}, [f'REDIRECTS has "../{{slug}}/", which leads out of the site — {WAY}']),
        ({"REDIRECTS": ["{slug}.html"]}, ['REDIRECTS has "{slug}.html", where ARTICLE_URL puts digests now — delete it']),
        ({"REDIRECTS": ["{slug}/amp/", "{slug}/amp/"]}, ['REDIRECTS has "{slug}/amp/" twice — delete one of them']),
        ({"REDIRECTS_UNTIL": "soon"}, ['REDIRECTS_UNTIL is "soon", which is not a valid date — write it as 2025-09-02 07:30']),
        ({"REDIRECTS_UNTIL": 2025}, ['REDIRECTS_UNTIL is not a string — write "2025-09-02 07:30" or None']),
    ],
)  # fmt: skip
def test_a_wrong_setting_is_a_problem(tmp_path, changes, found):
    assert faults(tmp_path, **changes) == [f"SITE-SETTING {line}" for line in found]


def test_the_patterns_give_their_places_in_a_language_until_the_move(tmp_path):
    old = site(tmp_path, REDIRECTS=["/{slug}/amp/", "{date:%Y}/{slug}"], REDIRECTS_UNTIL="2025-09-02 07:30").old
    before, after = (dt.datetime(2025, 9, 2, 0, minute, tzinfo=dt.UTC) for minute in (29, 30))
    assert list(old.of(before, "en/", {"slug": "a", "date": before})) == [
        Address("en/a/amp/", "en/a/amp/index.html"),
        Address("en/2025/a", "en/2025/a.html"),
    ]
    assert list(old.of(after, "en/", {"slug": "a", "date": after})) == []
