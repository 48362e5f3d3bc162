"""Slugs: words of any script as a part of an address."""

import re
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from puntina.core.digest.names import fault_of_name
from puntina.core.digest.slugs import MAX_BYTES, slugify


@pytest.mark.parametrize(
    ("text", "slug"),
    [
        ("La Cina compra cinese: Cambricon sfida Nvidia", "la-cina-compra-cinese-cambricon-sfida-nvidia"),
        ("Le promesse dell’IA", "le-promesse-dell-ia"),
        ("Le promesse dell'IA", "le-promesse-dell-ia"),
        ("Le promesse dell\u02bcIA", "le-promesse-dell-ia"),
        ("Perché no? È già così", "perche-no-e-gia-cosi"),
        ("Đà Nẵng và Điện toán đám mây", "da-nang-va-dien-toan-dam-may"),
        ("Trí tuệ nhân tạo tại Thừa Thiên Huế", "tri-tue-nhan-tao-tai-thua-thien-hue"),
        ("Ưu đãi thuế: ơ, ư, ă, â, ê, ô", "uu-dai-thue-o-u-a-a-e-o"),
        ("C++", "c"),
        ("C#", "c"),
        ("Straße, Œuvre, Ærø, Łódź, Þór", "strasse-oeuvre-aero-lodz-thor"),
        ("İstanbul, Diyarbakır", "istanbul-diyarbakir"),
        ("半导体", "半导体"),
        ("半导体 2025", "半导体-2025"),
        ("Полупроводники и йод", "полупроводники-и-йод"),
        ("हिन्दी समाचार", "हिन्दी-समाचार"),
        ("ガンダム", "ガンダム"),
        ("반도체", "반도체"),
        ("５６０　ｍ²", "560-m2"),
        ("soft\u00adhyphen", "softhyphen"),
        ("  --a__b--  ", "a-b"),
        ("S&P 500 / 29%", "s-p-500-29"),
        ("📌", ""),
        ("…", ""),
        ("", ""),
    ],
)
def test_a_text_becomes_words_and_hyphens(text, slug):
    assert slugify(text) == slug


@pytest.mark.parametrize("text", ["Đà Nẵng", "perché", "ガンダム", "반도체", "Йод"])
def test_both_unicode_forms_of_a_text_give_one_slug(text):
    assert slugify(unicodedata.normalize("NFD", text)) == slugify(unicodedata.normalize("NFC", text))


def test_a_long_text_is_cut_between_words():
    assert slugify("abcdefghi " * 20) == "-".join(["abcdefghi"] * 8)


def test_a_word_that_is_too_long_is_cut_within():
    assert slugify("x" * 100) == "x" * 80
    assert slugify("半" * 100) == "半" * 26


@given(st.text(max_size=60))
def test_a_slug_is_its_own_slug(text):
    assert slugify(slugify(text)) == slugify(text)


@given(st.text(max_size=200))
def test_a_slug_is_short_and_in_form_c_and_lower_case(text):
    slug = slugify(text)
    assert len(slug.encode()) <= MAX_BYTES
    assert unicodedata.is_normalized("NFC", slug)
    assert slug == slug.lower()


@given(st.text(max_size=60))
def test_a_slug_has_no_hyphen_at_its_ends_and_never_two(text):
    assert not re.search(r"^-|--|-$|\s", slugify(text))


LATIN = [
    char
    for first, last in [(0x00, 0x17F), (0x1A1, 0x1A1), (0x1B0, 0x1B0), (0x1EA0, 0x1EF9)]
    for char in map(chr, range(first, last + 1))
    if unicodedata.name(char, "").startswith("LATIN SMALL LETTER")
]


def test_every_letter_of_european_languages_and_vietnamese_becomes_ascii():
    left = [char for char in LATIN if not re.fullmatch("[a-z]+", slugify(char))]
    assert left == []


@given(st.text(max_size=60))
def test_a_slug_can_be_a_file_name(text):
    assert fault_of_name(slugify(text)) in {None, "is empty", "is a reserved name on Windows"}
