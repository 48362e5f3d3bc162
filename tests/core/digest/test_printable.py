"""Text for a terminal: one line, in which nothing acts."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from puntina.core.digest.printable import escaped


@pytest.mark.parametrize(
    ("text", "printed"),
    [
        ("La Cina compra cinese", "La Cina compra cinese"),
        ("điện toán ‘đám mây’ 👩‍🚀 ❤️", "điện toán ‘đám mây’ 👩‍🚀 ❤️"),
        ("one\ntwo\r\n\tthree", r"one\ntwo\r\n\tthree"),
        ("\x1b[31mred\x1b[0m \x07\x7f\x9b2J", r"\x1b[31mred\x1b[0m \x07\x7f\x9b2J"),
        ("a\u202egnp.exe\u2066\u2069\u200f", r"a\u202egnp.exe\u2066\u2069\u200f"),
        ("Việt Nam\u200b\ufeff", r"Việt Nam\u200b\ufeff"),
        ("a\u2028b\u2029c\x85d", r"a\u2028b\u2029c\x85d"),
        ("caf\udce9", r"caf\udce9"),
    ],
)
def test_what_acts_is_written_out(text, printed):
    assert escaped(text) == printed


@given(st.text(alphabet=st.characters()))
def test_no_control_is_left(text):
    assert [char for char in escaped(text) if unicodedata.category(char) in {"Cc", "Cs", "Zl", "Zp"}] == []


@given(st.text())
def test_an_escaped_text_stays_as_it_is(text):
    assert escaped(escaped(text)) == escaped(text)
