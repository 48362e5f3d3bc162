"""What the old site left behind is found, and nothing else."""

import pytest

from puntina.commands.importer.boilerplate import strip_boilerplate
from puntina.commands.importer.lines import Line, lines_of
from puntina.commands.importer.words import MOBILE, RIGHTS, SHARE


def sifted(text):
    """What is kept, what is left out, and the year."""
    found = strip_boilerplate(lines_of(text), holder="Vietmetric")
    return [line.text for line in found.kept if line.text], [line.text for line in found.dropped], found.rights.year


def test_every_language_has_its_words():
    assert set(SHARE) == set(MOBILE) == set(RIGHTS) == {"en", "it", "vi"}


@pytest.mark.parametrize(
    "lines",
    [
        ("Share.", "© 2025 Vietmetric", "Exit mobile version"),
        ("Share", "©2025 Vietmetric", "Exit mobile version"),
        ("Share this:", "Copyright © 2025 Vietmetric. All rights reserved.", "Exit mobile version"),
        ("Condividi.", "© 2025 Vietmetric", "Esci dalla versione mobile"),
        ("CONDIVIDI", "© Vietmetric 2025", "esci dalla versione mobile"),
        ("Condividi:", "Copyright (c) 2025 Vietmetric S.r.l.", "Uscire dalla versione mobile"),
        ("Chia sẻ.", "© 2025 Vietmetric", "Thoát phiên bản di động"),
        ("Chia sẻ:", "© 2025 Vietmetric", "Thoát khỏi phiên bản di động"),
    ],
)
@pytest.mark.parametrize("between", ["\n", "\n\n", "\n\u00a0\n", "\u2028"])
def test_lines_of_the_old_site_are_left_out_in_every_language(lines, between):
    assert sifted(f"📌 Una sintesi{between}{between.join(lines)}") == (["📌 Una sintesi"], list(lines), "2025")


@pytest.mark.parametrize(
    ("tail", "parts"),
    [
        ("Share.© 2025 VietmetricExit mobile version", ["Share.", "© 2025 Vietmetric", "Exit mobile version"]),
        ("Share.©2025 Vietmetric Exit mobile version", ["Share.", "©2025 Vietmetric", "Exit mobile version"]),
        (" Share. © 2025 Vietmetric Exit mobile version", ["Share.", "© 2025 Vietmetric", "Exit mobile version"]),
        ("© 2025 VietmetricExit mobile version", ["© 2025 Vietmetric", "Exit mobile version"]),
        ("Condividi.© 2025 VietmetricEsci dalla versione mobile",
         ["Condividi.", "© 2025 Vietmetric", "Esci dalla versione mobile"]),
        ("Chia sẻ.© 2025 VietmetricThoát phiên bản di động",
         ["Chia sẻ.", "© 2025 Vietmetric", "Thoát phiên bản di động"]),
        ("Share.\n© 2025 VietmetricExit mobile version", ["Share.", "© 2025 Vietmetric", "Exit mobile version"]),
        (" Share.\n© 2025 Vietmetric", ["Share.", "© 2025 Vietmetric"]),
        ("\nShare.© 2025 Vietmetric\n\nExit mobile version", ["Share.", "© 2025 Vietmetric", "Exit mobile version"]),
        ("© 2025 Vietmetric. Exit mobile version", ["© 2025 Vietmetric.", "Exit mobile version"]),
        ("© 2025 Vietmetric. All rights reserved.Exit mobile version",
         ["© 2025 Vietmetric. All rights reserved.", "Exit mobile version"]),
        (" © 2025 Altro Editore. TUTTI I DIRITTI RISERVATI", ["© 2025 Altro Editore. TUTTI I DIRITTI RISERVATI"]),
    ],
)  # fmt: skip
@pytest.mark.parametrize("text", ["Il denaro, da solo, non basta.", "Basterà?", "Ha detto: «basta»"])
def test_leftovers_without_line_breaks_are_taken_off_the_end(text, tail, parts):
    assert sifted(text + tail) == ([text], parts, "2025")


@pytest.mark.parametrize(
    "text",
    [
        "Chi legge può condividere. Condividi.",
        "Le azioni crescono. Share.",
        "Il pulsante si chiama Exit mobile version",
        "La foto è © 2025 Reuters",
        "La foto è © 2025 Reuters. Tutti i diritti riservati",
        "Market Share",
        "Nel 2025 il © vale ancora",
        "© senza anno",
        "Copyright e intelligenza artificiale: la causa del 2025",
        "(c) 2025, l’anno dei ricavi",
        "Share of voice",
        "Share.it",
        "• Share.",
        "Shared.",
    ],
)
def test_text_that_only_looks_alike_is_kept(text):
    assert sifted(text) == ([text], [], "")


def test_a_leftover_stands_for_a_paragraph_break():
    found = strip_boilerplate(lines_of("uno\nShare.\ndue"), holder="")
    assert found.kept == (Line(1, "uno"), Line(2, ""), Line(3, "due"))
    assert found.dropped == (Line(2, "Share."),)


@pytest.mark.parametrize("rule", ["---", "***", "* * *", "_____", "———"])
def test_a_line_of_dashes_or_stars_is_left_out(rule):
    assert sifted(f"uno\n{rule}\ndue") == (["uno", "due"], [rule], "")


def test_a_long_line_of_share_labels_takes_no_time():
    text = "Share " * 100_000 + "x"
    assert sifted(text)[0] == [text]
