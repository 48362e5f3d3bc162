"""Pasted text becomes clean lines."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from puntina.commands.importer.lines import Line, cleaned, lines_of


def test_a_line_separator_parts_lines_without_counting_as_one():
    assert lines_of("a\u2028b\n\u2029c") == (Line(1, "a"), Line(1, "b"), Line(2, ""), Line(2, "c"))


@pytest.mark.parametrize(
    ("text", "clean"),
    [
        ("  a \t b  ", "a b"),
        ("\u00a0\u00a0•\u00a0Primo", "• Primo"),
        ("un\u00a0altro", "un altro"),
        ("29\u00a0% e CNY\u202f4", "29\u00a0% e CNY\u202f4"),
        ("29 \u00a0%", "29 %"),
        ("intelli\u00adgenza\u200b\ufeff arti\u2060ficiale", "intelligenza artificiale"),
        ("e\u0300", "è"),
        ("👩\u200d🔬", "👩\u200d🔬"),
    ],
)
def test_white_space_and_what_can_not_be_seen_are_put_right(text, clean):
    assert cleaned(text) == clean


@given(st.text())
def test_cleaning_twice_changes_no_more(text):
    assert cleaned(cleaned(text)) == cleaned(text)
