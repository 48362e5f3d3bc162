import sys

import pytest

from tests.site_builder import ALL_PLUGINS, ROOT, Built, digest, hrefs, make, publication, run, texts, tree

BODY = "- Uno [due](b.md)\n\n📌 La sintesi.\n\n## Parte\n\nAltro.\n"
FILES = {
    "it/2025/a.md": digest("Chip & 3 < 4", body=BODY, tags=["Cina"], author="Anna"),
    "it/2025/b.md": digest("Due", "2025-09-01 08:00", tags=["Cina"]),
    "it/2025/c.md": digest("Tre", "2025-08-01 08:00", category="technology"),
    "it/2025/hidden.md": digest("Nascosto", status="hidden"),
    "it/2025/draft.md": digest("Bozza", status="draft"),
    "en/2025/a.md": digest("Chips"),
    "it/pages/about.md": "---\ntitle: Chi siamo\n---\nTesto della pagina.\n",
}


@pytest.fixture(scope="module")
def built(tmp_path_factory) -> Built:
    return make(publication(tmp_path_factory.mktemp("stock"), FILES, THEME="simple"))


def test_points_and_summary_are_rendered(built):
    page = built.html("2025/09/a/")
    assert texts(page, "article > ul > li, main ul > li")[:1] == ["Uno due"]
    assert hrefs(page, "main ul > li > a")[:1] == ["/2025/09/b/"]
    (box,) = page.css("section")
    assert box.attributes["aria-label"] == "In sintesi"
    assert texts(page, "section p") == ["📌 La sintesi."]
    assert texts(page, "main h2#parte") == ["Parte"]


def test_titles_are_text(built):
    assert texts(built.html("2025/09/a/"), "main h1, main h2")[0] == "Chip & 3 < 4"
    assert "Chip & 3 < 4" in texts(built.html(""), "main h2")


def test_every_page_of_every_language_is_there(built):
    assert {"index.html", "en/index.html", "vi/index.html", "2025/09/a/index.html", "en/2025/09/a/index.html"} <= set(
        built.pages
    )
    assert {"about/index.html", "tag/cina/index.html", "author/anna/index.html", "archive/index.html"} <= set(
        built.pages
    )
    assert {"category/technology/index.html", "2025/index.html", "tags/index.html"} <= set(built.pages)


def test_each_language_s_pages_are_in_it_and_list_its_own(built):
    for place, lang, titles in (
        ("", "it", {"Chip & 3 < 4", "Due", "Tre"}),
        ("en/", "en", {"Chips"}),
        ("vi/", "vi", set()),
    ):
        page = built.html(place)
        assert page.css_first("html").attributes["lang"] == lang
        assert set(texts(page, "main h2")) - {"All articles"} == titles


def test_feeds_are_the_same_as_with_our_theme(built, tmp_path):
    ours = make(publication(tmp_path, FILES))
    for path in ("feed.xml", "en/atom.xml"):
        assert built.bytes(path) == ours.bytes(path)


def test_drafts_are_nowhere_and_hidden_digests_have_their_page_alone(built):
    files = tree(built.folder)
    assert [path for path, data in files.items() if b"Bozza" in data or "draft" in path] == []
    assert [path for path, data in files.items() if b"Nascosto" in data] == ["2025/09/hidden/index.html"]


@pytest.mark.parametrize("theme", ["simple", "notmyidea"])
def test_the_plain_command_makes_the_same_as_our_build(tmp_path, theme):
    settings = publication(tmp_path, FILES, THEME=theme)
    ours = tree(make(settings).folder)
    output = tmp_path / "plain"
    command = [sys.executable, "-m", "pelican", "content", "-s", "pelicanconf.py", "-o", str(output)]
    done = run(command, cwd=tmp_path, PYTHONPATH=str(ROOT / "plugins"))
    assert (done.returncode, done.stderr) == (0, "")
    assert tree(output) == ours


def test_only_what_a_publication_asks_for_is_switched_on(tmp_path):
    plugins = [name for name in ALL_PLUGINS if name not in {"puntina.feeds", "puntina.share"}]
    built = make(publication(tmp_path, FILES, THEME="simple", PLUGINS=plugins))
    assert built.has("2025/09/a/")


def test_long_lists_have_pages_in_pelican_s_first_theme_too(tmp_path):
    files = {f"it/2025/{n}.md": digest(f"Numero {n}", f"2025-09-0{n} 08:00") for n in range(1, 9)}
    built = make(publication(tmp_path, files, THEME="notmyidea"))
    (listed,) = built.html("page/1/").css("#posts-list")
    assert hrefs(listed, "h1 a, h2 a") == [f"https://news.example/2025/09/{n}/" for n in (3, 2, 1)]
