"""One catalogue: what it says, and each fault with its line."""

import pytest

from puntina.core.digest import Severity
from puntina.core.locales.po import Fault, parse_po

HEADER = r"""msgid ""
msgstr ""
"Language: it\n"
"Content-Type: text/plain; charset=utf-8\n"
"Plural-Forms: nplurals=2; plural=(n != 1);\n"

"""


def faults(entries, *, header=HEADER, lang="it"):
    """The faults of the entries, their lines counted from the first after the header."""
    above = header.count("\n")
    return [(fault.line - above, fault.text, fault.hint) for fault in parse_po(header + entries, lang)[1]]


def test_a_sound_catalogue_has_its_strings_and_no_faults():
    catalogue, found = parse_po(
        HEADER
        + '#. note\nmsgid "Tags"\nmsgstr ""\n"Argo"\n"menti \\"x\\""\n\nmsgctxt "menu"\nmsgid "Tags"\nmsgstr "Temi"\n',
        "it",
    )
    assert found == ()
    assert [(entry.context, entry.id, entry.string) for entry in catalogue if entry.id] == [
        (None, "Tags", 'Argomenti "x"'),
        ("menu", "Tags", "Temi"),
    ]


NO_QUOTES = "the text is not in quotes"
IN_QUOTES = 'write " at its beginning and end, and \\" for one inside'
ORDER = "an entry is msgid, then msgstr"


@pytest.mark.parametrize(
    ("entries", "found"),
    [
        ('msgid "Tags"\nmsgstr "Argomenti\n', [(2, NO_QUOTES, IN_QUOTES)]),
        ('msgid "Tags"\nmsgstr Argomenti\n', [(2, NO_QUOTES, IN_QUOTES)]),
        ('msgid "Tags"\nmsgstr "gli "Argomenti""\n', [(2, NO_QUOTES, IN_QUOTES)]),
        ('msgid "Tags"\nmsgstr "Argo"\n"menti\n', [(3, NO_QUOTES, IN_QUOTES)]),
        ('msgid "Tags"\nmsgstr "Argomenti\\"\n', [(2, NO_QUOTES, IN_QUOTES)]),
        (
            'msgid "Tags"\nmsgstt "Argomenti"\n',
            [
                (2, 'unknown keyword "msgstt"', 'did you mean "msgstr"?'),
                (2, "the file ends after msgid", "add the msgstr"),
            ],
        ),
        ("<!doctype html>\n", [(1, 'unknown keyword "<!doctype"', "a comment begins with #")]),
        ('msgid "Tags"\n', [(1, "the file ends after msgid", "add the msgstr")]),
        ('msgid "Tags"\nmsgid "Archive"\nmsgstr "Archivio"\n', [(2, "msgid after msgid", ORDER)]),
        ('msgstr "Argomenti"\n', [(1, "msgstr after msgstr", ORDER)]),
        ('msgid "Tag"\nmsgid_plural "Tags"\nmsgstr "Tag"\n', [(3, "msgstr after msgid_plural", ORDER)]),
        ('msgid "Tag"\nmsgstr[0] "Tag"\n', [(2, "msgstr[0] after msgid", ORDER)]),
        (
            'msgid "Tags"\nmsgstr "Temi"\n\nmsgid "Ta"\n"gs"\nmsgstr "Argomenti"\n',
            [(4, 'duplicate "Tags" (first on line 7)', "delete one of the two")],
        ),
        (
            'msgid "a"\nmsgid_plural "b"\nmsgstr[0] "x"\nmsgstr[1] "y"\nmsgstr[2] "z"\n',
            [(1, "more forms than Plural-Forms has", "delete the last ones, or fix Plural-Forms")],
        ),
        (
            'msgid "Tags"\nmsgstr Temi\n\nmsgid "Archive"\nmsgstr Archivio\n',
            [(2, NO_QUOTES, IN_QUOTES), (5, NO_QUOTES, IN_QUOTES)],
        ),
    ],
)
def test_a_line_that_is_wrong_is_named(entries, found):
    assert faults(entries) == found


def test_lines_are_counted_as_editors_count_them():
    assert faults('msgid "one\u2028two\x0cthree"\nmsgstr uno\n') == [(2, NO_QUOTES, IN_QUOTES)]


def test_a_file_that_begins_with_a_text_is_broken():
    assert parse_po('"Tags"\n', "it")[1] == (Fault(1, "a text at the beginning", ORDER),)


