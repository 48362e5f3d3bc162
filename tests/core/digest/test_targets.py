"""Links in text: which are held until addresses are known, where they were typed, and which are refused."""

import pytest

from puntina.core.digest import Part, Phrase, Position, Target
from tests.core.digest.samples import digest, parts, problems, reading

REST = "\n\n- a\n\n📌 b"


@pytest.mark.parametrize(
    ("text", "targets"),
    [
        ("[a](b.md)", [Target("b.md", Position(6, 5))]),
        ("![a](../media/b.jpg)", [Target("../media/b.jpg", Position(6, 6), image=True)]),
        ("a\n  [b](c.md) [d](c.md)", [Target("c.md", Position(7, 7)), Target("c.md", Position(7, 17))]),
        ("c.md [c.md](c.md)", [Target("c.md", Position(6, 13))]),
        ("- a\n- b [c](d.md)", [Target("d.md", Position(7, 9))]),
        ("• a\n  • b [c](d.md)", [Target("d.md", Position(7, 11))]),
        ("> [a](b.md)", [Target("b.md", Position(6, 7))]),
        ("## [a](b.md)", [Target("b.md", Position(6, 8))]),
        ("| [a](b.md) |\n|---|\n| [c](d.md) |", [Target("b.md", Position(6, 7)), Target("d.md", Position(8, 7))]),
        ("[a\nb](c.md)", [Target("c.md", Position(7, 4))]),
        ("[a][x]\n\n[x]: b.md", [Target("b.md", Position(6, 1))]),
        ("[![a](b.jpg)](c.md)", [Target("c.md", Position(6, 15)), Target("b.jpg", Position(6, 7), image=True)]),
        ("[a](<b c.md>)", [Target("b%20c.md", Position(6, 6))]),
        ("[a](b%20c.md)", [Target("b%20c.md", Position(6, 5))]),
        ("[a](điện.md)", [Target("%C4%91i%E1%BB%87n.md", Position(6, 5))]),
        ("[a](b.md?x=1%26&y#c)", [Target("b.md?x=1%26&y#c", Position(6, 5))]),
        ("[a]({filename}/it/b.md)", [Target("%7Bfilename%7D/it/b.md", Position(6, 5))]),
        ("[a](#b)", [Target("#b", Position(6, 5))]),
        ("[a](/media/b.jpg)", [Target("/media/b.jpg", Position(6, 5))]),
        ("[a](https://x.y) <https://x.y> <a@x.y> [t](tel:+39)", []),
        ("`[a](b.md)` \\[a](b.md)", []),
    ],
)
def test_links_to_our_own_files_are_held_with_their_place(text, targets):
    assert list(digest(text).targets) == targets


REFUSED = "is not a kind of link that is allowed — use https:, http:, mailto: or tel:, or the path of a file"
NOWHERE = "a link without a URL — write the URL between the brackets: [text](URL)"
PICTURE = "a picture on another host, which readers' browsers would not load — copy the file into the content"


@pytest.mark.parametrize(
    ("text", "where", "what"),
    [
        ("[a](javascript:alert(1))", "6:5", f'"javascript:alert(1)" {REFUSED}'),
        ("[a](JaVaScRiPt:alert(1))", "6:5", f'"JaVaScRiPt:alert(1)" {REFUSED}'),
        ("a <javascript:alert(1)>", "6:4", f'"javascript:alert(1)" {REFUSED}'),
        ("[a](data:text/html,x)", "6:5", f'"data:text/html,x" {REFUSED}'),
        ("[a](vbscript:x)", "6:5", f'"vbscript:x" {REFUSED}'),
        ("[a](file:///etc/passwd)", "6:5", f'"file:///etc/passwd" {REFUSED}'),
        ("[a](//x.y/z)", "6:5", f'"//x.y/z" {REFUSED}'),
        ("a\n[b][c]\n\n[c]: javascript:x", "7:1", f'"javascript:x" {REFUSED}'),
        ("[a]()", "6:1", NOWHERE),
        ("![a](<>)", "6:1", NOWHERE),
        ("![a](https://x.y/z.png)", "6:6", PICTURE),
        ("![a](data:image/png;base64,AA)", "6:6", PICTURE),
    ],
)
def test_what_no_link_may_lead_to_is_an_error_at_its_place(text, where, what):
    assert problems(text + REST) == [f"{where}: BODY-LINK {what}"]


@pytest.mark.parametrize(
    "address", ["https://x.y", "HTTP://x.y", "mailto:a@x.y", "tel:+390612345", "https://x.y/?a=1&b=%22"]
)
def test_links_by_the_schemes_that_readers_may_follow(address):
    assert problems(f"[a]({address})" + REST) == []


@pytest.mark.parametrize("typed", ["&#106;avascript:x", "java&Tab;script:x", "%6Aavascript:x", "&#x01;javascript:x"])
def test_a_disguised_scheme_never_reaches_a_page(typed):
    found = reading(f"[a]({typed})")
    pages = [] if found.digest is None else [str(part.html) for part in found.digest.body]
    assert not any('href="javascript' in html.casefold() for html in pages)
    assert found.digest is None or [target.href for target in found.digest.targets]


def test_a_quotation_mark_in_a_link_stays_inside_its_attribute():
    assert parts('[a](<" onclick="x>)')[0][2] == '<p><a href="%22%20onclick=%22x">a</a></p>'


def test_an_ampersand_in_a_held_link_is_escaped():
    assert parts("[a](b.md?x&lt)")[0][2] == '<p><a href="b.md?x&amp;lt">a</a></p>'


def test_links_and_phrases_are_resolved_and_escaped():
    part = Part(("a ", Target("b.md", Position(1, 1)), " ", Phrase("Notes"), " <i>"), "a", 3)
    found = part.resolved(lambda held: f"<{held}>")
    assert found == Part(("a &lt;b.md&gt; &lt;Notes&gt; <i>",), "a", 3)


def test_a_whole_digest_is_resolved():
    found = digest("- [a](b.md)\n\n📌 [c](d.md)").resolved(lambda held: str(held).upper())
    assert [str(part.html) for block in found.blocks for part in block.parts] == [
        '<a href="B.MD">a</a>',
        '<a href="D.MD">c</a>',
    ]
    assert found.targets == ()
