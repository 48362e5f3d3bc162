"""A build after another says what a clean build would say: its problems, whatever they are of, and its exit code."""

import os
import shutil
from pathlib import Path

import pytest

from puntina.commands.build import build
from tests.site_builder import THEME, digest, publication, take_compiled

FILES = {
    "it/2025/a.md": digest("A", id="a1"),
    "it/2025/b.md": digest("B", "2025-09-03 08:00", id="b1"),
    "media/a.txt": b"a",
}


def said(settings: Path, capsys, **options: object) -> tuple[int, list[str]]:
    """Return how a build ends, and what it says but for its last line, which counts files."""
    code = build(settings, next_step="", **options)
    found = capsys.readouterr()
    lines = [line for line in (found.err + found.out).splitlines() if " parsed, " not in line]
    return code, [line for line in lines if not line.startswith("not built: ")]


def same(settings: Path, capsys) -> tuple[int, list[str]]:
    """Return what a build after another says, which is what a clean one says, twice."""
    folder = settings.parent
    clean = {"OUTPUT_PATH": str(folder / "clean"), "CACHE_PATH": str(folder / "none")}
    take_compiled(folder / "none")
    wanted = said(settings, capsys, overrides=clean)
    shutil.rmtree(folder / "clean", ignore_errors=True)
    shutil.rmtree(folder / "none", ignore_errors=True)
    assert [said(settings, capsys), said(settings, capsys)] == [wanted, wanted]
    return wanted


def _link(folder: Path, name: str, target: str) -> None:
    (folder / name).symlink_to(target)


BROKEN = {
    "a name that Windows can't have": lambda folder: (folder / "it/2025/nome*.md").write_text(digest("C")),
    "a reserved name": lambda folder: (folder / "it/2025/con.md").write_text(digest("C")),
    "a file that is no content": lambda folder: (folder / "it/2025/nota.txt").write_text("nota"),
    "a folder called like a digest": lambda folder: (folder / "it/2025/x.md").mkdir(),
    "a link out of the content": lambda folder: _link(folder, "it/2025/out.txt", "/etc/hostname"),
    "a broken link": lambda folder: _link(folder, "it/2025/out.md", "nowhere"),
    "a link to itself": lambda folder: _link(folder, "media/self", "self"),
    "a link to a folder": lambda folder: _link(folder, "media/again", "../it"),
    "a pipe": lambda folder: os.mkfifo(folder / "media/pipe"),
    "a digest among files to copy": lambda folder: (folder / "media/c.md").write_text(digest("C")),
    "a language that is not in use": lambda folder: (folder / "fr").mkdir() or (folder / "fr/c.md").write_text("x"),
    "a folder with a name that Windows can't have": lambda folder: (folder / "media/a:b").mkdir(),
    "a digest with an error": lambda folder: (folder / "it/2025/c.md").write_text("---\ntitle: C\n---\n- C\n"),
}


@pytest.mark.parametrize("make", BROKEN.values(), ids=BROKEN)
def test_what_is_wrong_with_the_content_folder_is_told_although_nothing_else_has_changed(tmp_path, capsys, make):
    settings = publication(tmp_path, FILES)
    assert same(settings, capsys) == (0, [])
    make(tmp_path / "content")
    code, lines = same(settings, capsys)
    assert code == 1
    assert lines


def test_a_warning_of_the_content_folder_is_told_again_and_again(tmp_path, capsys):
    settings = publication(tmp_path, FILES)
    assert same(settings, capsys) == (0, [])
    (tmp_path / "content/it/2025/c.md").write_text(digest("C", "2025-09-04 08:00", id="c1", body="Testo.\n"))
    code, lines = same(settings, capsys)
    assert code == 0
    assert [line.split(" ")[1] for line in lines if line.startswith("content/")]


def test_a_folder_in_the_place_of_a_catalogue_is_told(tmp_path, capsys):
    shutil.copytree(THEME, tmp_path / "theme")
    settings = publication(tmp_path, FILES, THEME="theme")
    assert same(settings, capsys) == (0, [])
    (tmp_path / "theme/locale/it/LC_MESSAGES/more.po").mkdir()
    code, lines = same(settings, capsys)
    assert code == 1
    assert lines[0].startswith("theme/locale/it/LC_MESSAGES/more.po: SITE-CATALOGUE ")


def test_a_link_of_the_theme_to_itself_is_no_trap(tmp_path, capsys):
    shutil.copytree(THEME, tmp_path / "theme")
    (tmp_path / "theme/self").symlink_to("self")
    assert same(publication(tmp_path, FILES, THEME="theme"), capsys) == (0, [])


NOTE = [{"date": "2025-09-05 10:00", "text": "Nota"}, {"date": "2025-09-05 12:00", "text": "Altra"}]
PAGE = '---\ntitle: "Chi siamo"\nmodified: 2025-09-05 11:00\n---\nNoi.\n'
SCHEDULED = digest("Dopo", "2026-02-01 08:00", id="h1")


@pytest.mark.parametrize(
    ("file", "text", "cutoffs"),
    [
        ("it/2025/a.md", digest("A", id="a1", updates=NOTE), ["2025-09-05 09:00", "2025-09-05 11:00"]),
        ("it/2025/a.md", digest("A", id="a1", updates=NOTE), ["2025-09-05 11:00", "2025-09-05 09:00"]),
        ("it/2025/a.md", digest("A", id="a1", updates=NOTE), ["2025-09-05 09:00", "2025-09-04 23:00"]),
        ("it/pages/p.md", PAGE, ["2025-09-05 09:00", "2025-09-05 11:30"]),
        ("it/pages/p.md", PAGE, ["2025-09-05 11:30", "2025-09-05 09:00"]),
        ("it/2025/h.md", SCHEDULED, ["2025-12-31 23:00", "2026-01-01 01:00"]),
        ("it/2025/h.md", SCHEDULED, ["2026-01-01 01:00", "2025-12-31 23:00"]),
    ],
)
def test_what_is_told_of_a_moment_to_come_changes_with_the_clock(tmp_path, capsys, file, text, cutoffs):
    for cutoff in cutoffs:
        found = same(publication(tmp_path, {**FILES, file: text}, CUTOFF=cutoff), capsys)
    assert found[1] or cutoff > "2025-09-05 11:00"


def test_a_folder_that_has_lost_our_mark_is_not_taken_for_ours(tmp_path, capsys):
    settings = publication(tmp_path, FILES)
    assert said(settings, capsys) == (0, [])
    (tmp_path / "output/.puntina").unlink()
    code, lines = said(settings, capsys)
    assert (code, [line.partition(" ")[2][:14] for line in lines[:1]]) == (1, ["OUTPUT-FOREIGN"])