@pytest.mark.parametrize(
    ("entries", "found"),
    [
        (
            'msgid "Updated %(date)s"\nmsgstr "Aggiornato"\n',
            [(1, "%(date)s is missing in the translation", "keep placeholders as they are")],
        ),
        (
            'msgid "Updated %(date)s"\nmsgstr "Aggiornato %(data)s"\n',
            [
                (1, "%(date)s is missing in the translation", "keep placeholders as they are"),
                (1, "%(data)s is not in the message", "known names: %(date)s"),
            ],
        ),
        (
            'msgid "Updated %(date)s"\nmsgstr "Aggiornato %(date)d"\n',
            [
                (1, "%(date)s is missing in the translation", "keep placeholders as they are"),
                (1, "%(date)d is not in the message", "known names: %(date)s"),
            ],
        ),
        (
            'msgid "Updated %(date)s"\nmsgstr "Aggiornato %(date)s, %(date)"\n',
            [(1, "a % that does not begin a placeholder", "write %%")],
        ),
        ('msgid "Half"\nmsgstr "50 %"\n', [(1, "a % that does not begin a placeholder", "write %%")]),
        ('msgid "Half"\nmsgstr "%(name)s"\n', [(1, "%(name)s is not in the message", "delete it")]),
        ('msgid "Half"\nmsgstr "50 %%"\n', []),
        ('msgid "50 %"\nmsgstr "50 %"\n', []),
        (
            'msgid "%(n)s digest"\nmsgid_plural "%(n)s digests"\nmsgstr[0] "un articolo"\nmsgstr[1] "%(n)s articoli"\n',
            [],
        ),
        (
            'msgid "%(n)s digest"\nmsgid_plural "%(n)s digests"\nmsgstr[0] "%(n)s articolo"\nmsgstr[1] "articoli"\n',
            [(1, "%(n)s is missing in the translation", "keep placeholders as they are")],
        ),
    ],
)
def test_placeholders_are_those_of_the_message(entries, found):
    assert faults(entries) == found


@pytest.mark.parametrize(
    ("entry", "line", "reason"),
    [
        ('msgid "Tags"\nmsgstr ""\n', 7, "no translation"),
        ('#, fuzzy\nmsgid "Tags"\nmsgstr "Temi"\n', 8, "the translation is marked fuzzy"),
        ('#, fuzzy\nmsgid "%(a)s"\nmsgstr "%(b)s"\n', 8, "the translation is marked fuzzy"),
        ('msgid "a"\nmsgid_plural "b"\nmsgstr[0] "x"\nmsgstr[1] ""\n', 7, "no translation"),
    ],
)
def test_what_stays_english_is_a_warning(entry, line, reason):
    hint = "translate it, and delete the word fuzzy"
    assert parse_po(HEADER + entry, "it")[1] == (
        Fault(line, f"{reason}, so readers get English", hint, Severity.WARNING),
    )


RULE = 'write "Plural-Forms: nplurals=2; plural=(n != 1);\\n"'


@pytest.mark.parametrize(
    ("lang", "before", "after", "line", "text", "hint"),
    [
        ("vi", "", "", 3, 'the header says the language is "it"', 'write "Language: vi\\n", and the Plural-Forms of that language'),
        ("it", "=utf-8", "=latin-1", 4, 'the header says the charset is "latin-1"', "save the file as UTF-8 and write charset=utf-8"),
        ("it", "nplurals=2", "nplurals=two", 5, "Plural-Forms can't be read", RULE),
        ("it", "nplurals=2", "nplurals=99999999", 5, "Plural-Forms can't be read", RULE),
        ("it", "nplurals=2", "nplurals=1", 5, "Plural-Forms gives the number 0 a form beyond the 1 that it declares", RULE),
        ("it", "(n != 1)", "n", 5, "Plural-Forms gives the number 2 a form beyond the 2 that it declares", RULE),
        ("it", "(n != 1)", "n/0", 5, "Plural-Forms can't be used: integer division or modulo by zero", RULE),
        ("it", "(n != 1)", "f(1)", 5, "Plural-Forms can't be used: invalid token in plural form: f", RULE),
        ("it", "plural=(n", 'plural="\n"(m', 5, "Plural-Forms can't be used: invalid token in plural form: m", RULE),
    ],
)  # fmt: skip
def test_a_wrong_header_is_a_fault_at_its_line(lang, before, after, line, text, hint):
    assert parse_po(HEADER.replace(before, after), lang)[1] == (Fault(line, text, hint),)


@pytest.mark.parametrize("text", ["", "\n\n", "# Italian texts\n"])
def test_a_file_without_any_entry_is_a_fault(text):
    hint = "translate a copy of another language's"
    assert parse_po(text, "it")[1] == (Fault(1, "the file is empty, so readers would get English", hint),)


def test_a_rule_of_plurals_may_be_broken_into_lines():
    assert parse_po(HEADER.replace("plural=(n", 'plural="\n"(n'), "it")[1] == ()


def test_a_region_in_the_header_is_written_either_way():
    for written in ("pt_BR", "pt-BR"):
        assert parse_po(HEADER.replace("Language: it", f"Language: {written}"), "pt-BR")[1] == ()
