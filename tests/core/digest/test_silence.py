"""A comment silences a warning of its line or of the line below; never an error, and one for nothing is noted."""

import pytest

from tests.core.digest.samples import HEADER, problems

REST = "\n\n- a\n\n📌 b"
UNUSED = "CHECK-OFF note: this comment does not silence any warning — write the code of a warning on this line, or on the line below the comment; or delete it"


@pytest.mark.parametrize(
    "text",
    [
        "a [[b]] <!-- check: off MARK-WIKI -->", "<!-- check: off MARK-WIKI -->\na [[b]]", "<!-- check: off MARK-WIKI -->\n\na [[b]]", "a [[b]] {{c}} <!-- check: off MARK -->",
        "a [[b]] {{c}} <!-- check: off MARK-WIKI, MARK-TEMPLATE -->", "a [[b]] {{c}} <!-- check: off MARK-WIKI --><!-- check: off MARK-TEMPLATE -->",
        "<!-- check: off MARK-WIKI -->\n<!-- check: off MARK-TEMPLATE -->\na [[b]] {{c}}", "- x\n<!-- check: off MARK-WIKI -->\n- a [[b]]", "- a [[b]]<!--check: off MARK-WIKI-->",
        "<!-- check: off MARK-TABLE -->\n| a | b |\n| c | d |", "a <br> <!-- check: off BODY-HTML -->", "a [[b]] <!-- check:off MARK-WIKI -->", "a [[b]] <!-- Check: Off MARK-WIKI -->", "a [[b]] <!-- check: off mark-wiki -->", "a [[b]] {{c}} <!-- check: off Mark-Wiki, mark-template -->", "a [[b]] {{c}} <!-- check: off mark -->", "la citt\ufffd <!-- check: off TEXT-ENCODING -->",
    ],
)  # fmt: skip
def test_a_warning_is_silenced_in_its_line(text):
    assert problems(text + REST) == []


@pytest.mark.parametrize(
    ("text", "where"),
    [("a <!-- check: off MARK-WIKI -->", "6:3"), ("a <!-- check: off -->", "6:3"), ("a <!-- check: off mark-wiki -->", "6:3"), ("<!-- check: off MARKS -->\na", "6:1"), ("a\n\n<!-- check: off MARK-WIKI -->", "8:1")],
)  # fmt: skip
def test_a_comment_that_silences_nothing_is_noted(text, where):
    assert problems(text + REST)[-1:] == [f"{where}: {UNUSED}"]


def test_other_lines_and_other_codes_are_not_silenced():
    found = problems("a [[b]]\n\nc {{d}} [[e]] <!-- check: off MARK-TEMPLATE -->" + REST)
    assert [problem.partition(" warning")[0] for problem in found] == ["6:3: MARK-WIKI", "8:9: MARK-WIKI"]


def test_an_error_is_never_silenced():
    found = problems("[a](javascript:x) <!-- check: off BODY-LINK -->" + REST)
    assert [problem.split(" ")[1] for problem in found] == ["BODY-LINK", "CHECK-OFF"]


def test_many_comments_take_no_longer_each():
    assert len(problems("<!-- check: off MARK -->\n" * 4_000 + REST)) == 4_000


def test_a_comment_in_the_front_matter_silences_its_line():
    assert problems(header=HEADER.replace("Titolo", "La citt\ufffd # check: off TEXT-ENCODING")) == []
    assert problems(header=HEADER.replace("title", "# check: off TEXT\ntitle").replace("Titolo", "La citt\ufffd")) == []


@pytest.mark.parametrize("note", ["check: off the record", "check: off limits, call again", "check: off-limits"])
def test_a_note_that_begins_likewise_is_a_note(note):
    assert problems(f"a <!-- {note} -->{REST}") == []
