"""Front matter that is no YAML, or YAML of a kind that is refused or read as something else than was meant."""

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from plugins.digest.yaml_faults import Loader, _refused_events, refused
from tests.digest.samples import HEADER, digest, problems

CLOSE = "close it, or quote the whole value"
ALIAS = 'is a YAML alias — write the value out, or quote it: "*a…"'
DEEP = "lists or groups too deep inside one another — quote the value, or take brackets out"
WORD = "a character that no text without quotes can begin with — quote the title?"
LEFT = "begin the line at the left edge, and look for a colon in the line above"


@pytest.mark.parametrize(
    ("header", "found"),
    [
        ("title: La Cina: compra", '2:15: YAML a colon in a text without quotes — quote the title? title: "La Cina: compra"'),
        ("title: La Cina: «a»\ndate: x", '2:15: YAML a colon in a text without quotes — quote the title? title: "La Cina: «a»"'),
        ('title: La Cina: "a" è', "2:15: YAML a colon in a text without quotes — quote the title? title: 'La Cina: \"a\" è'"),
        ("title: T\nsources:\n  - name: A: b", '4:12: YAML a colon in a text without quotes — quote the name? name: "A: b"'),
        ("title: T\n date: x", f"3:6: YAML a colon in a text without quotes — {LEFT}"),
        ("title T\ndate: x", f"3:5: YAML a colon in a text without quotes — {LEFT}"),
        ("title: T\ndate 2025", '3:1: YAML a line without a colon — write it as "key: value"'),
        ("title T", '2:1: YAML not a list of keys — write each line as "key: value", with a space after the colon'),
        ("title:T", '2:1: YAML not a list of keys — write each line as "key: value", with a space after the colon'),
        ("- title: T", '2:1: YAML not a list of keys — write each line as "key: value", with a space after the colon'),
        ('title: "La Cina', f"2:8: YAML a quotation mark that is not closed — {CLOSE}"),
        ("title: 'l'IA", "2:11: YAML a line that is no key, or that is indented by mistake — quote the title?"),
        ('title: "La Cina" compra', "2:18: YAML a line that is no key, or that is indented by mistake — quote the title?"),
        ("title: T\ntags: [a, b", f"3:7: YAML a list [ that is not closed — {CLOSE}"),
        ("title: T\ncopyright: {a: b", f"3:12: YAML a group {{ that is not closed — {CLOSE}"),
        ("title: [a] b", "2:12: YAML a line that is no key, or that is indented by mistake — quote the title?"),
        ("title: @a", f"2:8: YAML {WORD}"),
        ("title: `a`", f"2:8: YAML {WORD}"),
        ("title: %a", f"2:8: YAML {WORD}"),
        ("title: *a* b", f"2:10: YAML {WORD}"),
        ("title: **a** b", f"2:9: YAML {WORD}"),
        ("title: & b", f"2:9: YAML {WORD}"),
        ("title: T\n\tdate: x", "3:1: YAML a tab at the beginning of the line — indent with spaces, not with tabs"),
        ("title: T\nsources:\n  - name: a\n url: b", "5:2: YAML a line that is no key, or that is indented by mistake — mend the line, or quote its value"),
        ('title: "C:\\data"', "2:11: YAML a \\ that stands for nothing — write \\\\ for a \\, or quote with ' '"),
        ('title: "\\ud800"', "2:11: YAML a \\ that stands for no character — write \\\\ for a \\, or quote with ' '"),
        ("title: T\n...\ndate: x", "4:1: YAML a line that ends the front matter — mend the line, or quote its value"),
    ],
)  # fmt: skip
def test_broken_yaml_is_named_in_plain_words(header, found):
    assert [problem for problem in problems(header=header) if "YAML" in problem] == [found]


@pytest.mark.parametrize(
    ("line", "found"),
    [
        ("modified: *a", [f'5:11: YAML-ALIAS "*a" {ALIAS}']),
        ("tags: [*a, *a]", [f'5:8: YAML-ALIAS "*a" {ALIAS}', f'5:12: YAML-ALIAS "*a" {ALIAS}']),
        ("summary: &copy x", ['5:10: YAML-ALIAS "&copy" is a YAML anchor — quote the value: "&copy…"']),
        ("summary: !x y", ['5:10: YAML "!x" is a YAML tag — quote the value: "!x…"']),
        ("summary: ! y", ['5:10: YAML "!" is a YAML tag — quote the value: "!…"']),
        ("summary: !!str y", ['5:10: YAML "!!str" is a YAML tag — quote the value: "!!str…"']),
        (
            "summary: !!python/object/apply:os.system [ls]",
            ['5:10: YAML "!!python/object/apply:os.system" is a YAML tag — quote the value: "!!python/object/apply:os.system…"'],
        ),
        ("tags: " + "[" * 30 + "]" * 30, [f"5:26: YAML {DEEP}"]),
        ("tags: " + "[" * 200_000, [f"5:26: YAML {DEEP}"]),
        ("tags:\n " + "- " * 200_000, [f"6:40: YAML {DEEP}"]),
        ("? " * 200_000, [f"5:41: YAML {DEEP}"]),
    ],
)  # fmt: skip
def test_what_yaml_allows_and_front_matter_does_not(line, found):
    assert problems(header=HEADER + "\n" + line) == found


