"""Lists and feeds that a change would take away: one problem for each reason, with the way back."""

import pytest

from puntina.commands.build import build
from puntina.commands.check.command import check, note_addresses
from puntina.core.settings.model import ADDRESSES_FILE as NAME
from tests.site_builder import ALL_PLUGINS, digest, entries, publication, tree

SOURCES = [{"name": "The Example", "url": "https://example.org/"}]
KEYS = {"tags": ["chips"], "author": "Anna", "thread": "Chip", "sources": SOURCES}
FILES = {
    "it/2025/a.md": digest("A", "2025-09-02 07:30", id="ia", aliases=["/old/a/", "/old/b/"], **KEYS),
    "it/2025/b.md": digest("B", "2025-09-03 07:30", id="ib", **KEYS),
    "en/2025/a.md": digest("A", "2025-08-02 07:30", id="ea", **KEYS),
    "it/pages/about.md": '---\ntitle: "Chi siamo"\nid: pa\n---\nNoi.\n',
    "it/pages/terms.md": '---\ntitle: "Condizioni"\nid: pt\n---\nNoi.\n',
}
BEFORE = {
    "LANGUAGES": {"it": "Fatti", "en": "Facts"},
    "CATEGORIES": {"world": {"it": "Mondo", "en": "World"}, "economy": {"it": "Economia", "en": "Economy"}},
    "EDITIONS_URL": "edition/",
    "LITE_URL": "lite/",
    "MONTH_ARCHIVE_URL": "{date:%Y}/{date:%m}/",
    "DEFAULT_PAGINATION": 1,
    "FEED_TAG_MINIMUM": 1,
    "FEED_FORMATS": {"all": ["rss", "atom"], "category": ["rss", "atom"]},
}


def noted(folder, files=FILES, **changes):
    """Return the settings file of a publication whose addresses are noted."""
    file = publication(folder, files, **BEFORE | changes)
    assert note_addresses(file) == 0
    return file


