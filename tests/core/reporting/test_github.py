"""On GitHub Actions: annotations at the lines of problems, and a summary that the content cannot forge."""

import re
from html import unescape

import pytest
from markdown_it import MarkdownIt

from puntina.commands.check.command import check
from puntina.core.digest import Problem, Severity
from puntina.core.digest.message import message
from puntina.core.locales.editors import ENGLISH, translator
from puntina.core.reporting.github import MOST, annotate, annotations, summary
from tests.site_builder import digest, publication

ERROR = Problem("content/it/a.md", 2, 3, "X-ONE", message("what"), message("hint"))
WARNING = Problem("content/it/b.md", 0, 0, "X-TWO", message("what"), message("hint"), Severity.WARNING)
# A command as the runner reads it: https://github.com/actions/runner, ActionCommand
COMMAND = re.compile(r"::(?P<name>[a-z-]+) (?P<properties>[^:]*)::(?P<data>.*)")


def parsed(line: str) -> tuple[str, dict[str, str], str]:
    """Return a command's name, properties and data, decoded."""
    found = COMMAND.fullmatch(line)
    assert found, line
    properties = dict(each.split("=", 1) for each in found["properties"].split(","))
    decode = {"%25": "%", "%3A": ":", "%2C": ",", "%0A": "\n", "%0D": "\r"}
    values = {name: re.sub("%(25|3A|2C|0A|0D)", lambda it: decode[it[0]], value) for name, value in properties.items()}
    return found["name"], values, re.sub("%(25|0A|0D)", lambda it: decode[it[0]], found["data"])


def test_a_problem_is_an_annotation_at_its_line():
    assert [parsed(line) for line in annotations([ERROR, WARNING], "site/", ENGLISH)] == [
        ("error", {"file": "site/content/it/a.md", "title": "X-ONE", "line": "2", "col": "3"}, "what — hint"),
        ("warning", {"file": "site/content/it/b.md", "title": "X-TWO"}, "what — hint"),
    ]


@pytest.mark.parametrize("text", ["a\n::error::forged", "a%0A::error::b", "x::y,z=1", "100 % sure\r\n"])
def test_what_an_editor_types_stays_in_its_annotation(text):
    problem = Problem(f"content/{text}.md", 2, 3, "X-ONE", message("{text}", text=text), message("{text}", text=text))
    (line,) = annotations([problem], "", ENGLISH)
    assert "\n" not in line
    name, properties, data = parsed(line)
    shown = text.replace("\n", r"\n").replace("\r", r"\r")
    assert (name, properties["file"], data) == ("error", f"content/{shown}.md", f"{shown} — {shown}")


def test_of_each_level_there_are_as_many_annotations_as_github_shows():
    many = [
        Problem("a.md", line, 1, "X", message("what"), message("hint"), level)
        for level in Severity
        for line in range(1, 31)
    ]
    found = [parsed(line)[0] for line in annotations(many, "", ENGLISH)]
    assert found == ["error"] * MOST + ["warning"] * MOST + ["notice"] * MOST


@pytest.mark.parametrize(
    "text",
    [
        "<img src=x onerror=alert(1)>",
        "[a](https://example.org)",
        "| a | b |",
        "`code` **bold** @someone #1",
        "https://example.org/x",
        "# title",
        "&lt;b&gt;",
    ],
)
def test_what_an_editor_types_is_no_markup_in_the_summary(text):
    tables = MarkdownIt("commonmark").enable("table")
    html = tables.render(
        "\n".join(
            summary([Problem("a.md", 1, 1, "X", message("{text}", text=text), message("hint"))], "site/", ENGLISH)
        )
    )
    cells = re.findall(r"<td>(.*?)</td>", html)
    assert [unescape(cell) for cell in cells] == ["site/a.md:1:1", text, "hint"]


def test_nothing_happens_elsewhere(monkeypatch, tmp_path, capsys):
    monkeypatch.delenv("GITHUB_ACTIONS", raising=False)
    monkeypatch.setenv("GITHUB_STEP_SUMMARY", str(tmp_path / "summary.md"))
    annotate([ERROR], tmp_path, ENGLISH)
    assert capsys.readouterr() == ("", "")
    assert not (tmp_path / "summary.md").exists()


def test_check_annotates_and_sums_up_in_the_publication_s_language(monkeypatch, tmp_path, capsys):
    monkeypatch.delenv("PUNTINA_LANG")
    monkeypatch.setenv("GITHUB_ACTIONS", "true")
    monkeypatch.setenv("GITHUB_WORKSPACE", str(tmp_path))
    monkeypatch.setenv("GITHUB_STEP_SUMMARY", str(tmp_path / "summary.md"))
    settings = publication(tmp_path / "site", {"it/2025/a.md": digest("A").replace("date:", "dat:")})
    assert check(settings) == 1
    found = [parsed(line) for line in capsys.readouterr().err.splitlines() if line.startswith("::")]
    assert [(name, values["file"]) for name, values, _ in found] == [("error", "site/content/it/2025/a.md")] * len(
        found
    )
    assert found
    text = (tmp_path / "summary.md").read_text("utf-8")
    italian = translator("it")
    assert italian(message("What is wrong")) in text
    assert italian(message("What is wrong")) != "What is wrong"
