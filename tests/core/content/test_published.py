"""The list of published addresses: what it holds, and which digests and pages a change would take away."""

import pytest

from puntina.commands.check.command import check, note_addresses
from puntina.core.content.published import HEAD
from puntina.core.content.url_list import read_list
from puntina.core.settings.model import ADDRESSES_FILE as NAME
from tests.site_builder import digest, make, publication, tree

FILES = {
    "it/2025/a.md": digest("A", "2025-09-02 07:30", id="a", aliases=["/old/a/"]),
    "it/2025/draft.md": digest("Bozza", "2025-09-03 07:30", id="d", status="draft"),
    "en/2025/a.md": digest("A", "2025-09-02 07:30", id="e"),
    "it/pages/about.md": '---\ntitle: "Chi siamo"\nid: p\n---\nNoi.\n',
}
LIST = "/2025/09/a/ a\n/about/ p\n/en/2025/09/a/ e\n/old/a/ a\n"
SOURCES = [{"name": "The Example", "url": "https://example.org/"}]
RICH = {
    f"{lang}/2025/{number}.md": digest(
        f"{lang} {number}",
        f"2025-{month}-0{number} 07:30",
        id=f"{lang}{number}",
        category="technology",
        tags=["chips", "Cina"][: 1 + (number == 1)],
        author="Anna",
        thread="Chip",
        sources=SOURCES,
    )
    for lang, month in (("it", "09"), ("en", "08"))
    for number in (1, 2, 3)
} | {
    "it/2025/held.md": digest("Domani", "2027-01-01 08:00", id="h", author="Bruno", tags=["domani"]),
    "it/2025/hidden.md": digest("Nascosto", id="n", status="hidden", author="Carla", tags=["nascosto"]),
}
EVERYTHING = {
    "EDITIONS_URL": "edition/",
    "LITE_URL": "lite/",
    "CORRECTIONS_URL": "corrections/",
    "MONTH_ARCHIVE_URL": "{date:%Y}/{date:%m}/",
    "FEED_FORMATS": {"tag": ["rss", "json"]},
    "FEED_URLS": {"author": {"rss": "feeds/{slug}.xml"}, "tag": {"rss": "tag/{slug}/feed/"}},
    "SEARCH": False,
}


def shortened(settings, lines=LIST):
    """Leave but these lines in the list, which are those of digests and pages, and return what was there."""
    text = (settings.parent / NAME).read_text("utf-8")
    (settings.parent / NAME).write_text(HEAD + lines, "utf-8")
    return text


@pytest.fixture
def settings(tmp_path):
    """Give a publication whose digests' and pages' addresses are noted."""
    file = publication(tmp_path, FILES)
    assert note_addresses(file) == 0
    shortened(file)
    return file


def gone(settings, capsys):
    """Return the exit code of a check and its lines about addresses."""
    code = check(settings)
    return code, [line for line in capsys.readouterr().err.splitlines() if "PATH-GONE" in line]


def without_lists(settings):
    return "".join(f"{each.address} {each.id}\n" for each in read_list(settings.parent) if not each.is_list)


def test_the_list_holds_digests_and_pages_that_readers_may_see_and_what_leads_there(tmp_path, capsys):
    settings = publication(tmp_path, FILES)
    assert note_addresses(settings) == 0
    assert without_lists(settings) == LIST
    assert gone(settings, capsys) == (0, [])


def test_the_list_holds_every_page_and_feed_of_the_site_but_older_pages_and_lite_digests(tmp_path):
    settings = publication(tmp_path, RICH, **EVERYTHING)
    assert note_addresses(settings) == 0
    built = set(tree(make(settings).folder))
    found = {path for path in built if path.endswith((".html", ".xml", ".json", ".opml")) and path != "404.html"}
    passed_over = {path for path in found if "/page/" in path or path.startswith(("page/", "lite/"))}
    homes = {"lite/index.html", "lite/en/index.html", "lite/vi/index.html"}
    at_times = {"sitemap-news.xml"}  # there while there is news
    listed = [each.address.removeprefix("/") for each in read_list(tmp_path)]
    assert len(listed) == len(set(listed))
    assert {file_of(address, built) for address in listed} == found - passed_over | homes | at_times


def file_of(address, built):
    """Return the file that a host serves for the address."""
    names = [f"{address}{index}" for index in ("index.html", "index.xml")]
    return next((name for name in names if name in built), address) if address.endswith("/") or not address else address


