"""Markup that readers would see as typed, as desks type it: every piece is reported, nothing else is."""

from puntina.core.digest import Reading
from puntina.core.digest.parse import parse
from tests.core.digest.samples import RULES
from tests.site_builder import ROOT

CASES = ROOT / "tests" / "fixtures" / "cases"


def read(case: str, path: str) -> Reading:
    return parse((CASES / case / "content" / path).read_bytes(), path, RULES)


def found(reading: Reading) -> list[tuple[int, int, str]]:
    assert reading.digest
    ordered = sorted(reading.problems, key=lambda problem: problem.order)
    return [(problem.line, problem.column, problem.code) for problem in ordered]


def test_every_piece_of_literal_markup_is_reported():
    reading = read("16-literal-markup", "it/2025/letterale.md")
    assert {problem.severity for problem in reading.problems} == {"warning"}
    assert found(reading) == [
        (6, 28, "MARK-LINK"),
        (7, 28, "MARK-LINK"),
        (8, 25, "MARK-LINK"),
        (9, 24, "MARK-LINK"),
        (10, 34, "MARK-REFERENCE"),
        (11, 25, "MARK-EMPHASIS"),
        (12, 26, "MARK-EMPHASIS"),
        (13, 11, "MARK-STYLE"),
        (13, 27, "MARK-WIKI"),
        (13, 51, "MARK-EMOJI"),
        (14, 10, "MARK-TEMPLATE"),
        (14, 31, "MARK-TEMPLATE"),
        (14, 54, "MARK-TEMPLATE"),
        (14, 92, "MARK-SHORTCODE"),
        (14, 109, "MARK-SHORTCODE"),
        (15, 3, "MARK-TASK"),
        (20, 1, "MARK-HEADING"),
        (22, 1, "MARK-TABLE"),
        (25, 3, "MARK-CALLOUT"),
        (28, 1, "MARK-REFERENCE"),
        (29, 1, "MARK-REFERENCE"),
        (31, 1, "MARK-RULE"),
        (33, 1, "MARK-RULE"),
    ]


def test_a_bare_address_is_a_link():
    digest = read("16-literal-markup", "it/2025/letterale.md").digest
    assert digest
    assert str(digest.points[-1].html) == ('Indirizzo nudo: <a href="https://example.org/a">https://example.org/a</a>')


def test_paragraphs_indented_by_word_are_paragraphs():
    reading = read("18-word-indent", "it/2025/rientri.md")
    assert found(reading) == []
    assert reading.digest
    assert [str(part.html) for part in reading.digest.body] == [
        "<p>Primo capoverso.</p>",
        "<p>Secondo capoverso, incollato da Word con il rientro di prima riga, che così diventa codice e non va a capo.</p>",
        "<p>Terzo capoverso con quattro spazi.</p>",
    ]


def test_addresses_that_readers_cannot_follow_are_reported():
    reading = read("23-addresses-in-text", "it/2025/indirizzi.md")
    ordered = sorted(reading.problems, key=lambda problem: problem.order)
    assert [(problem.line, problem.column, problem.code, str(problem.severity)) for problem in ordered] == [
        (6, 29, "BODY-LINK", "warning"),
        (7, 10, "BODY-LINK", "warning"),
        (8, 20, "BODY-LINK", "error"),
        (9, 16, "BODY-LINK", "error"),
        (10, 21, "BODY-LINK", "error"),
        (11, 26, "BODY-LINK", "error"),
    ]


def test_markup_in_plain_fields_is_reported():
    reading = read("17-plain-fields", "it/2025/campi.md")
    assert found(reading) == [
        (2, 15, "MARK-FIELD"),
        (2, 29, "MARK-FIELD"),
        (2, 38, "MARK-FIELD"),
        (2, 57, "MARK-FIELD"),
        (2, 68, "MARK-FIELD"),
        (5, 10, "MARK-FIELD"),
        (6, 14, "MARK-FIELD"),
        (6, 30, "MARK-FIELD"),
        (6, 59, "MARK-FIELD"),
        (6, 65, "MARK-FIELD"),
        (6, 75, "MARK-FIELD"),
    ]
