"""The summary: the one paragraph or list item that opens with 📌."""

import pytest

from tests.core.digest.samples import HEADER, body, digest, parts, points, problems, shape, summary

NONE = "3:1: BODY-SUMMARY warning: no summary — begin the summary with 📌"


@pytest.mark.parametrize(
    ("text", "html", "plain"),
    [
        ("📌 Sintesi", "Sintesi", "Sintesi"),
        ("📌Sintesi", "Sintesi", "Sintesi"),
        ("📌\ufe0f Sintesi", "Sintesi", "Sintesi"),
        ("📌\ufe0e\u00a0Sintesi", "Sintesi", "Sintesi"),
        ("📌   Sintesi", "Sintesi", "Sintesi"),
        ("📌 :-) Sintesi", ":-) Sintesi", ":-) Sintesi"),
        ("**📌**: Sintesi", "Sintesi", "Sintesi"),
        ("📌: Sintesi", "Sintesi", "Sintesi"),
        ("📌 📌 Sintesi", "Sintesi", "Sintesi"),
        ("📌 -5 gradi", "-5 gradi", "-5 gradi"),
        ("   📌 Sintesi", "Sintesi", "Sintesi"),
        ("**📌 Sintesi:** x", "<strong>Sintesi:</strong> x", "Sintesi: x"),
        ("**📌** x", "x", "x"),
        ("__📌__ x", "x", "x"),
        ("***📌*** x", "x", "x"),
        ("**_📌_ x** y", "<strong>x</strong> y", "x y"),
        ("**📌\ufe0f** x", "x", "x"),
        ("_📌 x_", "<em>x</em>", "x"),
        ("📌 **Sintesi:** x", "<strong>Sintesi:</strong> x", "Sintesi: x"),
        ("📌\nSintesi", "Sintesi", "Sintesi"),
        ("📌 prima\n  seconda", "prima\nseconda", "prima seconda"),
        ("📌 a 📌 b", "a 📌 b", "a 📌 b"),
        ("📌 [a](https://x.y)", '<a href="https://x.y">a</a>', "a"),
        ("📌 a < b & c", "a &lt; b &amp; c", "a < b & c"),
    ],
)
def test_the_pushpin_is_taken_off(text, html, plain):
    assert parts(text) == [("summary", 1, html, plain)]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("- a\n📌 s", points("a") + summary("s")),
        ("• a\n📌 s", points("a") + summary("s")),
        ("• a\n  • b\n  📌 s", points("a", "b") + summary("s")),
        ("- a\n  📌 s", points("a") + summary("s")),
        ("- a\n\n  📌 s", points("a") + summary("s")),
        ("1. a\n📌 s", body("a") + summary("s")),
        ("Testo\n📌 s", body("Testo") + summary("s")),
        ("Testo\n    📌 s", body("Testo") + summary("s")),
        ("📌 s\n- a", summary("s") + points("a")),
        ("📌 s\n• a", summary("s") + points("a")),
        ("📌 s\n\nTesto", summary("s") + body("Testo")),
        ("- a\n- 📌 s\n- b", points("a") + summary("s") + points("b")),
        ("* a\n* 📌 s", points("a") + summary("s")),
        ("+ 📌 s\n+ a", summary("s") + points("a")),
        ("• a\n• 📌 s\n• b", points("a") + summary("s") + points("b")),
        ("• a\n• **📌 S:** s", points("a") + summary("S: s")),
        ("- a\n- **📌** s", points("a") + summary("s")),
        ("1. a\n2. 📌 s", points("a") + summary("s")),
        ("- 📌 s\n\n  Testo", summary("s") + body("Testo")),
        ("> q\n\n📌 s", body("q") + summary("s")),
        ("> q\n📌 s", body("q") + summary("s")),
    ],
)
def test_where_a_summary_may_stand(text, found):
    assert shape(text) == found
    assert not [problem for problem in problems(text) if "SUMMAR" in problem]


