"""A digest that was taken back keeps its place in its edition, and is marked there as everywhere."""

import pytest
from selectolax.lexbor import LexborHTMLParser

from tests.editions.days import AFTER, at
from tests.site_builder import digest, make, publication, texts

CONTENT = "{http://purl.org/rss/1.0/modules/content/}encoded"
WHY = {"date": "2025-09-02 10:00", "kind": "retraction", "text": "Il documento era falso."}
FILES = {
    "it/2025/a.md": digest("Vero", "2025-09-01 08:00", id="a1", body="- Uno due tre\n\n📌 Sintesi.\n"),
    "it/2025/r.md": digest("Falso", "2025-09-01 09:00", id="r1", updates=WHY),
}


@pytest.fixture(scope="module")
def built(tmp_path_factory):
    return make(publication(tmp_path_factory.mktemp("retracted"), FILES, **at(AFTER)))


def test_its_page_marks_it_without_the_pin_and_counts_only_the_words_of_those_that_stand(built):
    page = built.html("edition/2025-09-01/")
    falso, vero = page.css(".brief")
    assert texts(falso, "p, h3") == ["Ritirato", "Falso", "Il documento era falso."]
    assert texts(vero, "p, h3") == ["Vero", "Sintesi."]
    assert (len(falso.css(".pin")), len(vero.css(".pin"))) == (0, 1)
    assert texts(page, ".section-head p")[-1] == "2 articoli, 4 parole, 1 minuto"


def test_a_letter_says_so_in_the_title_and_in_the_text(built):
    item = built.xml("edition/feed.xml").find("channel/item")
    assert item.findtext("description") == "Ritirato: Falso · Vero"
    assert texts(LexborHTMLParser(item.findtext(CONTENT)), "h3, h3 + p") == [
        "Ritirato: Falso", "Il documento era falso.", "Vero", "📌 Sintesi.",
    ]  # fmt: skip
