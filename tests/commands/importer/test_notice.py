"""A notice says whose a text is: the publication's own goes, any other's is kept."""

import unicodedata

import pytest

from puntina.commands.importer.notice import Rights, rights_in
from puntina.commands.importer.words import RIGHTS

EVERY_RIGHTS = [words for of_language in RIGHTS.values() for words in of_language]


def rights(*notices, holder="Vietmetric"):
    return rights_in(notices, holder=holder)


@pytest.mark.parametrize(
    ("notice", "year"),
    [
        ("© 2025 Vietmetric", "2025"),
        ("©2025 Vietmetric.", "2025"),
        ("© 2025 VIETMETRIC", "2025"),
        ("© Vietmetric 2025", "2025"),
        ("© Vietmetric, 2025", "2025"),
        ("© 2025", "2025"),
        ("© 2019–2025 Vietmetric", "2019-2025"),
        ("© 2019 - 2025 Vietmetric", "2019-2025"),
        ("© 2025-2025 Vietmetric", "2025"),
        ("Copyright (c) 2025 Vietmetric", "2025"),
        ("copyright © 2025 - Vietmetric | All rights reserved", "2025"),
        ("© 2025 Vietmetric. All rights reserved. Privacy", "2025"),
    ],
)
def test_the_publication_s_own_notice_gives_its_year_only(notice, year):
    assert rights(notice) == Rights(year)


@pytest.mark.parametrize("reserved", EVERY_RIGHTS)
@pytest.mark.parametrize(
    "form", ["© 2024 {}. {}", "© 2024 {} – {}.", "© {} 2024, {}", "© 2024 {} {}", "© 2024. {1}: {0}"]
)
def test_what_is_reserved_is_no_part_of_the_holder(form, reserved):
    assert rights(form.format("Vietmetric", reserved)) == Rights("2024")
    assert rights(form.format("Altro Editore", reserved.upper())) == Rights("2024", "Altro Editore")


@pytest.mark.parametrize(
    ("notice", "kept"),
    [
        ("© 2024 Altro Editore", Rights("2024", "Altro Editore")),
        ("© 2024 Altro Editore.", Rights("2024", "Altro Editore")),
        ("© Altro Editore 2023-2024", Rights("2023-2024", "Altro Editore")),
        ("© 2024 Altro S.r.l. Tutti i diritti riservati", Rights("2024", "Altro S.r.l.")),
        ("© 2024 Other, Inc.", Rights("2024", "Other, Inc.")),
        ("© 2024 Vietmetric Studio", Rights("2024", "Vietmetric Studio")),
    ],
)
def test_any_other_holder_is_kept_as_written(notice, kept):
    assert rights(notice) == kept


@pytest.mark.parametrize("holder", ["Altro S.r.l.", "altro s.r.l", " Altro  S.r.l. "])
def test_case_spaces_and_the_last_full_stop_make_no_other_holder(holder):
    assert rights("© 2024 Altro S.r.l.", holder=holder) == Rights("2024")


def test_the_form_of_the_letters_makes_no_other_holder():
    assert rights("© 2024 Điện toán", holder=unicodedata.normalize("NFD", "Điện toán")) == Rights("2024")


def test_the_year_is_that_of_the_last_notice():
    assert rights("© 2023 Vietmetric", "Share.", "© 2025 Vietmetric") == Rights("2025")


def test_another_holder_is_kept_beside_the_publication_s_own_notice():
    assert rights("© 2024 Altro Editore", "© 2025 Vietmetric") == Rights("2024", "Altro Editore")
    assert rights("© 2025 Vietmetric. All rights reserved. Foto © 2024 Altri") == Rights("2024", "Altri")


def test_of_several_other_holders_none_is_lost():
    notices = ("© 2024 Primo", "© 2022-2023 Secondo", "© 2024 PRIMO.")
    assert rights(*notices) == Rights("2022-2024", "Primo, Secondo")


def test_no_notice_claims_nothing():
    assert rights("Share.", "Exit mobile version") == Rights()
