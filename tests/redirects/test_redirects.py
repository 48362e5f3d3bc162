"""Redirects from old URLs: one hop to the right digest, in its language, and nothing for search engines to keep."""

from collections.abc import Iterator
from urllib.parse import urljoin, urlsplit

import pytest

from puntina.commands.build import Options, run
from tests.built.browsing import serving
from tests.site_builder import ALL_PLUGINS, SAMPLE, Built, digest, hrefs, make, publication, texts, tree

FILES = {
    "it/2025/a.md": digest("Chip & <co>", id="a", aliases=["/vecchio/a/", "/vecchio.html", "/senza"]),
    "en/2025/a.md": digest("Chips", id="e"),
    "it/2025/draft.md": digest("Bozza", id="d", status="draft", aliases=["/bozza/"]),
    "it/2025/late.md": digest("Domani", "2027-01-01 08:00", id="l", aliases=["/domani/"]),
    "it/2025/hidden.md": digest("Nascosto", id="h", status="hidden", aliases=["/nascosto/"]),
    "it/pages/about.md": '---\ntitle: "Chi siamo"\nid: p\naliases: [/chi/]\n---\nNoi.\n',
}
LEADS = {
    "a/amp/index.html": "2025/09/a/",
    "chi/index.html": "about/",
    "en/a/amp/index.html": "en/2025/09/a/",
    "hidden/amp/index.html": "2025/09/hidden/",
    "nascosto/index.html": "2025/09/hidden/",
    "senza.html": "2025/09/a/",
    "vecchio.html": "2025/09/a/",
    "vecchio/a/index.html": "2025/09/a/",
}


def redirects(built: Built) -> dict[str, str]:
    """Return the address that each page leads to at once, by the page's file; the others lead nowhere."""
    found = {path: built.html(path).css_first('meta[http-equiv="refresh"]') for path in built.pages}
    return {path: str(meta.attributes["content"]) for path, meta in found.items() if meta}


@pytest.mark.parametrize("address", ["https://news.example", "https://news.example/some/repo"])
def test_every_address_of_before_leads_to_its_digest_in_one_hop(tmp_path, address):
    built = make(publication(tmp_path, FILES, SITEURL=address, REDIRECTS=["{slug}/amp/"]))
    assert redirects(built) == {path: f"0; url={built.root}/{url}" for path, url in LEADS.items()}
    assert all(built.has(url) and "refresh" not in built.bytes(url).decode() for url in LEADS.values())


def test_the_page_says_where_it_leads_to_people_and_machines(tmp_path):
    built = make(publication(tmp_path, FILES, SITEURL="https://news.example/some/repo"))
    page = built.html("vecchio/a/")
    assert page.root.attributes == {"lang": "it", "dir": "ltr"}
    assert texts(page, "title, h1") == ["Chip & <co>", "Chip & <co>"]
    assert hrefs(page, "link[rel=canonical]") == ["https://news.example/some/repo/2025/09/a/"]
    assert [meta.attributes["content"] for meta in page.css("meta[name=robots]")] == ["noindex"]
    assert texts(page, "p") == ["Questa pagina ha un nuovo indirizzo: https://news.example/some/repo/2025/09/a/"]
    assert hrefs(page, "p a") == ["/some/repo/2025/09/a/"]
    assert page.css("script, img, link[rel=stylesheet]") == []


def test_a_preview_leads_to_drafts_too(tmp_path):
    built = make(publication(tmp_path, FILES, PREVIEW=True))
    assert {"bozza/index.html", "domani/index.html"} < set(redirects(built))


def test_without_the_plugin_or_by_another_theme_the_site_is_built(tmp_path):
    without = [name for name in ALL_PLUGINS if name != "puntina.redirects"]
    assert redirects(make(publication(tmp_path / "a", FILES, PLUGINS=without))) == {}
    assert redirects(make(publication(tmp_path / "b", FILES, THEME="simple"))).keys() == LEADS.keys() - {
        path for path in LEADS if "amp" in path
    }
    alone = [name for name in ALL_PLUGINS if name != "puntina.core.engine"]
    assert "vecchio/a/index.html" in redirects(make(publication(tmp_path / "c", FILES, PLUGINS=alone)))


def test_an_edit_of_the_text_makes_no_redirect_again_and_one_of_the_title_does(tmp_path):
    def made(text: str) -> tuple[str, ...]:
        outcome = run(publication(tmp_path, FILES | {"it/2025/a.md": text}), {}, Options(jobs=1))
        assert outcome.counts
        return outcome.counts.written

    aliases = ["/vecchio/a/", "/vecchio.html", "/senza"]
    made(digest("Chip", id="a", aliases=aliases))
    own = {"vecchio/a/index.html", "vecchio.html", "senza.html"}
    assert own.isdisjoint(made(digest("Chip", id="a", aliases=aliases, body="- Altro\n\n📌 Sintesi.\n")))
    assert own < set(made(digest("Altro", id="a", aliases=aliases)))
    before = tree(tmp_path / "output")
    made(digest("Altro", id="a"))
    assert own < set(before)
    assert own.isdisjoint(tree(tmp_path / "output"))


@pytest.fixture
def served(tmp_path) -> Iterator[Built]:
    """Give the publication that ships with the project, with addresses of an older site, served on this machine."""
    with serving(SAMPLE / "pelicanconf.py", tmp_path / "output", REDIRECTS=["{slug}/amp/"]) as built:
        yield built


@pytest.mark.browser
def test_a_browser_that_asks_for_an_address_of_before_ends_at_the_digest(served, browser):
    page = browser.new_page()
    page.goto(f"{served.address}/en/china-buys-china-cambricon-takes-on-nvidia/amp/")
    page.wait_for_url(f"{served.address}/en/2025/*/china-buys-china-cambricon-takes-on-nvidia/")
    canonical = page.locator("link[rel=canonical]").get_attribute("href")
    assert urljoin(f"{served.address}/", urlsplit(str(canonical)).path) == page.url
