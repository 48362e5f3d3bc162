"""Any file up to 1 MiB is read or refused at its place, soon; what people write is read."""

import sys
import time

import pytest

from puntina.core.digest import Problem, Severity, nearest
from puntina.core.digest.message import message
from puntina.core.digest.problem import MOST
from puntina.core.reporting.report import report
from tests.core.digest.pathological import HEADERS, TEXTS, fill
from tests.core.digest.samples import HEADER, digest, problems, reading
from tests.core.digest.test_hostile import holds

SECONDS = 8  # of the processor, for what takes one on a machine without other work
LIMIT = "BODY-LIMIT"


@pytest.mark.parametrize("name", TEXTS)
def test_no_body_takes_long(name):
    started = time.process_time()
    found = reading(TEXTS[name])
    assert time.process_time() - started < SECONDS
    assert holds(found)
    assert len(found.problems) <= MOST


@pytest.mark.parametrize("name", HEADERS)
def test_no_front_matter_takes_long(name):
    started = time.process_time()
    found = reading("- a\n\n📌 b", f"{HEADER}\n{HEADERS[name]}")
    assert time.process_time() - started < SECONDS
    assert holds(found)
    assert len(found.problems) <= MOST


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("a\n\n" + "b " * 10_000 + "[" * 2_000, f'8:21001: {LIMIT} more than 1,000 "[" in one paragraph — put empty lines between paragraphs, or split the file'),
        ("- a\n" + "b\n" * 25_000, f"20006:2: {LIMIT} a paragraph of more than 20,000 lines — put empty lines between paragraphs, or split the file"),
        ("<!--" + "\n" * 400_000 + "-->", f"100001:1: {LIMIT} more than 100,000 lines — split the file"),
        ("- ```\n" * 20_000, f"15006:5: {LIMIT} more than 15,000 lines of code fences — split the file"),
        ("•-~" * 6_000, f"6:12003: {LIMIT} more than 4,000 \"~\" in one paragraph — put empty lines between paragraphs, or split the file"),
        ("https:/" * 40_000, f"6:131243: {LIMIT} more blocks, links and markup than any real text has — split the file"),
        ("## a\n\n" * 40_000, f"30003:1: {LIMIT} more blocks, links and markup than any real text has — split the file"),
        ("[a]: b\n" * 6_000, f"5006:4: {LIMIT} more than 5,000 definitions of links and footnotes — split the file"),
        ("a <!-- b -->\n" * 6_000, f"5006:6: {LIMIT} more than 5,000 comments — split the file"),
        ("a\n" * 9_000 + "\n" + "> " * 70 + "b", "9007:1: BODY-DEEP lists or quotes nested too deeply — reduce the levels"),
    ],
)  # fmt: skip
def test_what_is_too_much_is_refused_at_its_place(text, found):
    assert found in problems(text)
    assert reading(text).digest is None


@pytest.mark.parametrize(
    "text",
    [
        fill("Una frase come tante altre, con **parole** e [link](https://example.org/a), lunga quanto basta. ", size=50_000),
        "\n".join(fill("- Un punto con **parole** e [un link](https://example.org/a_b_c), e altro testo ancora.\n").split("\n")[:9_000]),
        fill("Un capoverso di testo semplice, che va avanti per un poco e poi finisce.\n\n", size=900_000),
        "```\n" + fill('[["a", "b"], ["c", "d"]]\n', size=500_000) + "```\n",
        "|a|b|\n|-|-|\n" + fill("|c|d|\n", size=30_000),
    ],
)  # fmt: skip
def test_what_people_write_is_read(text):
    assert LIMIT not in str(problems(text))


@pytest.mark.parametrize(
    ("header", "found"),
    [
        ("tags:\n" + "- a\n" * 3_000, "2001:4: FM-LIMIT front matter of more than 2,000 lines and items — shorten it, or move some of it to the text"),
        ("tags: [" + "a," * 3_000 + "]", "5:4001: FM-LIMIT front matter of more than 2,000 lines and items — shorten it, or move some of it to the text"),
        ("summary: " + "a" * 600_000, "5:524235: FM-LIMIT front matter of more than 524,288 characters — shorten it, or move some of it to the text"),
    ],
)  # fmt: skip
def test_front_matter_that_is_a_text_of_its_own_is_refused_at_its_place(header, found):
    assert problems(header=f"{HEADER}\n{header}") == [found]


def test_a_very_long_value_is_not_printed_in_full(tmp_path):
    found = Problem("a.md", 1, 1, "X", f'no file "{"a" * 100_000}"', "hint")
    assert len(next(report([found], tmp_path))) < 700


def test_a_file_with_very_many_problems_ends_with_how_many_more(tmp_path):
    found = [
        Problem("a.md", line, 1, "X", message("text"), message("hint"), Severity.WARNING) for line in range(1, 5_000)
    ]
    lines = [
        str(line)
        for line in report([*found, Problem("a.md", 5_000, 1, "X", message("text"), message("hint"))], tmp_path)
    ]
    assert lines == [
        *(f"a.md:{line}:1: X warning: text — hint" for line in range(1, 10)),
        "a.md:5000:1: X text — hint",
        "a.md: and 4,990 more",
        "1 error, 4,999 warnings",
    ]


def test_what_is_too_many_problems_keeps_the_errors():
    found = reading(fill("<br> ", size=40_000).replace(" <br>", "\n\n<br>") + "\n\n[a](x:y)")
    assert (len(found.problems), found.digest) == (MOST, None)
    assert [problem.code for problem in found.problems if problem.severity is Severity.ERROR] == ["BODY-LINK"]


def steps(text: str) -> int:
    """Return how many functions are called to read the text."""
    calls = 0

    def count(frame: object, event: str, arg: object) -> None:
        nonlocal calls
        calls += event in {"call", "c_call"}

    sys.setprofile(count)
    try:
        reading(text)
    finally:
        sys.setprofile(None)
    return calls


@pytest.mark.parametrize(
    "text",
    ["- [a](#x) b\n", "[a][b]\n\n", "**a \n\n", "*a *b\n\n", "[[a]]\n\n", "{{ a\n\n", "~~a~~\n\n", "https://a.b/c\n\n", "## a\n\n", "|a|b|\n\n", "📌 a\n\n", "Ã¨ \ufffd\n\n", "> a\n\n", "<br>\n\n"],
)  # fmt: skip
def test_a_text_four_times_as_long_takes_about_four_times_the_steps(text):
    assert steps(fill(text, size=12_000)) < 7 * steps(fill(text, size=3_000))


def test_the_nearest_of_very_many_words_is_found():
    names = [f"content/it/2025/notizia-{number}.md" for number in range(20_000)]
    assert nearest("content/it/2025/notizia-l7777.md", names) == "content/it/2025/notizia-7777.md"
    assert nearest("a" * 100_000, names) is None


def test_the_nearest_of_long_words_that_are_much_alike_is_found():
    names = ["ba" * (20 + number % 25) + str(number) for number in range(5_000)]
    assert nearest("ba" * 33 + "x13", names) == "ba" * 33 + "13"


def test_headings_of_a_long_digest_are_told_apart():
    assert len(set(digest("# a\n\n" * 3_000).anchors)) == 3_000
