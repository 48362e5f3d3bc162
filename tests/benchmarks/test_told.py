import pytest

from benchmarks.told import described, mapped, told

PAGE = """<!doctype html><html lang="en"><head><title>A</title>
<link rel="alternate" hreflang="it" href="https://news.example/it/">
<meta property="og:title" content="A &amp; B">
<script type="application/ld+json">{graph}</script></head><body><p>Text.</p></body></html>"""
GRAPH = '{"@graph": [{"headline": "A", "wordCount": 3}]}'
SITEMAP = """<?xml version="1.0"?><urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
<url><loc>https://news.example/b/</loc></url><url><loc>https://news.example/a/</loc></url></urlset>"""


def site(folder, graph=GRAPH, sitemap=SITEMAP, title="A"):
    """Write a site of one digest, and return what it tells."""
    page = folder / "2025" / "09" / "a" / "index.html"
    page.parent.mkdir(parents=True, exist_ok=True)
    page.write_text(PAGE.replace("{graph}", graph).replace("<title>A", f"<title>{title}"), "utf-8")
    (folder / "sitemap.xml").write_text(sitemap, "utf-8")
    return told(folder)


def test_a_page_is_described_by_what_it_tells(tmp_path):
    site(tmp_path)
    assert described(tmp_path / "2025/09/a/index.html") == {
        "properties": [("og:title", "A & B")],
        "languages": [("it", "https://news.example/it/")],
        "graphs": [{"@graph": [{"headline": "A"}]}],
    }
    assert list(mapped(tmp_path)) == ["https://news.example/b/", "https://news.example/a/"]


def test_the_same_told_in_another_order_is_the_same(tmp_path):
    order = SITEMAP.replace("/b/", "/x/").replace("/a/", "/b/").replace("/x/", "/a/")
    graph = '{"@graph":[{"wordCount":4,"headline":"A"}]}'
    assert site(tmp_path, graph, order, title="Another title") == site(tmp_path)


@pytest.mark.parametrize(
    "change", [{"graph": GRAPH.replace('"A"', '"B"')}, {"sitemap": SITEMAP.replace("/b/", "/c/")}], ids=min
)
def test_anything_else_told_is_told_apart(tmp_path, change):
    assert site(tmp_path, **change) != site(tmp_path)
