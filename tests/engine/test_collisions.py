import pytest

from plugins.build import build
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
    assert build(file, look="") == 1
    first, *_, last = capsys.readouterr().err.splitlines()
    assert all(party in first for party in parties), first
    assert "PATH-TWICE" in first
    assert last == "not built: 1 error; the output is as it was"
    assert entries(tmp_path) == ["content", "pelicanconf.py"]


def test_the_output_stays_as_it_was(tmp_path):
    file = publication(tmp_path, A)
    before = tree(make(file).folder)
    publication(tmp_path, A | {"it/pages/tags.md": "---\ntitle: Argomenti\n---\nTesto.\n"})
    assert build(file, look="") == 1
    assert tree(tmp_path / "output") == before
