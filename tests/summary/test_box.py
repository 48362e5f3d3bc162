import pytest
from lxml import etree
from selectolax.lexbor import LexborHTMLParser

from tests.site_builder import digest, make, publication, texts, words

NAMES = {"it": "In sintesi", "en": "Summary", "vi": "Tóm tắt"}


@pytest.fixture(scope="module")
def built(tmp_path_factory):
    files = {f"{lang}/2025/a.md": digest() for lang in NAMES}
    return make(publication(tmp_path_factory.mktemp("box"), files))


@pytest.mark.parametrize(("lang", "name"), NAMES.items())
def test_the_box_has_a_localised_accessible_name_in_page_and_feed(built, lang, name):
    prefix = "" if lang == "it" else f"{lang}/"
    page = built.html(f"{prefix}2025/09/a/")
    (box,) = page.css("main section.summary")
    assert words(page.css_first(f"#{box.attributes['aria-labelledby']}")) == name
    (entry,) = built.xml(f"{prefix}feed.xml").iter("{http://purl.org/rss/1.0/modules/content/}encoded")
    assert etree.HTML(entry.text).xpath("//section/@aria-label") == [name]


@pytest.mark.parametrize("lang", NAMES)
def test_the_pushpin_is_decoration_in_the_feed_too(built, lang):
    prefix = "" if lang == "it" else f"{lang}/"
    (entry,) = built.xml(f"{prefix}feed.xml").iter("{http://purl.org/rss/1.0/modules/content/}encoded")
    html = LexborHTMLParser(entry.text)
    assert texts(html, "[aria-hidden=true]") == ["📌"]
    html.css_first("[aria-hidden=true]").decompose()
    assert "📌" not in html.body.text()
    assert texts(html, "section") == ["Sintesi."]
