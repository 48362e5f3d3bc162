"""The source line in three languages, with whatever is known of the source."""

import datetime as dt

import pytest

from puntina.copyright import source_line, source_message
from puntina.core.digest import Source
from puntina.core.locales import load_catalogue
from puntina.core.locales.catalogue import STRINGS

DAY = dt.date(2025, 8, 28)
WHOLE = Source("The Example", title="Chips & “China”", date=DAY)
CASES = {
    "whole": WHOLE,
    "no date": Source("The Example", title="50 % of chips"),
    "no title": Source("The Example", date=DAY),
    "name alone": Source("The Example"),
    "paid": Source("The Example", date=DAY, paywall=True),
}


def line(source, lang):
    return source_line(source, lang, load_catalogue(lang, [STRINGS]))


@pytest.mark.parametrize(
    ("lang", "lines"),
    [
        (
            "en",
            {
                "whole": "Based on “Chips & “China””, The Example, 28 August 2025",
                "no date": "Based on “50 % of chips”, The Example",
                "no title": "Based on The Example, 28 August 2025",
                "name alone": "Based on The Example",
                "paid": "Based on The Example, 28 August 2025 (subscription required)",
            },
        ),
        (
            "it",
            {
                "whole": "Basato su «Chips & “China”», The Example, 28 agosto 2025",
                "no date": "Basato su «50 % of chips», The Example",
                "no title": "Basato su The Example, 28 agosto 2025",
                "name alone": "Basato su The Example",
                "paid": "Basato su The Example, 28 agosto 2025 (riservato agli abbonati)",
            },
        ),
        (
            "vi",
            {
                "whole": "Dựa theo “Chips & “China””, The Example, ngày 28 tháng 8, 2025",
                "no date": "Dựa theo “50 % of chips”, The Example",
                "no title": "Dựa theo The Example, ngày 28 tháng 8, 2025",
                "name alone": "Dựa theo The Example",
                "paid": "Dựa theo The Example, ngày 28 tháng 8, 2025 (cần đăng ký trả phí)",
            },
        ),
    ],
)
def test_a_source_line_is_a_whole_sentence_in_each_case(lang, lines):
    assert {name: line(source, lang) for name, source in CASES.items()} == lines


@pytest.mark.parametrize(
    ("source", "message"),
    [
        (CASES["whole"], "Based on “%(title)s”, %(name)s, %(date)s"),
        (CASES["no date"], "Based on “%(title)s”, %(name)s"),
        (CASES["no title"], "Based on %(name)s, %(date)s"),
        (CASES["name alone"], "Based on %(name)s"),
    ],
)
def test_the_sentence_asks_for_what_is_known(source, message):
    assert source_message(source) == message


def test_placeholders_in_a_title_are_text():
    assert line(Source("100%", title="%(name)s and %d"), "en") == "Based on “%(name)s and %d”, 100%"
