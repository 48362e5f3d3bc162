"""HTML comments are the editors' notes: readers see nothing of them, wherever they end."""

from pathlib import Path

import pytest

from puntina.core.digest.parse import parse
from tests.core.digest.samples import HEADER, RULES, digest, parts, points, problems, reading, shape

CASE = Path(__file__).parents[1] / "fixtures/cases/04-html-comment/content/it/2025/commento.md"
HINT = "write --> where the note ends; write \\<!-- to show the sign"


def test_a_note_over_several_blocks_is_left_out():
    found = parse(CASE.read_bytes(), "it/2025/commento.md", RULES)
    assert [part.text for block in found.digest.blocks for part in block.parts] == ["Primo punto", "Sintesi."]
    assert (found.problems, found.digest.words) == ((), 3)


@pytest.mark.parametrize(
    ("typed", "html"),
    [
        ("a <!-- nota --> b", ["<p>a b</p>"]),
        ("a<!-- nota -->, b", ["<p>a, b</p>"]),
        ("a <!-- nota -->\nb", ["<p>a\nb</p>"]),
        ("<!-- nota -->    a", ["<p>a</p>"]),
        ("a <!-- x\ny\nz --> b", ["<p>a\nb</p>"]),
        ("a <!-- x\ny -->\nb", ["<p>a\nb</p>"]),
        ("a <!-- x\n\ny --> b", ["<p>a</p>", "<p>b</p>"]),
        ("a\n<!-- x -->\nb", ["<p>a</p>", "<p>b</p>"]),
        ("<!-- a --><!-- b -->c<!----><!-->", ["<p>c</p>"]),
        ("## a <!-- x -->", ['<h2 id="a">a</h2>']),
        ("> a\n> <!-- x\n> y -->\n> b", ["<blockquote>\n<p>a</p>\n<p>b</p>\n</blockquote>"]),
        ("1. a\n<!-- x -->\n2. b", ["<ol>\n<li>a</li>\n<li>b</li>\n</ol>"]),
        ("1. a\n2. <!-- x -->\n3. b", ["<ol>\n<li>a</li>\n<li>b</li>\n</ol>"]),
        ("`<!-- x -->` <!-- y -->", ["<p><code>&lt;!-- x --&gt;</code></p>"]),
        ("``a ` <!-- x --> b``", ["<p><code>a ` &lt;!-- x --&gt; b</code></p>"]),
        ("` <!-- x -->\n\n`", ["<p>`</p>", "<p>`</p>"]),
        ("```\n<!-- x -->\n```\n<!-- y -->", ['<pre tabindex="0"><code>&lt;!-- x --&gt;\n</code></pre>']),
        ("~~~ html\n<!-- x\n~~~", ['<pre tabindex="0"><code>&lt;!-- x\n</code></pre>']),
        ("\\<!-- x -->", ["<p>&lt;!-- x --&gt;</p>"]),
        ("a <!-- [b](c.md) [^1] <br> --> d", ["<p>a d</p>"]),
        ("<!-- - x -->", []),
        ("<!-- ``` -->a\n\n<!-- ` -->b `c`", ["<p>a</p>", "<p>b <code>c</code></p>"]),
    ],
)  # fmt: skip
def test_a_note_is_as_if_it_were_not_there(typed, html):
    header = "title: T"
    page = digest(typed, header=header, path="it/pages/a.md")
    found = [str(part.html) for block in page.blocks for part in block.parts]
    assert found == html
    assert reading(typed, header, "it/pages/a.md").problems == ()


@pytest.mark.parametrize(
    ("typed", "texts"),
    [
        ("- ```\n  <!-- x -->\n- b <!-- y -->", ["<!-- x -->", "b"]),
        ("- a\n\n> ```\n> <!-- x -->\n\n📌 b <!-- y -->", ["a", "<!-- x -->", "b"]),
        ("1. ~~~\n   <!-- x -->\n\n   y\n2. b <!-- y -->", ["<!-- x --> y b"]),
    ],
)
def test_code_ends_with_the_point_or_quote_that_it_is_in(typed, texts):
    assert [part.text for block in digest(typed).blocks for part in block.parts] == texts


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("- a\n<!-- x -->\n- b", points("a", "b")),
        ("- a\n- <!-- x -->\n- b", points("a", "b")),
        ("- a\n<!--\n- x\n-->\n- b", points("a", "b")),
        ("• a\n<!-- • x -->\n• b", points("a", "b")),
        ("- a <!-- x\n  y -->\n- b", points("a", "b")),
        ("- a\n  <!-- x -->\n  - b\n- c", points("a b", "c")),
        ("- <!-- x --> a\n- b", points("a", "b")),
    ],
)
def test_points_go_on_around_a_note(typed, found):
    assert shape(typed) == found


