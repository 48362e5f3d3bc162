"""Files that do not begin with ---: what stands there is named, with what to write."""

import pytest

from puntina.core.digest.parse import parse
from tests.core.digest.samples import RULES

REST = "\ntitle: T\ndate: 2025-09-02\n---\n- a\n"
BEGIN = "begin the file with ---, title: …, date: …, --- (each on its own line)"
ABOVE = "delete what is above the line ---, or put it below the next one"
LIKE = "write the first line as ---: three hyphens, nothing before them"


def problem(text):
    (found,) = parse(text.encode(), "it/2025/a.md", RULES).problems
    return str(found).removeprefix("content/it/2025/a.md:")


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("\u200b---" + REST, "1:1: FM-MISSING an invisible character (U+200B) before --- — delete it: put the cursor before --- and press Backspace"),
        ("\ufeff\ufeff---" + REST, "1:1: FM-MISSING an invisible character (U+FEFF) before --- — delete it: put the cursor before --- and press Backspace"),
        ("\n\u2060---" + REST, "2:1: FM-MISSING an invisible character (U+2060) before --- — delete it: put the cursor before --- and press Backspace"),
        ("+++\ntitle = 'x'\n+++\n", "1:1: FM-MISSING front matter in TOML — write --- instead of +++, and title: … instead of title = …"),
        ('{\n"title": "x"\n}\n', "1:1: FM-MISSING front matter in JSON — write ---, title: …, date: …, --- (each on its own line) instead"),
        ('{"title": "x"}\n', "1:1: FM-MISSING front matter in JSON — write ---, title: …, date: …, --- (each on its own line) instead"),
        ("```yaml\ntitle: x\n```\n", "1:1: FM-MISSING front matter in a code block — delete the line, and begin the file with ---"),
        ("<!DOCTYPE html>\n", "1:1: FM-MISSING the file is HTML — write it as Markdown, with front matter above"),
        ("{\\rtf1 x}", "1:1: FM-MISSING the file is a rich text document (RTF) — save it as plain text in UTF-8"),
        ("\n\n---" + REST, "3:1: FM-MISSING no front matter — delete the empty lines above ---"),
        ("Ecco il digest:\n\n---" + REST[:-4] + "- a\n", f"1:1: FM-MISSING text above the front matter — {ABOVE}"),
        ("Here it is:\n---" + REST, f"1:1: FM-MISSING text above the front matter — {ABOVE}"),
        ("Intro\n\n---\n\n- a\n", f"1:1: FM-MISSING no front matter — {BEGIN}"),
        (" ---" + REST, f"1:1: FM-MISSING no front matter — {LIKE}"),
        ("—" + REST, f"1:1: FM-MISSING no front matter — {LIKE}"),
        ("----" + REST, f"1:1: FM-MISSING no front matter — {LIKE}"),
        ("\\---" + REST, f"1:1: FM-MISSING no front matter — {LIKE}"),
        ("***" + REST, f"1:1: FM-MISSING no front matter — {LIKE}"),
        ("--- title: T" + REST, "1:1: FM-MISSING no front matter — write --- alone on its line, and what follows it on the next"),
        ("title: T\ndate: 2025-09-02\ntags:\n  - a\n---\n- a\n", "1:1: FM-PELICAN no --- above the front matter — put a line --- above it"),
        ("Title: T\nDate: 2025-09-02\n\n- a\n", "1:1: FM-PELICAN a header in Pelican's form, without --- — put a line --- above it and another below its last line, and write the keys in lower case"),
        ("- a\n- b\n", f"1:1: FM-MISSING no front matter — {BEGIN}"),
        ("---\ntitle: T\n***\n- a\n", "1:1: FM-UNCLOSED the front matter is not closed — write line 3 as ---: three hyphens, nothing before them"),
        ("---\ntitle: T\n\n- a\n", "1:1: FM-UNCLOSED the front matter is not closed — put a line --- before line 3, where the text begins"),
    ],
)  # fmt: skip
def test_what_stands_where_front_matter_should_begin(text, told):
    assert problem(text) == told


@pytest.mark.parametrize(
    "text", ["---" + REST[:-4], REST[1:-4], "\n---\ntitle: T\ndate: 2025-09-02\ntags:\n  - a\n---\n"]
)
def test_a_second_front_matter_is_an_error_and_no_heading(text):
    found = problem(f"---\nid: x{REST[:-4]}{text}- a\n\n📌 b\n")
    line = 7 if text.startswith("\n") else 6
    told = "FM-DUPLICATE a second front matter, which readers would see as a heading"
    assert found == f"{line}:1: {told} — keep one of the two, and delete the other from its first line to its ---"


@pytest.mark.parametrize(
    "text", ["---\n- a\n---\n", "Nota: una\n\n---\n", "Sources: x\n\n---\nUpdate: y\n\n---\n", "---\n"]
)
def test_rules_and_labels_are_no_second_front_matter(text):
    found = parse(f"---\nid: x{REST[:-4]}{text}- a\n\n📌 b\n".encode(), "it/2025/a.md", RULES)
    assert not any(each.code == "FM-DUPLICATE" for each in found.problems)
