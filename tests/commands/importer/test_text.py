"""A digest is recognised in pasted text, whatever the paste did to it."""

from pathlib import Path

import pytest

from puntina.commands.importer.lines import Line
from puntina.commands.importer.notice import Rights
from puntina.commands.importer.text import Imported, Piece, PieceKind, TitleFrom, recognise
from puntina.core.digest.text import decode

FIXTURES = Path(__file__).parents[2] / "fixtures"
CLEAN = (FIXTURES / "present-site-it.txt").read_text(encoding="utf-8")
LEFTOVERS = (FIXTURES / "present-site-it-leftovers.txt").read_text(encoding="utf-8")
POINTS = [line.strip(" •") for line in CLEAN.splitlines() if "•" in line]
SUMMARY = CLEAN.splitlines()[-1].removeprefix("📌 ")


def shape(text, **options):
    """The kinds and texts of what was recognised."""
    return [(piece.kind.value, piece.text) for piece in recognise(text, **options).pieces]


def point(*texts):
    return [("point", text) for text in texts]


def test_the_present_site_s_text_gives_nine_points_and_the_summary():
    assert len(POINTS) == 9
    assert recognise(CLEAN, name_title="Cambricon") == Imported(
        "Cambricon",
        TitleFrom.FILE_NAME,
        (
            *(Piece(PieceKind.POINT, text, line) for line, text in enumerate(POINTS, 1)),
            Piece(PieceKind.SUMMARY, SUMMARY, 10),
        ),
        (),
        Rights(),
    )


def test_what_the_present_site_left_behind_is_dropped_and_its_year_kept():
    clean = recognise(CLEAN, title="T")
    dropped = (Line(11, "Share."), Line(12, "© 2025 Vietmetric"), Line(13, "Exit mobile version"))
    expected = Imported("T", TitleFrom.OPTION, clean.pieces, dropped, Rights("2025"))
    assert recognise(LEFTOVERS, title="T", holder="Vietmetric") == expected


def test_another_holder_is_kept_with_the_year():
    text = LEFTOVERS.replace("© 2025 Vietmetric", "© 2024 Altro Editore. Tutti i diritti riservati")
    assert recognise(text, title="T", holder="Vietmetric").rights == Rights("2024", "Altro Editore")


@pytest.mark.parametrize(
    "pasted",
    [
        LEFTOVERS.replace("\n", "\r\n"),
        "\ufeff" + LEFTOVERS,
        LEFTOVERS.replace("  •", "\u00a0\u00a0•\u00a0"),
        LEFTOVERS.replace("  • ", "\t•\t"),
        LEFTOVERS.replace("• ", "•"),
        LEFTOVERS.replace("•", "‣"),
        LEFTOVERS.replace("•", "◦"),
        LEFTOVERS.replace("  •", "-").replace("•", "-"),
        LEFTOVERS.replace("  •", "*").replace("•", "*"),
        LEFTOVERS.replace("•", "+"),
        LEFTOVERS.replace("\n", "\u2028"),
        LEFTOVERS.replace("\n", "  \n\n"),
        LEFTOVERS.replace("📌 ", "📌"),
        LEFTOVERS.replace("📌 ", "📌\ufe0f "),
        LEFTOVERS.replace("📌 ", "  📌\u00a0"),
        LEFTOVERS.replace("📌", "**📌**"),
        LEFTOVERS.replace("📌 ", "  • 📌 "),
        LEFTOVERS.replace("\n📌", "📌"),
        LEFTOVERS.replace("\n📌", " 📌"),
        LEFTOVERS.replace("\n", " "),
        LEFTOVERS.replace("\n", ""),
        LEFTOVERS.replace("Share.\n", "Share.").replace("Vietmetric\n", "Vietmetric").replace(".\nShare", ".Share"),
        LEFTOVERS.replace("Share.", "Condividi.").replace("Exit mobile version", "Esci dalla versione mobile"),
    ],
)  # fmt: skip
def test_every_way_of_pasting_gives_the_same_digest(pasted):
    text, problems = decode(pasted.encode(), "x.txt")
    assert not problems
    found, plain = recognise(text, holder="Vietmetric"), recognise(LEFTOVERS)
    assert [(piece.kind, piece.text) for piece in found.pieces] == [(p.kind, p.text) for p in plain.pieces]
    assert (len(found.dropped), found.rights) == (3, Rights("2025"))


def test_wrapped_lines_join_their_point_and_their_summary():
    text = "• uno\n  e mezzo\n  • due\ne mezzo\n📌 sintesi\nlunga"
    assert shape(text) == [*point("uno e mezzo", "due e mezzo"), ("summary", "sintesi lunga")]


def test_an_empty_line_ends_a_point():
    assert shape("• uno\n\naltro\ntesto\n\n• due") == [*point("uno"), ("text", "altro testo"), *point("due")]


def test_the_summary_may_stand_first():
    assert shape("📌 sintesi\n\n• uno\n• due") == [("summary", "sintesi"), *point("uno", "due")]


def test_bullets_on_one_line_are_points_each():
    assert shape("• uno • due• tre\n• quattro") == point("uno", "due", "tre", "quattro")


