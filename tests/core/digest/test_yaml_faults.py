"""Front matter that is no YAML, or YAML of a kind that is refused or read as something else than was meant."""

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from puntina.core.digest.identity import derived_id
from puntina.core.digest.yaml_faults import Loader, _disallowed_events, disallowed
from tests.core.digest.samples import HEADER, digest, problems

APOSTROPHE = "an apostrophe at the beginning, which YAML reads as a quotation mark"
CLOSE = "close it, or quote the whole value"
ALIAS = 'is a YAML alias — write the value out, or quote it: "*a…"'
DEEP = "lists or groups nested too deeply — quote the value, or remove brackets"
WORD = "a character that a value without quotes can't begin with — quote the title?"
LEFT = "begin the line at the left edge, and look for a colon in the line above"


@pytest.mark.parametrize(
    ("header", "found"),
    [
        ("title: La Cina: compra", '2:15: YAML a colon in a value without quotes — quote the title? title: "La Cina: compra"'),
        ("title: La Cina: «a»\ndate: x", '2:15: YAML a colon in a value without quotes — quote the title? title: "La Cina: «a»"'),
        ('title: La Cina: "a" è', "2:15: YAML a colon in a value without quotes — quote the title? title: 'La Cina: \"a\" è'"),
        ("title: T\nsources:\n  - name: A: b", '4:12: YAML a colon in a value without quotes — quote the name? name: "A: b"'),
        ("title: T\n date: x", f"3:6: YAML a colon in a value without quotes — {LEFT}"),
        ("title T\ndate: x", "2:1: YAML a line without a colon — write title: T"),
        (" title: T\ndate: x", "2:1: YAML spaces at the beginning of the line, unlike the lines below — write title: T"),
        ("- title: T\ndate: x", "2:1: YAML a hyphen before a key — write title: T"),
        ("title: T\ntags:\n- a\n-b", "5:1: YAML a line without a colon — write - b"),
        ('title: "L\\\'Italia"', """2:10: YAML a \\ that does not begin a known escape sequence — write title: "L'Italia\""""),
        ("title: *forte*", f'2:8: YAML {WORD} title: "*forte*"'),
        ("title: & altro", f'2:8: YAML {WORD} title: "& altro"'),
        ("title: T\ndate 2025", '3:1: YAML a line without a colon — write it as "key: value", or indent it if it continues the line above'),
        ("title T", '2:1: YAML not a list of keys — write each line as "key: value", with a space after the colon'),
        ("title:T", "2:7: YAML no space after the colon — write title: T"),
        ("title:T\ndate: x", "2:7: YAML no space after the colon — write title: T"),
        ("date: x\ntitle:T", "3:7: YAML no space after the colon — write title: T"),
        ("date: x\ntitle:T\nid: y", "3:7: YAML no space after the colon — write title: T"),
        ("title\uff1aT\ndate: x", "2:6: YAML a full-width colon — write title: T"),
        ('title = "T"\ndate = x', '2:7: YAML a = instead of a colon — write title: "T"'),
        ("title: 'L'azienda cresce'", """2:10: YAML a quotation mark inside the text ends it — write title: "L'azienda cresce\""""),
        ("title: 'L'azienda cresce'\ndate: x", """2:10: YAML a quotation mark inside the text ends it — write title: "L'azienda cresce\""""),
        ('title: "Dice "sì" al piano"', """2:14: YAML a quotation mark inside the text ends it — write title: 'Dice "sì" al piano'"""),
        ('title: "Sì", dice "Anna"', """2:11: YAML a quotation mark inside the text ends it — write title: '"Sì", dice "Anna"'"""),
        ("title: 'Ndrangheta, l'inchiesta", """2:22: YAML a quotation mark inside the text ends it — write title: "'Ndrangheta, l'inchiesta\""""),
        ('title: "La Cina\nsummary: "x"', '2:8: YAML a quotation mark that is not closed — write title: "La Cina"'),
        ("title: T\ntags: ['l'Italia', b]", """3:7: YAML a list [ that is not closed — write tags: ["l'Italia", "b"]"""),
        ("title: - a", '2:8: YAML a value that begins with a hyphen — quote the title? title: "- a"'),
        ("title: T\nsummary: | a", '3:12: YAML text after the | or > of a multi-line value — quote the summary? summary: "| a"'),
        ("- title: T", '2:1: YAML not a list of keys — write each line as "key: value", with a space after the colon'),
        ('title: "La Cina', f'2:8: YAML a quotation mark that is not closed — {CLOSE}: title: "La Cina"'),
        ("title: 'l'IA", '2:10: YAML a quotation mark inside the text ends it — write title: "\'l\'IA"'),
        ('title: "La Cina" compra', "2:16: YAML a quotation mark inside the text ends it — write title: '\"La Cina\" compra'"),
        ("title: T\ntags: [a, b", f"3:7: YAML a list [ that is not closed — {CLOSE}: tags: [a, b]"),
        ("title: 'Ndrangheta, sequestrati i beni", f"""2:8: YAML {APOSTROPHE} — write title: "'Ndrangheta, sequestrati i beni\""""),
        ("title: 'Ndrangheta\nsummary: l'altro", f"""2:8: YAML {APOSTROPHE} — write title: "'Ndrangheta\""""),
        ("title: '68, anno di lotta", f"""2:8: YAML {APOSTROPHE} — write title: "'68, anno di lotta\""""),
        ("title: 'Tis the season: again", f"""2:8: YAML {APOSTROPHE} — write title: "'Tis the season: again\""""),
        ("title: 'Ne Frage: warum?", f"""2:8: YAML {APOSTROPHE} — write title: "'Ne Frage: warum?\""""),
        ("title: T\ntags:\n  - 'Ndrangheta", f"""4:5: YAML {APOSTROPHE} — write - "'Ndrangheta\""""),
        ("title: T\nsources:\n  - name: 'O Mattino", f"""4:11: YAML {APOSTROPHE} — write - name: "'O Mattino\""""),
        ("title: T\ntags: ['Ndrangheta, mafia]", """3:8: YAML a quotation mark that is not closed — write tags: ["'Ndrangheta", "mafia"]"""),
        ("title: 'La Cina compra", f"2:8: YAML a quotation mark that is not closed — {CLOSE}: title: 'La Cina compra'"),
        ("title: T\ntags: ['a' 'b']", '3:7: YAML a missing comma in the list — write tags: ["a", "b"]'),
        ("title: T\ntags: [a,,b]", '3:10: YAML an extra comma in the list — write tags: ["a", "b"]'),
        ('title: T\ntags: "a", "b"', '3:9: YAML a quotation mark inside the text ends it — write tags: ["a", "b"]'),
        ("title: T\ntags: - a - b", "3:7: YAML a value that begins with a hyphen — write tags: [a, b]"),
        ("title: La Cina\\: compra", '2:16: YAML a colon in a value without quotes — quote the title? title: "La Cina: compra"'),
        ("title: T\n date: 2025-09-02 07:30", "3:6: YAML a colon in a value without quotes — begin the line at the left edge, and look for a colon in the line above"),
        ("title: T\ntags: [a]]", '3:10: YAML a value without quotes that begins with a bracket — write tags: ["a"]'),
        ("title: [Esclusiva]]", '2:19: YAML a value without quotes that begins with a bracket — quote the title? title: "[Esclusiva]]"'),
        ("title: T\ntags: [#a, b]", '3:7: YAML a # begins a comment, so the list [ is not closed — write tags: ["#a", "b"]'),
        ("title: T\ntags: [a, #b] # x", '3:7: YAML a # begins a comment, so the list [ is not closed — write tags: ["a", "#b"]'),
        ("title: T\ntags: [#a, b", '3:7: YAML a # begins a comment, so the list [ is not closed — write tags: ["#a", "b"]'),
        ("title: T\ntags: [a,\n  #b]", '3:7: YAML a list [ that is not closed — write tags: ["a", "#b"]'),
        ("title: T\ncopyright: {year: 2025,\n", f"3:12: YAML a group {{ that is not closed — {CLOSE}"),
        ("title: T\ntags: [a, @b]", "3:11: YAML a character that a value without quotes can't begin with — write tags: [\"a\", \"@b\"]"),
        ("title: T\ncopyright: {a: b", f"3:12: YAML a group {{ that is not closed — {CLOSE}: copyright: {{a: b}}"),
        ("title: [a] b", '2:12: YAML a value without quotes that begins with a bracket — quote the title? title: "[a] b"'),
        ("title: @a", f'2:8: YAML {WORD} title: "@a"'),
        ("title: `a`", f'2:8: YAML {WORD} title: "`a`"'),
        ("title: %a", f'2:8: YAML {WORD} title: "%a"'),
        ("title: *a* b", f'2:8: YAML {WORD} title: "*a* b"'),
        ("title: **a** b", f'2:8: YAML {WORD} title: "**a** b"'),
        ("title: & b", f'2:8: YAML {WORD} title: "& b"'),
        ("title: T\n\tdate: x", "3:1: YAML a tab at the beginning of the line — indent with spaces, not with tabs"),
        ("title: T\nsources:\n  - name: a\n url: b", "5:2: YAML a line that is not a key, or that is indented by mistake — indent the line like the one above, or quote its value"),
        ('title: "C:\\data"', "2:11: YAML a \\ that does not begin a known escape sequence — write \\\\ for a \\, or quote with ' '"),
        ('title: "\\ud800"', "2:11: YAML a \\ with an invalid character code — write \\\\ for a \\, or quote with ' '"),
        ("title: T\n...\ndate: x", "4:1: YAML a line that ends the front matter — indent the line like the one above, or quote its value"),
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
        ('summary: "a\\0b"', ["5:10: TEXT-CONTROL NUL in the text — remove the \\"]),
        ('tags: [a, "\\x1a0\\x1a"]', ["5:11: TEXT-CONTROL control character U+001A in the text — remove the \\"]),
        ('summary: "\\u202e"', ["5:10: TEXT-CONTROL control character U+202E in the text — remove the \\"]),
        ('"a\\0b": c', 2),
        (
            'summary: "C:\\new"',
            [
                "5:13: YAML \\n is read as a line break or similar character, not as \\ and a letter — write \\\\ for a \\, or quote with ' '"
            ],
        ),
        ('summary: "C:\\\\new"', []),
        ('summary: "Uno:\\nDue"', []),
        ('summary: "D:\\nPerché? R:\\nNo."', []),
        ("summary: 'C:\\new'", []),
    ],
)
def test_a_backslash_brings_in_no_control_character(line, found):
    lines = problems(header=HEADER + "\n" + line)
    assert len(lines) == found if isinstance(found, int) else lines == found


