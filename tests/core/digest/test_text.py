"""Bytes to text, and the front matter found in it: what a file must be before anything else is asked of it."""

import pytest

from puntina.core.digest.names import fault_of_file
from puntina.core.digest.parse import parse
from puntina.core.digest.text import MAX_BYTES, decode
from tests.core.digest.samples import RULES

CONTROL = "in the text — delete it; because it is invisible, retype the word"
BEGIN = "begin the file with ---, title: …, date: …, --- (each on its own line)"
HYPHENS = "write the first line as ---: three hyphens, nothing before them"
PELICAN = "a header in Pelican's form, without --- — put a line --- above it and another below its last line, and write the keys in lower case"  # fmt: skip
KIND, PLAIN = "the file is not text; its type is", "save it as plain text in UTF-8"
UNCLOSED = "1:1: FM-UNCLOSED the front matter is not closed — "


def printed(data: bytes) -> list[str]:
    found = parse(data, "x.md", RULES)
    assert found.digest is None
    return [str(problem).removeprefix("content/x.md:") for problem in found.problems]


@pytest.mark.parametrize(
    ("data", "text"),
    [
        (b"\xef\xbb\xbfa", "a"),
        (b"a\r\nb\rc\n", "a\nb\nc\n"),
        (b"a\tb", "a\tb"),
        ("à 📌 \u2028 \u200b".encode(), "à 📌 \u2028 \u200b"),
        (b"a" * MAX_BYTES, "a" * MAX_BYTES),
    ],
)
def test_what_is_fine(data, text):
    assert decode(data, "x.md") == (text, ())


@pytest.mark.parametrize(
    ("data", "found"),
    [
        (b"", ["1:1: TEXT-EMPTY the file is empty — write the digest, or delete the file"]),
        (b" \n\t\r\n", ["1:1: TEXT-EMPTY the file is empty — write the digest, or delete the file"]),
        (b"\xef\xbb\xbf", ["1:1: TEXT-EMPTY the file is empty — write the digest, or delete the file"]),
        (b"a" * (MAX_BYTES + 1), ["1:1: TEXT-SIZE 1,048,577 bytes, over 1 MiB — a digest is text; split it"]),
        (b"---\nperch\xe9", ["2:6: TEXT-UTF8 byte 0xe9 is not UTF-8 — save the file as UTF-8"]),
        ("à\n📌".encode()[:-1], ["2:1: TEXT-UTF8 byte 0xf0 is not UTF-8 — save the file as UTF-8"]),
        (b"\xef\xbb\xbf\xff", ["1:1: TEXT-UTF8 byte 0xff is not UTF-8 — save the file as UTF-8"]),
        (b"\xed\xa0\x80", ["1:1: TEXT-UTF8 byte 0xed is not UTF-8 — save the file as UTF-8"]),
        ("---".encode("utf-16"), ["1:1: TEXT-UTF8 the file is UTF-16 — save it as UTF-8"]),
        *(("---\ntitle: x".encode(name), ["1:1: TEXT-UTF8 the file is UTF-16 — save it as UTF-8"]) for name in ("utf-16-le", "utf-16-be")),
        (b"PK\x03\x04\x14\0", [f"1:1: TEXT-UTF8 {KIND} Word, OpenDocument, Pages or ZIP — {PLAIN}"]),
        (b"\x1f\x8b\x08\0", [f"1:1: TEXT-UTF8 {KIND} GZIP — {PLAIN}"]),
        (b"%PDF-1.7", [f"1:1: TEXT-UTF8 {KIND} PDF — {PLAIN}"]),
        (b"a\0b", [f"1:2: TEXT-CONTROL NUL {CONTROL}"]),
        (b"\xc3\xa0\x07", [f"1:2: TEXT-CONTROL control character U+0007 {CONTROL}"]),
        (b"a\x0bb\n\x7f\x7f", [f"1:2: TEXT-CONTROL control character U+000B {CONTROL}", f"2:1: TEXT-CONTROL control character U+007F {CONTROL}"]),
        (b"\xc2\x85", ["1:1: TEXT-EMPTY the file is empty — write the digest, or delete the file"]),
        (b"a\xc2\x85", [f"1:2: TEXT-CONTROL control character U+0085 {CONTROL}"]),
        ("a\u202eb".encode(), [f"1:2: TEXT-CONTROL control character U+202E {CONTROL}"]),
        ("a\ufdd0b".encode(), [f"1:2: TEXT-CONTROL control character U+FDD0 {CONTROL}"]),
        ("a\uffff".encode(), [f"1:2: TEXT-CONTROL control character U+FFFF {CONTROL}"]),
    ],
)  # fmt: skip
def test_what_is_no_text(data, found):
    assert printed(data) == found


