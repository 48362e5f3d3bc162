import pytest
from lxml import etree

from tests.site_builder import digest, make, publication, texts

BODY = "- Uno\n- Due\n\n📌 In breve.\n\nPoi altro testo.\n\n- Tre\n"
ORDERS = {
    "as written": ["ul", "section", "p", "ul"],
    "top": ["section", "ul", "p", "ul"],
    "bottom": ["ul", "p", "ul", "section"],
}


@pytest.mark.parametrize(("position", "order"), ORDERS.items())
def test_the_summary_stands_where_the_publication_wants_it(tmp_path, position, order):
    built = make(publication(tmp_path, {"it/2025/a.md": digest(body=BODY)}, SUMMARY_POSITION=position))
    assert [node.tag for node in built.html("2025/09/a/").css_first(".text").iter()] == order
    (entry,) = built.xml("feed.xml").iter("{http://purl.org/rss/1.0/modules/content/}encoded")
    assert [node.tag for node in etree.HTML(entry.text).find("body")] == [*order, "p"]  # the copyright notice


@pytest.mark.parametrize("position", ORDERS)
def test_a_digest_without_a_summary_keeps_its_order(tmp_path, position):
    settings = publication(tmp_path, {"it/2025/a.md": digest(body="Testo.\n\n- Uno\n")}, SUMMARY_POSITION=position)
    page = make(settings).html("2025/09/a/")
    assert [node.tag for node in page.css_first(".text").iter()] == ["p", "ul"]


@pytest.mark.parametrize("position", ORDERS)
def test_cards_and_descriptions_do_not_depend_on_it(tmp_path, position):
    built = make(publication(tmp_path, {"it/2025/a.md": digest(body=BODY)}, SUMMARY_POSITION=position))
    assert texts(built.html(""), ".teaser") == ["In breve."]
    assert built.html("2025/09/a/").css_first("meta[name=description]").attributes["content"] == "In breve."
