import pytest
from lxml import etree

from puntina.feeds.xml_text import fit, spell


@pytest.mark.parametrize(
    ("text", "fitting"),
    [
        ("tab\t, line\n, return\r", "tab\t, line\n, return\r"),
        ("\x00nul \x0bvertical \x1fseparator \x7fdelete \x85next", "nul vertical separator delete next"),
        ("half \ud83d a pair, \ufffe\uffff\ufdd0\ufdef none", "half  a pair,  none"),
        ("\u200f\u2067 marks 📌 \ufe0f stay", "\u200f\u2067 marks 📌 \ufe0f stay"),
    ],
)
def test_only_what_xml_cannot_carry_is_left_out(text, fitting):
    assert fit(text) == fitting


@pytest.mark.parametrize(
    ("text", "spelled"),
    [
        ("plain", b"<title>plain</title>"),
        ("", b"<title></title>"),
        ("A & B", b"<title>A &#x26; B</title>"),
        ("<b>&amp;</b>", b"<title>&#x3C;b&#x3E;&#x26;amp;&#x3C;/b&#x3E;</title>"),
    ],
)
def test_plain_text_is_spelled_with_hexadecimal_references(text, spelled):
    title = etree.Element("title")
    title.text = text
    spell(title)
    assert etree.tostring(title) == spelled
