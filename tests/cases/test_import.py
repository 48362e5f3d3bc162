"""What desks paste into files: each line that is a point stays one, Markdown stays Markdown, and no line is lost unsaid."""

import shutil

import pytest

from tests.commands.importer.desk import FIXTURES, NOTHING, paste, run, written

CASES = FIXTURES / "cases"
FIRST = "title from the first line, current date, so a draft"


@pytest.fixture
def desk(tmp_path, monkeypatch):
    """Give a folder to work in, with an empty content folder."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "content").mkdir()
    return tmp_path


def imported(folder, name):
    """Return the body that a file of a case gives, and what is said of it after the counts."""
    shutil.copy(CASES / folder / "in" / name, name)
    code, said = run(name)
    assert code == 0, said
    [(path, text)] = written().items()
    return path, text.split("\n---\n", 1)[1], said[0].partition(": ")[2]


@pytest.mark.parametrize(
    ("name", "points"),
    [
        ("word.txt", "- Primo punto\n- Secondo punto\n  - Sotto punto\n\n📌 Sintesi da Word.\n"),
        ("word2.txt", "- Primo punto\n- Secondo punto\n\n📌 Sintesi.\n"),
        ("gdocs.txt", "- Primo\n  - Sotto primo\n    - Sotto sotto\n- Secondo\n\n📌 Sintesi.\n"),
        ("trattini.txt", "- Primo\n- Secondo\n- Terzo\n\n📌 Sintesi.\n"),
        ("numeri.txt", "- Primo\n- Secondo\n- Terzo\n\n📌 Sintesi.\n"),
        ("emoji.txt", "- Primo\n- Secondo\n- Terzo\n- Quarto\n\n📌 Sintesi.\n"),
        ("frecce.txt", "- Uno\n- Due\n- Tre\n- Quattro\n- Cinque\n- Sei\n\n📌 S.\n"),
        ("lrm.txt", "- Primo\n- Secondo\n\n📌 Sintesi.\n"),
    ],
)
def test_every_program_s_bullets_are_points(desk, name, points):
    _, body, said = imported("11-import-markers", name)
    assert body == points
    assert said.endswith(FIRST)


def test_markdown_is_taken_as_it_is(desk):
    _, body, said = imported("12-import-markdown", "chatgpt.txt")
    assert body == (
        "- **Primo:** testo con [link](https://example.org/a)\n- **Secondo:** altro `codice`\n  - Sotto\n\n"
        "📌 **Sintesi:** testo finale.\n"
    )
    assert said == f'2 points, summary (3 words), Markdown, {FIRST}; left out: line 7 "---"'


def test_what_is_bold_in_whatsapp_is_emphasis(desk):
    paste("chat.txt", "*La Cina compra*\n\n\u200e• Primo *punto*\n\u200e• _Secondo_\n\u200e📌 Sintesi\n")
    assert run("chat.txt")[0] == 0
    [text] = written().values()
    assert "\ntitle: La Cina compra\n" in text
    assert text.split("\n---\n", 1)[1] == "- Primo *punto*\n- _Secondo_\n📌 Sintesi\n"


def test_notion_s_tasks_are_points_and_its_quoted_summary_is_one(desk):
    path, body, said = imported("12-import-markdown", "notion.txt")
    assert body == "- Primo\n- Secondo\n\n📌 Sintesi in citazione.\n"
    assert "\ndate: 2025-09-02\ntags:\n  - AI\n  - chip\n---\n" in written()[path]
    assert said.endswith("title from the first line, date from its front matter")


def test_front_matter_gives_title_date_and_tags(desk):
    path, body, said = imported("12-import-markdown", "jekyll.md")
    assert path == "it/2019/jekyll.md"
    assert written()[path].split("\n---\n")[0] == (
        "---\nid: id1\ntitle: 'Vecchio titolo: due'\ndate: 2019-03-04 10:00\ntags:\n  - a\n  - b"
    )
    assert body == "- Primo\n- Secondo\n\n📌 Sintesi vecchia.\n"
    assert said.endswith('title from its front matter, date from its front matter; left out: line 2 "layout"')


def test_html_is_refused_by_name(desk):
    shutil.copy(CASES / "12-import-markdown" / "in" / "html.html", "html.html")
    hint = "open it, copy its text, and save that as a .txt file"
    said = f"html.html: IMP-READ files of the type HTML cannot be imported — {hint}"
    assert run("html.html") == (1, [said, NOTHING])


def test_word_s_line_break_within_a_point_is_a_space(desk):
    _, body, _ = imported("31-import-word-break", "vt.txt")
    assert body == "- Primo continua\n- Secondo\n\n📌 Sintesi.\n"


BODY = "\n- Uno\n- Due\n\n📌 Tre.\n"


@pytest.mark.parametrize(
    ("header", "front"),
    [
        ("---\ntitle: T\ndate: 2024-05-06T07:08:09+02:00\ndraft: false\n---", "title: T\ndate: '2024-05-06 07:08:09+02:00'"),
        ("+++\ntitle = 'T'\ndate = 2024-05-06T07:08:00Z\ntags = ['x', 'y']\n+++", "title: T\ndate: 2024-05-06 07:08+00:00\ntags:\n  - x\n  - y"),
        ("---\ntitle: T\ndate: 2024-05-06\ntags: x, y z\n---", "title: T\ndate: 2024-05-06\ntags:\n  - x\n  - y z"),
        ("---\ntitle: T\ndate: 2024-05-06 07:08:00 +0100\npublished: false\n---", "title: T\ndate: 2024-05-06 07:08+01:00\nstatus: draft"),
        ('{\n  "title": "T",\n  "date": "2024-05-06T07:08:00Z",\n  "tags": ["x", "y"],\n  "draft": true\n}', "title: T\ndate: 2024-05-06 07:08+00:00\ntags:\n  - x\n  - y\nstatus: draft"),
        ('\n{"Title": "T", "date": "2024-05-06", "tags": "x, y z"}', "title: T\ndate: 2024-05-06\ntags:\n  - x\n  - y z"),
        ("---\ntitle: T\ndate: 2024-05-06\nexcerpt: |\n  In breve:\n  due righe.\n---", "title: T\ndate: 2024-05-06\nsummary: 'In breve: due righe.'"),
        ('{"title": "T", "date": "2024-05-06", "summary": "In breve."}', "title: T\ndate: 2024-05-06\nsummary: In breve."),
        ("\ufeff---\r\ntitle: T\r\ndate: 2024-05-06\r\n---", "title: T\ndate: 2024-05-06"),
    ],
)  # fmt: skip
def test_the_front_matter_of_jekyll_and_hugo_is_read(desk, header, front):
    assert run(paste("a.md", header + BODY))[0] == 0
    [text] = written().values()
    assert text == f"---\nid: id1\n{front}\n---\n- Uno\n- Due\n\n📌 Tre.\n"


def test_what_json_says_besides_is_left_out_at_its_line(desk):
    _, said = run(paste("a.md", '{\n  "title": "T",\n  "layout": "post"\n}' + BODY))
    assert said[0].endswith('title from its front matter, current date, so a draft; left out: line 3 "layout"')


@pytest.mark.parametrize("start", ["{a} e {b}", "{{ a }}", "[a] e [b]", '{"Citazione"} di Rossi', "[1]"])
def test_a_text_that_begins_with_a_brace_is_none(desk, start):
    assert run(paste("a.txt", start + "\n" + BODY))[0] == 0
    [text] = written().values()
    assert text.endswith("---\n- Uno\n- Due\n\n📌 Tre.\n")


@pytest.mark.parametrize(
    ("header", "problem"),
    [
        ("---\ntitle: a: b\n---", "a.md:1:1: IMP-FRONT"),
        ("+++\ntitle = \n+++", "a.md:1:1: IMP-FRONT"),
        ("---\ntitle: T\ndate: March 4\n---", "a.md:1:1: IMP-DATE"),
        ('{"title": "T",\n}', "a.md:1:1: IMP-FRONT"),
        ('{"title": "T", "date": "March 4"}', "a.md:1:1: IMP-DATE"),
    ],
)
def test_front_matter_that_cannot_be_read_is_refused(desk, header, problem):
    code, said = run(paste("a.md", header + BODY))
    assert (code, said[0].startswith(f"{problem} "), written()) == (1, True, {})


@pytest.mark.parametrize(
    ("name", "data", "kind"),
    [
        ("a.docx", b"PK\x03\x04rest", "Word, OpenDocument, Pages or ZIP"),
        ("a.txt", b"PK\x03\x04rest", "Word, OpenDocument, Pages or ZIP"),
        ("a.txt", b"%PDF-1.7", "PDF"),
        ("a.txt", b"{\\rtf1 a}", "RTF"),
        ("a.txt", b"\xef\xbb\xbf\n <!DOCTYPE html>", "HTML"),
        ("a.txt", b"<h1>T</h1>", "HTML"),
        ("a.DOC", b"\xd0\xcf\x11\xe0", "Word"),
        ("a.rtf", b"plain", "RTF"),
        ("a.odt", b"plain", "OpenDocument"),
        ("a.json", b"plain", "JSON"),
        ("a.txt", b'{"title": "T", "html": "<p>x</p>"}\n', "JSON"),
        ("a.txt", b'[{"title": "T"}]', "JSON"),
        ("ghost.json", b'{"db": [{"meta": {"version": "5.0"}, "data": {"posts": []}}]}', "Ghost (JSON)"),
        ("ghost.txt", b'\xef\xbb\xbf{\n "meta": {"version": "5.0"}, "data": {"posts": []}}', "Ghost (JSON)"),
        ("big.json", b'{"db": [' + b"1," * 600_000 + b"1]}", "JSON"),
        ("big.xml", b"<rss>" + b" " * 1_100_000, "XML"),
    ],
)
def test_what_is_no_text_file_is_refused_by_name_or_by_content(desk, name, data, kind):
    code, said = run(paste(name, data))
    assert code == 1
    assert said[0].startswith(f"{name}: IMP-READ files of the type {kind} cannot be imported — ")


def test_a_quoted_mail_is_its_text(desk):
    run(paste("a.txt", "> Titolo\n>\n> • uno\n> • due\n>\n> 📌 tre\n"))
    [text] = written().values()
    assert text.split("---\n")[2] == "- uno\n- due\n\n📌 tre\n"


def test_the_file_has_the_name_of_the_title_that_was_given(desk):
    run(paste("New Text Document (3).txt"), title="La Cina compra")
    assert list(written()) == ["it/2025/la-cina-compra.md"]


def test_lines_that_are_joined_are_listed(desk):
    _, said = run(paste("a.txt", "Titolo\n\n• uno\nancora\n\n📌 tre\nquattro\n"))
    assert said[0].endswith('; joined to the line above: line 4 "ancora", line 7 "quattro"')
