"""A pasted file's name says a date, a title and a slug."""

from datetime import date
from pathlib import Path

import pytest

from puntina.commands.importer.names import NameSays, name_says


@pytest.mark.parametrize(
    ("name", "says"),
    [
        ("2025-09-02-cambricon.txt", NameSays(date(2025, 9, 2), "Cambricon", "cambricon")),
        ("2025-09-02_la-cina_compra.txt", NameSays(date(2025, 9, 2), "La cina compra", "la-cina-compra")),
        ("2025-09-02 Đà Nẵng.txt", NameSays(date(2025, 9, 2), "Đà Nẵng", "da-nang")),
        ("cambricon.txt", NameSays(None, "Cambricon", "cambricon")),
        ("L’IA v1.5.txt", NameSays(None, "L’IA v1.5", "l-ia-v1-5")),
        ("2025-13-40-a.txt", NameSays(None, "2025 13 40 a", "2025-13-40-a")),
        ("2025-09-021.txt", NameSays(None, "2025 09 021", "2025-09-021")),
        ("2025-09-02.txt", NameSays(date(2025, 9, 2), "", "")),
        ("a-2025-09-02.txt", NameSays(None, "A 2025 09 02", "a-2025-09-02")),
        ("senza-estensione", NameSays(None, "Senza estensione", "senza-estensione")),
    ],
)
def test_a_name_is_read(name, says):
    assert name_says(Path("pasted") / name) == says
