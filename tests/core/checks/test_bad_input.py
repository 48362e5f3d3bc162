"""Bad input: what an editor is told of each kind, word for word, with the source line and a caret."""

from pathlib import Path

import pytest

from puntina.core.checks.reading import read_content
from puntina.core.digest import Severity
from puntina.core.reporting.report import report
from tests.core.settings.settings import site

HEAD = "---\ntitle: T\ndate: 2025-09-02 07:30\n---\n"
BODY = "- a\n\n📌 b\n"
A, B = "it/2025/a.md", "it/2025/b.md"


def head(lines: str) -> str:
    """Return a front matter with these lines in place of the title's."""
    return HEAD.replace("title: T", lines)


def printed(folder: Path, files: dict[str, object]) -> list[str]:
    """Return what an editor reads of a content with these files: text, bytes, None for a folder, a Path for a link."""
    publication = site(folder)
    for name, what in files.items():
        path = folder / "content" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        if what is None:
            path.mkdir()
        elif isinstance(what, Path):
            path.symlink_to(what)
        else:
            path.write_bytes(what if isinstance(what, bytes) else str(what).encode())
    problems = read_content(publication).problems
    return list(report([problem for problem in problems if problem.severity is not Severity.NOTE], folder))


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("---\ntitle: T\ndate: 2025-09-02\n\n- a", ["1:1: FM-UNCLOSED the front matter is not closed — put a line --- before line 4, where the text begins"]),
        (head("title: La Cina: compra") + BODY, ['2:15: YAML a colon in a value without quotes — quote the title? title: "La Cina: compra"', "    title: La Cina: compra", "                  ^"]),
        (head("title: T\ntitle: U") + BODY, ['3:1: FM-DUPLICATE duplicate key "title", first on line 2 — delete one of them', "    title: U", "    ^"]),
        (head("title: [T]") + BODY, ['2:8: FM-TYPE "title" is a list — write one text, in quotes', "    title: [T]", "           ^"]),
        (head("title: T\ntag: x") + BODY, ['3:1: FM-UNKNOWN unknown key "tag" — rename it to "tags"', "    tag: x", "    ^"]),
        ("---\ndate: 2025-09-02\n---\n" + BODY, ["1:1: FM-REQUIRED no title — add a line title: …"]),
        ("---\ntitle: T\n---\n" + BODY, ["1:1: FM-REQUIRED no date — add a line date: 2025-09-02 07:30"]),
        (HEAD.replace("2025-09-02 07:30", "2 settembre") + BODY, ['3:7: FM-DATE "2 settembre" is not a valid date — write it as 2025-09-02 07:30', "    date: 2 settembre", "          ^"]),
        (head("title: T\ncategory: wrold") + BODY, ['3:11: FM-CATEGORY unknown category "wrold" — did you mean "world"?', "    category: wrold", "              ^"]),
        (head("title: T\nlang: fr") + BODY, ['3:7: FM-LANG "fr" is not a language of this publication — one of it, en, vi', "    lang: fr", "          ^"]),
        (head("title: T\nstatus: publish") + BODY, ['3:9: FM-STATUS "publish" is not a valid status — write status: published', "    status: publish", "            ^"]),
        (head("title: T\nslug: ../../x") + BODY, ['3:7: FM-SLUG the slug "../../x" leads out of its folder — write "x"?', "    slug: ../../x", "          ^"]),
        (head("title: T\nslug: con") + BODY, ['3:7: FM-SLUG the slug "con" is a reserved name on Windows — use other words, in lower case with hyphens', "    slug: con", "          ^"]),
        ((HEAD + "- caff").encode() + b"\xe8\n", ["5:7: TEXT-UTF8 byte 0xe8 is not UTF-8 — save the file as UTF-8", "    - caff\ufffd", "          ^"]),
        (HEAD + "- a\0b\n\n📌 b\n", ["5:4: TEXT-CONTROL NUL in the text — delete it; because it is invisible, retype the word", "    - a\ufffdb", "       ^"]),
        (HEAD + "- a\x07\n\n📌 b\n", ["5:4: TEXT-CONTROL control character U+0007 in the text — delete it; because it is invisible, retype the word", "    - a\ufffd", "       ^"]),
        (HEAD + "- " + "a" * 1024 * 1024, ["1:1: TEXT-SIZE 1,048,618 bytes, over 1 MiB — a digest is text; split it"]),
        (head("title: T\nsummary: *a") + BODY, ['3:10: YAML-ALIAS "*a" is a YAML alias — write the value out, or quote it: "*a…"', "    summary: *a", "             ^"]),
        (HEAD + "- [x](b.md)\n\n📌 b\n", ['5:7: LINK-FILE no file "b.md" — write the path of a content file, relative to this one', "    - [x](b.md)", "          ^"]),
        (HEAD + "- [x](#b)\n\n📌 b\n", ['5:7: LINK-ANCHOR no heading "#b" in it/2025/a.md — name a heading of that file, in lower case with hyphens', "    - [x](#b)", "          ^"]),
        ("", ["1:1: TEXT-EMPTY the file is empty — write the digest, or delete the file"]),
        (HEAD + "- a\n\n📌 b\n\n📌 c\n", ["9:1: BODY-SUMMARIES a second 📌 (the first is on line 7) — keep one summary; delete the 📌 of the other", "    📌 c", "    ^"]),
        ("Title: T\nDate: 2025-09-02\n\nx", ["1:1: FM-PELICAN a header in Pelican's form, without --- — put a line --- above it and another below its last line, and write the keys in lower case", "    Title: T", "    ^"]),
    ],
    ids=lambda value: value[0].partition(" ")[2][:40] if isinstance(value, list) else "",
)  # fmt: skip
def test_a_bad_file_is_an_error_with_its_place_and_the_way_out(tmp_path, text, lines):
    assert printed(tmp_path, {A: text}) == [f"content/{A}:{lines[0]}", *lines[1:], "1 error"]


