"""Days, minus signs and numbers at the beginning of a point are text, as after a bullet."""

import pytest

from tests.core.digest.samples import body, digest, points, shape


@pytest.mark.parametrize(
    "text",
    ["3. Oktober: Feiertag", "2025. Ein Jahr", "- 5 gradi a Roma", "+ 5 % sul 2024", "* 3 = 15", "# 1 in classifica", "> 65 anni", "1) Oggi", "3. **Oktober**"],
)  # fmt: skip
def test_a_sign_before_a_number_is_kept_as_typed(text):
    plain = text.replace("**", "")
    assert shape(f"- {text}\n- Due") == points(plain, "Due")
    assert shape(f"- Uno\n- {text}") == points("Uno", plain)


def test_it_is_seen_on_the_page():
    [block] = [block for block in digest("- > 65 *anni*\n\n📌 s").blocks if block.kind.value == "points"]
    assert [str(part.html) for part in block.parts] == ["&gt; 65 <em>anni</em>"]


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("- a\n\n3. Oktober 2025: Feiertag", points("a") + body("3. Oktober 2025: Feiertag")),
        ("- a\n\n1. b\n2. c", points("a") + body("b c")),
        ("- 1. a\n  2. b\n- c", points("a b", "c")),
        ("- - a\n- b", points("a", "b")),
        ("- > a\n- b", points("a", "b")),
        ("- # A\n- b", points("A", "b")),
    ],
)
def test_what_is_a_list_a_quote_or_a_heading_stays_one(text, parts):
    assert shape(text) == parts