def gone(settings, capsys):
    """Return what a check says is gone: the first address, what else, and the way out."""
    capsys.readouterr()
    code = check(settings)
    lines = [line.partition(": PATH-GONE ") for line in capsys.readouterr().err.splitlines()]
    found = [text.removesuffix(" in addresses.txt") for _, mark, text in lines if mark]
    assert code == bool(found)
    return found


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({}, []),
        (
            {"CATEGORY_URL": "section/{slug}/"},
            [
                '10 published URLs would disappear, among them 8 feeds: /category/economy/atom.xml, …; CATEGORY_URL changed to "section/{slug}/" — restore it, or keep its feeds at their URLs: FEED_URLS = {"category": {"atom": "category/{slug}/atom.xml", "rss": "category/{slug}/feed.xml"}}, or delete their lines'
            ],
        ),
        (
            {
                "CATEGORY_URL": "section/{slug}/",
                "FEED_URLS": {"category": {"atom": "category/{slug}/atom.xml", "rss": "category/{slug}/feed.xml"}},
            },
            [
                '2 published URLs would disappear: /category/world/, …; CATEGORY_URL changed to "section/{slug}/" — restore it, or delete their lines'
            ],
        ),
        (
            {"FEED_ATOM_URL": "a.xml"},
            [
                '10 published feeds would disappear: /atom.xml, …; FEED_ATOM_URL changed to "a.xml", and FEED_URLS does not keep the old path — restore it, or delete their lines'
            ],
        ),
        (
            {"FEED_URLS": {"author": {"rss": "by/{slug}.xml"}}},
            [
                '2 published feeds would disappear: /author/anna/feed.xml, …; FEED_URLS has another path for rss feeds of "author" — restore it, or delete their lines'
            ],
        ),
        (
            {"FEED_FORMATS": {"all": ["rss", "atom"], "category": ["rss"]}},
            [
                '4 published feeds would disappear: /category/economy/atom.xml, …; FEED_FORMATS has no "atom" for "category" — add it again, or delete their lines'
            ],
        ),
        (
            {"FEED_TAG_MINIMUM": 2},
            [
                "1 published feed would disappear: /en/tag/chips/feed.xml; FEED_TAG_MINIMUM is 2, and fewer digests have these tags — lower it, or delete the line"
            ],
        ),
        (
            {"EDITIONS_URL": ""},
            [
                '15 published URLs would disappear, among them 8 feeds: /edition/, …; EDITIONS_URL is "" — restore it, or delete their lines'
            ],
        ),
        (
            {"EDITIONS_URL": "days/"},
            [
                '15 published URLs would disappear, among them 8 feeds: /edition/, …; EDITIONS_URL changed to "days/" — restore it, or delete their lines'
            ],
        ),
        (
            {"MONTH_ARCHIVE_URL": "{date:%Y}-{date:%m}/"},
            [
                '2 published URLs would disappear: /2025/09/, …; MONTH_ARCHIVE_URL changed to "{date:%Y}-{date:%m}/" — restore it, or delete their lines'
            ],
        ),
        (
            {"OUTLET_URL": ""},
            [
                '4 published URLs would disappear: /en/outlet/the-example/, …; OUTLET_URL is "" — restore it, or delete their lines'
            ],
        ),
        (
            {"LITE_URL": "l/", "SITEMAP_URL": "", "TAGS_URL": "t/"},
            [
                '2 published URLs would disappear: /en/tags/, …; TAGS_URL changed to "t/" — restore it, or delete their lines',
                '2 published URLs would disappear: /lite/, …; LITE_URL changed to "l/" — restore it, or delete their lines',
                '1 published URL would disappear: /sitemap.xml; SITEMAP_URL is "" — restore it, or delete the line',
            ],
        ),
        (
            {"CATEGORIES": {"world": {"it": "Mondo", "en": "World"}}},
            [
                '4 published feeds would disappear: /category/economy/atom.xml, …; CATEGORIES has no category with the slug "economy" — add it again, or give its new name that slug: CATEGORY_SLUGS = {"…": "economy"}, or delete their lines'
            ],
        ),
        (
            {"ARTICLE_URL": "{slug}/"},
            [
                '3 published URLs would disappear: /2025/09/a/, …; ARTICLE_URL changed to "{slug}/" — restore it, or keep the old pattern: REDIRECTS = ["…"], or delete their lines'
            ],
        ),
        ({"ARTICLE_URL": "{slug}/", "REDIRECTS": ["{date:%Y}/{date:%m}/{slug}/"]}, []),
        (
            {"PAGE_URL": "p/{slug}/"},
            [
                "2 published URLs would disappear: /about/, …; PAGE_URL changed to \"p/{slug}/\" — restore it, or write the old URLs into the pages' aliases, or delete their lines"
            ],
        ),
        (
            {"PLUGINS": [name for name in ALL_PLUGINS if name != "puntina.redirects"]},
            ['2 published URLs would disappear: /old/a/, …; PLUGINS lacks "puntina.redirects" — add it again, or delete their lines'],
        ),
        (
            {"LIST_PAGE_URL": "p{number}/"},
            ['1 published URL would disappear: /page/1/; LIST_PAGE_URL changed to "p{number}/" — restore it, or delete the line'],
        ),
        (
            {"DEFAULT_PAGINATION": 9},
            ["1 published URL would disappear: /page/1/; DEFAULT_PAGINATION is 9, so the home page no longer has older pages — lower it, or delete the line"],
        ),
        (
            {"PLUGINS": [name for name in ALL_PLUGINS if name != "puntina.editions"]},
            [
                '15 published URLs would disappear, among them 8 feeds: /edition/, …; PLUGINS lacks "puntina.editions" — add it again, or delete their lines'
            ],
        ),
    ],
)  # fmt: skip
def test_a_changed_setting_is_one_problem_whatever_it_takes_away(tmp_path, capsys, changes, said):
    noted(tmp_path)
    assert gone(publication(tmp_path, FILES, **BEFORE | changes), capsys) == said


def test_another_default_language_is_one_problem(tmp_path, capsys):
    noted(tmp_path)
    (found,) = gone(publication(tmp_path, FILES, **BEFORE | {"DEFAULT_LANG": "en"}), capsys)
    assert found.endswith('DEFAULT_LANG changed to "en" — restore it, or delete their lines')


def test_an_author_who_is_written_otherwise_everywhere_is_named_with_the_feeds(tmp_path, capsys):
    noted(tmp_path)
    texts = {path: text.replace("Anna", "Anna Rossi") for path, text in FILES.items()}
    assert gone(publication(tmp_path, texts, **BEFORE), capsys) == [
        '4 published URLs would disappear, among them 2 feeds: /author/anna/, …; no published digest has the author "anna" any more — restore the old spelling, or delete their lines'
    ]


def test_a_tag_may_keep_its_address_under_another_name(tmp_path, capsys):
    noted(tmp_path)
    texts = {path: text.replace("chips", "semiconductors") for path, text in FILES.items()}
    assert gone(publication(tmp_path, texts, **BEFORE), capsys) == [
        '4 published URLs would disappear, among them 2 feeds: /en/tag/chips/, …; no published digest has the tag "chips" any more — restore the old spelling, or give the new name that slug: TAG_SLUGS = {"…": "chips"}, or delete their lines'
    ]
    assert gone(publication(tmp_path, texts, **BEFORE | {"TAG_SLUGS": {"semiconductors": "chips"}}), capsys) == []


