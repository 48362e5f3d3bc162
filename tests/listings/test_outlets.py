"""A list for each outlet that digests are based on, in each language, and where readers find it."""

import pytest

from puntina.commands.build import Options, run
from tests.built.crawler import crawl
from tests.site_builder import digest, hrefs, make, publication, texts, tree


def based_on(title: str, day: int, *names: str, **keys: object) -> str:
    """Return a digest of a day that has these sources."""
    return digest(title, f"2025-09-{day:02} 07:30", sources=[{"name": name} for name in names], **keys)


FILES = {
    "it/2025/a.md": based_on("A", 1, "Agenzia Nuova", "L’Écho", id="a"),
    "it/2025/b.md": based_on("B", 2, "agenzia nuova", "Agenzia Nuova", id="b"),
    "it/2025/c.md": based_on("C", 3, "日本", "Agenzia Nuova", id="c"),
    "it/2025/d.md": based_on("D", 4, "!!!", id="d"),
    "it/2025/h.md": based_on("H", 5, "Nascosta", id="h", status="hidden"),
    "en/2025/a.md": based_on("A", 1, "Agenzia Nuova", id="e"),
}


@pytest.fixture(scope="module")
def built(tmp_path_factory):
    """Give the publication, built."""
    return make(publication(tmp_path_factory.mktemp("outlets"), FILES))


def test_each_outlet_has_a_list_in_each_language_that_has_it(built):
    assert texts(built.html("outlet/agenzia-nuova/"), "h1, article.card h2") == ["Agenzia Nuova", "C", "B", "A"]
    assert texts(built.html("outlet/l-echo/"), "h1, article.card h2") == ["L’Écho", "A"]
    assert texts(built.html("outlet/%E6%97%A5%E6%9C%AC/"), "h1, article.card h2") == ["日本", "C"]
    assert texts(built.html("en/outlet/agenzia-nuova/"), "article.card h2") == ["A"]
    lists = [path for path in built.pages if "outlet/" in path]
    assert len(lists) == 4


def test_the_same_outlet_in_another_language_is_an_alternate(built):
    links = built.html("outlet/agenzia-nuova/").css("link[hreflang]")
    assert {link.attributes["hreflang"]: link.attributes["href"] for link in links} == {
        "it": "https://news.example/outlet/agenzia-nuova/",
        "en": "https://news.example/en/outlet/agenzia-nuova/",
        "x-default": "https://news.example/outlet/agenzia-nuova/",
    }


def test_a_digest_leads_to_the_lists_of_its_outlets_each_once(built):
    shown = {place: hrefs(built.html(place), ".outlets a") for place in ("2025/09/a/", "2025/09/b/", "2025/09/d/")}
    assert shown == {
        "2025/09/a/": ["/outlet/agenzia-nuova/", "/outlet/l-echo/"],
        "2025/09/b/": ["/outlet/agenzia-nuova/"],
        "2025/09/d/": [],
    }
    assert hrefs(built.html("2025/09/h/"), ".outlets a") == []
    assert texts(built.html("2025/09/a/"), ".outlets") == ["Tutti gli articoli basati su: Agenzia Nuova, L’Écho"]


def test_all_outlets_are_on_one_page_that_every_page_leads_to(built):
    assert texts(built.html("outlets/"), "main li") == [
        "Agenzia Nuova 3 articoli",
        "L’Écho 1 articolo",
        "日本 1 articolo",
    ]
    assert "/outlets/" in hrefs(built.html(""), "footer a")
    assert texts(built.html("vi/outlets/"), "main li") == []
    assert crawl(built).broken() == []


def test_a_publication_may_do_without(tmp_path):
    built = make(publication(tmp_path, FILES, OUTLET_URL=""))
    assert [path for path in tree(built.folder) if "outlet" in path] == []
    assert built.html("2025/09/a/").css(".outlets") == []
    assert "/outlets/" not in hrefs(built.html(""), "footer a")


def test_a_stock_theme_has_the_lists_too(tmp_path):
    built = make(publication(tmp_path, FILES, THEME="simple"))
    assert "C" in built.bytes("outlet/agenzia-nuova/").decode()


def test_another_name_of_a_source_moves_the_digest_and_another_title_of_it_does_not(tmp_path):
    def written(*sources):
        files = FILES | {"it/2025/a.md": digest("A", "2025-09-01 07:30", id="a", sources=list(sources))}
        outcome = run(publication(tmp_path, files), {}, Options(jobs=1))
        assert outcome.counts
        return {path for path in outcome.counts.written if "outlet" in path}

    written({"name": "L’Écho"})
    assert written({"name": "L’Écho", "title": "Un titolo"}) == set()
    assert {"outlet/altra/index.html", "outlets/index.html"} <= written({"name": "Altra"})
    assert not (tmp_path / "output/outlet/l-echo").exists()
