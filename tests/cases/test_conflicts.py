"""A merge that was not finished is one error that says so, at its first marker, in every file that editors merge."""

import os
import shutil
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest

from puntina.commands.check.command import check, note_addresses
from puntina.core.digest.conflicts import merge_conflict
from puntina.core.digest.parse import parse
from puntina.core.digest.problem import Problem
from tests.core.digest.samples import RULES
from tests.site_builder import ROOT, THEME, build, digest, publication

CASE = Path(__file__).parents[1] / "fixtures/cases/03-conflict-markers"
WHAT = "unfinished merge"
HINT = "keep one of the two texts and delete the lines <<<<<<<, ======= and >>>>>>>"
LONE = "delete the line =======; write # before a heading instead"
TWO = "<<<<<<< HEAD\n{}\n=======\n{}\n>>>>>>> bruno/correzioni\n"
DIFF3 = "<<<<<<< HEAD\n{}\n||||||| 1f2e3d4\nprima\n=======\n{}\n>>>>>>> bruno\n"


def at(path, line):
    return Problem(path, line, 1, "FILE-MERGE", WHAT, HINT)


@pytest.mark.parametrize(
    ("name", "line"), [("content/it/2025/conflitto.md", 7), ("in-testa.md", 5), ("in-testa-2.md", 2)]
)
@pytest.mark.parametrize("ends", ["\n", "\r\n", "\r"])
def test_a_digest_with_markers_has_one_error(name, line, ends):
    data = (CASE / name).read_text("utf-8").replace("\n", ends).encode()
    found = parse(data, "it/2025/a.md", RULES)
    assert (found.digest, found.problems) == (None, (at("content/it/2025/a.md", line),))


@pytest.mark.parametrize(
    ("text", "line"),
    [
        (TWO.format("a", "b"), 1),
        ("x\n" + DIFF3.format("a", "b"), 2),
        (TWO.format("a", "b").replace("\n", "\r\n"), 1),
        ("<<<<<<< Updated upstream\na\n", 1),
        ("<<<<<<<\na\n=======\nb\n>>>>>>>\n", 1),
        ("a\n||||||| base\nx\n=======\nb\n>>>>>>> theirs\n", 2),
        ("a\n=======\nb\n>>>>>>> theirs\n", 2),
        ("- Due\n>>>>>>> origin/main\n", 2),
        ("- Due\r\n>>>>>>> 1f2e3d4 (Titolo corretto)\r\n", 2),
        ("- Due\n>>>>>>> bruno\n", 2), ("- Due\r\n>>>>>>> correzioni-di-anna\r\n- Tre", 2), ("a\n>>>>>>>\nb", 2), (">>>>>>> Stashed changes", 1),
        ("- Due\n=======\n- Tre", 2), ("Un paragrafo di testo.\n=======\n- Tre", 2), ("a\n\n=======\n\nb", 3), ("a\nTitolo\n=======\n", 3), ("\n=======\nb", 2),
        ("- Due\n%%%%%%% Changes from base to side #1\n- Tre", 2), ("a\n+++++++ Contents of side #2\nb", 2), ("a\n%%%%%%%\nb", 2), ("a\n+++++++\nb", 2), ("a\n------- Contents of base\nb", 2), ("a\n>>>>>>> Conflict 1 of 1 ends\n", 2),
        ("a\n||||||| 1f2e3d4\nb", 2),
        ("x\n\n<<<<<<<<<<< HEAD\na\n===========\nb\n>>>>>>>>>>> c", 3),
    ],
)  # fmt: skip
def test_a_merge_is_seen_by_whatever_is_left_of_its_markers(text, line):
    found = merge_conflict(text, "a")
    lone = "=======" in text and ">>>>>>>" not in text and "<<<<<<<" not in text
    assert found == replace(at("a", line), hint=LONE if lone else HINT)


@pytest.mark.parametrize("indent", ["  ", "\t", "> ", ">  > "])
@pytest.mark.parametrize("ends", ["\n", "\r\n"])
def test_markers_that_were_indented_with_their_text_are_seen_too(indent, ends):
    text = "a\n" + "".join(f"{indent}{line}\n" for line in TWO.format("a", "b").splitlines())
    found = Problem("a", 2, len(indent) + 1, "FILE-MERGE", WHAT, HINT)
    assert merge_conflict(text.replace("\n", ends), "a") == found


@pytest.mark.parametrize(
    "text",
    ["Titolo\n=======\n\ntesto", ">>>>>>> sette volte citato", "> a\n>>>>>>> b\n", "|||||||\n|-|-|", "Titolo\n=======", "---\nCultura\n=======\n\na", "a\n\nIntro 2\n=======\nb", "A\n========", "+++++++ Eilmeldung +++++++", "++++++++++", "a\n\n--------\n\nb",
        "```\n>>>>>>> bruno\n```", "~~~\na\n=======\n~~~", "a >>>>>>> b", "% a %%%%%%%", "%% nota %%", "||||||| a | b\n", "-------", "a <<<<<<< b", " <<<<<<< HEAD", "<<<<<<<", "<<<<<< HEAD"],
)  # fmt: skip
def test_what_markdown_has_by_itself_is_no_merge(text):
    assert merge_conflict(text, "a") is None


