"""Importing: files in, files out, a line on each."""

import io
from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from puntina.commands.importer import on_terminal
from puntina.core.digest.model import Status
from puntina.core.digest.parse import parse
from tests.commands.importer.desk import DIGEST, FIXTURES, ROME, RULES, paste, run, written


def test_the_present_site_s_text_becomes_a_digest_that_the_site_reads(desk):
    text = (FIXTURES / "present-site-it-leftovers.txt").read_text("utf-8")
    paste("2025-09-02-cambricon.txt", "\ufeff" + ("La Cina compra cinese\n\n" + text).replace("\n", "\r\n"))
    assert run("2025-09-02-cambricon.txt", category="technology") == (
        0,
        [
            (
                "content/it/2025/cambricon.md: 9 points, summary (100 words), title from the first line,"
                " date from the file name, © 2025; left out: "
                'line 13 "Share.", line 14 "© 2025 Vietmetric", line 15 "Exit mobile version"'
            )
        ],
    )
    reading = parse(Path("content/it/2025/cambricon.md").read_bytes(), "it/2025/cambricon.md", RULES)
    meta = reading.digest.meta
    assert reading.problems == ()
    assert (meta.id, meta.title, meta.category, meta.copyright.year) == (
        "id1",
        "La Cina compra cinese",
        "technology",
        "2025",
    )
    assert meta.date == datetime(2025, 9, 2, tzinfo=ROME)
    assert [part.text for part in reading.digest.points] == [
        line.strip(" •") for line in text.splitlines() if "•" in line
    ]


def test_all_options_are_written(desk):
    code, said = run(
        paste("a.txt", "• uno\n📌 due"),
        lang="vi",
        title="Điện toán: đám mây",
        category="Tecnologia",
        date="2024-12-31 23:30",
        source_url="https://www.example.com/a?b=c",
    )
    assert (code, said) == (
        0,
        ["content/vi/2024/dien-toan-dam-may.md: 1 point, summary (1 word), title as given, date as given"],
    )
    assert written() == {
        "vi/2024/dien-toan-dam-may.md": "---\nid: id1\ntitle: 'Điện toán: đám mây'\ndate: 2024-12-31 23:30\ncategory: technology\n"
        "sources:\n  - name: example.com\n    url: https://www.example.com/a?b=c\n---\n- uno\n\n📌 due\n"
    }


def test_several_files_have_an_id_each_and_one_category(desk):
    code, _ = run(paste("a.txt"), paste("b.txt"), category="economy")
    front = "---\nid: id{}\ntitle: Titolo\ndate: 2025-11-03 08:15\ncategory: economy\nstatus: draft\n---\n"
    front += "- uno\n- due\n\n📌 sintesi breve\n"
    assert (code, written()) == (0, {"it/2025/a.md": front.format(1), "it/2025/b.md": front.format(2)})


def test_now_counts_in_the_publication_s_time_zone_and_to_the_minute(desk):
    run(paste("a.txt"), now=datetime(2025, 12, 31, 23, 30, 59, tzinfo=ZoneInfo("UTC")))
    assert "date: 2026-01-01 00:30\n" in written()["it/2026/a.md"].splitlines(keepends=True)


def test_a_day_alone_is_written_as_a_day(desk):
    run(paste("a.txt"), date="2025-09-02")
    assert "date: 2025-09-02" in written()["it/2025/a.md"].splitlines()


def test_another_s_copyright_is_kept_and_said(desk):
    notice = "© 2024 Altro Editore. Tutti i diritti riservati"
    code, said = run(paste("2024-05-06-a.txt", f"Titolo\n• uno\n📌 due\n{notice}\n© 2025 Vietmetric"))
    assert (code, said) == (
        0,
        [
            (
                "content/it/2024/a.md: 1 point, summary (1 word), title from the first line, "
                "date from the file name, © 2024 Altro Editore; left out: "
                f'line 4 "{notice}", line 5 "© 2025 Vietmetric"'
            )
        ],
    )
    rights = parse(Path("content/it/2024/a.md").read_bytes(), "it/2024/a.md", RULES).digest.meta.copyright
    assert (rights.holder, rights.year) == ("Altro Editore", "2024")


