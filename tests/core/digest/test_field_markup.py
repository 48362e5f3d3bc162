"""Markup in fields that are plain text is reported where it is; words that only look like it are not."""

import pytest

from tests.core.digest.samples import HEADER, problems


def found(header: str) -> list[tuple[str, str, str]]:
    """Return place, code and hint of every problem."""
    return [(each.split(": ")[0], each.split(" ")[1], each.rpartition(" — ")[2]) for each in problems(header=header)]


@pytest.mark.parametrize(
    ("line", "column", "hint"),
    [
        ("summary: a &amp; b", 12, "write &"), ("summary: a &#8211; b", 12, "write –"), ("summary: l&rsquo;a", 11, "write ’"), ("summary: a&nbsp;b", 11, "replace it with a space, or delete it"),
        ("summary: a &amp;amp; b", 12, "write &"), ("summary: a &#x2019; b", 12, "write ’"), ("thread: Q&eacute;", 10, "write é"), ("tags: [a, 'b &amp; c']", 14, "write &"),
        ("tags:\n- a\n- b **c**", 5, "write only the words, without the signs"), ("author: Mario *Rossi*", 15, "write only the words, without the signs"), ("summary: a _b c_ d", 12, "write only the words, without the signs"),
        ("summary: a __b__", 12, "write only the words, without the signs"), ("summary: a ~~b~~", 12, "write only the words, without the signs"), ("summary: a `b`", 12, "write only the words, without the signs"),
        ("summary: a [b](c.md)", 12, "write only the words, without the signs"), ("summary: a[^1]", 11, "write only the words, without the signs"), ("summary: '# a'", 11, "write only the words, without the signs"),
        ("summary: a <br> b", 12, "write only the words, without the signs"), ("summary: a {{ b }}", 12, "write only the words, without the signs"), ("summary: a [[b]]", 12, "write only the words, without the signs"),
        ("summary: 5 \\* 3", 12, "delete the backslash"), ("summary: vedi https://example.org", 15, "write only words; a link goes into the text of the digest"),
        ("sources: [{name: 'a &amp; b'}]", 21, "write &"), ("sources:\n- name: a\n  title: b **c**", 12, "write only the words, without the signs"), ("image:\n  file: a.jpg\n  alt: a *b*", 10, "write only the words, without the signs"),
        ("summary: >\n  a b\n  c **d**", 5, "write only the words, without the signs"), ("summary: a\n  b **c**", 5, "write only the words, without the signs"), ('summary: "a\\tb **c**"', 16, "write only the words, without the signs"),
    ],
)  # fmt: skip
def test_each_is_reported_where_it_is(line, column, hint):
    last = 5 + line.count("\n")
    assert found(f"{HEADER}\n{line}") == [(f"{last}:{column}", "MARK-FIELD", hint)]


@pytest.mark.parametrize(
    "text",
    [
        "Rossi & Bianchi: R&D, AT&T", "5 * 3 * 2 = 30", "C# e C++", "#1 al mondo", "snake_case_name e a_b_c", "[sic] e [ndr] {x}", "c**o e f***k", "tutt* l* amic*", "x < y > z", "a &pippo; b", "3**2 e 2**3",
        "Mario_Rossi", "Gentile <Nome Cognome>", "<Enter>", "~5 %", "l`Italia", "\\o/", "@_mario e @_anna",
    ],
)  # fmt: skip
def test_ordinary_words_are_not_reported(text):
    assert found(f"id: x1234567890\ntitle: '{text}'\ndate: 2025-09-02 07:30\nsummary: '{text}'\nthread: '{text}'") == []


def test_other_fields_are_not_looked_at():
    assert found(f"{HEADER}\nmood: a **b** &amp;\nsources: [{{name: a, url: 'https://example.org/_a_?b&amp;c'}}]") == []


def test_a_comment_silences_it():
    assert found("id: x1234567890\ntitle: a **b**  # check: off MARK-FIELD\ndate: 2025-09-02 07:30") == []
