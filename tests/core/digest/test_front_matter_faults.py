"""Front matter that can't be: each fault's place and words."""

import pytest

from tests.core.digest.samples import HEADER, PATH, problems, reading

DAY = "write it as 2025-09-02"
FUTURE = "the edition of 2025-09-03 is later than the digest's date, 2025-09-02"
EARLIER = "write that day or an earlier one, or delete the line"
KEYS = (
    "delete it, or use one of id, title, date, modified, lang, slug, translation_key, summary, status, copyright, template, aliases, guid, "
    "category, tags, thread, author, authors, sources, share, edition, expires, updates, image"
)


@pytest.mark.parametrize(
    ("line", "found"),
    [
        ("titel: x", '5:1: FM-UNKNOWN unknown key "titel" — delete it: "title" is already set'),
        ("related: x", '5:1: FM-UNKNOWN unknown key "related" — delete it: it has no effect here'),
        ("reader: x", f'5:1: FM-UNKNOWN unknown key "reader" — {KEYS}'),
        ("Tags: x", '5:1: FM-UNKNOWN unknown key "Tags" — did you mean "tags"?'),
        ("zzz: x", f'5:1: FM-UNKNOWN unknown key "zzz" — {KEYS}'),
        ("zzz:", f'5:1: FM-UNKNOWN unknown key "zzz" — {KEYS}'),
        ("? [a]\n: x", f"5:3: FM-UNKNOWN the key is not a word — {KEYS}"),
        ("<<: {slug: x}", f'5:1: FM-UNKNOWN unknown key "<<" — {KEYS}'),
        ("title: x", '5:1: FM-DUPLICATE duplicate key "title", first on line 3 — delete one of them'),
        ("author: a\nauthors: b", '6:10: FM-DUPLICATE "author" and "authors" mean the same — keep one of them'),
        ("modified: [x]", '5:11: FM-TYPE "modified" is a list — write one value: modified: x'),
        ("edition: 2025-09-03", f"5:10: FM-EDITION {FUTURE} — {EARLIER}"),
        ("expires: never", '5:10: FM-DATE "never" is not a valid date — delete the line if no date is meant'),
        ("tags:\n  – a\n  – b", '6:3: FM-NAMES "– a – b" is read as one name — write a list: tags: [a, b]'),
        ("edition: tomorrow", f'5:10: FM-DATE "tomorrow" is not a valid date — {DAY}'),
        ("category: sport", '5:11: FM-CATEGORY unknown category "sport" — one of world, technology'),
        ("category: tecnologie", '5:11: FM-CATEGORY unknown category "tecnologie" — did you mean "Tecnologia"?'),
        ("category: [world]", '5:11: FM-TYPE "category" is a list — write one value: category: world'),
        ("lang: de", '5:7: FM-LANG "de" is not a language of this publication — one of it, en, vi'),
        ("lang: [it]", '5:7: FM-TYPE "lang" is a list — write one value: lang: it'),
        ("status: drafted", '5:9: FM-STATUS "drafted" is not a valid status — did you mean "draft"?'),
        ("status: zzz", '5:9: FM-STATUS "zzz" is not a valid status — one of draft, published, hidden'),
        ("status: {a: b}", '5:9: FM-TYPE "status" is a group of keys — write one text, in quotes'),
        ("slug: a/b", '5:7: FM-SLUG the slug "a/b" leads out of its folder — write "a-b"?'),
        ("slug: ../a", '5:7: FM-SLUG the slug "../a" leads out of its folder — write "a"?'),
        ('slug: ".."', '5:7: FM-SLUG the slug ".." leads out of its folder — use other words, in lower case with hyphens'),
        ("slug: a\\b", '5:7: FM-SLUG the slug "a\\b" leads out of its folder — write "a-b"?'),
        ("slug: a%2fb", '5:7: FM-SLUG the slug "a%2fb" contains "%" — write "a-2fb"?'),
        ("slug: a b", '5:7: FM-SLUG the slug "a b" contains a space — write "a-b"?'),
        ("slug: .a", '5:7: FM-SLUG the slug ".a" begins or ends with a full stop — write "a"?'),
        ("slug: COM1", '5:7: FM-SLUG the slug "COM1" is a reserved name on Windows — use other words, in lower case with hyphens'),
        ("slug: " + "à" * 101, f'5:7: FM-SLUG the slug "{"à" * 57}…" has 202 bytes, over 200 — write "{"a" * 80}"?'),
        ("share: [x, myspace]", '5:8: FM-SHARE unknown social network "myspace" — off, or some of x, email, copy'),
        ("share: [Twitter]", '5:8: FM-SHARE unknown social network "Twitter" — did you mean "x"?'),
        ("share: link", '5:8: FM-SHARE unknown social network "link" — did you mean "copy"?'),
        ("share: [fb]", '5:8: FM-SHARE unknown social network "fb" — off, or some of x, email, copy'),
        ("share: emial", '5:8: FM-SHARE unknown social network "emial" — did you mean "email"?'),
        ("share: {a: b}", '5:8: FM-TYPE "share" is a group of keys — write a list: share: [one, two]'),
        ("tags: {a: b}", '5:7: FM-TYPE "tags" is a group of keys — write a list: tags: [one, two]'),
        ("tags: [a, [b]]", '5:11: FM-TYPE "tags" is a list — write one text, in quotes'),
        ("template: ../x", '5:11: FM-TEMPLATE "../x" is not the name of a template — write template: x'),
        ("sources: x", '5:10: FM-TYPE "sources" is text, not a list — write - name: … below sources:, then title:, url:, date: …'),
        ("sources: [x]", '5:11: FM-TYPE "sources" is not a group of keys — write - name: x'),
        ("sources: ['https://x.yy/a']", '5:11: FM-TYPE "sources" is not a group of keys — write - name: (who published it) and below it url: https://x.yy/a'),
        ("sources: [{name: a, url: www.example.org/a}]", '5:26: FM-URL "www.example.org/a" is not a valid URL — write https://www.example.org/a'),
        ("category: world, technology", '5:11: FM-CATEGORY unknown category "world, technology" — a digest has one category: write category: world'),
        ("lang: Italian", '5:7: FM-LANG "Italian" is not a language of this publication — write lang: it'),
        ("lang: it-IT", '5:7: FM-LANG "it-IT" is not a language of this publication — write lang: it'),
        ("lang: EN_us", '5:7: FM-LANG "EN_us" is not a language of this publication — write lang: en'),
        ("share: none", '5:8: FM-SHARE "none" is not a known social network — write share: off'),
        ("share: true", '5:8: FM-SHARE "true" is not a known social network — delete the line: sharing is on by default'),
        ("template: article.html", '5:11: FM-TEMPLATE "article.html" is not the name of a template — write template: article'),
        ("tags: {a, b}", '5:7: FM-TYPE "tags" is a group of keys — write a list: tags: [a, b]'),
        ("author: {name: Anna, mail: x}", '5:9: FM-TYPE "author" is a group of keys — write author: Anna'),
        ("tags:\n- a\n - b", '6:3: FM-NAMES "a - b" is read as one name — begin the - of each line in the same column'),
        ("sources: [{url: 'https://x.y'}]", "5:11: FM-REQUIRED the source has no name — add name: (who published it)"),
        ("sources: [{name: a, url: x}]", '5:26: FM-URL "x" is not a valid URL — write the full URL: https://…'),
        ("sources: [{name: a, url: 'http://['}]", '5:26: FM-URL "[" is not a valid host name — correct it; a host name consists of letters, digits, hyphens and full stops'),
        ("sources: [{name: a, archive: 'ftp://x'}]", '5:30: FM-URL "ftp://x" is not a valid URL — write the full URL: https://…'),
        ("sources: [{name: a, date: x}]", f'5:27: FM-DATE "x" is not a valid date — {DAY}'),
        ("sources: [{name: a, lang: Inglese}]", '5:27: FM-LANG "Inglese" is not a valid language code — write it, en, vi, pt-BR …'),
        ("sources: [{name: a, paywall: maybe}]", '5:30: FM-TYPE "paywall" is "maybe" — write true or false'),
        ("sources: [{name: a, nme: b}]", '5:21: FM-UNKNOWN unknown key "nme" in "sources" — did you mean "name"?'),
        ("sources: [{name: a, name: b}]", '5:21: FM-DUPLICATE duplicate key "name" — delete one of them'),
        ("copyright: x", '5:12: FM-TYPE "copyright" is not a group of keys — write holder, year, licence, each on its own line below copyright:'),
        ("copyright: {year: 25}", '5:19: FM-YEAR "25" is not a valid year — write 2025'),
        ("copyright: {year: 2025-2024}", '5:19: FM-YEAR "2025-2024" is not a valid year — write 2025 or 2024-2025'),
        ("copyright: {licence: CC-BY-5.0}", '5:22: FM-LICENCE unknown licence "CC-BY-5.0" — did you mean "CC-BY-4.0"?'),
        ("copyright: {licence: mine}", '5:22: FM-LICENCE unknown licence "mine" — use an SPDX identifier, such as CC-BY-4.0'),
    ],
)  # fmt: skip
def test_a_wrong_value_is_named_at_its_place(line, found):
    assert problems(header=HEADER + "\n" + line) == [found]