@pytest.mark.parametrize(
    ("name", "date", "status"),
    [
        ("a.txt", "", Status.DRAFT),
        ("2025-02-30-a.txt", "", Status.DRAFT),
        ("a.txt", "2025-09-02", Status.PUBLISHED),
        ("2025-09-02-a.txt", "", Status.PUBLISHED),
    ],
)
def test_a_digest_of_unknown_date_is_a_draft(desk, name, date, status):
    code, said = run(paste(name), date=date)
    ((path, text),) = written().items()
    assert (code, parse(text.encode(), path, RULES).digest.meta.status) == (0, status)
    assert said[0].endswith("current date, so a draft") is (status is Status.DRAFT)


def test_text_that_is_kept_is_named(desk):
    code, said = run(paste("a.txt", "Titolo\ndi Redazione\n• uno\n📌 due\n\nLascia un commento\n" + "x" * 100))
    assert code == 0
    assert said == [
        (
            "content/it/2025/a.md: 1 point, summary (1 word), title from the first line, current date, so a draft; kept as text: "
            f'line 2 "di Redazione", line 6 "Lascia un commento {"x" * 40}…"; joined to the line above: line 7 "{"x" * 59}…"'
        )
    ]


def test_a_text_without_points_or_summary_is_imported_with_a_warning(desk):
    code, said = run(paste("a.txt", "Titolo\n\nSolo un testo."))
    assert code == 0
    assert said == [
        (
            'content/it/2025/a.md: no points, no summary, title from the first line, current date, so a draft; kept as text: line 3 "Solo un testo."'
        ),
        "content/it/2025/a.md:3:1: BODY-POINTS warning: no points — begin each point with - or •",
        "content/it/2025/a.md:3:1: BODY-SUMMARY warning: no summary — begin the summary with 📌",
    ]


def test_the_title_comes_from_the_file_s_name_where_there_is_no_headline(desk):
    code, said = run(paste("2025-09-02-la-cina-compra.txt", "• uno\n📌 due"))
    assert (code, said) == (
        0,
        [
            "content/it/2025/la-cina-compra.md: 1 point, summary (1 word), title from the file name, date from the file name"
        ],
    )
    assert "title: La cina compra" in written()["it/2025/la-cina-compra.md"].splitlines()


def test_the_title_is_asked_for_only_where_the_file_s_name_would_give_it(desk):
    asked = []

    def ask(file, suggestion):
        asked.append((file, suggestion))
        return {"a.txt": " Il \x1b[D titolo ", "b.txt": ""}[file]

    code, _ = run(paste("a.txt", "• uno"), paste("b.txt", "• uno"), paste("c.txt"), ask=ask)
    titles = [text.splitlines()[2] for _, text in sorted(written().items())]
    assert (code, asked) == (0, [("a.txt", "A"), ("b.txt", "B")])
    assert titles == ["title: Il [D titolo", "title: B", "title: Titolo"]


def test_a_name_without_letters_gives_way_to_the_title(desk):
    run(paste("2025-09-02.txt"))
    assert list(written()) == ["it/2025/titolo.md"]


def test_a_terminal_is_asked_and_nothing_else(monkeypatch, capsys):
    class Terminal(io.StringIO):
        def isatty(self):
            return True

    monkeypatch.setattr("sys.stdin", io.StringIO("x"))
    assert on_terminal() is None
    monkeypatch.setattr("sys.stdin", Terminal("Il titolo\n"))
    ask = on_terminal()
    assert (ask("a.txt", "A"), ask("a.txt", "A")) == ("Il titolo", "")
    assert capsys.readouterr().out == "Title of a.txt [A]: " * 2


def test_the_address_of_the_old_site_becomes_an_alias(desk):
    paste("2025-09-02-cambricon.txt")
    paste("2025-10-03-chip.txt", DIGEST.replace("uno", "altro"))
    pattern = "https://old.example/{date:%Y}/{date:%m}/{slug}/"
    assert run("2025-09-02-cambricon.txt", "2025-10-03-chip.txt", old_url=pattern)[0] == 0
    aliases = {path: parse(text.encode(), path, RULES).digest.meta.aliases for path, text in written().items()}
    assert aliases == {
        "it/2025/cambricon.md": ("/2025/09/cambricon/",),
        "it/2025/chip.md": ("/2025/10/chip/",),
    }
