"""Files by their names and kinds: what an editor is told, and what is passed over; more bad text, with its caret."""

import pytest

from tests.core.checks.contents import GOOD, HEADER, content, text, told

A = "content/it/2025/a.md"
CONTROL = "in the text — delete it; because it is invisible, retype the word"
UNREAD = "the file is not read, because its name does not end in .md — rename it: a.md"
STRAY = "write it as Markdown in a .md file, or remove it from the folder"
LANGUAGE = "is not a language of this publication — move it to one of it, en, vi, or add the language to LANGUAGES"
WINDOWS = ", which Windows doesn't allow — rename it"


def front(line: str) -> str:
    """Return a digest with this line in its front matter, the fourth of the file."""
    return text(header=HEADER + "\n" + line)


@pytest.mark.parametrize(
    ("file", "found"),
    [
        (
            text(header='title: "La Cina\ndate: 2025-09-02'),
            [f'{A}:2:8: YAML a quotation mark that is not closed — close it, or quote the whole value: title: "La Cina"', '    title: "La Cina', "           ^"],
        ),
        (
            front("tags: [a, b"),
            [f"{A}:4:7: YAML a list [ that is not closed — close it, or quote the whole value: tags: [a, b]", "    tags: [a, b", "          ^"],
        ),
        (
            front("\tslug: a"),
            [f"{A}:4:1: YAML a tab at the beginning of the line — indent with spaces, not with tabs", "    \tslug: a", "    ^"],
        ),
        (
            text(header="title:\ndate: 2025-09-02"),
            [f"{A}:2:1: FM-REQUIRED no title — write title: …", "    title:", "    ^"],
        ),
        (
            front("slug: " + "a" * 201),
            [f'{A}:4:7: FM-SLUG the slug "{"a" * 57}…" has 201 bytes, over 200 — write "{"a" * 80}"?', "    slug: " + "a" * 94, "          ^"],
        ),
        (
            front("summary: Perché #MeToo"),
            [
                f'{A}:4:17: YAML-COMMENT #MeToo would be cut off: a # after a space begins a comment — quote the whole value: "Perché #MeToo"; if it is a comment, write it on its own line',
                "    summary: Perché #MeToo",
                "                    ^",
            ],
        ),
        (
            text("- a\n- \x1b[31mb\n"),
            [f"{A}:6:3: TEXT-CONTROL control character U+001B {CONTROL}", "    - �[31mb", "      ^"],
        ),
        (
            text("- a[^1]\n\n📌 b\n"),
            [f"{A}:5:4: BODY-NOTE warning: no footnote [^1] — add a line [^1]: with its text", "    - a[^1]", "       ^"],
        ),
        (
            text("- a\n\n📌 b\n\n📌\n"),
            [
                f"{A}:9:1: BODY-SUMMARIES a second 📌 (the first is on line 7) — keep one summary; delete the 📌 of the other",
                "    📌",
                "    ^",
                f"{A}:9:1: BODY-EMPTY warning: an empty summary — write it, or delete the line",
                "    📌",
                "    ^",
            ],
        ),
        (
            text("- a\n\n📌 b\n\n## La sezione\n\n[x](#sezione)\n"),
            [f'{A}:11:5: LINK-ANCHOR no heading "#sezione" in it/2025/a.md — did you mean "#la-sezione"?', "    [x](#sezione)", "        ^"],
        ),
    ],
)  # fmt: skip
def test_what_an_editor_is_told_of_a_text(tmp_path, file, found):
    assert sorted(told(tmp_path, {"it/2025/a.md": file})) == sorted(found)


