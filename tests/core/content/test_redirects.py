"""Aliases and old patterns that lead nowhere, to themselves, or into the place of something else."""

import pytest

from puntina.core.content.redirects import Moved, all_moved
from puntina.core.digest import Position
from puntina.core.routes.address import Address
from tests.core.checks.contents import content, lines, text, write

FOLDER = "content/it/2025/"


def keys(line: str = "", *, date: str = "2025-09-02", id: str = "") -> str:
    return text(header=f"title: T\ndate: {date}\n{line}".rstrip(), id=id)


@pytest.mark.parametrize(
    ("files", "found"),
    [
        (
            {"it/2025/a.md": keys("aliases: [/a.html]")},
            [f'{FOLDER}a.md:4:11: PATH-LOOP the alias "/a.html" is the file\'s own URL — delete it'],
        ),
        (
            {"it/2025/a.md": keys("aliases: [/b]"), "it/2025/b.md": keys("aliases: [/a]")},
            [
                f'{FOLDER}a.md:4:11: PATH-TWICE the alias "/b" is the URL of {FOLDER}b.md — delete it',
                f'{FOLDER}b.md:4:11: PATH-TWICE the alias "/a" is the URL of {FOLDER}a.md — delete it',
            ],
        ),
        (
            {"it/2025/a.md": keys("aliases: [/old/]"), "it/2025/b.md": keys("aliases:\n  - /new/\n  - /OLD/")},
            [f'{FOLDER}b.md:6:5: PATH-TWICE the alias "/OLD/" is also an old URL of {FOLDER}a.md — delete it'],
        ),
        (
            {"it/2025/a.md": keys("aliases: [/old/, old/]")},
            [f'{FOLDER}a.md:4:18: PATH-TWICE the alias "old/" is the same as "/old/" — delete it'],
        ),
        (
            {"it/2025/a.md": keys("aliases: [/2025/, /, /archives.html]")},
            [
                f'{FOLDER}a.md:4:19: FM-ALIAS the alias "/" is the URL of the home page — write the old path below the site\'s root, such as /2024/old-name/'
            ],
        ),
        (
            {"it/2025/a.md": keys("aliases: [/2025/, /archives.html, /en/]")},
            [
                f'{FOLDER}a.md:4:11: PATH-TWICE the alias "/2025/" is the path of YEAR_ARCHIVE_URL — delete it',
                f'{FOLDER}a.md:4:19: PATH-TWICE the alias "/archives.html" is the path of ARCHIVES_URL — delete it',
                f'{FOLDER}a.md:4:35: PATH-TWICE the alias "/en/" is the path of the home page — delete it',
            ],
        ),
        (
            {"it/2025/a.md": keys("aliases: [/media/old.html]"), "media/old.html": "old"},
            [
                f'{FOLDER}a.md:4:11: PATH-TWICE the alias "/media/old.html" is the path of the file media/old.html — delete it',
                'content/media/old.html: FILE-ACTIVE the file can run scripts in the browsers of readers who open it — remove it, or allow it: FILES_WITH_SCRIPTS = ["media/old.html"]',
            ],
        ),
        (
            {"it/2025/a.md": keys("aliases: [/media/a.png/x/, /old.html/, /old.html/x]"), "it/2025/b.md": keys("aliases: /old.html"), "media/a.png": b"", "media/b.html/c.png": b"", "it/2025/c.md": keys("aliases: /media/b.html")},
            [
                f'{FOLDER}a.md:4:11: PATH-TWICE the alias "/media/a.png/x/" is below /media/a.png, which is the path of the file media/a.png — delete it',
                f'{FOLDER}a.md:4:28: PATH-TWICE the alias "/old.html/" is below /old.html, which is also an old URL of {FOLDER}b.md — delete it',
                f'{FOLDER}a.md:4:40: PATH-TWICE the alias "/old.html/x" is below /old.html, which is also an old URL of {FOLDER}b.md — delete it',
                f'{FOLDER}c.md:4:10: PATH-TWICE the alias "/media/b.html" is the path of a folder — delete it',
            ],
        ),
        (
            {"it/2025/a.md": keys("aliases: [/en, /old, /older/, /older]"), "it/2025/b.md": keys("aliases: [/old/, /en.html]")},
            [
                f'{FOLDER}a.md:4:11: PATH-TWICE the alias "/en" is the path of the home page — delete it',
                f'{FOLDER}a.md:4:16: PATH-TWICE the alias "/old" is also an old URL of {FOLDER}b.md — delete it',
                f'{FOLDER}b.md:4:18: PATH-TWICE the alias "/en.html" is also an old URL of {FOLDER}a.md — delete it',
            ],
        ),
        ({"it/2025/a.md": keys("aliases: [/old/, /older.html]"), "it/pages/b.md": text(header="title: B\naliases: /b/")}, []),
    ],
)  # fmt: skip
def test_an_alias_that_meets_something_is_a_problem_where_it_stands(tmp_path, files, found):
    assert lines(tmp_path, files) == found


