"""Names that look alike are one, names in a list are told apart, and spaces that keep words together stay."""

from pathlib import Path

import pytest

from puntina.core.digest.parse import parse
from tests.core.checks.contents import lines
from tests.core.digest.samples import HEADER, RULES, digest, problems

CASES = Path(__file__).parents[1] / "fixtures" / "cases"


def case(name):
    path = next((CASES / name / "content").rglob("*.md"))
    return parse(path.read_bytes(), path.relative_to(CASES / name / "content").as_posix(), RULES)


def test_no_break_spaces_stay_in_title_and_summary():
    meta = case("24-nbsp-in-title").digest.meta
    assert (meta.title, meta.summary) == ("Il 29\u00a0% degli italiani, 50\u202fmila firme", "Il 29\u00a0% in breve")


@pytest.mark.parametrize(
    ("line", "title"),
    [
        ("title: Il 29\u00a0% degli italiani", "Il 29\u00a0% degli italiani"),
        ("title:\u00a0Il 29\u202f%\u00a0", "Il 29\u202f%"),
        ("\u00a0title: T", None),
        ("title\u00a0: T", "T"),
        ("title: 'Un  \u00a0 altro'", "Un altro"),
        ("title: |\n  Uno\u00a0due", "Uno\u00a0due"),
        ("title: Una\u3000due\u2003tre", "Una due tre"),
        ("title: Le mot\u00a0!", "Le mot\u00a0!"),
    ],
)
def test_a_title_keeps_the_spaces_that_are_meant(line, title):
    header = f"id: d7k2m9qfx4c\n{line}\ndate: 2025-09-02"
    if title is None:  # the key is indented
        assert "YAML" in problems(header=header)[0]
    else:
        assert digest(header=header).meta.title == title


def test_a_slug_and_an_id_follow_from_the_file_s_name_as_before():
    own = digest(header="title: Il 29\u00a0%\ndate: 2025-09-02").meta
    assert (own.slug, own.id) == ("cambricon", digest(header="title: x\ndate: 2025-09-02").meta.id)


def test_names_with_invisible_characters_are_those_without(tmp_path):
    folder = CASES / "25-invisible/content"
    files = {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*.md")}
    assert lines(tmp_path, files) == []


@pytest.mark.parametrize(
    "char", ["\u00ad", "\u200b", "\u200c", "\u200d", "\u200e", "\u200f", "\u2060", "\ufeff", "\u2066"]
)
@pytest.mark.parametrize("form", ["Viê\u0323t Nam{}", "{}Việt Nam", "Việt{} Nam", "Vi{}ệt Nam"])
def test_every_name_is_the_same_with_and_without_what_is_not_seen(form, char):
    name = form.format(char)
    header = f'{HEADER}\ntags: ["{name}"]\nauthor: "{name}"\nthread: "{name}"\nsources: [{{name: "{name}"}}]'
    meta = digest(header=header).meta
    assert (meta.tags, meta.authors, meta.thread, meta.sources[0].name) == (
        ("Việt Nam",),
        ("Việt Nam",),
        "Việt Nam",
        "Việt Nam",
    )


@pytest.mark.parametrize("name", ["می\u200cخواهم", "क्\u200dष", "👩\u200d🔬"])
def test_joiners_that_are_part_of_a_word_stay(name):
    assert digest(header=f'{HEADER}\ntags: ["{name}"]').meta.tags == (name,)


@pytest.mark.parametrize("first", ["caf\u00e8", "cafe\u0300", "caf\u00e8\u200b"])
def test_a_footnote_is_found_whatever_form_its_label_has(first):
    assert problems(f"- Nota[^{first}]\n\n📌 S.\n\n[^cafe\u0300]: Testo.\n") == []


def test_tags_with_semicolons_and_a_surname_before_a_name_are_warnings():
    found = case("30-names-with-commas").problems
    assert [(each.line, each.column, each.code, each.severity, each.text, each.hint) for each in found] == [
        (5, 9, "FM-NAMES", "warning", '"Rossi" and "Mario" are read as two authors',
         'one person? write author: Mario Rossi, or author: ["Rossi, Mario"]; two? write authors: [Rossi, Mario]'),
        (6, 7, "FM-NAMES", "warning", '"Vietnam; chip; Unione europea" is read as one name',
         "write a list: tags: [Vietnam, chip, Unione europea]"),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ('author: ["Rossi, Mario"]', ("Rossi, Mario",)),
        ("author: Mario Rossi, Anna Bianchi", ("Mario Rossi", "Anna Bianchi")),
        ("authors: [Rossi, Bianchi]", ("Rossi", "Bianchi")),
        ("authors: Rossi, Bianchi", ("Rossi", "Bianchi")),
    ],
)
def test_authors_who_are_plain_to_tell_are_no_problem(line, names):
    assert problems(header=f"{HEADER}\n{line}") == []
    assert digest(header=f"{HEADER}\n{line}").meta.authors == names


@pytest.mark.parametrize(
    ("lines", "told"),
    [
        ("tags: a；b", '5:7: FM-NAMES warning: "a；b" is read as one name — write a list: tags: [a, b]'),
        ("tags: [x, a; b]", '5:11: FM-NAMES warning: "a; b" is read as one name — write a list: tags: [a, b]'),
        ("authors: Anna Neri; Ugo Foscolo", '5:10: FM-NAMES warning: "Anna Neri; Ugo Foscolo" is read as one name — write a list: authors: [Anna Neri, Ugo Foscolo]'),
        ("tags: (a, b)", '5:7: FM-NAMES "(a, b)" is text, not a list — write a list: tags: [a, b]'),
        ("tags:\n  -One", '6:3: FM-NAMES "-One" is read as one name — put a space after the list sign: - One'),
        ("tags:\n  •One", '6:3: FM-NAMES "•One" is read as one name — put a space after the list sign: - One'),
    ],
)  # fmt: skip
def test_what_is_typed_as_a_list_and_is_none(lines, told):
    assert problems(header=f"{HEADER}\n{lines}") == [told]


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ('tags: "[chip, Cina]"', '7: FM-NAMES "[chip, Cina]" is text, not a list — delete the quotes: tags: [chip, Cina]'),
        ("tags: [chip, “Cina”]", '14: FM-NAMES warning: readers would see "“Cina”" with these signs — write only the name: Cina'),
        ("tags: '#chip'", '7: FM-NAMES warning: readers would see "#chip" with these signs — write only the name: chip'),
        ("tags: '#chip, Cina'", '7: FM-NAMES warning: readers would see "#chip" with these signs — write only the name: chip'),
        ("author: None", '9: FM-NAMES warning: "None" is read as a name — delete it if no name is meant'),
        ("author: Rossi, Mario; Bianchi, Anna", '9: FM-NAMES warning: "Rossi, Mario; Bianchi, Anna" is read as one name — write a list: author: ["Rossi, Mario", "Bianchi, Anna"]'),
    ],
)  # fmt: skip
def test_names_with_the_signs_of_something_else_are_reported(line, told):
    assert problems(header=f"{HEADER}\n{line}")[:1] == [f"5:{told}"]


@pytest.mark.parametrize(
    "line", ["tags: [C#, '#1', L’Aquila, ’Ndrangheta]", "author: Sinéad O’Connor", "tags: [“Sì” e “no”]"]
)
def test_names_that_have_such_signs_are_names(line):
    assert problems(header=f"{HEADER}\n{line}") == []
