import pytest

from tests.metadata.pages import FILES
from tests.site_builder import make, publication

BELOW = "https://news.example/some/repo"


def asked(built, place):
    """Return what the page asks of robots."""
    node = built.html(place).css_first("meta[name=robots]")
    return node.attributes["content"] if node else ""


@pytest.mark.parametrize(
    ("ai_use", "wishes"),
    [("allow", ""), ("no training", "nocache, noai, noimageai"), ("none", "noarchive, noai, noimageai")],
)
def test_below_a_folder_each_page_asks_what_robots_txt_would(tmp_path, capsys, ai_use, wishes):
    built = make(publication(tmp_path, FILES, SITEURL=BELOW, AI_USE=ai_use))
    assert {asked(built, path) for path in ("", "2025/09/chip/", "en/about/", "tag/chip/")} == {wishes}
    assert asked(built, "2025/09/hidden/") == ", ".join(filter(None, ["noindex", wishes]))
    assert asked(built, "404.html") == ", ".join(filter(None, ["noindex", wishes]))
    assert not built.has("robots.txt")
    instead = f": pages have {wishes} instead" if wishes else ""
    assert capsys.readouterr().out.splitlines()[:2] == [
        f"no robots.txt is made, because it would have no effect below /some/repo/{instead}",
        f"no robots.txt names the sitemap: submit {BELOW}/sitemap.xml to search engines yourself",
    ]


def test_a_build_with_nothing_to_do_says_so_too(tmp_path, capsys):
    settings = publication(tmp_path, FILES, SITEURL=BELOW)
    make(settings)
    first = capsys.readouterr().out.splitlines()[0]
    make(settings)
    assert capsys.readouterr().out.splitlines()[0] == first


def test_at_the_root_of_a_host_pages_leave_it_to_robots_txt(tmp_path, capsys):
    built = make(publication(tmp_path, FILES, AI_USE="none"))
    assert [path for path in built.pages if asked(built, path)] == ["2025/09/hidden/index.html", "404.html"]
    assert built.has("robots.txt")
    assert "robots" not in capsys.readouterr().out
