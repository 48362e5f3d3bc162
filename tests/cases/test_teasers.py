"""Summaries whose first sentence has an abbreviation in it: cards and meta descriptions get the whole sentence."""

from pathlib import Path

import pytest

from puntina.core.digest.parse import parse
from tests.core.digest.samples import RULES

CASE = Path(__file__).parents[1] / "fixtures" / "cases" / "08-teaser-abbreviations" / "content"
RIGHT = {
    "en/2025/s0.md": "Gov. Smith signed the bill into law.",
    "en/2025/s1.md": "Sen. Jones objects to the deal.",
    "en/2025/s2.md": "No. 10 denies the report.",
    "en/2025/s3.md": "The talks begin at 9 a.m. Eastern time.",
    "en/2025/s4.md": "Mt. Everest is taller than thought.",
    "en/2025/s5.md": "Lt. Gen. Brown retires.",
    "it/2025/s0.md": "Il sen. Rossi lascia il governo dopo il voto.",
    "it/2025/s1.md": "L’on. Bianchi incontra il presidente.",
    "it/2025/s2.md": "Il decreto n. 34 è legge.",
    "it/2025/s3.md": "L’avv. Verdi difende l’imputato.",
    "it/2025/s4.md": "Nel sec. XIX nasce lo Stato.",
    "it/2025/s5.md": "Costa ca. 300 euro al mese.",
    "vi/2025/s0.md": "BS. Trần Văn A khuyên nên tiêm sớm.",
    "vi/2025/s1.md": "GS.TSKH. Nguyễn Văn B nói về dự án.",
    "vi/2025/s2.md": "CTCP. Ví Dụ báo lãi lớn.",
}


@pytest.mark.parametrize("path", RIGHT)
def test_a_teaser_is_a_whole_sentence(path):
    digest = parse((CASE / path).read_bytes(), path, RULES).digest
    assert digest
    assert digest.teaser == RIGHT[path]


def test_every_input_has_its_right_value():
    assert {path.relative_to(CASE).as_posix() for path in CASE.rglob("*.md")} == set(RIGHT)
