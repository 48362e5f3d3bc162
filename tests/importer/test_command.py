"""Importing: files in, files out, a line on each; nothing is written where anything is wrong."""

import io
from datetime import datetime
from itertools import count
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from plugins.digest import Rules
from plugins.digest.model import Status
from plugins.digest.parse import parse
from plugins.importer import import_files, on_terminal

FIXTURES = Path(__file__).parents[1] / "fixtures"
ROME = ZoneInfo("Europe/Rome")
CATEGORIES = (("technology", ("Tecnologia", "Technology")), ("economy", ("Economia",)))
RULES = Rules(languages=("it", "en", "vi"), timezone=ROME, categories=CATEGORIES)
NOW = datetime(2025, 11, 3, 8, 15, 42, tzinfo=ROME)
DIGEST = "Titolo\n\n• uno\n• due\n📌 sintesi breve\n"
NOTHING = "nothing was written"


@pytest.fixture
def desk(tmp_path, monkeypatch):
    """A folder to work in, with an empty content folder."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "content").mkdir()
    return tmp_path


def run(*files, **options):
    """The exit code and the lines said."""
    said = []
    numbers = count(1)
    options = {"holder": "Vietmetric", "lang": "it", "now": NOW, "fresh_id": lambda: f"id{next(numbers)}"} | options
    code = import_files(files, content=Path("content"), rules=RULES, out=said.append, **options)
    return code, said


def paste(name, text=DIGEST):
    Path(name).write_bytes(text if isinstance(text, bytes) else text.encode())
    return name


def written():
    return {
        path.relative_to("content").as_posix(): path.read_text("utf-8")
        for path in Path("content").rglob("*")
        if path.is_file()
    }


def test_the_present_site_s_text_becomes_a_digest_that_the_site_reads(desk):
    text = (FIXTURES / "present-site-it-leftovers.txt").read_text("utf-8")
    paste("2025-09-02-cambricon.txt", "\ufeff" + ("La Cina compra cinese\n\n" + text).replace("\n", "\r\n"))
    assert run("2025-09-02-cambricon.txt", category="technology") == (
        0,
        [
            (
                "content/it/2025/cambricon.md: 9 points, summary (100 words), title from the first line,"
                " date from the file's name, © 2025; left out: "
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
    assert (code, said) == (0, ["content/vi/2024/a.md: 1 point, summary (1 word), title as given, date as given"])
    assert written() == {
        "vi/2024/a.md": "---\nid: id1\ntitle: 'Điện toán: đám mây'\ndate: 2024-12-31 23:30\ncategory: technology\n"
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
                "date from the file's name, © 2024 Altro Editore; left out: "
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
    assert said[0].endswith("date now, so a draft") is (status is Status.DRAFT)


def test_text_that_is_kept_is_named(desk):
    code, said = run(paste("a.txt", "Titolo\ndi Redazione\n• uno\n📌 due\n\nLascia un commento\n" + "x" * 100))
    assert code == 0
    assert said == [
        (
            "content/it/2025/a.md: 1 point, summary (1 word), title from the first line, date now, so a draft; kept as text: "
            f'line 2 "di Redazione", line 6 "Lascia un commento {"x" * 40}…"'
        )
    ]


def test_a_text_without_points_or_summary_is_imported_with_a_warning(desk):
    code, said = run(paste("a.txt", "Titolo\n\nSolo un testo."))
    assert code == 0
    assert said == [
        (
            "content/it/2025/a.md: no points, no summary, title from the first line, date now, so a draft; "
            'kept as text: line 3 "Solo un testo."'
        ),
        "content/it/2025/a.md:3:1: BODY-POINTS warning: no points — begin each point with - or •",
        "content/it/2025/a.md:3:1: BODY-SUMMARY warning: no summary — begin one paragraph with 📌",
    ]


def test_the_title_comes_from_the_file_s_name_where_there_is_no_headline(desk):
    code, said = run(paste("2025-09-02-la-cina-compra.txt", "• uno\n📌 due"))
    assert (code, said) == (
        0,
        ["content/it/2025/la-cina-compra.md: 1 point, summary (1 word), title and date from the file's name"],
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


def test_a_file_that_is_there_is_never_overwritten_and_nothing_is_written(desk):
    Path("content/it/2025").mkdir(parents=True)
    Path("content/it/2025/b.md").write_text("old")
    code, said = run(paste("a.txt"), paste("b.txt"), paste("c.txt"))
    assert (code, written()) == (1, {"it/2025/b.md": "old"})
    assert said == [
        "content/it/2025/b.md: IMP-EXISTS is there already — rename b.txt, or delete the content file",
        NOTHING,
    ]


def test_a_file_that_differs_by_case_only_counts_as_there(desk):
    Path("content/it/2025").mkdir(parents=True)
    Path("content/it/2025/B.md").write_text("old")
    code, said = run(paste("b.txt"))
    assert code == 1
    assert said == [
        (
            "content/it/2025/b.md: IMP-EXISTS is there already, as content/it/2025/B.md — "
            "rename b.txt, or delete the content file"
        ),
        NOTHING,
    ]


def test_two_files_for_one_path_are_named_both(desk):
    Path("old").mkdir()
    code, said = run(paste("Perché.txt"), paste("old/perche.txt"))
    assert (code, written()) == (1, {})
    assert said == [
        (
            "content/it/2025/perche.md: IMP-SAME comes of both Perché.txt and old/perche.txt — "
            "rename old/perche.txt; the new file takes its name"
        ),
        NOTHING,
    ]


@pytest.mark.parametrize(
    ("data", "problem"),
    [
        (b"", "x.txt:1:1: TEXT-EMPTY"),
        (b" \r\n\xc2\xa0\r\n", "x.txt:1:1: TEXT-EMPTY"),
        (b"uno\n\xe8 due", "x.txt:2:1: TEXT-UTF8"),
        ("• uno".encode("utf-16"), "x.txt:1:1: TEXT-UTF8"),
        (b"\x89PNG\r\n\x1a\n\x00", "x.txt:1:1: TEXT-UTF8"),
        (b"uno\ndu\x00e", "x.txt:2:3: TEXT-CONTROL"),
        (b"x" * (1024 * 1024 + 1), "x.txt:1:1: TEXT-SIZE"),
        (b"Share.\nExit mobile version\n", "x.txt: IMP-EMPTY"),
        (b"Titolo\n", "x.txt: IMP-EMPTY"),
        ("📌 uno\n\n• due\n📌 tre".encode(), "x.txt:4:1: IMP-SUMMARIES"),
    ],
)
def test_a_file_that_is_no_digest_is_refused_with_its_place(desk, data, problem):
    code, said = run(paste("x.txt", data), paste("good.txt"))
    assert (code, written()) == (1, {})
    assert [line.rpartition(f"{problem} ")[0] for line in said[:-1]] == [""]
    assert (said[0].startswith(f"{problem} "), said[-1]) == (True, NOTHING)


@pytest.mark.parametrize("name", ["missing.txt", "folder"])
def test_a_file_that_can_not_be_read_is_refused(desk, name):
    Path("folder").mkdir()
    reason = {"missing.txt": "No such file or directory", "folder": "Is a directory"}[name]
    assert run(name) == (1, [f"{name}: IMP-READ can't be read: {reason} — name a text file", NOTHING])


@pytest.mark.parametrize(
    ("options", "said"),
    [
        ({"lang": "ti"}, '--lang: IMP-LANG unknown language "ti" — one of it, en, vi'),
        ({"lang": ""}, '--lang: IMP-LANG unknown language "" — one of it, en, vi'),
        ({"lang": "it-IT"}, '--lang: IMP-LANG unknown language "it-IT" — one of it, en, vi'),
        (
            {"category": "tecnology"},
            '--category: IMP-CATEGORY unknown category "tecnology" — did you mean "technology"?',
        ),
        ({"category": "sport"}, '--category: IMP-CATEGORY unknown category "sport" — one of technology, economy'),
        *(
            ({"date": text}, f'--date: IMP-DATE "{text}" is no date — write it as 2025-09-02 or "2025-09-02 07:30"')
            for text in ("2 settembre", "2025-02-30", "0025-02-03", "20250902", "2025-09-02 24:61")
        ),
        *(
            ({"source_url": text}, f'--source-url: IMP-URL "{text}" is no web address — write it whole: https://…')
            for text in ("example.com", "javascript:1", "https://[x", "https://", "https://a b")
        ),
        ({"title": " "}, "--title: IMP-TITLE no title that can be read — write it as plain text"),
        ({"title": "a\0b"}, "--title: IMP-TITLE no title that can be read — write it as plain text"),
    ],
)  # fmt: skip
def test_an_option_that_can_not_be_used_is_refused(desk, options, said):
    assert run(paste("a.txt"), **options) == (1, [said, NOTHING])
    assert written() == {}


def test_every_wrong_option_is_said_at_once(desk):
    code, said = run(lang="xx", date="x")
    assert code == 1
    assert [line.split(" ")[1] for line in said[:-1]] == ["IMP-DATE", "IMP-LANG", "IMP-FILES"]
    assert said[-1] == NOTHING


def test_one_title_for_several_files_is_refused(desk):
    hint = "import them one by one, or leave it out: the first line or the file's name is taken"
    expected = (1, [f"--title: IMP-TITLE one title for 2 files — {hint}", NOTHING])
    assert run(paste("a.txt"), paste("b.txt"), title="T") == expected


def test_a_file_without_any_title_is_refused(desk):
    hint = "give it by --title, or put it above the text as the first line"
    assert run(paste("---.txt", "• uno")) == (1, [f"---.txt: IMP-TITLE no title — {hint}", NOTHING])


def test_a_name_that_windows_reserves_is_refused(desk):
    expected = (
        "con.txt: IMP-NAME the name of content/it/2025/con.md is a reserved name on Windows — "
        "rename the pasted file; the new file takes its name"
    )
    assert run(paste("con.txt")) == (1, [expected, NOTHING])


def test_every_problem_of_every_file_is_said_in_one_run_and_nobody_is_asked(desk):
    code, said = run(
        paste("a.txt", b"\xff\xfe"), paste("con.txt", "• uno"), "missing.txt", ask=lambda *_: pytest.fail("asked")
    )
    assert code == 1
    assert [line.split(" ")[:2] for line in said[:-1]] == [
        ["a.txt:1:1:", "TEXT-UTF8"],
        ["con.txt:", "IMP-NAME"],
        ["missing.txt:", "IMP-READ"],
    ]
    assert said[-1] == NOTHING


def test_a_folder_that_can_not_be_written_is_said(desk):
    Path("content/it").write_text("a file in the way")
    code, said = run(paste("a.txt"))
    assert (code, [line.split(" ")[1] for line in said[:-1]], said[-1]) == (1, ["IMP-WRITE"], NOTHING)


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


@pytest.mark.parametrize(
    ("old_url", "files", "fault"),
    [
        ("https://old.example/{name}/", 1, "is no pattern ('name')"),
        ("/{slug", 1, "is no pattern (expected '}' before end of string)"),
        ("/?p={slug}", 1, 'has "?" in it, and what follows is not part of a file\'s address'),
        ("https://old.example/", 1, "is the home"),
        ("/{slug}.php", 1, "ends in .php, which hosts send as no page"),
    ],
)
def test_an_old_address_that_can_be_no_page_is_refused(desk, old_url, files, fault):
    hint = "write its path as it was on the old site, such as /{slug}/ or /{date:%Y}/{date:%m}/{slug}/"
    assert run(paste("a.txt"), old_url=old_url) == (1, [f'--old-url: IMP-URL "{old_url}" {fault} — {hint}', NOTHING])
    assert written() == {}


def test_one_old_address_is_for_one_file(desk):
    code, said = run(paste("a.txt"), paste("b.txt"), old_url="/old/")
    assert (code, said[0].partition(" — ")[0]) == (1, "--old-url: IMP-URL one old address for 2 files")
    assert run("a.txt", old_url="/old/")[0] == 0
