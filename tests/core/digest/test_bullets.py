"""Points: bullets by every sign, as they are typed and as they are pasted."""

import pytest

from puntina.core.digest import Block, BlockKind, Part
from tests.core.digest.samples import FIRST, PASTED, body, digest, parts, points, shape, summary

LINES = PASTED.rstrip("\n").split("\n")


def test_the_present_site_s_text_is_nine_points_on_one_level_and_the_summary():
    texts = [line.strip(" •📌") for line in LINES]
    assert len(texts) == 10
    assert digest(PASTED).blocks == (
        Block(BlockKind.POINTS, tuple(Part((text,), text, FIRST + n) for n, text in enumerate(texts[:9]))),
        Block(BlockKind.SUMMARY, (Part((texts[9],), texts[9], FIRST + 9),)),
    )


@pytest.mark.parametrize(
    "pasted",
    [
        PASTED.replace("  •", "\u00a0\u00a0•\u00a0"),
        PASTED.replace("  •", "\t•\t"),
        PASTED.replace("  •", "    •"),
        PASTED.replace("  •", "        •"),
        PASTED.replace("• ", "•"),
        PASTED.replace("•", "‣"),
        PASTED.replace("•", "◦"),
        PASTED.replace("  • ", "‣ ", 4),
        PASTED.replace("\n", "\n\n"),
        PASTED.replace("\n", "\n\u00a0\n\n"),
        PASTED.replace("\n", "\r\n"),
        PASTED.replace("  •", "•").replace("•", "-"),
        PASTED.replace("  •", "•").replace("•", "*"),
        PASTED.replace("  •", "•").replace("•", "+"),
        PASTED.replace("📌", "    📌"),
        PASTED.replace("📌", "\t📌"),
        PASTED.replace("📌", "\u00a0📌"),
        PASTED.replace("📌 ", "  • 📌 "),
    ],
)  # fmt: skip
def test_every_way_of_pasting_gives_the_same_digest(pasted):
    assert shape(pasted) == shape(PASTED)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("- a\n- b", points("a", "b")),
        ("* a\n* b", points("a", "b")),
        ("+ a\n+ b", points("a", "b")),
        ("- a\n\n\n- b", points("a", "b")),
        ("• a\n\n\n  • b", points("a", "b")),
        ("• a\n- b\n+ c\n* d\n‣ e", points("a", "b", "c", "d", "e")),
        ("- a\n• b", points("a", "b")),
        ("- a\n  - b\n  - c\n- d", points("a b c", "d")),
        ("- a\n  • b\n  • c\n• d", points("a b c", "d")),
        ("- a\n    • b", points("a b")),
        ("• prima riga\n  seconda\nterza\n• b", points("prima riga seconda terza", "b")),
        ("- prima riga\n  seconda\nterza\n- b", points("prima riga seconda terza", "b")),
        ("• cresciuta nel\n2025. Poi\n• b", points("cresciuta nel 2025. Poi", "b")),
        ("• a\n1. b", points("a") + body("b")),
        ("Tre fatti:\n    • a\n    • b", body("Tre fatti:") + points("a", "b")),
        ("Tre fatti:\n\t• a", body("Tre fatti:") + points("a")),
        ("Testo\n- a", body("Testo") + points("a")),
        ("• a\n\nTesto\n\n• b", points("a") + body("Testo") + points("b")),
        ("• a\n## Titolo\n• b", points("a") + body("Titolo") + points("b")),
        ("> • a\n> • b", body("a b")),
        ("> a\n• b", body("a") + points("b")),
        ("1. a\n2. b", body("a b")),
        ("`• a`", body("• a")),
        ("```\n• a\n```", body("• a")),
        ("a • b", body("a • b")),
        ("\\• a", body("\\• a")),
        ("    - a", points("a")),
        ("\u00a0• a", points("a")),
        ("•", []),
        ("- ", []),
        ("- a\n- \n- b", points("a", "b")),
    ],
)
def test_what_is_a_point(text, found):
    assert shape(text) == found


@pytest.mark.parametrize(
    ("text", "html"),
    [
        ("- a **b** [c](https://x.y)", 'a <strong>b</strong> <a href="https://x.y">c</a>'),
        ("• a **b** [c](https://x.y)", 'a <strong>b</strong> <a href="https://x.y">c</a>'),
        ("• a  \nb", "a<br />\nb"),
        ("• a & <b", "a &amp; &lt;b"),
        ("- a\n  - b", "a\n<ul>\n<li>b</li>\n</ul>"),
        ("- a\n\n  b", "<p>a</p>\n<p>b</p>"),
        ("- `a`\n", "<code>a</code>"),
        ("-     a", "a"),
    ],
)
def test_the_html_of_a_point(text, html):
    assert [part[2] for part in parts(text)] == [html]


def test_points_know_their_lines():
    assert [part[1] for part in parts("\n- a\n- b\n  b\n\n• c\n• d\nd\n\n\n• e\n📌 f")] == [2, 3, 6, 7, 11, 12]


def test_neighbouring_lists_are_one_block_of_points():
    blocks = digest("- a\n\n* b\n\n• c\n\nTesto\n\n- d").blocks
    assert [(block.kind.value, len(block.parts)) for block in blocks] == [("points", 3), ("body", 1), ("points", 1)]


def test_a_page_has_no_points_and_no_summary():
    page = digest("- a\n\n📌 b", header="title: T", path="it/pages/about.md")
    assert [(block.kind.value, [str(part.html) for part in block.parts]) for block in page.blocks] == [
        ("body", ["<ul>\n<li>a</li>\n</ul>", "<p>📌 b</p>"])
    ]


def test_points_and_summary_come_out_by_kind():
    found = digest("Prima\n\n- a\n\n📌 s\n\n- b")
    assert ([part.text for part in found.points], found.summary and found.summary.text) == (["a", "b"], "s")
    assert [part.text for part in found.body] == ["Prima"]


@pytest.mark.parametrize("sign", ["-", "•"])
@pytest.mark.parametrize("after", ["", "\n\n📌 s"])
def test_signs_of_points_are_summed_up_the_same_way(sign, after):
    assert shape(f"{sign} a\n{sign} b{after}") == points("a", "b") + (summary("s") if after else [])