@pytest.mark.parametrize(
    ("header", "found"),
    [
        ("id: x\ndate: 2025-09-02", ["1:1: FM-REQUIRED no title — add a line title: …"]),
        ("id: x\ntitle:\ndate: 2025-09-02", ["3:1: FM-REQUIRED no title — write title: …"]),
        ('id: x\ntitle: ""\ndate: 2025-09-02', ["3:1: FM-REQUIRED no title — write title: …"]),
        ("id: x\ntitle: T", ["1:1: FM-REQUIRED no date — add a line date: 2025-09-02 07:30"]),
        ("id: x\ntitle: T\ndate:", ["4:1: FM-REQUIRED no date — write date: 2025-09-02 07:30"]),
        ("id: 1x\ntitle: T\ndate: 2025-09-02", ['2:5: FM-ID "1x" is not a valid id — use at most 64 letters, digits, - and _, beginning with a letter']),
        ("id: x\ntitle: [T]\ndate: 2025-09-02", ['3:8: FM-TYPE "title" is a list — write one text, in quotes']),
        ("id: x\ntitle:\n  a: b\ndate: 2025-09-02", ['4:3: FM-TYPE "title" is a group of keys — write one text']),
    ],
)  # fmt: skip
def test_what_every_digest_needs(header, found):
    assert problems(header=header) == found


