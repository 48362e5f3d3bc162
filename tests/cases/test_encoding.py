"""A file that was saved in the wrong encoding once: each line of it is reported, in the front matter and in the text."""

from puntina.core.digest.parse import parse
from tests.core.digest.samples import RULES
from tests.site_builder import ROOT

CASE = ROOT / "tests" / "fixtures" / "cases" / "26-mojibake" / "content"
PATH = "it/2025/moji.md"


def test_lost_and_misread_characters_are_reported_at_line_and_column():
    found = parse((CASE / PATH).read_bytes(), PATH, RULES)
    assert found.digest
    assert [
        (problem.line, problem.column, problem.code, problem.severity)
        for problem in sorted(found.problems, key=lambda problem: problem.order)
    ] == [
        (2, 16, "TEXT-ENCODING", "warning"),
        (2, 21, "TEXT-ENCODING", "warning"),
        (6, 8, "TEXT-ENCODING", "warning"),
        (7, 5, "TEXT-ENCODING", "warning"),
        (7, 14, "TEXT-ENCODING", "warning"),
    ]
