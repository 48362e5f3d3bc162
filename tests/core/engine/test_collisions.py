import pytest

from puntina.commands.build import build
from puntina.commands.check.command import check
from puntina.core.digest import Faults
from puntina.core.engine.output import Output, Queue
from tests.site_builder import digest, entries, make, publication, tree

A = {"it/2025/a.md": digest("A")}


@pytest.mark.parametrize(
    ("files", "settings", "parties"),
    [
        # a page and a list
        ({"it/pages/tags.md": "---\ntitle: Argomenti\n---\nTesto.\n"}, {}, ["content/it/pages/tags.md", "tags/index.html"]),
        ({"it/2025/archive.md": digest()}, {"ARTICLE_URL": "{slug}/"}, ["content/it/2025/archive.md", "archive/index.html"]),
        # a digest and a home of a language
        ({"it/2025/en.md": digest()}, {"ARTICLE_URL": "{slug}/"}, ["content/it/2025/en.md", "en/index.html"]),
        # a digest and a page
        ({"it/pages/a.md": "---\ntitle: A\n---\nTesto.\n"}, {"ARTICLE_URL": "{slug}/"}, ["content/it/pages/a.md", "content/it/2025/a.md"]),
        # a page and a file that is copied
        ({"it/pages/chip.md": "---\ntitle: Chip\n---\nTesto.\n", "media/chip.txt": "chip"}, {"PAGE_URL": "media/{slug}.txt"}, ["content/it/pages/chip.md", "media/chip.txt"]),
        # a page in the place of the theme's own files
        ({"it/pages/daily.md": "---\ntitle: Daily\n---\nTesto.\n"}, {"PAGE_URL": "theme/{slug}.css"}, ["content/it/pages/daily.md", "theme/daily.css"]),
        # a page and the page for missing addresses
        ({"it/pages/404.md": "---\ntitle: 404\n---\nTesto.\n"}, {"PAGE_URL": "{slug}.html"}, ["content/it/pages/404.md", "404.html"]),
        # a tag and the pages of another list
        ({"it/2025/b.md": digest("B", tags=["page"])}, {"TAG_URL": "{slug}/1/", "DEFAULT_PAGINATION": 1}, ["page/1/index.html"]),
    ],
    ids=["page-list", "digest-list", "digest-home", "digest-page", "page-file", "page-theme", "page-404", "tag-list"],
)  # fmt: skip
def test_two_that_would_write_one_file_are_an_error_that_names_both(tmp_path, capsys, files, settings, parties):
    file = publication(tmp_path, A | files, **settings)
    assert build(file, next_step="") == 1
    first, *_, last = capsys.readouterr().err.splitlines()
    assert all(party in first for party in parties), first
    assert "PATH-TWICE" in first
    assert last == "not built: 1 error; the output is unchanged"
    assert entries(tmp_path) == ["content", "pelicanconf.py"]


def test_the_output_stays_as_it_was(tmp_path):
    file = publication(tmp_path, A)
    before = tree(make(file).folder)
    publication(tmp_path, A | {"it/pages/tags.md": "---\ntitle: Argomenti\n---\nTesto.\n"})
    assert build(file, next_step="") == 1
    assert tree(tmp_path / "output") == before


@pytest.mark.parametrize(
    ("urls", "said"),
    [
        # a feed at the address of its own list's page
        (
            {"category": {"rss": "category/{slug}/"}},
            'the settings: PATH-TWICE category/world/index.xml and category/world/index.html, which have the same URL, would be both CATEGORY_URL and the rss feed of "world" — give one of the two another URL',
        ),
        # two feeds of one address
        (
            {"all": {"rss": "feed/", "json": "feed/"}},
            "the settings: PATH-TWICE feed/index.json and feed/index.xml, which have the same URL, would be both the rss feed of all digests and the json feed of all digests — give one of the two another URL",
        ),
    ],
)
def test_two_feeds_or_a_feed_and_a_page_at_one_address_are_found_by_check_and_build_alike(tmp_path, capsys, urls, said):
    files = {"it/2025/a.md": digest("A", author="World")}
    file = publication(tmp_path, files, FEED_URLS=urls)
    assert build(file, next_step="") == 1
    assert said in capsys.readouterr().err.splitlines()
    assert check(file) == 1
    assert said in capsys.readouterr().err.splitlines()


def test_a_page_at_the_address_of_a_feed_is_named_with_its_place(tmp_path, capsys):
    page = {"it/pages/feed.md": "---\ntitle: Feed\n---\nTesto.\n"}
    file = publication(tmp_path, A | page, FEED_URLS={"all": {"rss": "feed/"}})
    assert check(file) == 1
    assert (
        capsys.readouterr()
        .err.splitlines()[0]
        .startswith(
            "content/it/pages/feed.md:1:1: PATH-TWICE feed/index.html is also written for the rss feed of all digests"
        )
    )


def test_an_output_that_no_host_would_serve_is_a_collision(tmp_path):
    queue = Queue()
    for path, origin in (("a/index.json", "one"), ("a/index.html", "two"), ("b/index.xml", "three")):
        queue.add(Output(path, None, bytes, origin))
    with pytest.raises(Faults) as found:
        queue.checked(tmp_path)
    assert [str(each) for each in found.value.problems] == [
        "one: PATH-TWICE a/index.json of one and a/index.html of two have the same URL — give one of the two another slug or URL"
    ]