def test_the_last_digest_of_a_section_takes_its_page_and_not_its_feeds(tmp_path, capsys):
    settings = noted(tmp_path, FILES | {"it/2025/c.md": digest("C", "2025-09-02 09:00", id="ic", category="economy")})
    publication(tmp_path, {"it/2025/c.md": digest("C", "2025-09-02 09:00", id="ic")}, **BEFORE)
    assert gone(settings, capsys) == [
        '1 published URL would disappear: /category/economy/; no published digest is in the category "economy" any more — publish a digest in it, or delete the line'
    ]


def test_a_date_that_changes_takes_an_edition_and_a_month(tmp_path, capsys):
    settings = noted(tmp_path)
    publication(tmp_path, {"en/2025/a.md": digest("A", "2025-07-02 07:30", id="ea", **KEYS)}, **BEFORE)
    assert gone(settings, capsys) == [
        "1 published URL would disappear: /en/2025/08/; no published digest has these dates any more (MONTH_ARCHIVE_URL) — restore the dates of the digests, or delete the line",
        "1 published URL would disappear: /en/2025/08/a/ — add to content/en/2025/a.md: aliases: [/en/2025/08/a/], or delete the line",
        "2 published URLs would disappear: /en/edition/2025-08-02/, …; no published digest has these dates any more (EDITIONS_URL) — restore the dates of the digests, or write that day into one of them as edition: YYYY-MM-DD, or delete their lines",
    ]


def test_a_digest_that_expires_takes_nothing_away_by_time_alone(tmp_path, capsys):
    files = FILES | {
        "en/2025/a.md": digest(
            "A", "2025-08-02 07:30", id="ea", expires="2025-12-01 00:00", **KEYS | {"author": "Bruno"}
        )
    }
    noted(tmp_path, files, CUTOFF="2025-11-01 00:00")
    assert gone(publication(tmp_path, files, **BEFORE | {"CUTOFF": "2026-01-01 00:00"}), capsys) == []


def test_many_deleted_digests_are_one_problem_and_few_are_named(tmp_path, capsys):
    many = {f"it/2025/x{number}.md": digest(f"X{number}", id=f"x{number}") for number in range(21)}
    settings = noted(tmp_path, FILES | many)
    for path in many:
        (tmp_path / "content" / path).unlink()
    (found,) = gone(settings, capsys)
    assert found == (
        "21 published URLs would disappear: /2025/09/x0/, … — add each of them to the aliases of the page that replaces it, or delete their lines"
    )


def test_a_file_with_an_error_is_not_gone(tmp_path, capsys):
    settings = noted(tmp_path)
    publication(tmp_path, {"it/2025/a.md": "no front matter"}, **BEFORE)
    assert check(settings) == 1
    assert "PATH-GONE" not in capsys.readouterr().err


def test_publish_refuses_what_check_refuses_and_leaves_the_output_as_it_was(tmp_path, capsys):
    files = FILES | {"it/2025/c.md": digest("C", id="ic", author="Carla")}
    settings = noted(tmp_path, files)
    published = tmp_path / "publishconf.py"
    published.write_text(settings.read_text("utf-8"), "utf-8")
    assert build(published, next_step="") == 0
    before = tree(tmp_path / "output")
    (tmp_path / "content/it/2025/c.md").unlink()
    capsys.readouterr()
    assert check(settings) == 1
    said = [line for line in capsys.readouterr().err.splitlines() if "PATH-GONE" in line]
    assert len(said) == 2
    assert build(published, next_step="") == 1
    shown = capsys.readouterr().err.splitlines()
    assert [line for line in shown if "PATH-GONE" in line] == said
    assert shown[-1] == "not built: 2 errors; the output is unchanged"
    assert tree(tmp_path / "output") == before
    assert build(settings, next_step="") == 0  # to look at it here


def test_a_line_that_is_added_to_the_list_is_seen_by_a_publish_that_has_nothing_else_to_do(tmp_path, capsys):
    settings = noted(tmp_path)
    published = tmp_path / "publishconf.py"
    published.write_text(settings.read_text("utf-8"), "utf-8")
    assert build(published, next_step="") == 0
    with (tmp_path / NAME).open("a", encoding="utf-8") as file:
        file.write("/gone/ someone\n")
    assert build(published, next_step="") == 1
    assert "PATH-GONE 1 published URL would disappear: /gone/" in capsys.readouterr().err
    assert "output" in entries(tmp_path)
