"""The report: each problem's line, the source line with a caret below the column, and how many there are."""

import pytest

from puntina.core.digest import Faults, Problem, Severity, did_you_mean, errors, nearest
from puntina.core.digest.message import message
from puntina.core.reporting.report import WIDTH, counts, report

ERROR = Problem("a.md", 2, 3, "X-ONE", message("what"), message("hint"))
WARNING = Problem("a.md", 1, 1, "X-TWO", message("what"), message("hint"), Severity.WARNING)
NOTE = Problem("b.md", 0, 0, "X-ONE", message("what"), message("hint"), Severity.NOTE)


def caret(folder, line: str, column: int) -> list[str]:
    """Return the source line and the caret line, without their indent."""
    (folder / "a.md").write_text("x\n" + line + "\n", "utf-8")
    _, *shown, _ = report([Problem("a.md", 2, column, "X", message("what"), message("hint"))], folder)
    return [each.removeprefix("    ") for each in shown]


def test_problems_are_printed_sorted_with_their_lines_and_counted(tmp_path):
    (tmp_path / "a.md").write_text("uno\ndue\n", "utf-8")
    assert list(report([NOTE, ERROR, WARNING], tmp_path)) == [
        "a.md:1:1: X-TWO warning: what — hint",
        "    uno",
        "    ^",
        "a.md:2:3: X-ONE what — hint",
        "    due",
        "      ^",
        "b.md: X-ONE note: what — hint",
        "1 error, 1 warning, 1 note",
    ]


def test_no_problem_is_no_report(tmp_path):
    assert list(report([], tmp_path)) == []


@pytest.mark.parametrize(
    ("problems", "line"),
    [
        ([ERROR], "1 error"),
        ([ERROR, ERROR], "2 errors"),
        ([WARNING, NOTE, NOTE], "1 warning, 2 notes"),
        ([], ""),
    ],
)
def test_problems_are_counted_by_weight(problems, line):
    assert counts(problems) == line


@pytest.mark.parametrize(
    ("line", "column", "below"),
    [
        ("title: x", 8, "       ^"),
        ("\ttitle", 2, "\t^"),
        ("a\tb\tc", 5, " \t \t^"),
        ("标题: x", 5, "      ^"),
        ("📌 x", 3, "   ^"),
        ("📌\ufe0f x", 4, "   ^"),
        ("e\u0300 x", 4, "  ^"),
        ("và mã", 4, "   ^"),
        ("x", 2, " ^"),
    ],
)
def test_the_caret_stands_below_the_column(tmp_path, line, column, below):
    assert caret(tmp_path, line, column)[1] == below


@pytest.mark.parametrize(
    ("line", "shown"),
    [
        ("a\x07b\x1b[31m", "a�b�[31m"),
        ("a\u00a0b\u2003c", "a b c"),
        ("a\u200bb\u202ec", "a�b�c"),
        ("a  ", "a"),
    ],
)
def test_what_can_t_be_seen_is_shown_or_made_harmless(tmp_path, line, shown):
    assert caret(tmp_path, line, 1) == [shown, "^"]


@pytest.mark.parametrize(("column", "start"), [(1, 0), (50, 0), (51, 1), (150, 100), (300, 250), (301, 251)])
def test_of_a_long_line_the_part_around_the_column_is_shown(tmp_path, column, start):
    line = "".join(str(n % 10) for n in range(300))
    shown, below = caret(tmp_path, line, column)
    assert (shown, below) == (line[start : start + WIDTH], " " * (column - 1 - start) + "^")


@pytest.mark.parametrize("line", ["", "   ", "---"])
def test_a_line_that_says_nothing_is_not_shown(tmp_path, line):
    assert caret(tmp_path, line, 1) == []


@pytest.mark.parametrize("ends", [b"\n", b"\r\n", b"\r"])
def test_lines_are_counted_as_they_are_read(tmp_path, ends):
    (tmp_path / "a.md").write_bytes(b"\xef\xbb\xbfuno" + ends + b"due\xe2\x80\xa8" + ends + b"tre")
    problems = [Problem("a.md", number, 1, "X", message("what"), message("hint")) for number in (1, 3, 4)]
    assert [line for line in report(problems, tmp_path) if line.startswith("    ")] == [
        "    uno",
        "    ^",
        "    tre",
        "    ^",
    ]


def test_bytes_that_are_no_utf_8_are_shown_as_such(tmp_path):
    (tmp_path / "a.md").write_bytes(b"perch\xe9 no")
    assert list(report([Problem("a.md", 1, 6, "X", message("what"), message("hint"))], tmp_path))[1:3] == [
        "    perch� no",
        "         ^",
    ]


def test_a_file_that_is_gone_has_no_line_to_show(tmp_path):
    assert list(report([ERROR], tmp_path)) == ["a.md:2:3: X-ONE what — hint", "1 error"]


def test_faults_are_sorted_once_each_and_end_a_run_with_1():
    faults = Faults([ERROR, WARNING, ERROR])
    assert faults.problems == (WARNING, ERROR)
    assert str(faults) == "a.md:1:1: X-TWO warning: what — hint\na.md:2:3: X-ONE what — hint"
    assert Faults([ERROR], shown=["all", "lines"]).code == "all\nlines"
    assert isinstance(faults, SystemExit)


def test_errors_are_those_that_stop_a_build():
    assert errors([NOTE, ERROR, WARNING]) == (ERROR,)


@pytest.mark.parametrize(
    ("word", "known", "found"),
    [
        ("titel", ["title", "date"], "title"),
        ("TITLE", ["title", "date"], "title"),
        ("world", ["world", "World"], "world"),
        ("zzz", ["title", "date"], None),
        ("title", [], None),
    ],
)
def test_the_likely_word_is_guessed(word, known, found):
    assert nearest(word, known) == found
    assert did_you_mean(word, known, else_say=message("no")) == (f'did you mean "{found}"?' if found else "no")
