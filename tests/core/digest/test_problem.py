"""A problem's place, and how it is printed."""

import pytest

from puntina.core.digest import Problem, Severity
from puntina.core.digest.message import message

WHAT, HINT = message("what"), message("hint")


@pytest.mark.parametrize(
    ("severity", "printed"),
    [
        ((), "content/it/chip.md: X-ONE what — hint"),
        ((Severity.WARNING,), "content/it/chip.md: X-ONE warning: what — hint"),
    ],
)
def test_a_problem_of_a_whole_file_has_no_line_and_is_an_error_unless_told_otherwise(severity, printed):
    found = Problem.whole("content/it/chip.md", "X-ONE", WHAT, HINT, *severity)
    assert found == Problem("content/it/chip.md", 0, 0, "X-ONE", WHAT, HINT, *severity)
    assert str(found) == printed