@pytest.mark.parametrize(
    ("path", "found"),
    [
        ("it/2025/con.md", "content/it/2025/con.md: FILE-NAME the name is a reserved name on Windows — rename it"),
        ("it/aux/a.md", "content/it/aux: FILE-NAME the name is a reserved name on Windows — rename it"),
        ("it/2025/a:b.md", f'content/it/2025/a:b.md: FILE-NAME the name contains ":"{WINDOWS}'),
        ("it/2025/a.MD", "content/it/2025/a.MD: FILE-NAME the name ends in .MD — rename it to end in .md"),
        ("it/2025/a\n.md", f"content/it/2025/a�.md: FILE-NAME the name contains the character U+000A{WINDOWS}"),
        ("it/2025/caf\udce9.md", "content/it/2025/caf�.md: FILE-NAME the name is not UTF-8 — rename it"),
        ("it/2025/a.html", f"content/it/2025/a.html: FILE-STRAY .html files are not supported as content — {STRAY}"),
        ("it/2025/a.HTM", f"content/it/2025/a.HTM: FILE-STRAY .HTM files are not supported as content — {STRAY}"),
        ("it/2025/a.rst", f"content/it/2025/a.rst: FILE-STRAY .rst files are not supported as content — {STRAY}"),
        ("it/2025/a.md.txt", f"content/it/2025/a.md.txt: FILE-STRAY {UNREAD}"),
        ("it/2025/a", f"content/it/2025/a: FILE-STRAY {UNREAD}"),
        ("it/2025/a.", "content/it/2025/a.: FILE-NAME the name ends with a space or a full stop, which Windows doesn't allow — rename it"),
        ("it/2025/a.mdx", f"content/it/2025/a.mdx: FILE-STRAY {UNREAD}"),
        ("it/pages/a.markdown", f"content/it/pages/a.markdown: FILE-STRAY {UNREAD}"),
        ("it/2025/a.mf", f"content/it/2025/a.mf: FILE-STRAY {UNREAD}"),
        ("it/2025/a.txt", f"content/it/2025/a.txt: FILE-STRAY {UNREAD}"),
        ("2025/a.md,", f"content/2025/a.md,: FILE-STRAY {UNREAD}"),
        ("a.docx", f"content/a.docx: FILE-STRAY .docx files are not supported as content — {STRAY}"),
        ("it/2025/x.md/a.md", "content/it/2025/x.md: FILE-FOLDER x.md is a folder — a folder's name can't end in .md; rename it"),
        ("de/2025/a.md", f'content/de/2025/a.md: FM-LANG "de" {LANGUAGE}'),
        ("IT/a.md", 'content/IT: FILE-FOLDER the folder "IT" must be named "it" — rename the folder: it'),
        ("pt-BR/a.md", f'content/pt-BR/a.md: FM-LANG "pt-BR" {LANGUAGE}'),
        (
            "media/a.md",
            "content/media/a.md: FILE-STRAY .md files are not published from this folder — move it to a language folder, or remove it",
        ),
    ],
)  # fmt: skip
def test_what_an_editor_is_told_of_a_name(tmp_path, path, found):
    assert told(tmp_path, {path: text()}) == [found]


@pytest.mark.parametrize(
    "path",
    ["it/2025/a.md~", "it/2025/.a.md.swp", ".git/a.md", "it/2025/#a.md#", "it/a.jpg", "media/a.txt"],
)
def test_what_is_passed_over(tmp_path, path):
    found = content(tmp_path, {path: GOOD})
    assert (found.digests, found.problems) == ({}, ())


def test_a_read_me_in_the_content_is_said_to_be_no_digest(tmp_path):
    hint = "begin the file with ---, title: …, date: …, --- (each on its own line)"
    assert told(tmp_path, {"README.md": "# Leggimi\n"}) == [
        f"content/README.md:1:1: FM-MISSING no front matter — {hint}",
        "    # Leggimi",
        "    ^",
    ]


def test_an_empty_content_folder_has_no_problem(tmp_path):
    assert content(tmp_path, {}).problems == ()


def test_what_is_fine_is_read(tmp_path):
    found = content(
        tmp_path, {"it/2025/a.md": text(id="x"), "en/pages/a.md": text("Text", "title: T", id="y"), "media/a.jpg": "x"}
    )
    assert (sorted(found.digests), found.files, found.problems) == (
        ["en/pages/a.md", "it/2025/a.md"], frozenset({"media/a.jpg"}), (),
    )  # fmt: skip