def test_a_note_between_points_does_not_part_the_list():
    assert [part[2] for part in parts("- a\n  - b\n  <!-- x -->\n  - c")] == ["a\n<ul>\n<li>b</li>\n<li>c</li>\n</ul>"]


@pytest.mark.parametrize(
    ("typed", "where"),
    [("<!-- x\n- a\n\n📌 b", "6:1"), ("- a <!-- x\n\n📌 b", "6:5"), ("- a `c` <!-- x --> <!-- y\n\n📌 b", "6:20"), ("> <!-- x\n\n- a\n\n📌 b", "6:3")],
)  # fmt: skip
def test_a_note_without_an_end_is_an_error(typed, where):
    assert [problem for problem in problems(typed) if "COMMENT" in problem] == [
        f"{where}: BODY-COMMENT the comment <!-- is not closed — {HINT}"
    ]
    assert reading(typed).digest is None


def test_places_of_all_else_stay_true():
    typed = (
        "- a <!-- x --> <b> [c](https://c.org)\n<!-- y\n-->\n<i>\n\n\u200b-\u00a0 <u> [d](no.md)\n\n📌 s <!-- z --> <s>"
    )
    assert [problem.partition(": ")[0] for problem in problems(typed)] == ["6:16", "9:1", "11:5", "13:16"]
    assert [(target.position.line, target.position.column) for target in digest(typed).targets] == [(11, 13)]


def test_notes_in_front_matter_are_left_out():
    header = HEADER + "\n<!-- nota -->\ntags: [a, b] <!-- c? -->\nsummary: Breve<!-- x -->, sì.\n<!--\nmood: x\n-->"
    meta = digest("- a", header=header).meta
    assert (meta.tags, meta.summary, meta.extra) == (("a", "b"), "Breve, sì.", ())
    assert problems("- a", header=header) == []


def test_a_note_without_an_end_in_front_matter_is_an_error():
    assert (
        problems(header=HEADER + "\nsummary: a <!-- b")[0]
        == f"5:12: BODY-COMMENT the comment <!-- is not closed — {HINT}"
    )


def test_places_in_front_matter_stay_true():
    assert problems(header=HEADER + "\n<!-- a -->\nmodified: <!-- b --> ieri")[0].partition(": ")[0] == "6:22"


MISTYPED = "a mistyped comment, which readers would see — write <!-- before the note and --> after it"


@pytest.mark.parametrize(
    "typed", ["<!—nota—>", "<!–- nota -–>", "<! -- nota -->", "< !-- nota -->", "<!- nota ->", "&lt;!-- nota --&gt;", "&#60;!-- nota -->"]
)  # fmt: skip
def test_a_mistyped_comment_is_an_error_as_readers_would_see_it(typed):
    assert problems(f"- a {typed}\n\n📌 b") == [f"6:5: BODY-COMMENT {MISTYPED}"]


@pytest.mark.parametrize("typed", ["`<!—nota—>`", "\\<! -- nota", "a <!b", "a < ! b", "```\n<!—\n```", "x <- y"])
def test_what_is_shown_on_purpose_is_no_mistyped_comment(typed):
    assert [problem for problem in problems(f"- a\n\n{typed}\n\n📌 b") if "COMMENT" in problem] == []


@pytest.mark.parametrize(
    ("typed", "where"), [("<!-- a <!-- b --> c -->", "6:8"), ("<!-- prima\n\n- testo\n\n<!-- seconda -->", "10:1")]
)
def test_a_comment_within_another_is_an_error_as_text_would_be_shown_or_lost(typed, where):
    what = "a comment inside a comment: the first --> ends both"
    hint = "close the first above it, or delete this <!-- and its -->"
    assert problems(f"{typed}\n- a\n\n📌 b") == [f"{where}: BODY-COMMENT {what} — {hint}"]