CUT = "would be cut off: a # after a space begins a comment — quote the whole value:"
OR = "if it is a comment, write it on its own line"


@pytest.mark.parametrize(
    ("line", "found"),
    [
        ("summary: Perché #MeToo conta", [f'5:17: YAML-COMMENT #MeToo conta {CUT} "Perché #MeToo conta"; {OR}']),
        ("tags:\n  - #MeToo\n  - a #1", [f'6:5: YAML-COMMENT #MeToo {CUT} "#MeToo"; {OR}', f'7:7: YAML-COMMENT #1 {CUT} "a #1"; {OR}']),
        ('summary: "Perché" #MeToo', [f'5:19: YAML-COMMENT #MeToo {CUT} "Perché #MeToo"; {OR}']),
        ("summary: Number #1 in the world", [f'5:17: YAML-COMMENT #1 in the world {CUT} "Number #1 in the world"; {OR}']),
        ("summary: #1 in the world", [f'5:10: YAML-COMMENT #1 in the world {CUT} "#1 in the world"; {OR}']),
        ("summary: Tasto #️⃣", [f'5:16: YAML-COMMENT #️⃣ {CUT} "Tasto #️⃣"; {OR}']),
        ("summary: a  # given once", []),
        ("summary: We are # 1 in Asia", [f'5:17: YAML-COMMENT # 1 in Asia {CUT} "We are # 1 in Asia"; {OR}']),
        ("summary: C #", [f'5:12: YAML-COMMENT # {CUT} "C #"; {OR}']),
        ("author: Unit # 4", [f'5:14: YAML-COMMENT # 4 {CUT} "Unit # 4"; {OR}']),
        ("tags:\n  - Il simbolo # conta", [f'6:16: YAML-COMMENT # conta {CUT} "Il simbolo # conta"; {OR}']),
        ("summary: Der Kanal # 1\n  und mehr", 1),
        ("summary: a # check: off MARK", ["5:12: CHECK-OFF note: this comment does not silence any warning — write the code of a warning on this line, or on the line below the comment; or delete it"]),
        ("summary: a # TODO", []),
        ("summary: Il titolo # da verificare", []),
        ("summary: Tiêu đề # kiểm tra lại", []),
        ("summary: عنوان # للمراجعة", []),
        ("summary: 'a' # 1", []),
        ("modified: 2025-09-03 # from the agency", []),
        ("# summary # 1", []),
        ("#summary: a", []),
        ('summary: "Perché #MeToo conta"', []),
        ("summary: C# 13 e F#", []),
        ("summary: |\n  a #b", []),
    ],
)  # fmt: skip
def test_a_comment_that_looks_like_text_would_cut_off_the_value(line, found):
    lines = problems(header=HEADER + "\n" + line)
    assert len(lines) == found if isinstance(found, int) else lines == found


