"""Points as editors' programs paste them: none is swallowed, and what only looks like a point is reported."""

from pathlib import Path

import pytest

from puntina.core.digest.parse import parse
from tests.core.digest.samples import RULES, body, digest, parts, points, problems, shape, summary

FOLDER = Path(__file__).parents[1] / "fixtures/cases/02-swallowed-points/content/it/2025"
LETTER = "are read as a bullet — for the second level, write two spaces, ◦ and a space instead"
CASES = {
    "emoji": (["Primo", "Secondo"], []),
    "google-docs": (["Primo", "Secondo", "Terzo", "Quarto", "Quinto"], []),
    "nbsp": (["Primo", "Secondo", "Terzo"], []),
    "nbsp-tutti": (["Primo", "Secondo"], []),
    "numeri": ([], ["6:1: BODY-POINTS warning: no points: the items of a numbered list are not points — begin each point with - or •"]),
    "pin-zero-width": (["Primo", "Secondo"], []),
    "punto-medio-word": (
        ["Primo", "Secondo Terzo"],
        [f'8:1: BODY-POINTS warning: "o" and a tab before "Terzo" {LETTER}'],
    ),
    "senza-spazio": (
        ["Primo -Secondo", "Terzo"],
        ['7:1: BODY-POINTS warning: "-Secondo" continues the point above — write a space after - if it is a point'],
    ),
    "stella-senza-spazio": (
        ["Primo *Secondo"],
        ['7:1: BODY-POINTS warning: "*Secondo" continues the point above — write a space after * if it is a point'],
    ),
    "tabella": (
        ["Primo | A | B | |---|---| | 1 | 2 |"],
        ['7:1: BODY-POINTS warning: "| A | B |" continues the point above — put an empty line above the table, or delete the |'],
    ),
    "trattino-medio": (
        ["Primo – Secondo — Terzo"],
        [
            f'{line}:1: BODY-POINTS warning: "{sign} {word}" continues the point above — '
            f"write - and a space instead of {sign} if it is a point"
            for line, sign, word in ((7, "–", "Secondo"), (8, "—", "Terzo"))
        ],
    ),
    "zero-width": (["Primo", "Secondo", "Terzo"], []),
}  # fmt: skip


@pytest.mark.parametrize("name", CASES)
def test_no_point_is_swallowed_in_silence(name):
    found = parse((FOLDER / f"{name}.md").read_bytes(), f"it/2025/{name}.md", RULES)
    said = [str(problem).removeprefix(f"content/it/2025/{name}.md:") for problem in found.problems]
    texts = [point.text for point in found.digest.points]
    assert (texts, said) == CASES[name]
    assert found.digest.summary.text == ("Sintesi incollata." if name == "pin-zero-width" else "Sintesi.")


def test_every_case_is_asserted():
    assert {path.stem for path in FOLDER.iterdir()} == set(CASES)


UNSEEN = ["\u200b", "\u200c", "\u200e", "\u200f", "\u2060", "\ufeff", "\u00a0", "\u202f", "\u2009", "\u00ad", "\u2066"]


@pytest.mark.parametrize("unseen", UNSEEN)
@pytest.mark.parametrize("sign", ["-", "*", "+", "•", "●", "\uf0b7", "🔹"])
def test_what_is_not_seen_around_a_marker_changes_nothing(sign, unseen):
    typed = f"{unseen}{sign}{unseen} Primo\n{sign} {unseen}Secondo\n{unseen}{sign} Terzo\n{unseen}📌{unseen} Sintesi."
    assert shape(typed) == points("Primo", "Secondo", "Terzo") + summary("Sintesi.")
    assert problems(typed) == []


@pytest.mark.parametrize("space", ["\u00a0", "\u202f", "\u2003", "\u200b\u00a0"])
def test_a_space_that_does_not_break_is_one_after_any_marker(space):
    typed = (
        f"-{space}Primo\n\n##{space}Titolo\n\n1.{space}Uno\n2.{space}Due\n\n>{space}Citazione\n\n**📌**{space}Sintesi"
    )
    assert [part[:1] + part[2:3] for part in parts(typed)] == [
        ("points", "Primo"),
        ("body", '<h2 id="titolo">Titolo</h2>'),
        ("body", "<ol>\n<li>Uno</li>\n<li>Due</li>\n</ol>"),
        ("body", "<blockquote>\n<p>Citazione</p>\n</blockquote>"),
        ("summary", "Sintesi"),
    ]


@pytest.mark.parametrize("text", ["29\u00a0% di", "a\u200bb", "\u00a0"])
def test_what_is_not_seen_inside_a_text_is_left_to_it(text):
    assert str(digest(f"- x{text}x\n\n📌 s").points[0].html) == f"x{text}x"


