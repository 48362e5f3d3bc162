"""Aliases in places that the site keeps for itself: what is there now, and what will be one day."""

import pytest

from puntina.commands.build import build
from puntina.commands.check.command import check
from tests.core.checks.contents import lines, text
from tests.site_builder import digest, publication

FILE = "content/it/2025/a.md"
KEPT = {
    "/edition/2025-w36/": "is below /edition/, which is reserved: EDITIONS_URL, for editions",
    "/en/edition/2099-01-01/": "is below /en/edition/, which is reserved: EDITIONS_URL, for editions",
    "/edition/page/1/": "is below /edition/, which is reserved: EDITIONS_URL, for editions",
    "/edition/": "is the path of EDITIONS_URL",
    "/search/": "is the path of SEARCH_URL",
    "/en/Search/": "is the path of SEARCH_URL",
    "/pagefind/": "is below /pagefind/, which is reserved: the index of the search",
    "/vi/pagefind/fragment/a.html": "is below /vi/pagefind/, which is reserved: the index of the search",
    "/lite/": "is the path of LITE_URL",
    "/lite/en/old.html": "is below /lite/, which is reserved: LITE_URL, for the lite edition",
    "/theme/": "is below /theme/, which is reserved: THEME_STATIC_DIR, for the theme's files",
    "/feed/": "is the path of the rss feed of all digests",
    "/tag/chips/feed/": 'is the path of the rss feed of "chips"',
    "/page/7/": "is where LIST_PAGE_URL puts older pages of /",
    "/category/world/page/12/": "is where LIST_PAGE_URL puts older pages of /category/world/",
    "/404.html": "is the path of the not-found page",
}
FREE = ("/page/", "/page/7/old/", "/old/page/7/", "/edition-2024/", "/themes/", "/searching/", "/tag/new/feed/")
SETTINGS = {
    "FEED_RSS_URL": "feed/",
    "CATEGORY_URL": "category/{slug}/",
    "TAG_URL": "tag/{slug}/",
    "EDITIONS_URL": "edition/",
    "LITE_URL": "lite/",
}


@pytest.mark.parametrize(("alias", "fault"), KEPT.items())
def test_an_alias_where_the_site_has_or_will_have_something_is_a_problem_where_it_stands(tmp_path, alias, fault):
    own = text(header=f"title: T\ndate: 2025-09-02\ntags: [chips]\naliases: [/old/, {alias}]", id="a")
    assert lines(tmp_path, {"it/2025/a.md": own}, **SETTINGS) == [
        f'{FILE}:6:18: PATH-TWICE the alias "{alias}" {fault} — delete it'
    ]


@pytest.mark.parametrize("alias", FREE)
def test_other_places_are_free(tmp_path, alias):
    own = text(header=f"title: T\ndate: 2025-09-02\naliases: {alias}", id="a")
    assert lines(tmp_path, {"it/2025/a.md": own}, **SETTINGS) == []


@pytest.mark.parametrize("alias", ["/robots.txt", "/feed.xml", "/sitemap.xml", "/feeds.opml", "/theme/daily.css"])
def test_a_file_for_programs_can_be_no_alias(tmp_path, alias):
    own = text(header=f"title: T\ndate: 2025-09-02\naliases: {alias}", id="a")
    (found,) = lines(tmp_path, {"it/2025/a.md": own})
    assert found.startswith(f'{FILE}:5:10: FM-ALIAS the alias "{alias}" ends in .')


def test_what_the_publication_does_without_keeps_nothing(tmp_path):
    own = text(header="title: T\ndate: 2025-09-02\naliases: [/edition/2025-w36/, /lite/a/]", id="a")
    assert lines(tmp_path, {"it/2025/a.md": own}, EDITIONS_URL="", LITE_URL="") == []


def test_an_alias_below_a_page_that_is_a_file_is_a_problem(tmp_path):
    files = {
        "it/2025/a.md": text(header="title: T\ndate: 2025-09-02\naliases: /b.html/x/", id="a"),
        "it/2025/b.md": text(header="title: T\ndate: 2025-09-02", id="b"),
    }
    assert lines(tmp_path, files) == [
        f'{FILE}:5:10: PATH-TWICE the alias "/b.html/x/" is below /b.html, which is the URL of content/it/2025/b.md — delete it'
    ]


@pytest.mark.parametrize("cutoff", ["2025-09-03 00:00", "2025-09-15 00:00"])
def test_an_alias_in_the_place_of_a_week_stops_check_and_build_before_the_week_is_over_and_after(
    tmp_path, capsys, cutoff
):
    file = publication(
        tmp_path, {"it/2025/a.md": digest("A", aliases=["/edition/2025-w36/"])}, EDITIONS_URL="edition/", CUTOFF=cutoff
    )
    said = 'content/it/2025/a.md:4:11: PATH-TWICE the alias "/edition/2025-w36/" is below /edition/, which is reserved: EDITIONS_URL, for editions — delete it'
    assert (build(file, next_step=""), capsys.readouterr().err.splitlines()[0]) == (1, said)
    assert (check(file), capsys.readouterr().err.splitlines()[0]) == (1, said)


def test_a_held_digest_does_not_bring_a_feed_into_the_place_of_an_alias(tmp_path, capsys):
    files = {
        f"it/2025/{name}.md": digest(name, f"2025-09-0{day} 08:00", tags=["chips"]) for day, name in enumerate("abc", 1)
    }
    files["it/2025/old.md"] = digest("Old", "2025-08-01 08:00", aliases=["/tag/chips/feed/"])
    file = publication(tmp_path, files, FEED_RSS_URL="feed/", CUTOFF="2025-09-02 12:00")
    assert check(file) == 1
    assert 'PATH-TWICE the alias "/tag/chips/feed/" is the path of the rss feed of "chips"' in capsys.readouterr().err


def test_a_pattern_that_puts_all_digests_there_is_told_once(tmp_path):
    files = {f"it/2025/{name}.md": text(id=name) for name in ("a", "b", "c")}
    assert lines(tmp_path, files, LITE_URL="lite/", REDIRECTS=["lite/alt/{slug}/"]) == [
        f'{FILE}:1:1: PATH-TWICE "/lite/alt/a/", from REDIRECTS, is below /lite/, which is reserved: LITE_URL, for the lite edition — narrow the pattern, or set REDIRECTS_UNTIL'
    ]