@pytest.mark.parametrize("style", [TWO, DIFF3])
@pytest.mark.parametrize("ends", ["\n", "\r\n"])
def test_settings_with_markers_have_one_error(tmp_path, capsys, style, ends):
    settings = publication(tmp_path, {"it/2025/a.md": digest("A", id="a")})
    text = settings.read_text("utf-8") + style.format('SITENAME = "A"', 'SITENAME = "B"')
    settings.write_bytes(text.replace("\n", ends).encode())
    line = text[: text.index("<<<<<<<")].count("\n") + 1
    assert check(settings) == 1
    assert capsys.readouterr().err.splitlines()[0] == f"{settings.name}:{line}:1: FILE-MERGE {WHAT} — {HINT}"


@pytest.mark.parametrize("style", [TWO, DIFF3])
def test_a_list_of_addresses_with_markers_has_one_error_and_is_not_written(tmp_path, capsys, style):
    settings = publication(tmp_path, {"it/2025/a.md": digest("A", id="a")})
    listed = tmp_path / "addresses.txt"
    listed.write_text("/a/ a\n" + style.format("/b/ b", "/c/ c"), "utf-8")
    before = listed.read_bytes()
    for run in (lambda: check(settings), lambda: note_addresses(settings), lambda: build(settings, next_step="")):
        assert run() == 1
        assert [line for line in capsys.readouterr().err.splitlines() if line.startswith("addresses.txt")] == [
            f"addresses.txt:2:1: FILE-MERGE {WHAT} — {HINT}"
        ]
    assert listed.read_bytes() == before


def test_a_catalogue_with_markers_has_one_error(tmp_path, capsys):
    theme = tmp_path / "theme"
    shutil.copytree(THEME, theme)
    catalogue = next(theme.glob("locale/it/LC_MESSAGES/*.po"))
    text = catalogue.read_text("utf-8")
    catalogue.write_text(text + "\n" + TWO.format('msgid "x"\nmsgstr "y"', 'msgid "x"\nmsgstr "z"'), "utf-8")
    settings = publication(tmp_path, {"it/2025/a.md": digest("A", id="a")}, THEME="theme")
    assert check(settings) == 1
    shown = f"theme/locale/it/LC_MESSAGES/{catalogue.name}:{text.count(chr(10)) + 2}:1"
    assert capsys.readouterr().err.splitlines()[0] == f"{shown}: FILE-MERGE {WHAT} — {HINT}"


def git(folder, *words):
    env = os.environ | {
        f"GIT_{who}_{what}": "a@example.org" for who in ("AUTHOR", "COMMITTER") for what in ("NAME", "EMAIL")
    }
    env |= {"GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_NOSYSTEM": "1"}
    done = subprocess.run(["git", *words], check=False, cwd=folder, env=env, capture_output=True, text=True)
    assert done.returncode == 0, done.stdout + done.stderr


def publish(folder, title, day):
    path = folder / f"content/it/2025/{title}.md"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(
        f"---\ntitle: {title}\ndate: 2025-09-0{day} 07:30\nid: {title}aaaaaaa\n---\n- Uno\n\n📌 S.\n", "utf-8"
    )
    assert note_addresses(folder / "pelicanconf.py") == 0
    git(folder, "add", "-A")
    git(folder, "commit", "-qm", title)


@pytest.mark.skipif(sys.platform == "win32" or not shutil.which("git"), reason="needs git")
def test_what_two_editors_add_to_the_list_of_addresses_merges_by_itself(tmp_path, capsys):
    settings = publication(tmp_path, {}, EDITIONS_URL="edition/")
    shutil.copy(ROOT / ".gitattributes", tmp_path)
    git(tmp_path, "init", "-q", "-b", "main")
    publish(tmp_path, "base", 2)
    git(tmp_path, "switch", "-qc", "bruno")
    publish(tmp_path, "bruno", 4)
    git(tmp_path, "switch", "-qc", "anna", "main")
    publish(tmp_path, "anna", 3)
    git(tmp_path, "merge", "-q", "bruno", "-m", "both")
    capsys.readouterr()
    assert check(settings) == 0
    listed = (tmp_path / "addresses.txt").read_text("utf-8").splitlines()
    assert {f"/2025/09/{name}/ {name}aaaaaaa" for name in ("anna", "base", "bruno")} <= set(listed)
    assert note_addresses(settings) == 0
    again = (tmp_path / "addresses.txt").read_text("utf-8").splitlines()
    assert again[2:] == sorted(set(listed[2:]))