@pytest.mark.parametrize(
    ("text", "where"),
    [
        ("- a\n\nTesto con 📌 in mezzo", "8:11"),
        ("- a\n\n`📌 s`", "8:2"),
        ("- a\n\n```\n📌 s\n```", "9:1"),
        ("- a\n\n\\📌 s", "8:2"),
        ("- a\n  - b\n  - 📌 s", "8:5"),
        ("- a\n\n| 📌 s |\n|---|", "8:3"),
        ("- a\n\n## 📌 Titolo\n\nTesto", "8:4"),
        ("- a\n\n## Titolo 📌\n\nTesto", "8:11"),
        ("- a\nSintesi. 📌", "7:10"),
        ("- a 📌\n- b 📌", "6:5"),
        ("- a\n\nb 📌\n\n## 📌 c", "8:3"),
        ("- a <!-- 📌 -->\n- b 📌 c", "7:5"),
    ],
)
def test_a_pushpin_that_opens_no_paragraph_is_reported_where_it_is(text, where):
    assert digest(text).summary is None
    assert problems(text) == [
        f"{where}: {NONE.partition(': ')[2].replace('summary —', 'summary: this 📌 is not at the beginning of a paragraph —')}"
    ]


@pytest.mark.parametrize("text", ["- a", "- a <!-- 📌 -->"])
def test_where_there_is_no_pushpin_the_title_has_the_warning(text):
    assert problems(text) == [NONE]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("- a\n\n## 📌 Una frase intera.", points("a") + summary("Una frase intera.")),
        ("- a\n\n## Una frase intera 📌", points("a") + summary("Una frase intera")),
        ("## 📌 Una frase.\n\n- a", summary("Una frase.") + points("a")),
        ("- a\n\n## 📌 Sintesi\n\nUna frase.", points("a") + summary("Una frase.")),
        ("- a\n\n## Tóm tắt 📌\nUna frase.", points("a") + summary("Una frase.")),
        ("- a\n\n### 📌\n\nUna frase.", points("a") + summary("Una frase.")),
        ("- a\n\n📌\n\nUna frase.", points("a") + summary("Una frase.")),
        ("- a\n\n**📌**\n\nUna frase.\n\nAltro.", points("a") + summary("Una frase.") + body("Altro.")),
        ("- a\n\n📌 **In sintesi**\n\nUna frase.", points("a") + summary("Una frase.")),
        ("- a\n\n📌 In sintesi:\n\nUna frase.", points("a") + summary("Una frase.")),
        ("- a\n\n📌 In sintesi\nUna frase.", points("a") + summary("In sintesi Una frase.")),
        ("- a\n\nUna frase. 📌", points("a") + summary("Una frase.")),
        ("- a\n\nUna frase. 📌\ufe0f", points("a") + summary("Una frase.")),
        ("- a\n\nUna\nfrase. 📌", points("a") + summary("Una frase.")),
        ("- a\n\n**Una frase. 📌**", points("a") + summary("Una frase.")),
        ("- a\n- Una frase. 📌\n- b", points("a") + summary("Una frase.") + points("b")),
        ("• a\n• Una frase. 📌", points("a") + summary("Una frase.")),
        ("- a\n\n\u200b📌\ufe0f\u2060 Una frase.", points("a") + summary("Una frase.")),
        ("- a\n\n📌 Una frase.\n\nAltro.", points("a") + summary("Una frase.") + body("Altro.")),
        ("- a\n\n## 📌 Titolo\n\n📌 Una frase.", points("a") + body("📌 Titolo") + summary("Una frase.")),
    ],
)
def test_a_pushpin_elsewhere_is_read_where_it_can_mean_one_thing_only(text, found):
    assert (shape(text), problems(text)) == (found, [])


