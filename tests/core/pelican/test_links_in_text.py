import pytest

from puntina.commands.build import build
from tests.built.crawler import crawl
from tests.site_builder import Built, digest, hrefs, make, publication, texts

BODY = """\
- Vedi [l’altro](altro.md) e [la sua parte](altro.md#la-parte).
- Anche [in inglese](../../en/2025/altro.md "Titolo"), [la pagina]({filename}../pages/about.md), [qui](#note-finali).

📌 La sintesi con [un link](/it/2025/altro.md) e una nota[^1].

![Un chip]({static}/media/chip.png) e [il file](dati/tabella.csv).

## Note finali

Testo. <https://example.org/?a=1&b=2>

[^1]: La nota, con [un link](altro.md).
"""
FILES = {
    "it/2025/a.md": digest("A", body=BODY),
    "it/2025/altro.md": digest("Altro", "2025-08-01 08:00", body="- Punto\n\n📌 Sintesi.\n\n## La parte\n\nTesto.\n"),
    "en/2025/altro.md": digest("Other", "2025-08-01 08:00"),
    "it/pages/about.md": "---\ntitle: Chi siamo\n---\nSi veda [A](../2025/a.md#note-finali).\n",
    "it/2025/dati/tabella.csv": "a,b\n",
    "media/chip.png": "png",
}


@pytest.fixture(scope="module", params=["https://news.example", "https://news.example/some/repo"])
def built(request, tmp_path_factory) -> Built:
    return make(publication(tmp_path_factory.mktemp("links"), FILES, SITEURL=request.param))


def test_links_lead_to_pages_files_and_anchors(built):
    page, root = built.html("2025/09/a/"), built.root
    assert hrefs(page, ".points a") == [
        f"{root}/2025/08/altro/",
        f"{root}/2025/08/altro/#la-parte",
        f"{root}/en/2025/08/altro/",
        f"{root}/about/",
        "#note-finali",
    ]
    assert hrefs(page, ".summary a:not(.footnote-ref a)")[0] == f"{root}/2025/08/altro/"
    assert [image.attributes["src"] for image in page.css("main img")] == [f"{root}/media/chip.png"]
    assert hrefs(page, ".text > p a") == [f"{root}/it/2025/dati/tabella.csv", "https://example.org/?a=1&b=2"]
    assert hrefs(built.html("about/"), ".text a") == [f"{root}/2025/09/a/#note-finali"]


def test_no_link_is_broken_and_linked_files_are_copied(built):
    assert crawl(built).broken() == []
    assert built.bytes("it/2025/dati/tabella.csv") == b"a,b\n"
    assert built.bytes("media/chip.png") == b"png"


def test_the_picture_has_its_words(built):
    assert [image.attributes["alt"] for image in built.html("2025/09/a/").css("main img")] == ["Un chip"]


def test_a_footnote_leads_there_and_back_in_the_page_s_language(built):
    page = built.html("2025/09/a/")
    (reference,) = page.css(".summary sup a")
    note = page.css_first(reference.attributes["href"])
    back = note.css("a")[-1]
    assert page.css_first(back.attributes["href"]) is not None
    assert "Torna" in back.attributes["aria-label"]
    assert texts(note, "p") == ["La nota, con un link. ↩︎"]


def test_headings_in_the_text_are_below_the_title(built):
    assert [
        (node.tag, node.attributes["id"]) for node in built.html("2025/09/a/").css(".text h1, .text h2, .text h3")
    ] == [("h2", "summary_label"), ("h2", "note-finali")]


def test_a_link_to_nothing_is_an_error_with_its_line_and_nothing_is_built(tmp_path, capsys):
    settings = publication(
        tmp_path, {"it/2025/a.md": digest(body="- Punto [x](altri.md)\n\n📌 S.\n"), "it/2025/altro.md": digest()}
    )
    assert build(settings, next_step="") == 1
    assert capsys.readouterr().err.splitlines()[0] == (
        'content/it/2025/a.md:5:13: LINK-FILE no file "altri.md" — did you mean "altro.md"?'
    )
    assert not (tmp_path / "output").exists()