def test_patterns_give_an_address_for_each_digest_and_none_for_pages(tmp_path):
    files = {
        "it/2025/a.md": keys(id="a"),
        "en/2025/a.md": keys("aliases: [/en/a/amp/]", id="b"),
        "it/pages/about.md": text(header="title: Chi siamo"),
    }
    site = write(tmp_path, files, REDIRECTS=["{slug}/amp/", "{date:%Y}/{slug}.html"])
    found = content(tmp_path, files, REDIRECTS=["{slug}/amp/", "{date:%Y}/{slug}.html"])
    assert found.problems == ()
    assert list(all_moved(found.digests, found.addresses, site)) == [
        Moved(Address("en/a/amp/", "en/a/amp/index.html"), "en/2025/a.md", "/en/a/amp/", Position(5, 11), True),
        Moved(Address("en/2025/a.html", "en/2025/a.html"), "en/2025/a.md", "/en/2025/a.html", Position(1, 1), False),
        Moved(Address("a/amp/", "a/amp/index.html"), "it/2025/a.md", "/a/amp/", Position(1, 1), False),
        Moved(Address("2025/a.html", "2025/a.html"), "it/2025/a.md", "/2025/a.html", Position(1, 1), False),
    ]


def test_digests_from_after_the_move_have_no_address_of_before(tmp_path):
    files = {f"it/2025/{day}.md": keys(date=f"2025-08-0{day}", id=f"d{day}") for day in (1, 2, 3)}
    changes = {"REDIRECTS": ["{slug}/amp/"], "REDIRECTS_UNTIL": "2025-08-02"}
    found, site = content(tmp_path, files, **changes), write(tmp_path, files, **changes)
    assert [move.said for move in all_moved(found.digests, found.addresses, site)] == ["/1/amp/"]


def test_a_pattern_that_gives_some_digest_its_own_address_leaves_that_alone(tmp_path):
    files = {"it/2025/a.md": keys("category: world", id="a"), "it/2025/b.md": keys("category: C++", id="b")}
    changes = {"ARTICLE_URL": "{category}/{slug}/", "REDIRECTS": ["world/{slug}/"], "CATEGORY_SLUGS": {"C++": "cpp"}}
    found, site = content(tmp_path, files, **changes), write(tmp_path, files, **changes)
    assert [move.said for move in all_moved(found.digests, found.addresses, site)] == ["/world/b/"]
    assert found.problems == ()


def test_a_pattern_under_which_two_digests_meet_is_a_problem_of_the_second(tmp_path):
    files = {"it/2024/a.md": keys(date="2024-01-01"), "it/2025/a.md": keys()}
    changes = {"ARTICLE_URL": "{date:%Y}/{slug}/", "REDIRECTS": ["{slug}/amp/"]}
    assert lines(tmp_path, files, **changes) == [
        f'{FOLDER}a.md:1:1: PATH-TWICE "/a/amp/", from REDIRECTS, is also an old URL of content/it/2024/a.md — narrow the pattern, or set REDIRECTS_UNTIL'
    ]


@pytest.mark.parametrize("alias", ["/page/old/", "/a/page/1/", "/editions/old/", "/lite-old/", "/homepage/1/"])
def test_an_alias_beside_the_places_of_lists_is_none(tmp_path, alias):
    assert lines(tmp_path, {"it/2025/a.md": keys(f"aliases: {alias}")}) == []


def test_a_publication_without_editions_and_lite_pages_has_their_places_free(tmp_path):
    files = {"it/2025/a.md": keys("aliases: [/edition/2025-09-02/, /lite/a.html]")}
    assert lines(tmp_path, files, EDITIONS_URL="", LITE_URL="") == []


def test_a_pattern_in_the_place_of_lite_pages_is_a_problem_where_one_is(tmp_path):
    assert lines(tmp_path, {"it/2025/a.md": keys()}, REDIRECTS=["lite/{slug}.html"]) == [
        f'{FOLDER}a.md:1:1: PATH-TWICE "/lite/a.html", from REDIRECTS, is below /lite/, which is reserved: LITE_URL, for the lite edition — narrow the pattern, or set REDIRECTS_UNTIL'
    ]
