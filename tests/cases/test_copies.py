"""Copies that systems and programs make of a file are reported at the copy, and no hint costs a published id."""

import shutil
from pathlib import Path

import pytest

from puntina.commands.check.command import check
from puntina.core.checks.reading import read_content
from puntina.core.content.copies import copies
from tests.core.checks.contents import content, text, write
from tests.site_builder import digest, publication

CASES = Path(__file__).parents[1] / "fixtures" / "cases"
TAKE = "move the correct text to that file, and delete the copy; if it is not a copy, rename it"


def found(folder, files, **changes):
    problems = content(folder, files, **changes).problems
    return [
        (each.path, each.line, each.code, each.severity.value, each.text, each.hint)
        for each in problems
        if each.code != "FM-ID"
    ]


@pytest.mark.parametrize(
    "name",
    [
        "chip copy", "chip copy 2", "chip copia", "chip copia 3", "chip - Copy", "chip - Copy (2)", "chip - Copia", "chip - Copia (2)",
        "chip - Kopie", "chip Kopie 2", "chip copie", "chip - bản sao", "chip (1)", "chip (12)", "chip(1)", "chip (copy)", "chip (another copy)",
        "Copy of chip", "Copia di chip", "Kopie von chip", "Bản sao của chip", "chip copy (1)", "chip_copy", "chip-copy",
        "chip (copia in conflitto di Mario 2025-09-02)", "chip (Mario's conflicted copy 2025-09-02)", "chip (Case Conflict)",
        "chip (Case Conflict 1)", "chip (conflicted copy 2025-09-02 123456)", "chip (Selective Sync Conflict)",
        "chip (In Konflikt stehende Kopie von Anna 2025-09-02)", "chip.sync-conflict-20250902-123456-ABCDEFG",
        "chip_conflict-20250902-123456", "chip[Conflict]", "chip_BACKUP_1234", "chip_REMOTE_1234", "chip~HEAD",
        "chip-DESKTOP-ABC123", "chip-LAPTOP-4F7K2QXZ-2", "chip-MacBook Pro di Mario", "chip-MacBook-Pro-di-Mario", "chip-Mario's MacBook Air",
        "chip-MARIO-PC", "chip-iPhone di Mario", "chip.orig", "chip_orig", "chip.bak", "chip_backup", "chip-backup", "chip.old", "chip (old)",
        "نسخة من chip", "chip نسخة", "chip - نسخة (2)", "chip 副本", "chip - 副本", "chip的副本", "副本 chip", "chip - コピー", "chip のコピー",
        "chip - 복사본", "chip — копия".replace("—", "-"), "Копия chip", "chip (copia)", "#chip#", "chip~",
    ],
)  # fmt: skip
@pytest.mark.parametrize("ending", ["md", "jpg"])
def test_a_copy_is_known_by_its_name(name, ending):
    path, original = f"it/2025/{name}.{ending}", f"it/2025/chip.{ending}"
    assert copies([path, original]) == {path: original}


@pytest.mark.parametrize(
    "name",
    [
        "chip-2",
        "chip2",
        "copy",
        "copia-conforme",
        "chip (uno)",
        "the-photocopy",
        "chip-conflict",
        "IMG (1)",
        "Copy of law",
        "due 2",
    ],
)
def test_a_name_of_its_own_is_no_copy(name):
    assert copies([f"it/2025/{name}.md", "it/2025/chip.md"]) == {}


def test_the_copies_of_many_programs_are_errors_at_the_copies_alone(tmp_path):
    site = write(tmp_path, {})
    shutil.copytree(CASES / "19-conflicted-copies/content", site.content, dirs_exist_ok=True)
    every = sorted(path.name for path in (site.content / "it/2025").iterdir())
    problems = [each for each in read_content(site).problems if each.code != "FM-ID"]
    assert {Path(each.path).name for each in problems} == {name for name in every if name != "chip.md"}
    assert {(each.line, each.code, each.text, each.hint) for each in problems} == {
        (0, "FILE-COPY", "by its name, this is a copy of it/2025/chip.md", TAKE)
    }
    assert len(problems) == 4


@pytest.mark.parametrize("name", ["chip (1)", "chip copia", "a copy", "chip.sync-conflict-20250902-123456-ABCDEFG"])
def test_a_copy_with_the_id_of_its_original_is_one_problem_at_the_copy(tmp_path, name):
    original = "a" if name.startswith("a") else "chip"
    both = {f"it/2025/{original}.md": text(id="d7k2m9qfx4c"), f"it/2025/{name}.md": text(id="d7k2m9qfx4c")}
    assert found(tmp_path, both) == [
        (
            f"content/it/2025/{name}.md",
            0,
            "FILE-COPY",
            "error",
            f"by its name, this is a copy of it/2025/{original}.md",
            TAKE,
        )
    ]


