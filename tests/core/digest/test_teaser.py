"""Teasers: the first sentence of a text, in three languages, cut at a word."""

from collections import Counter
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from puntina.core.digest.teaser import first_sentence, shorten, teaser
from tests.core.digest.samples import HEADER, PASTED, RULES, digest


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


FOLDER = Path(__file__).parents[2] / "fixtures" / "teasers"
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


ENDS = [
    ("it", "La squadra gioca da anni in serie A.", "La Juve vince ancora."),
    ("it", "I medici consigliano la vitamina C.", "Mangiare frutta basta."),
    ("it", "Il governo ha approvato il ddl.", "Ora passa al Senato."),
    ("it", "Lo ha deciso ieri il pm.", "Rossi resta in carcere."),
    ("it", "Il crollo è avvenuto vicino a Roma.", "5 persone sono morte."),
    ("it", "Il bilancio è della Alfa S.p.A.", "Il gruppo chiude in utile."),
    ("it", "Cresce il settore dei computer.", "Milano resta prima."),
    ("it", "La Cina spinge sull’export.", "Torino perde quota."),
    ("it", "Si tratta di un'altra fake news.", "Nessuno ha smentito."),
    ("it", "Compra pane, latte, ecc.", "Il conto lo paga lui."),
    ("en", "The ministers say they don't.", "Smith disagrees."),
    ("en", "The house was the mayor’s.", "Police searched it."),
    ("en", "The city has no plan B.", "The vote is on Monday."),
    ("en", "He flew back to the U.S.", "The trial begins in May."),
    ("en", "The award went to John Smith Jr.", "He thanked his mother."),
    ("en", "The talks end at 5 p.m.", "The ministers leave on Friday."),
    ("en", "She left him (it was 2019).", "Smith never replied."),
    ("en", "“Is it over?” asked the old king.", "“Yes.” Then he left."),
    ("en", 'He bought a 5" screen yesterday.', "Then he sold it."),
    ("en", "The workers’ rights are at risk.", "Unions protest."),
    ("en", "She called it “a mess. Then she left the room.", "Nobody spoke."),
    ("en", "The tunnel opened near the old pearl.", "Tourists came."),
    ("vi", "Trận động đất xảy ra ở Huế.", "5 người bị thương."),
    ("vi", "Bác sĩ khuyên bổ sung vitamin C.", "Ngoài ra cần ngủ đủ."),
    ("vi", "Chính phủ hỗ trợ thêm cho các DN.", "Lãi suất giảm nhẹ."),
    ("vi", "Anh mắc bệnh viêm gan B.", "Bác sĩ đã kê đơn."),
    ("vi", "Hôm qua ông nói “không”.", "Bà đồng ý với ông."),
    ("de", "Der Mann ist erst 45.", "Er wohnt in Köln."),
    ("de", "Die Stadt hat keinen Plan B.", "Die Wahl ist im Mai."),
    ("de", "Die Ärzte empfehlen Vitamin D.", "Sonne hilft auch."),
    ("de", "Die Kinder spielen mit dem Kerl.", "Köln feiert trotzdem."),
    ("de", "Der Verein heißt Beispiel e.V.", "Die Mitglieder feiern."),
    ("de", "„Wir gehen“, sagte der alte Minister.", "„Bald.“"),
    ("de", "Er sagte: „Nein. Niemals, nie.“", "Dann ging er."),
    ("de", "Die Mauer stammt aus dem 3. Jh.", "Die Stadt schützt sie."),
    ("de", "Er rief laut: »Wir gehen jetzt.«", "Köln feiert."),
    ("en", "He lives on 42nd St.", "The house is old."),
    ("en", "The fires began in northern Calif.", "They spread fast."),
    ("it", "Il bando scade il 15 febb.", "Il Comune lo proroga."),
    ("ar", "وقع الزلزال في مصر.", "5 قتلى في القاهرة."),
    ("ar", "ينصح الأطباء بتناول فيتامين د.", "وقال الوزير إن ذلك مفيد."),
    ("ar", "قال الوزير إن الأمر «انتهى».", "خسرت الحكومة التصويت."),
]


@pytest.mark.parametrize(("lang", "first", "second"), ENDS)
def test_two_sentences_are_two(lang, first, second):
    assert first_sentence(f"{first} {second}", lang) == first.partition(". Then she")[0] + "." * (". Then she" in first)


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