def test_a_file_full_of_nulls_is_named_ten_times_at_most():
    assert printed(b"\0\n" * 100_000) == [f"{line}:1: TEXT-CONTROL NUL {CONTROL}" for line in range(1, 11)]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Testo", f"1:1: FM-MISSING no front matter — {BEGIN}"),
        (" ---\ntitle: x\n---", f"1:1: FM-MISSING no front matter — {HYPHENS}"),
        ("—\ntitle: x\n—", f"1:1: FM-MISSING no front matter — {HYPHENS}"),
        ("----\ntitle: x\n----", f"1:1: FM-MISSING no front matter — {HYPHENS}"),
        ("Title: x\nDate: y", f"1:1: FM-PELICAN {PELICAN}"),
        ("title: x\ndate: y", f"1:1: FM-PELICAN {PELICAN}"),
        ("\nTags: x", f"2:1: FM-PELICAN {PELICAN}"),
        ("---\ntitle: x\n\n- a", UNCLOSED + "put a line --- before line 3, where the text begins"),
        ("---\ntitle: x\n• a", UNCLOSED + "put a line --- before line 3, where the text begins"),
        ("---\ntitle: x\n📌 a", UNCLOSED + "put a line --- before line 3, where the text begins"),
        ("---\ntitle: x\n----\n- a", UNCLOSED + "write line 3 as ---: three hyphens, nothing before them"),
        ("---\ntitle: x\n—\n- a", UNCLOSED + "write line 3 as ---: three hyphens, nothing before them"),
        ("---\ntitle: x\n  ---\n- a", UNCLOSED + "write line 3 as ---: three hyphens, nothing before them"),
        ("---\ntitle: x", UNCLOSED + "put a line --- below its last line"),
        ("---", UNCLOSED + "put a line --- below its last line"),
    ],
)
def test_front_matter_that_is_not_found(text, found):
    assert printed(text.encode()) == [found]


@pytest.mark.parametrize("ends", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize("mark", [b"", b"\xef\xbb\xbf"])
def test_line_ends_and_a_byte_order_mark_change_nothing(ends, mark):
    text = "--- \nid: x\ntitle: T\ndate: 2025-09-02\n---\t\n- a\n\n📌 b\n"
    found = parse(mark + text.replace("\n", ends).encode(), "it/2025/x.md", RULES)
    assert found == parse(text.encode(), "it/2025/x.md", RULES)
    assert found.digest
    assert found.problems == ()


@pytest.mark.parametrize(
    ("name", "fault"),
    [
        ("cambricon.md", ""),
        ("Đà Nẵng — 2.md", ""),
        ("a#b%.jpg", ""),
        ("à" * 126 + ".md", ""),
        ("à" * 127 + ".md", "has 257 bytes, over 255"),
        ("con.md", "is a reserved name on Windows"),
        ("LPT1", "is a reserved name on Windows"),
        ("nul.tar.gz", "is a reserved name on Windows"),
        ("a:b.md", 'contains ":", which Windows doesn\'t allow'),
        ("a?.md", 'contains "?", which Windows doesn\'t allow'),
        ("a\\b.md", 'contains "\\", which Windows doesn\'t allow'),
        ("a\nb.md", "contains the character U+000A, which Windows doesn't allow"),
        ("a\x1b.md", "contains the character U+001B, which Windows doesn't allow"),
        ("a.md ", "ends with a space or a full stop, which Windows doesn't allow"),
        ("a.", "ends with a space or a full stop, which Windows doesn't allow"),
        ("caf\udce9.md", "is not UTF-8"),
        ("a\u200b.md", "contains the invisible character U+200B"),
        ("a\u202egpj.exe.md", "contains the invisible character U+202E"),
        ("a\u2066b.jpg", "contains the invisible character U+2066"),
        ("\ufeffa.md", "contains the invisible character U+FEFF"),
        ("می\u200cشود.md", ""),
    ],
)
def test_file_names_that_not_every_system_can_have(name, fault):
    assert (fault_of_file(name) or "") == fault