@pytest.mark.parametrize(
    ("text", "where", "label"),
    [
        ("- a\n\n## 📌 Sintesi\n- x\n- y", "8:4", "Sintesi"), ("**📌 In sintesi**\n\n- a\n- b", "6:3", "In sintesi"), ("## 📌 TL;DR\n\n- a", "6:4", "TL;DR"),
        ("- a\n\n📌 In breve\n\n> b", "8:1", "In breve"), ("- a\n\n📌 In breve:\n- b", "8:1", "In breve:"), ("- a\n\n📌 In breve:", "8:1", "In breve:"),
    ],
)  # fmt: skip
def test_a_label_above_other_blocks_is_no_summary(text, where, label):
    said = f'the summary is only "{label}": no paragraph follows it'
    assert problems(text) == [
        f"{where}: BODY-SUMMARY {said} — write the summary after the 📌, or as one paragraph below it"
    ]


def test_a_word_alone_that_ends_the_text_is_one():
    assert problems("• Primo punto\n• Secondo punto\n📌 Sintesi") == []


@pytest.mark.parametrize(
    ("text", "where", "first"),
    [
        ("- a\n\n📌 b\n\n  📌 c", "10:3", 8),
        ("📌 b\n📌 c\n- a", "7:1", 6),
        ("- a\n- 📌 b\n- **📌** c", "8:5", 7),
        ("• a\n• 📌 b\n📌 c", "8:1", 7),
        ("- 📌 b\n\n  📌 c\n- a", "8:3", 6),
    ],
)
def test_a_second_summary_is_an_error(text, where, first):
    hint = "keep one summary; delete the 📌 of the other"
    assert problems(text) == [f"{where}: BODY-SUMMARIES a second 📌 (the first is on line {first}) — {hint}"]


@pytest.mark.parametrize("text", ["- a\n\n📌", "- a\n\n**📌**", "- a\n\n📌\n\n- b", "- a\n\n📌\n\n## Titolo"])
def test_a_pushpin_alone_is_an_empty_summary(text):
    assert problems(text) == ["8:1: BODY-EMPTY warning: an empty summary — write it, or delete the line"]


def test_lacking_points_and_summary_is_a_warning_each():
    assert problems("Testo") == [NONE, "3:1: BODY-POINTS warning: no points — begin each point with - or •"]


def test_front_matter_gives_the_summary_where_the_text_has_none():
    found = digest("- a", header=HEADER + "\nsummary: 3 < 4 & 5")
    assert found.summary is not None
    assert (found.summary.html, found.summary.text, found.summary.line) == ("3 &lt; 4 &amp; 5", "3 < 4 & 5", 5)
    assert [block.kind.value for block in found.blocks] == ["points", "summary"]


def test_front_matter_overrides_the_summary_s_text_but_not_its_box():
    found = digest("- a\n\n📌 Lunga.", header=HEADER + "\nsummary: Breve.")
    assert (found.summary_text, found.summary and found.summary.text) == ("Breve.", "Lunga.")


@pytest.mark.parametrize(
    ("text", "plain"),
    [("- a\n\n📌 s", "s"), ("- a\n- b", "a"), ("Testo.", "Testo."), ("", "")],
)
def test_cards_have_a_text_whatever_is_lacking(text, plain):
    assert digest(text).summary_text == plain


def test_a_pin_in_a_quotation_is_reported_there():
    assert problems("- a\n\n> 📌 b\n") == [
        "8:3: BODY-SUMMARY warning: no summary: this 📌 is in a quotation — delete the > before it"
    ]


NEAR = "no summary: this paragraph looks like one, but does not begin with 📌 — begin the summary with 📌"


@pytest.mark.parametrize(
    "line",
    ["📍 Fatto.", "🖈 Fatto.", "&#128204; Fatto.", "Sintesi: fatto.", "**In sintesi:** fatto.", "**TL;DR**: done.", "> Tóm tắt: xong."],
)  # fmt: skip
def test_what_looks_like_a_summary_is_told_so_in_its_line(line):
    assert problems(f"- a\n\n{line}") == [f"8:1: BODY-SUMMARY warning: {NEAR}"]


def test_a_pin_in_the_front_matter_s_summary_is_not_shown_twice():
    assert digest("- a", HEADER + '\nsummary: "📌 Fatto."').summary.text == "Fatto."