def test_a_slug_from_a_file_s_name_is_looked_at_too():
    found = reading("- a\n\n📌 b", path="it/2025/aux!.md").problems
    assert [str(problem) for problem in found] == [
        (
            'content/it/2025/aux!.md:1:1: FM-SLUG the slug "aux", from the file\'s name, is a reserved name on Windows '
            "— rename the file, or add a line slug: …"
        )
    ]


def test_all_problems_of_front_matter_and_text_come_at_once():
    found = problems("- a <br>\n\n📌 b", "id: 1\nzzqq: x\ndate: never")
    assert [problem.partition(" ")[0] + problem.split(" ")[1] for problem in found] == [
        "2:5:FM-ID", "3:1:FM-UNKNOWN", "4:7:FM-DATE", "1:1:FM-REQUIRED", "6:5:BODY-HTML",
    ]  # fmt: skip


@pytest.mark.parametrize("key", ["Title", "titolo", "titel", "“title”"])
def test_a_key_that_is_misspelt_is_not_said_to_be_missing_too(key):
    found = problems(header=f"{key}: x\nid: a\ndate: 2025-09-02")
    assert [problem.partition(" ")[0] + problem.split(" ")[1] for problem in found] == ["2:1:FM-UNKNOWN"]


def test_a_key_of_a_group_stands_for_none_that_is_missing():
    found = problems(header="id: a\ndate: 2025-09-02\nsources:\n  - name: x\n    titolo: y")
    assert sorted(problem.split(" ")[1] for problem in found) == ["FM-REQUIRED", "FM-UNKNOWN"]


def test_a_key_of_a_page_is_refused_where_it_says_nothing():
    found = reading("Testo", "title: T\ntags: [a]", PATH.replace("2025", "pages")).problems
    assert [str(problem) for problem in found] == [
        'content/it/pages/cambricon.md:3:1: FM-UNKNOWN a page has no "tags" — delete it; only digests have it'
    ]


BEFORE, ANEW = "delete it: put the cursor before {0} and press Backspace", "retype the key: {0}"


@pytest.mark.parametrize(
    ("lines", "found"),
    [
        ("\u200eauthor: M", f"5:1: FM-UNKNOWN an invisible character (U+200E) before author — {BEFORE.format('author')}"),
        ("au\u200bthor: M", f"5:1: FM-UNKNOWN an invisible character (U+200B) in the key author — {ANEW.format('author')}"),
        ("author\u2060: M", f"5:1: FM-UNKNOWN an invisible character (U+2060) in the key author — {ANEW.format('author')}"),
        ("\ufeffauthor: M", f"5:1: YAML an invisible character (U+FEFF) before author — {BEFORE.format('author')}"),
        ("image:\n  \u200ffile: x.png\n  alt: x", f"6:3: FM-UNKNOWN an invisible character (U+200F) before file — {BEFORE.format('file')}"),
    ],
)  # fmt: skip
def test_an_invisible_character_in_a_key_is_named(lines, found):
    assert found in problems(header=f"{HEADER}\n{lines}")


def test_a_title_behind_an_invisible_character_is_not_also_missing():
    for character in "\u200e\ufeff":
        found = problems(header=f"{character}title: x\nid: x\ndate: 2025-09-02")
        assert len(found) == 1
        assert f"an invisible character (U+{ord(character):04X}) before title" in found[0]


@pytest.mark.parametrize("line", ["author: \u200eM", "summary: a\u00adb", "tags: [\u200fتقنية]"])
def test_an_invisible_character_in_a_value_is_no_problem(line):
    assert problems(header=f"{HEADER}\n{line}") == []
