"""Lists that are indented, as programs paste them, are lists at whatever column, and their levels stay."""

import pytest

from tests.core.digest.samples import body, points, shape


@pytest.mark.parametrize("before", ["    ", "\t", "\t\t", "\u00a0" * 4, "      ", "  \t"])
@pytest.mark.parametrize("sign", ["-", "*", "+"])
def test_points_behind_spaces_and_tabs_are_points(before, sign):
    text = "\n".join(f"{before}{sign} {word}" for word in ("Primo", "Secondo", "Terzo"))
    assert shape(text) == points("Primo", "Secondo", "Terzo")
    assert shape(f"Intro:\n{text}") == body("Intro:") + points("Primo", "Secondo", "Terzo")


@pytest.mark.parametrize(
    "text",
    [
        "- Uno\n      - Sotto\n- Due", "- Uno\n\t\t- Sotto\n- Due", "• Uno\n    - Sotto\n• Due", "• Uno\n\t- Sotto\n• Due",
        "● Uno\n    * Sotto\n● Due", "1️⃣ Uno\n    - Sotto\n2️⃣ Due", "\t- Uno\n\t\t- Sotto\n\t- Due", "    * Uno\n        * Sotto\n    * Due",
    ],
)  # fmt: skip
def test_what_is_indented_more_is_a_level_below(text):
    assert shape(text) == points("Uno Sotto", "Due")


def test_a_numbered_list_that_is_indented_is_one():
    assert shape("Intro:\n\n      1. Uno\n      2. Due") == body("Intro:", "Uno Due")


def test_indented_text_goes_on_with_its_point():
    assert shape("- Uno\n      e ancora\n- Due") == points("Uno e ancora", "Due")
    assert shape("-   Uno\n\n    Ancora uno\n\n-   Due") == points("Uno Ancora uno", "Due")
