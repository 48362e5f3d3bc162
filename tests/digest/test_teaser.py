"""Teasers: the first sentence of a text, in three languages, cut at a word."""

from collections import Counter
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plugins.digest.sentence import first_sentence, shorten, teaser
from tests.digest.samples import HEADER, PASTED, RULES, digest


@pytest.mark.parametrize(
    "sentence",
    [
        "La Cina vuole che i suoi chip si comprino in casa.",
        "Cambricon ha raccolto quasi 4 mld. di yuan, cioè 560 milioni di dollari.",
        "Secondo il prof. Rossi e il dott. Bianchi la spesa è salita del 3.5 per cento.",
        "Lo dice l'art. 5 del regolamento, in vigore dal 2 febbraio.",
        "«Compriamo in casa», ha detto il ministro a Pechino.",
        "Che cosa cambia per chi compra chip in Europa?",
        "Il governo dice di no!",
        "The U.S. Commerce Department tightened its export controls.",
        "Mr. Smith said that St. Louis would be next in line.",
        "Shares of Cambricon Technologies Corp. Limited doubled in 2025.",
        "Nvidia stopped production of the H20 chip for China…",
        "Giá cổ phiếu của Cambricon tăng gấp đôi trong năm 2025.",
        "Theo TS. Nguyễn và GS. Trần, TP. Hồ Chí Minh sẽ dẫn đầu.",
        "Trung Quốc khuyến khích “mua hàng trong nước” cho chip.”",
    ],
)
@pytest.mark.parametrize("after", ["", " Poi altro. E altro.", " “Poi” altro.", " 2025 è finito.", " Đó là điều mới."])
def test_the_first_sentence_ends_where_a_reader_would_end_it(sentence, after):
    long = "Oggi si è saputo questo: " + sentence
    assert first_sentence(long + after) == long


FOLDER = Path(__file__).parents[1] / "fixtures" / "teasers"
AFTER = {
    "it": "Poi torna la calma in città.",
    "en": "Then the city is calm again.",
    "vi": "Sau đó thành phố yên tĩnh trở lại.",
    "de": "Danach ist die Stadt wieder ruhig.",
    "ar": "ثم عادت المدينة إلى الهدوء.",
}
SENTENCES = [
    (lang, sentence) for lang in AFTER for sentence in (FOLDER / f"{lang}.txt").read_text("utf-8").splitlines()
]


@pytest.mark.parametrize(("lang", "sentence"), SENTENCES)
def test_no_sentence_ends_at_an_abbreviation(lang, sentence):
    assert first_sentence(f"{sentence} {AFTER[lang]}", lang) == sentence


def test_there_are_a_hundred_sentences_for_each_language():
    assert {lang: count for lang, count in Counter(lang for lang, _ in SENTENCES).items() if count < 100} == {}


def test_a_short_first_sentence_is_a_sentence_all_the_same():
    assert first_sentence("Attenzione! Il termine scade domani a Roma. Poi basta.") == "Attenzione!"


def test_a_full_stop_before_a_small_letter_ends_nothing():
    assert (
        first_sentence("La legge è del 3. gennaio e vale da subito. Poi.")
        == "La legge è del 3. gennaio e vale da subito."
    )


@pytest.mark.parametrize(
    ("text", "length", "short"),
    [
        ("uno due tre", 11, "uno due tre"),
        ("uno due tre", 10, "uno due…"),
        ("uno due, tre quattro", 13, "uno due…"),
        ("uno (due tre quattro", 9, "uno…"),
        ("unodue", 4, "uno…"),
        ("điện toán đám mây", 12, "điện toán…"),
        ("半导体半导体", 4, "半导体…"),
    ],
)
def test_a_long_text_is_cut_at_a_word(text, length, short):
    assert shorten(text, length) == short


@given(st.text(), st.integers(1, 80))
def test_a_teaser_is_never_longer_than_asked_for(text, length):
    assert len(teaser(" ".join(text.split()), length)) <= length


@given(st.lists(st.text(alphabet="abcàđ.!?…”( ", min_size=1), min_size=1), st.integers(5, 80))
def test_a_teaser_is_the_beginning_of_its_text(words, length):
    text = " ".join(" ".join(words).split())
    assert text.startswith(teaser(text, length).removesuffix("…"))


@pytest.mark.parametrize(
    ("body", "header", "found"),
    [
        (PASTED, HEADER, "La Cina vuole che i suoi chip e la sua intelligenza artificiale si comprino in casa."),
        ("- Primo punto della lista.\n\nTesto.", HEADER, "Primo punto della lista."),
        ("Testo che sta da solo.\n\nAltro.", HEADER, "Testo che sta da solo."),
        ("- a\n\n📌 b", HEADER + "\nsummary: Dal front matter.", "Dal front matter."),
        ("📌 " + "parola " * 50, HEADER, ("parola " * 28).strip() + "…"),
        ("", HEADER, ""),
    ],
)
def test_a_digest_s_teaser(body, header, found):
    assert digest(body, header).teaser == found
    assert len(digest(body, header).teaser) <= RULES.teaser_length