def test_code_is_shown_with_its_spaces():
    assert parts("```\n-\u00a0a\n```")[0][2] == '<pre tabindex="0"><code>-\u00a0a\n</code></pre>'


@pytest.mark.parametrize(
    ("typed", "html"),
    [
        ("● Uno\n○ Sotto\n■ Più sotto\n○ Ancora\n● Due", ["Uno\n<ul>\n<li>Sotto\n<ul>\n<li>Più sotto</li>\n</ul>\n</li>\n<li>Ancora</li>\n</ul>", "Due"]),
        ("• Uno\n  ◦ Sotto\n    ▪ Più sotto\n• Due", ["Uno\n<ul>\n<li>Sotto\n<ul>\n<li>Più sotto</li>\n</ul>\n</li>\n</ul>", "Due"]),
        ("\uf0b7\tUno\n\uf0a7\tSotto\n\uf0b7\tDue", ["Uno\n<ul>\n<li>Sotto</li>\n</ul>", "Due"]),
        ("➢ Uno\n   ○ Sotto\n➢ Due", ["Uno\n<ul>\n<li>Sotto</li>\n</ul>", "Due"]),
        ("○ Uno\n○ Due", ["Uno", "Due"]),
        ("○ Uno\n■ Due", ["Uno", "Due"]),
        ("■ Uno\n□ Due\n◆ Tre", ["Uno", "Due", "Tre"]),
        ("● Uno\n\n○ Sotto\n\n● Due", ["Uno\n<ul>\n<li>Sotto</li>\n</ul>", "Due"]),
        ("- Uno\n  ○ Sotto\n- Due", ["Uno\n<ul>\n<li>Sotto</li>\n</ul>", "Due"]),
        ("- ✅ Fatto\n- 1\ufe0f⃣ Primo", ["✅ Fatto", "1\ufe0f⃣ Primo"]),
    ],
)  # fmt: skip
def test_second_levels_stay_second_levels(typed, html):
    assert [part[2] for part in parts(typed)] == html
    assert not [problem for problem in problems(f"{typed}\n\n📌 s") if "BODY-POINTS" in problem]


@pytest.mark.parametrize(
    ("typed", "where"),
    [
        ("- a\n-b", "7:1"),
        ("- a\n  *b", "7:3"),
        ("- a\n+b", "7:1"),
        ("- a\n-«b»", "7:1"),
        ("- a\n-**b** c", "7:1"),
        ("- a\n–b", "7:1"),
        ("- a\n  — b", "7:3"),
        ("- a\n― b", "7:1"),
        ("• a\n‒ b", "7:1"),
        ("• a\n| b | c |", "7:1"),
        ("• a\n🔥 b", "7:1"),
        ("- a\n❌ b", "7:1"),
        ("- a\n\n-b\n\n- c", "8:1"),
        ("- a\n\n–b", "8:1"),
        ("- a\n\no\tb", "8:1"),
        ("- a\n\nTre fatti:\n-b", "9:1"),
        ("- a\n  - b\n    -c", "8:5"),
        ("- a <!-- nota -->\n -b", "7:2"),
    ],
)
def test_a_line_that_looks_like_a_point_is_reported_at_its_place(typed, where):
    assert [problem.partition(": ")[0] for problem in problems(f"{typed}\n\n📌 s") if "BODY-POINTS" in problem] == [
        where
    ]


@pytest.mark.parametrize(
    "typed",
    ["- a\n*b* c", "- a\n-5 gradi", "- a\n+39 06", "- a\n–5 gradi", "> a\n> — Dante", "- a\n\\-b", "- a\n**b** c", "- a\n\n| b |\n|---|\n| c |", "- a\n© 2025"],
)  # fmt: skip
def test_what_is_text_is_not_reported(typed):
    assert problems(f"- a\n\n{typed}\n\n📌 s") == []


def test_where_no_line_is_a_point_each_that_looks_like_one_is_reported_and_nothing_else():
    hint = "looks like a point but is text — write a space after - if it is a point"
    further = "continues the paragraph above — write a space after - if it is a point"
    assert problems("-Uno\n-Due\n\n📌 s") == [
        f'6:1: BODY-POINTS warning: "-Uno" {hint}',
        f'7:1: BODY-POINTS warning: "-Due" {further}',
    ]
    assert shape("-Uno\n-Due") == body("-Uno -Due")


BEFORE = "write - and a space before it if it is a point"