@pytest.mark.parametrize(
    ("title", "hint"),
    [("# Titolo", "write title: Titolo"), ("## Roma: il piano", 'write title: "Roma: il piano"'), ("# 1 in Asia", f'quote the whole value: "# 1 in Asia"; {OR}')],
)  # fmt: skip
def test_a_title_that_is_a_comment_is_said_once(title, hint):
    found = problems(header=f"id: x\ntitle: {title}\ndate: 2025-09-02")
    text = "would be cut off: a # after a space begins a comment"
    assert found == [f"3:8: YAML-COMMENT {title} {text} — {hint}"]


def test_a_title_with_a_note_alone_is_missing():
    assert problems(header="id: x\ntitle: # TODO\ndate: 2025-09-02") == ["3:1: FM-REQUIRED no title — write title: …"]


def test_front_matter_of_comments_only_has_no_keys():
    own = derived_id("it", "digest", "cambricon")
    hint = f"add the line id: {own} before you rename the file or change its year"
    assert problems(header="# a\n\n# b") == [
        "1:1: FM-REQUIRED no title — add a line title: …",
        "1:1: FM-REQUIRED no date — add a line date: 2025-09-02 07:30",
        f"1:1: FM-ID note: no id; one is derived from language, year and file name — {hint}",
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


@settings(max_examples=700)
@given(st.lists(st.sampled_from(HEADER_PIECES), max_size=30).map("".join))
def test_what_is_refused_is_seen_before_it_is_looked_for(header):
    assert events(disallowed, header) == events(_disallowed_events, header)


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
    assert events(disallowed, deep(depth)) == events(_disallowed_events, deep(depth))


def events(reader, header):
    """Return what is refused, and the error that ends reading, which without a look at events ends making nodes."""
    try:
        found = [str(problem) for problem in reader(header, "a.md")]
        if not found:
            yaml.compose(header, Loader=Loader)
    except yaml.YAMLError as error:
        return str(error)
    return found