@pytest.mark.parametrize(
    ("original", "copy"),
    [("chip.md", "chip-2026.md"), ("zebra.md", "alfa.md"), ("chip.md", "a-chip-b.md")],
)
def test_an_id_that_readers_know_is_never_asked_to_go(tmp_path, original, copy):
    known = text(header="title: T\ndate: 2025-09-02 07:30", id="d7k2m9qfx4c")
    later = text("- c\n\n📌 d\n", header="title: U\ndate: 2025-09-02 07:30", id="d7k2m9qfx4c")
    (tmp_path / "addresses.txt").write_text(f"/{original[:-3]}.html d7k2m9qfx4c\n", "utf-8")
    ((path, line, _, severity, what, hint),) = [
        each
        for each in found(tmp_path, {f"it/2025/{original}": known, f"it/2025/{copy}": later})
        if each[2] == "ID-TWICE"
    ]
    assert (path, line, severity) == (f"content/it/2025/{copy}", 2, "error")
    assert what == f'the id "d7k2m9qfx4c" is already used by content/it/2025/{original}'
    assert hint.startswith("delete this file if it is a copy; otherwise write a new id: id: ")
    again = later.replace("d7k2m9qfx4c", hint.rpartition(" ")[2])
    assert [
        each for each in found(tmp_path, {f"it/2025/{original}": known, f"it/2025/{copy}": again}) if each[3] == "error"
    ] == []


def test_the_earlier_of_two_is_the_original(tmp_path):
    files = {
        "it/2025/b.md": text(header="title: T\ndate: 2025-08-02 07:30", id="d7k2m9qfx4c"),
        "it/2025/a.md": text("- c\n\n📌 d\n", header="title: U\ndate: 2025-09-02 07:30", id="d7k2m9qfx4c"),
    }
    assert [each[:3] for each in found(tmp_path, files)] == [("content/it/2025/a.md", 2, "ID-TWICE")]


def test_the_same_digest_under_another_name_is_a_warning(tmp_path):
    body = "- Un primo punto che dice qualcosa\n- Un secondo punto\n\n📌 E la sintesi di tutto.\n"
    files = {"it/2025/chip.md": text(body, id="d7k2m9qfx4c"), "it/2025/nuovo-chip.md": text(body, id="e7k2m9qfx4c")}
    assert [each[:4] for each in found(tmp_path, files)] == [
        ("content/it/2025/nuovo-chip.md", 1, "FILE-COPY", "warning")
    ]


def test_a_second_part_is_no_copy(tmp_path):
    files = {"it/2025/chip.md": text(id="d7k2m9qfx4c"), "it/2025/chip 2.md": text("- c\n\n📌 d\n", id="e7k2m9qfx4c")}
    assert [each for each in found(tmp_path, files) if each[2] == "FILE-COPY"] == []


@pytest.mark.parametrize(
    "name", ["chip-DESKTOP-ABC123", "chip-MacBook Pro di Mario", "chip.orig", "chip_backup", "نسخة من chip", "#chip#", "chip~", "chip old"]
)  # fmt: skip
@pytest.mark.parametrize("id", ["", "d7k2m9qfx4c"])
def test_a_copy_in_which_a_word_was_changed_is_one_error_at_the_copy(tmp_path, name, id):
    files = {"it/2025/chip.md": text(id=id), f"it/2025/{name}.md": text("- other\n\n📌 b\n", id=id)}
    problems = [each[:4] for each in found(tmp_path, files) if each[2] != "FM-SLUG"]
    assert problems == [(f"content/it/2025/{name}.md", 0, "FILE-COPY", "error")]


@pytest.mark.parametrize(
    "name", ["chip-backup", "chip-old", "chip_old", "chip-alt", "chip-MacBook Pro", "chip 2", "chip original"]
)
def test_a_name_that_may_be_its_own_is_one_where_the_digest_says_something_else(tmp_path, name):
    other = text("- c\n\n📌 d\n", header="title: U\ndate: 2025-09-02 07:30", id="e7k2m9qfx4c")
    files = {"it/2025/chip.md": text(id="d7k2m9qfx4c"), f"it/2025/{name}.md": other}
    assert [each for each in found(tmp_path, files) if each[2] in {"FILE-COPY", "ID-TWICE"}] == []


def test_a_second_part_with_the_id_of_the_first_is_an_error(tmp_path):
    files = {"it/2025/chip.md": text(id="d7k2m9qfx4c"), "it/2025/chip 2.md": text("- c\n\n📌 d\n", id="d7k2m9qfx4c")}
    assert [each[:3] for each in found(tmp_path, files)] == [("content/it/2025/chip 2.md", 0, "FILE-COPY")]


def test_a_picture_whose_name_may_be_its_own_is_none(tmp_path):
    files = dict.fromkeys(
        ("media/logo.png", "media/logo-old.png", "media/logo_alt.png", "media/logo-MacBook Pro.png"), "x"
    )
    assert found(tmp_path, files) == []


def test_a_copy_is_given_no_id_of_its_own(tmp_path, capsys):
    assert check(publication(tmp_path, {"it/2025/a.md": digest("A"), "it/2025/a copia.md": digest("A")})) == 1
    assert "id:" not in capsys.readouterr().err


def test_a_copied_picture_is_a_warning(tmp_path):
    files = {"media/foto.jpg": "x", "media/foto (1).jpg": "x", "media/foto copia.jpg": "x", "media/IMG (1).jpg": "x"}
    assert [each[:4] for each in found(tmp_path, files)] == [
        ("content/media/foto (1).jpg", 0, "FILE-COPY", "warning"),
        ("content/media/foto copia.jpg", 0, "FILE-COPY", "warning"),
    ]
