"""Importing where anything is wrong: every problem at once, and nothing written."""

from pathlib import Path

import pytest

from tests.commands.importer.desk import NOTHING, paste, run, written


def test_a_file_that_is_there_is_never_overwritten_and_nothing_is_written(desk):
    Path("content/it/2025").mkdir(parents=True)
    Path("content/it/2025/b.md").write_text("old")
    code, said = run(paste("a.txt"), paste("b.txt"), paste("c.txt"))
    assert (code, written()) == (1, {"it/2025/b.md": "old"})
    assert said == [
        "content/it/2025/b.md: IMP-EXISTS the file already exists — rename b.txt, or delete the content file",
        NOTHING,
    ]


def test_a_file_that_differs_by_case_only_counts_as_there(desk):
    Path("content/it/2025").mkdir(parents=True)
    Path("content/it/2025/B.md").write_text("old")
    code, said = run(paste("b.txt"))
    assert code == 1
    assert said == [
        (
            "content/it/2025/b.md: IMP-EXISTS the file already exists, as content/it/2025/B.md — rename b.txt, or delete the content file"
        ),
        NOTHING,
    ]


def test_two_files_for_one_path_are_named_both(desk):
    Path("old").mkdir()
    code, said = run(paste("Perché.txt"), paste("old/perche.txt"))
    assert (code, written()) == (1, {})
    assert said == [
        (
            "content/it/2025/perche.md: IMP-SAME both Perché.txt and old/perche.txt would become this file — "
            "rename old/perche.txt; the new file takes its name"
        ),
        NOTHING,
    ]


@pytest.mark.parametrize(
    ("data", "problem"),
    [
        (
            "Titolo\n\n<<<<<<< HEAD\n• Primo\n=======\n• Secondo\n>>>>>>> x\n\n📌 Sintesi".encode(),
            "x.txt:3:1: FILE-MERGE",
        ),
        (b"", "x.txt:1:1: TEXT-EMPTY"),
        (b" \r\n\xc2\xa0\r\n", "x.txt:1:1: TEXT-EMPTY"),
        (b"uno\n\xe8 due", "x.txt:2:1: TEXT-UTF8"),
        ("• uno".encode("utf-16")[:-1], "x.txt:1:1: TEXT-UTF8"),
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
            ({"date": text}, f'--date: IMP-DATE "{text}" is not a valid date — write it as 2025-09-02 or "2025-09-02 07:30"')
            for text in ("2 settembre", "2025-02-30", "0025-02-03", "20250902", "2025-09-02 24:61")
        ),
        *(
            ({"source_url": text}, f'--source-url: IMP-URL "{text}" is not a valid URL — write the full URL: https://…')
            for text in ("example.com", "javascript:1", "https://[x", "https://", "https://a b")
        ),
        ({"title": " "}, "--title: IMP-TITLE the title is not readable — write it as plain text"),
        ({"title": "a\0b"}, "--title: IMP-TITLE the title is not readable — write it as plain text"),
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
    hint = "import the files one by one, or omit --title: the first line or the file name is used then"
    expected = (1, [f"--title: IMP-TITLE one title for 2 files — {hint}", NOTHING])
    assert run(paste("a.txt"), paste("b.txt"), title="T") == expected


def test_a_file_without_any_title_is_refused(desk):
    hint = "give one with --title, or write it as the first line, above the text"
    assert run(paste("---.txt", "• uno")) == (1, [f"---.txt: IMP-TITLE no title — {hint}", NOTHING])


def test_a_name_that_windows_reserves_is_refused(desk):
    expected = (
        "con.txt: IMP-NAME the name of content/it/2025/con.md is a reserved name on Windows — "
        "rename the pasted file; the new file takes its name"
    )
    assert run(paste("con.txt")) == (1, [expected, NOTHING])


def test_every_problem_of_every_file_is_said_in_one_run_and_nobody_is_asked(desk):
    code, said = run(
        paste("a.txt", b"\xff\xfe\x00"), paste("con.txt", "• uno"), "missing.txt", ask=lambda *_: pytest.fail("asked")
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


@pytest.mark.parametrize(
    ("old_url", "files", "fault"),
    [
        ("https://old.example/{name}/", 1, "is not a valid pattern ('name')"),
        ("/{slug", 1, "is not a valid pattern (expected '}' before end of string)"),
        ("/?p={slug}", 1, 'contains "?"; what follows that is not part of a path'),
        ("https://old.example/", 1, "is the URL of the home page"),
        ("/{slug}.php", 1, "ends in .php, which hosts do not serve as a page"),
    ],
)
def test_an_old_address_that_can_be_no_page_is_refused(desk, old_url, files, fault):
    hint = "write its path on the old site, such as /{slug}/ or /{date:%Y}/{date:%m}/{slug}/"
    assert run(paste("a.txt"), old_url=old_url) == (1, [f'--old-url: IMP-URL "{old_url}" {fault} — {hint}', NOTHING])
    assert written() == {}


def test_one_old_address_is_for_one_file(desk):
    code, said = run(paste("a.txt"), paste("b.txt"), old_url="/old/")
    assert (code, said[0].partition(" — ")[0]) == (1, "--old-url: IMP-URL one old URL for 2 files")
    assert run("a.txt", old_url="/old/")[0] == 0