@pytest.mark.parametrize(
    ("line", "found"),
    [
        ('summary: "a\\0b"', ["5:10: TEXT-CONTROL NUL in the text — take the \\ out"]),
        ('tags: [a, "\\x1a0\\x1a"]', ["5:11: TEXT-CONTROL control character U+001A in the text — take the \\ out"]),
        ('summary: "\\u202e"', ["5:10: TEXT-CONTROL control character U+202E in the text — take the \\ out"]),
        ('"a\\0b": c', 2),
    ],
)
def test_a_backslash_brings_in_no_control_character(line, found):
    lines = problems(header=HEADER + "\n" + line)
    assert len(lines) == found if isinstance(found, int) else lines == found


COMMENT = "is left out: a comment begins with # — quote the whole value, or put a space after the #"


@pytest.mark.parametrize(
    ("line", "found"),
    [
        ("summary: Perché #MeToo conta", [f"5:17: YAML-COMMENT warning: #MeToo {COMMENT}"]),
        ("tags:\n  - #MeToo\n  - a #1", [f"6:5: YAML-COMMENT warning: #MeToo {COMMENT}", f"7:7: YAML-COMMENT warning: #1 {COMMENT}"]),
        ('summary: "Perché" #MeToo', [f"5:19: YAML-COMMENT warning: #MeToo {COMMENT}"]),
        ("summary: a # given once", []),
        ("#summary: a", []),
        ('summary: "Perché #MeToo conta"', []),
        ("summary: C# 13 e F#", []),
        ("summary: |\n  a #b", []),
    ],
)  # fmt: skip
def test_a_comment_that_looks_like_text_is_a_warning(line, found):
    assert problems(header=HEADER + "\n" + line) == found


def test_front_matter_of_comments_only_has_no_keys():
    hint = (
        "give it one before you rename the file or change its year: a line id: with a letter and ten letters or digits"
    )
    assert problems(header="# a\n\n# b") == [
        "1:1: FM-REQUIRED no title — add a line title: …",
        "1:1: FM-REQUIRED no date — add a line date: 2025-09-02 07:30",
        f"1:1: FM-ID note: no id; one is made from language, year and file name — {hint}",
    ]


def test_a_very_long_title_is_read_whole():
    title = "parola " * 14_285 + "fine."
    assert digest(header=f"id: x\ntitle: {title}\ndate: 2025-09-02").meta.title == title


def test_a_value_that_ends_below_the_last_line_is_read():
    found = problems(header=f'{HEADER}\nsummary: "a\\\\b"\n? mode')
    assert [problem[:36] for problem in found] == ['6:3: FM-UNKNOWN unknown key "mode" —']


HEADER_PIECES = [
    "a",
    " ",
    "\n",
    "- ",
    "-",
    "? ",
    ": ",
    "[",
    "]",
    "{",
    "}",
    ", ",
    "*",
    "&",
    "!",
    "!!str ",
    '"',
    "'",
    "é",
    "\ufeff",
    "|\n",
    "#",
    "  ",
]


@settings(max_examples=1500)
@given(st.lists(st.sampled_from(HEADER_PIECES), max_size=30).map("".join))
def test_what_is_refused_is_seen_before_it_is_looked_for(header):
    assert events(refused, header) == events(_refused_events, header)


@pytest.mark.parametrize("depth", range(17, 25))
@pytest.mark.parametrize(
    "deep",
    [
        lambda depth: "a: " + "[" * (depth - 1) + "]" * (depth - 1),
        lambda depth: "[a: " * (depth // 2) + "b" + "]" * (depth // 2),
        lambda depth: "- " * depth + "a",
        lambda depth: "? " * depth + "a",
        lambda depth: "\n".join(" " * n + "a:" for n in range(depth)),
        lambda depth: "\n".join(" " * (n // 2) + ("- " if n % 2 else "") + "a:" for n in range(depth)),
    ],
    ids=["brackets", "pairs in brackets", "dashes", "question marks", "keys", "keys and dashes"],
)
def test_depth_is_seen_before_it_is_counted(depth, deep):
    assert events(refused, deep(depth)) == events(_refused_events, deep(depth))


def events(reader, header):
    """Return what is refused, and the error that ends reading, which without a look at events ends making nodes."""
    try:
        found = [str(problem) for problem in reader(header, "a.md")]
        if not found:
            yaml.compose(header, Loader=Loader)
    except yaml.YAMLError as error:
        return str(error)
    return found