def test_an_entry_of_a_list_says_by_what_it_is_there(tmp_path):
    note_addresses(publication(tmp_path, RICH, **EVERYTHING))
    ids = {each.address: each.id for each in read_list(tmp_path) if each.is_list}
    some = ("/", "/en/2025/", "/2025/09/", "/all/feed.xml", "/en/category/technology/feed.json", "/feeds/anna.xml")
    some += (
        "/edition/2025-w36/",
        "/edition/2025-09-02/",
        "/edition/week/atom.xml",
        "/sitemap.xml",
        "/en/outlet/the-example/",
    )
    assert [ids[address] for address in some] == [
        "HOME:it",
        "YEAR_ARCHIVE_URL:en:2025",
        "MONTH_ARCHIVE_URL:it:2025-09",
        "HOME_OF_ALL:::rss",
        "CATEGORY_URL:en:technology:json",
        "AUTHOR_URL:it:anna:rss",
        "EDITIONS_URL:it:2025-w36",
        "EDITIONS_URL:it:2025-09-02",
        "EDITIONS_URL:it:week:atom",
        "SITEMAP_URL:",
        "OUTLET_URL:en:the-example",
    ]


def test_noting_again_adds_what_is_new_and_takes_nothing_away(settings, capsys):
    note_addresses(settings)
    publication(settings.parent, {"it/2025/b.md": digest("B", id="b"), "it/2025/a.md": digest("A", id="a", slug="c")})
    capsys.readouterr()
    assert note_addresses(settings) == 0
    assert capsys.readouterr().out == "2 new URLs in addresses.txt\n"
    assert note_addresses(settings) == 0
    assert capsys.readouterr().out == "0 new URLs in addresses.txt\n"
    lines = ["/2025/09/a/ a\n", "/2025/09/b/ b\n", "/2025/09/c/ a\n", *LIST.splitlines(keepends=True)[1:]]
    assert without_lists(settings) == "".join(lines)


def test_without_a_list_nothing_can_vanish(tmp_path, capsys):
    assert gone(publication(tmp_path, FILES), capsys) == (0, [])


def test_an_address_that_changes_without_an_alias_is_named_with_the_way_out(settings, capsys):
    publication(settings.parent, {"it/2025/a.md": digest("A", id="a", slug="chip")})
    assert gone(settings, capsys) == (
        1,
        [
            "addresses.txt:3:1: PATH-GONE 1 published URL would disappear: /2025/09/a/ — add to content/it/2025/a.md: aliases: [/2025/09/a/], or delete the line in addresses.txt",
            "addresses.txt:6:1: PATH-GONE 1 published URL would disappear: /old/a/ — add to content/it/2025/a.md: aliases: [/old/a/], or delete the line in addresses.txt",
        ],
    )
    publication(settings.parent, {"it/2025/a.md": digest("A", id="a", slug="chip", aliases=["/2025/09/a/", "/old/a"])})
    shortened(settings, LIST.replace("/old/a/ a\n", "# gone\n"))
    assert gone(settings, capsys) == (0, [])


def test_what_is_deleted_or_unpublished_is_named_too(settings, capsys):
    publication(settings.parent, {"en/2025/a.md": digest("A", id="e", status="draft")})
    (settings.parent / "content/it/pages/about.md").unlink()
    assert gone(settings, capsys)[1] == [
        "addresses.txt:4:1: PATH-GONE 1 published URL would disappear: /about/ — add /about/ to the aliases of the page that replaces it, or delete the line in addresses.txt",
        "addresses.txt:5:1: PATH-GONE 1 published URL would disappear: /en/2025/09/a/ — content/en/2025/a.md is a draft: publish it again, or delete the line in addresses.txt",
    ]


def test_a_pattern_taken_out_of_the_settings_is_seen(tmp_path, capsys):
    note_addresses(publication(tmp_path, FILES, REDIRECTS=["{slug}/amp/"]))
    code, lines = gone(publication(tmp_path, FILES), capsys)
    assert (code, len(lines)) == (1, 2)
    assert "/a/amp/" in lines[0]


def test_content_with_errors_is_not_noted(tmp_path, capsys):
    settings = publication(tmp_path, FILES | {"it/2025/b.md": "no front matter"})
    assert note_addresses(settings) == 1
    assert "FM-MISSING" in capsys.readouterr().err
    assert not (tmp_path / NAME).exists()
