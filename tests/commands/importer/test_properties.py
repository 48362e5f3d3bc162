"""Notion's properties, below the title of a page, give the digest's date and tags."""

import pytest

from puntina.commands.importer.properties import properties

BODY = "\n\n- Uno\n\n📌 S.\n"


@pytest.mark.parametrize(
    ("lines", "values", "left", "kept"),
    [
        (["Created: September 2, 2025 7:30 AM", "Tags: a, b"], {"date": "2025-09-02 07:30", "tags": "a, b"}, [], []),
        (["Data: 2 settembre 2025", "Tag: AI, chip"], {"date": "2025-09-02", "tags": "AI, chip"}, [], []),
        (["Ngày: 2 tháng 9, 2025", "Thẻ: a"], {"date": "2025-09-02", "tags": "a"}, [], []),
        (["Datum: 2. September 2025", "Status: Entwurf"], {"date": "2025-09-02", "status": "Entwurf"}, [], []),
        (["التاريخ: 2 سبتمبر 2025"], {"date": "2025-09-02"}, [], []),
        (["Created: September 1, 2025", "Date: @September 2, 2025 → September 5, 2025"], {"date": "2025-09-02"}, ["Created: September 1, 2025"], []),
        (["Tags: a", "Reporter: Anna", "Status: Done", "Last edited by: X"], {"tags": "a"}, ["Status: Done", "Last edited by: X"], ["Reporter: Anna"]),
        (["Tags: a", "Date: 02/09/2025"], {"tags": "a"}, [], ["Date: 02/09/2025"]),
    ],
)  # fmt: skip
def test_what_they_say_is_taken_and_the_rest_is_said_or_stays(lines, values, left, kept):
    found, gone, text = properties("# Titolo\n\n" + "\n".join(lines) + BODY)
    assert found == values
    assert [line.text for line in gone] == left
    assert text.split("\n- Uno")[0].split() == ["#", "Titolo", *" ".join(kept).split()]
    assert text.count("\n") == len(lines) + 2 + BODY.count("\n") - 1


@pytest.mark.parametrize(
    "text",
    [
        "# T\n\nRoma: vince la destra\nMilano: no" + BODY,
        "# T\n\nData: 2 settembre 2025\nil giorno del voto" + BODY,
        "# T\n\n- Data: 2 settembre 2025" + BODY,
        "Data: 2 settembre 2025" + BODY,
        "T\n\nData: 2 settembre 2025" + BODY,
        "# T\n\nDate: 02/09/2025" + BODY,
        "# T\n\nThe date: nobody knows it" + BODY,
        "# T" + BODY + "\nTags: a\n",
        "# T",
        "",
    ],
)
def test_a_text_of_its_own_stays(text):
    assert properties(text) == ({}, (), text)
