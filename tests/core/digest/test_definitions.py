"""Definitions of links that nothing refers to: readers see nothing of such a line, so an editor is told."""

import pytest

from tests.core.digest.samples import problems

ADDRESS = "nothing refers to the definition [{}], so readers do not see it — write [text][{}] where the link belongs, or [text](URL)"
TEXT = "readers do not see this line, because [{}]: defines a link — write \\[ to show the bracket"


def said(text: str) -> list[str]:
    """Return what an editor is told of a text below the summary, which begins in line 10."""
    return problems(f"- a\n\n📌 b\n\n{text}")


@pytest.mark.parametrize(
    ("text", "place", "told"),
    [
        ("[1]: https://a.org", "10:1", ADDRESS.format(1, 1)), ("[Fonte]: a.md", "10:1", ADDRESS.format("Fonte", "Fonte")), ("x\n\n[Caffè]: /a 'b'", "12:1", ADDRESS.format("Caffè", "Caffè")),
        ("- uno\n\n  [uno]: https://a.org", "12:3", ADDRESS.format("uno", "uno")), ("<!-- x --> [ß]: https://a.org", "10:12", ADDRESS.format("ß", "ß")),
        ("[Nota]: importante", "10:1", TEXT.format("Nota")), ("[UPDATE]: annullato", "10:1", TEXT.format("UPDATE")), ("[Lưu ý]: quan-trọng", "10:1", TEXT.format("Lưu ý")), ("[ملاحظة]: مهمة", "10:1", TEXT.format("ملاحظة")),
        ("> [Hinweis]: wichtig\n> x", "10:3", TEXT.format("Hinweis")), ("[update]:\nannullato", "10:1", TEXT.format("update")),
        ("[t][1]\n\n[1]: https://a.org\n[1]: https://b.org", "13:1", "duplicate definition [1] (first on line 12) — give one of the two another name"),
    ],
)  # fmt: skip
def test_a_definition_that_readers_do_not_see_is_reported_at_its_line(text, place, told):
    assert said(text) == [f"{place}: BODY-LINK warning: {told}"]


@pytest.mark.parametrize(
    "text",
    [
        "[t][1] e [1]\n\n[1]: https://a.org", "[x][CaFé]\n\n[cafÉ]: https://a.org", "![x][img]\n\n[img]: ../a.jpg", "[![x][i]][l]\n\n[i]: a.jpg\n[l]: https://a.org", "**[t][]**\n\n[T]: https://a.org",
        "| [a] |\n|---|\n| b |\n\n[a]: https://a.org", "[^1]\n\n[^1]: nota [qui]\n\n[qui]: https://a.org",
        "[//]: # (chiamare ancora)", "[//]: # (a)\n\n[//]: # (b)", "[comment]: <> (call again)", "[comment]: # (x)", "[nota]: # 'x'",
        "[Nota] : importante", "\\[Nota]: importante", "[Nota]importante", "```\n[Nota]: importante\n```", "[Nota]: importante <!-- check: off BODY-LINK -->",
    ],
)  # fmt: skip
def test_one_that_is_used_or_is_a_note_is_not(text):
    assert said(text) == []