def test_another_sign_within_a_point_is_its_text():
    assert shape("• uno ◦ mezzo - ancora * e + dopo") == point("uno ◦ mezzo - ancora * e + dopo")


def test_bullets_without_any_line_of_their_own_are_found():
    found = recognise("Titolo • uno • due 📌 sintesi")
    assert (found.title, [piece.text for piece in found.pieces]) == ("Titolo", ["uno", "due", "sintesi"])


def test_a_single_bullet_sign_within_a_text_parts_nothing():
    assert shape("Economia • Asia\n\ntesto") == [("text", "testo")]


def test_a_pushpin_within_a_text_is_text_where_a_line_opens_with_one():
    assert shape("• il segno 📌 indica\n📌 la sintesi 📌") == [
        *point("il segno 📌 indica"),
        ("summary", "la sintesi 📌"),
    ]


def test_a_bullet_or_pushpin_alone_on_its_line_opens_the_next():
    text = "•\nuno\n•\n\ndue\n\n📌\n\nsintesi"
    assert shape(text) == [*point("uno", "due"), ("summary", "sintesi")]


def test_a_bullet_with_nothing_after_it_is_no_point():
    assert shape("• uno\n•\n• due\n•") == point("uno", "due")


def test_nested_bullets_are_points():
    assert shape("• uno\n    ◦ sotto\n    - sotto\n• due") == point("uno", "sotto", "sotto", "due")


@pytest.mark.parametrize(
    ("text", "levels"),
    [
        ("* One\n   * Sub one\n   * Sub two\n      * Third\n* Two\n\n📌 S", "01120"),  # as Google Docs downloads it
        ("   * One\n   * Two\n      * Sub", "001"),
        ("- One\n\t- Sub\n- Two\n    - Sub", "0101"),
        ("* One\n   * Sub\n     goes on\n* Two", "010"),
        ("* One\n   1. A\n   2. B\n* Two", "0110"),
        ("1. One\n   1. Sub\n   2. Sub\n2. Two", "0110"),
        ("1. One\n   * Sub\n2. Two", "010"),
        ("- One\n - Two\n- Three", "000"),
        ("• One\n    • Two\n• Three", "000"),
        ("    - One\n- Two", "00"),
        ("• uno\n    ◦ sotto\n    - sotto\n• due", "0110"),
    ],
)
def test_indented_points_are_on_the_level_of_their_program(text, levels):
    assert "".join(str(piece.level) for piece in recognise(f"T\n{text}").points) == levels


def test_a_sign_without_a_space_is_no_bullet():
    assert shape("• uno\n-5 gradi\n*nota\n+39 06") == point("uno -5 gradi *nota +39 06")


@pytest.mark.parametrize(
    "text", ["**📌 Sintesi:** testo", "📌 Sintesi: testo", "__📌__ Sintesi: testo", "📌📌 Sintesi: testo"]
)
def test_bold_around_the_pushpin_goes_at_both_ends(text):
    assert shape(f"• uno\n{text}") == [*point("uno"), ("summary", "Sintesi: testo")]


def test_each_further_summary_is_seen():
    found = recognise("📌 una\n\n📌 due")
    assert found.summaries == (Piece(PieceKind.SUMMARY, "una", 1), Piece(PieceKind.SUMMARY, "due", 3))


def test_the_first_line_is_the_title():
    found = recognise("\nLa Cina: «compra cinese»\n\n• uno", name_title="Nome")
    assert (found.title, found.title_from) == ("La Cina: «compra cinese»", TitleFrom.FIRST_LINE)
    assert [piece.text for piece in found.pieces] == ["uno"]


def test_text_below_the_headline_is_kept():
    found = recognise("Titolo\ndi Redazione\n• uno")
    assert found.paragraphs == (Piece(PieceKind.TEXT, "di Redazione", 2),)


def test_a_first_line_of_the_old_site_is_no_title():
    found = recognise("Exit mobile version\nTitolo\n• uno")
    assert (found.title, found.dropped) == ("Titolo", (Line(1, "Exit mobile version"),))


def test_a_long_first_line_is_a_paragraph():
    found = recognise("parola " * 40 + "\n• uno", name_title="Nome")
    assert (found.title, found.title_from, len(found.paragraphs)) == ("Nome", TitleFrom.FILE_NAME, 1)


def test_a_given_title_wins_and_the_headline_is_kept_as_text():
    found = recognise("Vecchio\n\n• uno", title=" Nuovo  titolo ")
    assert (found.title, found.title_from) == ("Nuovo titolo", TitleFrom.OPTION)
    assert [piece.text for piece in found.paragraphs] == ["Vecchio"]


def test_a_headline_that_repeats_the_given_title_is_left_out():
    found = recognise("IL TITOLO\n\n• uno\nShare.", title="Il titolo")
    assert found.dropped == (Line(1, "IL TITOLO"), Line(4, "Share."))
    assert [piece.text for piece in found.pieces] == ["uno"]


def test_a_text_of_leftovers_has_no_pieces():
    assert recognise("Share.\n© 2025 Vietmetric\nExit mobile version").pieces == ()
