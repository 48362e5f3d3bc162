import pytest

from tests.built.crawler import crawl
from tests.site_builder import Built

GOOD = """<!doctype html><html lang="en"><body id="top"><h1>Home</h1>
<a href="/repo/other/">other</a> <a href="#top">top</a> <a href="other/#part">part</a> <img src="a.png" alt="">
<a href="https://elsewhere.example/">out</a> <a href="mailto:?subject=x">mail</a></body></html>"""


def site_of(folder, home: str) -> Built:
    (folder / "other").mkdir()
    (folder / "index.html").write_text(home)
    (folder / "other" / "index.html").write_text('<p id="part">Other')
    (folder / "a.png").write_bytes(b"")
    return Built(folder, "https://news.example/repo")


def test_a_site_without_broken_links_has_none(tmp_path):
    found = crawl(site_of(tmp_path, GOOD))
    assert found.broken() == []
    assert sorted(found.references) == ["https://news.example/repo/", "https://news.example/repo/other/"]


@pytest.mark.parametrize(
    ("html", "url"),
    [
        ('<a href="/repo/missing/">', "/repo/missing/"),
        ('<a href="/other/">', "/other/"),
        ('<a href="other">', "/repo/other"),
        ('<a href="other/#nothing">', "/repo/other/#nothing"),
        ('<a href="#nothing">', "/repo/#nothing"),
        ('<img src="b.png">', "/repo/b.png"),
        ('<img srcset="a.png 1x, b.png 2x">', "/repo/b.png"),
        ('<link rel="stylesheet" href="https://news.example/repo/b.css">', "/repo/b.css"),
        ('<svg><use href="icons.svg#x"></use></svg>', "/repo/icons.svg#x"),
        ('<script src="b.js"></script>', "/repo/b.js"),
    ],
)
def test_a_broken_reference_is_named_with_its_page(tmp_path, html, url):
    found = crawl(site_of(tmp_path, GOOD.replace("<h1>", f"{html}<h1>")))
    assert found.broken() == [f"https://news.example/repo/ → https://news.example{url}"]