@pytest.mark.parametrize(
    ("line", "hint"),
    [(line, BEFORE) for line in ("📍 b", "🇮🇹 b", "⤷ b", "a) b", "(2) b", "(b) c", "2.b", "2)b", "2.- b")]
    + [
        (f"{sign} b", f"write - and a space instead of {sign} if it is a point")
        for sign in ("->", "=>", "-->", "--", "~", "&bull;", "&#8226;", "&middot;")
    ],
)
def test_a_line_that_goes_on_with_a_point_and_was_one_elsewhere_is_reported(line, hint):
    assert problems(f"- Primo\n{line}\n- Terzo\n\n📌 Sintesi.") == [
        f'7:1: BODY-POINTS warning: "{line}" continues the point above — {hint}'
    ]


@pytest.mark.parametrize("lines", [("📍 a", "📍 b"), ("1.a", "2.b"), ("a) b", "b) c"), ("(1) a", "(2) b")])
def test_lines_that_are_a_list_elsewhere_are_reported_where_they_are(lines):
    first, second = lines
    assert problems(f"{first}\n{second}\n\n📌 Sintesi.") == [
        f'6:1: BODY-POINTS warning: "{first}" looks like a point but is text — {BEFORE}',
        f'7:1: BODY-POINTS warning: "{second}" continues the paragraph above — {BEFORE}',
    ]


def test_points_that_lost_their_line_breaks_are_reported_at_each_bullet():
    assert problems("• Primo • Secondo • Terzo\n\n📌 Sintesi.") == [
        f'6:{column}: BODY-POINTS warning: "{rest}" continues the point above — '
        "begin a new line before it if it is a point"
        for column, rest in ((9, "• Secondo • Terzo"), (19, "• Terzo"))
    ]


@pytest.mark.parametrize(
    "text",
    ["- a\n~ 500 persone", "- Sala A • ore 9", "📍 Milano\nun testo", "- a\n3 b", "- a\n1.5 b", "a\nA. Rossi", "- a\n12) ", "- il\n5° posto" if 0 else "- al\n5° posto", "- dice\nA. Rossi"],
)  # fmt: skip
def test_prose_that_begins_with_such_a_sign_is_no_point(text):
    assert [problem for problem in problems(f"{text}\n\n- x\n\n📌 Sintesi.") if "BODY-POINTS" in problem] == []


@pytest.mark.parametrize("separator", ["\u2028", "\u2029"])
@pytest.mark.parametrize("point", ["- b", "• b", "2. b", "📌 b"])
def test_a_point_behind_a_line_separator_is_reported_as_it_is_none(separator, point):
    found = problems(f"- Primo{separator}{point}\n\n📌 Sintesi.")
    hint = "put the cursor before it, press Backspace until it joins the line above, then Enter"
    assert found[:1] == [f'6:9: BODY-POINTS warning: "{point}" continues the point above — {hint}']


def test_a_line_separator_within_prose_is_a_space():
    assert problems("- Primo\u2028e poi\n\n📌 Sintesi.") == []


@pytest.mark.parametrize("sign", ["\uf0b7", "·", "•", "●", "-", "*"])
def test_what_is_told_of_words_letter_is_a_second_level_below_every_bullet(sign):
    assert shape(f"{sign} uno\n  ◦ due\n{sign} tre\n\n📌 b") == [
        ("points", "uno due"),
        ("points", "tre"),
        ("summary", "b"),
    ]


@pytest.mark.parametrize(
    "line",
    ["— No, ha detto.", "— No, she said.", "— Không, bà nói.", "— Nein, sagte sie.", "— لا، قالت.", "―Non so.", "*Foto: AFP", "*Prices exclude VAT.", "*Alle Preise ohne Steuer.", "*Ảnh: TTXVN"],
)  # fmt: skip
def test_a_line_of_dialogue_or_a_note_by_itself_is_no_point_beside_others(line):
    assert problems(f"- a\n- b\n\n{line}\n\n📌 s") == []
    assert problems(f"{line}\n\n- a `x`\n- b\n\n📌 s") == []
    assert shape(f"- a\n\n{line}") == [*points("a"), *body(line)]


@pytest.mark.parametrize(
    ("text", "line", "sign"),
    [("* a\n* b\n\n*c", 9, "*"), ("* a\n\n*c\n\n* b", 8, "*"), ("— a\n\n— b", 6, "—"), ("- a\n\n–b c", 8, "–"), ("- a\n\n— b\n— c", 8, "—"), ("- a\n\n-b", 8, "-")],
)  # fmt: skip
def test_other_lines_by_themselves_are_reported(text, line, sign):
    found = [each for each in problems(f"{text}\n\n📌 s") if f" {sign} " in each]
    assert found[0].startswith(f"{line}:1: BODY-POINTS")
