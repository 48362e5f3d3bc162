"""The list of published addresses: what it holds, and which of them a change would take away."""

import pytest

from plugins.check.command import check, note_addresses
from plugins.check.published import HEAD, NAME
from tests.site_builder import digest, publication

FILES = {
    "it/2025/a.md": digest("A", "2025-09-02 07:30", id="a", aliases=["/old/a/"]),
    "it/2025/draft.md": digest("Bozza", "2025-09-03 07:30", id="d", status="draft"),
    "en/2025/a.md": digest("A", "2025-09-02 07:30", id="e"),
    "it/pages/about.md": '---\ntitle: "Chi siamo"\nid: p\n---\nNoi.\n',
}
LIST = HEAD + "/2025/09/a/ a\n/about/ p\n/en/2025/09/a/ e\n/old/a/ a\n"


@pytest.fixture
def settings(tmp_path):
    """Give a publication whose addresses are noted."""
    file = publication(tmp_path, FILES)
    assert note_addresses(file) == 0
    return file


def gone(settings, capsys):
    """Return the exit code of a check and its lines about addresses."""
    code = check(settings)
    return code, [line for line in capsys.readouterr().err.splitlines() if "PATH-GONE" in line]


def test_the_list_holds_what_readers_may_see_and_what_leads_there(settings, capsys):
    assert (settings.parent / NAME).read_text("utf-8") == LIST
    assert gone(settings, capsys) == (0, [])


def test_noting_again_adds_what_is_new_and_takes_nothing_away(settings, capsys):
    publication(settings.parent, {"it/2025/b.md": digest("B", id="b"), "it/2025/a.md": digest("A", id="a", slug="c")})
    capsys.readouterr()
    assert note_addresses(settings) == 0
    assert capsys.readouterr().out == "2 new addresses in addresses.txt\n"
    assert note_addresses(settings) == 0
    assert capsys.readouterr().out == "0 new addresses in addresses.txt\n"
    lines = ["/2025/09/a/ a\n", "/2025/09/b/ b\n", "/2025/09/c/ a\n", *LIST.splitlines(keepends=True)[3:]]
    assert (settings.parent / NAME).read_text("utf-8") == HEAD + "".join(lines)


def test_without_a_list_nothing_can_vanish(tmp_path, capsys):
    assert gone(publication(tmp_path, FILES), capsys) == (0, [])


def test_an_address_that_changes_without_an_alias_is_named_with_the_way_out(settings, capsys):
    publication(settings.parent, {"it/2025/a.md": digest("A", id="a", slug="chip")})
    assert gone(settings, capsys) == (
        1,
        [
            "addresses.txt:3:1: PATH-GONE nothing would be at /2025/09/a/ any more — add it to content/it/2025/a.md: aliases: [/2025/09/a/]",
            "addresses.txt:6:1: PATH-GONE nothing would be at /old/a/ any more — add it to content/it/2025/a.md: aliases: [/old/a/]",
        ],
    )
    publication(settings.parent, {"it/2025/a.md": digest("A", id="a", slug="chip", aliases=["/2025/09/a/", "/old/a"])})
    (settings.parent / NAME).write_text(LIST.replace("/old/a/ a\n", "# gone\n"), "utf-8")
    assert gone(settings, capsys) == (0, [])


def test_what_is_deleted_or_unpublished_is_named_too(settings, capsys):
    publication(settings.parent, {"en/2025/a.md": digest("A", id="e", status="draft")})
    (settings.parent / "content/it/pages/about.md").unlink()
    assert gone(settings, capsys)[1] == [
        "addresses.txt:4:1: PATH-GONE nothing would be at /about/ any more — put it among the aliases of what stands for it now, or delete the line in addresses.txt",
        "addresses.txt:5:1: PATH-GONE nothing would be at /en/2025/09/a/ any more — content/en/2025/a.md is draft: publish it again, or delete the line in addresses.txt",
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