def test_raw_html_is_a_warning_with_its_place(tmp_path):
    lines = [
        "5:4: BODY-HTML warning: raw HTML <br> — use Markdown; this would appear on the page as typed",
        "    - a<br>b",
        "       ^",
    ]
    assert printed(tmp_path, {A: HEAD + "- a<br>b\n\n📌 b\n"}) == [f"content/{A}:{lines[0]}", *lines[1:], "1 warning"]


def test_a_byte_order_mark_windows_line_ends_and_tabs_are_fine(tmp_path):
    assert printed(tmp_path, {A: ("\ufeff" + HEAD + "- a\tb\n\n📌 b\n").replace("\n", "\r\n")}) == []


@pytest.mark.parametrize(
    ("name", "what", "line"),
    [
        ("it/2025/x.md", None, "FILE-FOLDER x.md is a folder — a folder's name can't end in .md; rename it"),
        ("it/2025/x.html", "<p>", "FILE-STRAY .html files are not supported as content — write it as Markdown in a .md file, or remove it from the folder"),
        ("it/2025/x.rst", "x", "FILE-STRAY .rst files are not supported as content — write it as Markdown in a .md file, or remove it from the folder"),
        ("it/2025/a.md", Path("/etc/hostname"), "FILE-LINK a.md is a link to outside the content folder — put the file itself here"),
        ("it/2025/con.md", HEAD + BODY, "FILE-NAME the name is a reserved name on Windows — rename it"),
        ("it/2025/a:b.md", HEAD + BODY, "FILE-NAME the name contains \":\", which Windows doesn't allow — rename it"),
    ],
)  # fmt: skip
def test_a_file_that_can_not_be_there_is_an_error(tmp_path, name, what, line):
    assert printed(tmp_path, {name: what}) == [f"content/{name}: {line}", "1 error"]


@pytest.mark.parametrize(
    ("first", "second", "lines"),
    [
        ("id: abc\ntitle: T", "id: abc\ntitle: T", [f'2:5: ID-TWICE the id "abc" is already used by content/{A} — delete this file if it is a copy; otherwise write a new id: id: nt666ytr38b', "    id: abc", "        ^"]),
        ("slug: uno\ntitle: T", "slug: uno\ntitle: T", [f"2:7: PATH-TWICE uno.html is also written by content/{A} — give one of the two another slug", "    slug: uno", "          ^"]),
        ("slug: Uno\ntitle: T", "slug: uno\ntitle: T", [f"2:7: PATH-TWICE uno.html is also written by content/{A}, apart from case or Unicode form (Uno.html) — give one of the two another slug", "    slug: uno", "          ^"]),
        ("title: T\ntags: [mã]", "title: T\ntags: [x, má]", [f'3:11: SLUG-TWICE "má" and "mã" (content/{A}:3:8) have the same slug, "ma" — write one of them in both, or give one a slug: TAG_SLUGS = {{"má": "…"}}', "    tags: [x, má]", "              ^"]),
    ],
    ids=["id", "address", "case", "tags"],
)  # fmt: skip
def test_two_files_that_meet_are_named_both(tmp_path, first, second, lines):
    found = printed(tmp_path, {A: head(first) + BODY, B: head(second) + BODY})
    assert found == [f"content/{B}:{lines[0]}", *lines[1:], "1 error"]


def test_a_slug_that_differs_in_unicode_form_only_is_one_address(tmp_path):
    composed, apart = head("slug: caff\u00e9\ntitle: T") + BODY, head("slug: caffe\u0301\ntitle: T") + BODY
    assert [line.split(" ")[1] for line in printed(tmp_path, {A: composed, B: apart})[:1]] == ["PATH-TWICE"]


def test_all_problems_of_all_files_come_at_once_and_sorted(tmp_path):
    files = {B: "", A: head("title: [T]\nstatus: x") + "- [x](../no.md)\n\n📌 b\n", "vi/2025/c.md": HEAD + "- a\n"}
    lines = [line for line in printed(tmp_path, files) if line.startswith("content/")]
    assert [line.split(" ")[0] + line.split(" ")[1] for line in lines] == [
        f"content/{A}:2:8:FM-TYPE",
        f"content/{A}:3:9:FM-STATUS",
        f"content/{B}:1:1:TEXT-EMPTY",
        "content/vi/2025/c.md:2:1:BODY-SUMMARY",
    ]
