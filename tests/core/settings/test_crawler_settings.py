import pytest

from tests.core.settings.settings import faults, site


@pytest.mark.parametrize(
    ("changes", "found"),
    [
        ({"AI_USE": "never"}, ["AI_USE is 'never' — one of allow, no training, none"]),
        ({"AI_USE": False}, ["AI_USE is False — one of allow, no training, none"]),
        ({"SITEMAP_URL": "sitemap/"}, ['SITEMAP_URL is "sitemap/", which does not end in .xml — end it in .xml, or write ""']),
        ({"SITEMAP_URL": "{slug}.xml"}, ['SITEMAP_URL contains {slug}, which is not available here — write "sitemap.xml"']),
        ({"NEWS_SITEMAP_URL": "sitemap.xml"},
         ['NEWS_SITEMAP_URL is "sitemap.xml", which is already the path of SITEMAP_URL — give it another URL']),
        ({"SITEMAP_URL": "feed.xml"}, ['SITEMAP_URL is "feed.xml", which is already the path of FEED_RSS_URL — give it another URL']),
        ({"SITEMAP_URL": "../sitemap.xml"}, ['SITEMAP_URL leads out of the site — write "sitemap.xml"']),
    ],
)  # fmt: skip
def test_what_is_wrong_with_settings_for_crawlers(tmp_path, changes, found):
    assert faults(tmp_path, **changes) == [f"SITE-SETTING {each}" for each in found]


def test_a_publication_may_do_without_sitemaps_and_allows_everything_unless_it_says_otherwise(tmp_path):
    found = site(tmp_path, SITEMAP_URL="", NEWS_SITEMAP_URL="")
    assert [found.addresses.has(name) for name in ("SITEMAP_URL", "NEWS_SITEMAP_URL")] == [False, False]
    assert (found.ai_use.name, found.ai_use.barred, found.ai_use.meta) == ("allow", (), ())


def test_it_is_known_whether_there_is_anything_for_crawlers(tmp_path):
    assert not site(tmp_path).tells_crawlers
    plugins = [f"puntina.{name}" for name in ("core.pelican", "core.views", "core.theme", "core.engine", "crawlers")]
    assert site(tmp_path, PLUGINS=plugins).tells_crawlers
