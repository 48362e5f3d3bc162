"""The table of bullets: what begins a point, at which level, and what only looks like it."""

import pytest

from puntina.core.digest.bullets import INVISIBLE, STARTS, Kind, ListMarker, bullet, list_marker

SIGNS = (
    "• ‣ ◦ ⁃ ● ○ ■ □ ▪ ▫ ◆ ◇ ❖ ➢ ➣ ➤ ► ▸ ▶ ✓ ✔ ☑ ☐ · ∙ ⋅ ・ ⦁ ⬤ ⚫ ⚪ ❏ ❑ ➔ ➜ ➡ → ⇒ ★ ☆ » › ✦ ✱ ☞ \uf0b7 \uf0a7 \uf0d8 \uf0fc \uf076 \uf071 "
    "▪\ufe0f ✔\ufe0f ▶\ufe0f ➡\ufe0f ☑\ufe0f 🔹 🔸 🔷 🔶 🔴 🟢 🔵 ✅ 👉 👉🏻 ⭐ ⭐\ufe0f ✨ 1\ufe0f⃣ 2⃣ #\ufe0f⃣ 🔟 ① ❷ ➂"
)
ALWAYS = SIGNS.split()
SPACES = [" ", "\t", "\u00a0", "\u202f", "  ", "\u200b ", " \u200b", "\u2003"]


@pytest.mark.parametrize("after", SPACES)
@pytest.mark.parametrize("sign", ALWAYS)
def test_a_sign_of_the_table_is_a_bullet_whatever_space_follows(sign, after):
    assert bullet(f"{sign}{after}Primo punto") == ListMarker(Kind.BULLET, "", sign, "Primo punto")


@pytest.mark.parametrize("sign", ALWAYS)
def test_a_bullet_may_stand_alone(sign):
    assert bullet(sign) == ListMarker(Kind.BULLET, "", sign, "")


@pytest.mark.parametrize(
    "indent", ["", "  ", "\t", "\u00a0\u00a0", "\u200b", "\u200e", "\ufeff", "\u2060\u00a0", "\u00ad"]
)
@pytest.mark.parametrize(("sign", "kind"), [("-", Kind.HYPHEN), ("•", Kind.BULLET), ("2.", Kind.NUMBER)])
def test_what_is_not_seen_before_and_behind_a_sign_changes_nothing(indent, sign, kind):
    assert list_marker(f"{indent}{sign}{indent} Primo") == ListMarker(kind, indent, sign, "Primo")


@pytest.mark.parametrize(
    ("line", "kind", "sign", "text"),
    [
        ("- a", Kind.HYPHEN, "-", "a"),
        ("-\u00a0a", Kind.HYPHEN, "-", "a"),
        ("*\u202fa", Kind.HYPHEN, "*", "a"),
        ("+", Kind.HYPHEN, "+", ""),
        ("12) a", Kind.NUMBER, "12)", "a"),
        ("1.\u00a0a", Kind.NUMBER, "1.", "a"),
        ("o\ta", Kind.LETTER, "o", "a"),
        ("§\ta", Kind.LETTER, "§", "a"),
        ("Ø\u00a0\u00a0a", Kind.LETTER, "Ø", "a"),
        ("– a", Kind.DASH, "–", "a"),
        ("—a", Kind.DASH, "—", "a"),
        ("−\u00a05 gradi", Kind.DASH, "−", "5 gradi"),
        ("-Primo", Kind.GLUED, "-", "Primo"),
        ("*Primo", Kind.GLUED, "*", "Primo"),
        ("+Primo", Kind.GLUED, "+", "Primo"),
        ("-«Primo»", Kind.GLUED, "-", "«Primo»"),
        ("-\u200bPrimo", Kind.GLUED, "-", "Primo"),
        ("•Primo", Kind.BULLET, "•", "Primo"),
        ("✅Fatto", Kind.BULLET, "✅", "Fatto"),
    ],
)
def test_what_a_line_begins_with(line, kind, sign, text):
    assert list_marker(line) == ListMarker(kind, "", sign, text)


@pytest.mark.parametrize(
    "line",
    [
        "", "Primo", "o Primo", "o", "o\t", "§ 5", "-5 gradi", "+39 06", "–5 gradi", "--", "---", "— — —", "**a**", "1.a", "2025", "①a", "★★★ Un film", "■■■",
        "»Titel«", "→Titel", "# Titolo", "📌 Sintesi", "🇮🇹 Roma", "🔥 Ultime", "… e poi", "«Primo»", "(1) a", "#1 al mondo",
    ],
)  # fmt: skip
def test_what_begins_no_point_and_does_not_look_like_it(line):
    assert list_marker(line) is None


@pytest.mark.parametrize(
    ("above", "line"),
    [
        ("• a", "◦ b"),
        ("◦ a", "▪ b"),
        ("● a", "○ b"),
        ("○ a", "■ b"),
        ("● a", "■ b"),
        ("·\ta", "o\tb"),
        ("\uf0b7\ta", "o\tb"),
        ("o\ta", "\uf0a7\tb"),
        ("• a", "▪\ufe0f b"),
        ("• a", "  ○ b"),
        ("➢ a", "\t■ b"),
        ("✓ a", "\u00a0\u00a0○ b"),
    ],
)
def test_a_lower_sign_is_a_level_below(above, line):
    assert list_marker(line).is_below(list_marker(above))
    assert not list_marker(above).is_below(list_marker(line))


@pytest.mark.parametrize(
    ("above", "line"),
    [("• a", "• b"), ("• a", "    • b"), ("‣ a", "  • b"), ("• a", "○ b"), ("• a", "● b"), ("✓ a", "✅ b")],
)
def test_other_signs_are_of_one_level(above, line):
    assert not list_marker(line).is_below(list_marker(above))


def test_every_bullet_s_first_character_is_one_to_look_for():
    assert {sign[0] for sign in (*ALWAYS, "o", "§")} <= STARTS
    assert not STARTS & set(f"-+📌–—{INVISIBLE}aeipsA")
