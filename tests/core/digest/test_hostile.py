"""Whatever the bytes are, reading them ends soon, raises nothing, and says where each part was written."""

import re
import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from puntina.core.digest import Digest, Reading, Severity
from puntina.core.digest.parse import parse
from tests.core.digest.samples import RULES, reading, text_of

HEADS = [
    "---\n",
    "title: T\n",
    "date: 2025-09-02\n",
    "id: x\n",
    "tags: [a]\n",
    "---\n",
    "sources:\n",
    "  - name: a\n",
    "a: *b\n",
    "!",
]
MARKS = [
    "• ", "  • ", "- ", "* ", "📌 ", "**📌** ", "_📌", "[a](b.md)", "![a](b.jpg)", "[a][b]", "\n[b]: c.md\n", "[^1]", "\n[^1]: n\n",
    "# ", "> ", "1. ", "<br>", "<!--", "`", "```\n", "|a|b|\n|-|-|\n", "\n", "\n\n", "    ", "\t", "\\", "a", "é", "\u00a0", "&#12;", "]", "(",
]  # fmt: skip


def holds(found: Reading) -> bool:
    """Return whether the reading is a digest without errors, or errors without a digest."""
    wrong = any(problem.severity is Severity.ERROR for problem in found.problems)
    return (found.digest is None) == wrong and all(problem.line >= 1 <= problem.column for problem in found.problems)


@given(st.binary(max_size=300))
def test_any_bytes_are_read(data):
    assert holds(parse(data, "it/2025/x.md", RULES))


@settings(max_examples=200)
@given(st.lists(st.sampled_from(HEADS + MARKS), max_size=25).map("".join), st.sampled_from(["x.md", "en/pages/x.md"]))
def test_any_text_with_marks_is_read(text, path):
    assert holds(parse(text.encode(), path, RULES))


@settings(max_examples=200)
@given(st.text(max_size=60))
def test_any_value_of_a_key_is_read(value):
    for key in ("title", "date", "tags", "sources", "slug", "copyright"):
        assert holds(parse(f"---\n{key}: {value}\n---\n- a".encode(errors="replace"), "x.md", RULES))


def first_letter(text: str) -> str:
    found = re.search(r"[a-zàé]", text)
    return found.group() if found else ""


@settings(max_examples=200)
@given(st.lists(st.sampled_from([*MARKS, "uno ", "due ", "tre\n"]), max_size=25).map("".join))
def test_every_part_and_problem_lies_inside_the_file(body):
    found = reading(body)
    lines = text_of(body).split("\n")
    for problem in found.problems:
        assert 1 <= problem.column <= len(lines[problem.line - 1]) + 1
    if found.digest:
        check_lines(found.digest, lines)


def check_lines(digest: Digest, lines: list[str]) -> None:
    for block in digest.blocks:
        for part in block.parts:
            assert lines[part.line - 1].strip(" \t")
            assert first_letter(part.text) in "\n".join(lines[part.line - 1 :])
    for target in digest.targets:
        line = lines[target.position.line - 1][target.position.column - 1 :]
        assert line.startswith((target.href, "[", "!", "(")) or target.href.startswith("#fn")


@pytest.mark.parametrize("body", ["uno\n\n• due\n  • tre\n\n📌 quattro\n\n> cinque\n\n## sei\n\n| sette |\n|---|"])
def test_the_line_of_a_part_has_its_first_word(body):
    found = reading(body).digest
    assert found
    lines = text_of(body).split("\n")
    parts = [part for block in found.blocks for part in block.parts]
    assert [part.text in lines[part.line - 1] for part in parts] == [True] * 7


HOSTILE = {
    "brackets": "[" * 10_000,
    "brackets in brackets": "[a" * 5_000 + "]" * 5_000,
    "links in links": "[" * 60 + "a" + "](b.md)" * 60,
    "pictures in pictures": "![" * 300 + "a" + "](b.jpg)" * 300,
    "open pictures": "![" * 3_000,
    "open links": "[a](" * 10_000,
    "stars": "**a " * 20_000,
    "mixed emphasis": "_*" * 20_000,
    "back-ticks": " ".join("`" * n for n in range(1, 600)),
    "tags": "<a " * 20_000,
    "comments": "<!--" * 20_000,
    "instructions": "<?" * 20_000,
    "raw HTML": "<br> " * 20_000,
    "links": "[a](b.md) " * 8_000,
    "missing notes": "[^a] " * 10_000,
    "notes": "[^1] " * 10_000 + "\n\n[^1]: a",
    "headings": "# a\n" * 10_000,
    "points": "- a\n" * 10_000,
    "pasted points": "• a\n" * 10_000,
    "summaries": "📌 a\n\n" * 3_000,
    "quotes": ">" * 100_000,
    "deep lists": "".join("  " * n + "- a\n" for n in range(200)),
    "one long line": "a " * 500_000,
    "spaces": "a" + " " * 1_000_000 + "b",
    "full stops": "A. " * 200_000,
    "empty lines": "\n" * 300_000,
    "tables": "|a" * 3_000 + "\n" + "|-" * 3_000 + "\n" + "|b" * 3_000,
    "ampersands": "&" * 100_000,
    "references": "[a]: https://x.y\n" * 10_000,
}


@pytest.mark.parametrize("name", HOSTILE)
def test_no_text_takes_long(name):
    started = time.process_time()
    found = reading(HOSTILE[name])
    assert holds(found)
    assert time.process_time() - started < 10
