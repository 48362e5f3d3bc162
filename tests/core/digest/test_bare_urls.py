"""Bare web addresses become links, without the punctuation of the sentence around them."""

import pytest

from tests.core.digest.samples import digest, parts, problems


def links(text: str) -> list[tuple[str, str]]:
    """Return address and text of each link of a point."""
    html = parts(f"- {text}")[0][2]
    return [tuple(link.split("</a>")[0].split('">')) for link in html.split('<a href="')[1:]]


@pytest.mark.parametrize(
    ("text", "address"),
    [
        ("vedi https://example.org", "https://example.org"), ("https://example.org/a.", "https://example.org/a"), ("(https://example.org/a)", "https://example.org/a"),
        ("https://example.org/a_(b)", "https://example.org/a_(b)"), ("(https://example.org/a_(b))!", "https://example.org/a_(b)"), ("«https://example.org/a»", "https://example.org/a"),
        ("“https://example.org/a”, poi", "https://example.org/a"), ("https://example.org/a?b=c&d=e#f; e", "https://example.org/a?b=c&amp;d=e#f"), ("HTTP://example.org/A…", "HTTP://example.org/A"),
        ("**https://example.org/a**", "https://example.org/a"), ("_https://example.org/a_b_", "https://example.org/a_b"), ("https://example.org/a*b*c", "https://example.org/a*b*c"),
        ("https://example.org:8080/", "https://example.org:8080/"), ("https://example.org/a,b;c:d", "https://example.org/a,b;c:d"), ("xem:https://example.org/a", "https://example.org/a"),
        ("https://example.org/?a=1&amp;b=2", "https://example.org/?a=1&amp;b=2"), ("https://example.org/a\\_b", "https://example.org/a_b"), ("https://example.org/a\u200b", "https://example.org/a"),
        ("اقرأ https://example.org/a، ثم", "https://example.org/a"), ("https://example.org/a؟", "https://example.org/a"), ("https://example.org؛", "https://example.org"), ("https://example.org/a۔", "https://example.org/a"), ("https://example.org/a।", "https://example.org/a"),
        ("https://example.org/a[1]", "https://example.org/a"), ("https://example.org/a(", "https://example.org/a"), ("https://web.archive.org/web/2020/https://example.org/", "https://web.archive.org/web/2020/https://example.org/"),
        ("（https://example.org/a）。", "https://example.org/a"), ("https://example.org/'", "https://example.org/"),
    ],
)  # fmt: skip
def test_an_address_is_a_link(text, address):
    assert links(text) == [(address, address)]


@pytest.mark.parametrize("between", [",", ";", "،", "(", "؛", ") (", "|"])
@pytest.mark.parametrize("first", ["https://example.org", "https://example.org/a"])
def test_two_addresses_with_a_sign_between_them_are_two_links(first, between):
    assert [address for address, _ in links(f"{first}{between}https://example.com/b")] == [
        first,
        "https://example.com/b",
    ]


def test_brackets_of_a_query_and_a_comma_in_a_name_are_of_the_address():
    assert [text for _, text in links("https://example.org?f[]=1&g[a][b]=c ok")] == [
        "https://example.org?f[]=1&amp;g[a][b]=c"
    ]
    assert [text for _, text in links("https://ar.example.org/باريس،_تكساس و")] == [
        "https://ar.example.org/باريس،_تكساس"
    ]


CUT = "a ) in the URL ends the link — write %29 instead"


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("[t](https://example.org/a)b)", CUT), ("![t](a.jpg)b.jpg)", CUT), ("1) [t](https://example.org/a)b)", CUT),
        ("(vedi [il testo](https://example.org/a)b)", None), ("[t](https://example.org):)", None), ("[report](https://example.org)s", None), ("[t](https://example.org/a_(b)) e c)", None),
    ],
)  # fmt: skip
def test_a_bracket_that_cuts_an_address_is_reported(text, said):
    found = [problem.split("warning: ")[1] for problem in problems(f"- {text}\n\n📌 b") if "BODY-LINK" in problem]
    assert found == ([said] if said else [])


def test_addresses_in_other_scripts_are_shown_as_typed():
    assert links("ở https://vi.wikipedia.org/wiki/Việt_Nam, và") == [
        ("https://vi.wikipedia.org/wiki/Vi%E1%BB%87t_Nam", "https://vi.wikipedia.org/wiki/Việt_Nam")
    ]


@pytest.mark.parametrize(
    "text",
    ["`https://example.org`", "example.org www.example.org", "a@example.org mailto:a@example.org", "ftp://example.org", "xhttps://example.org", "https:// e http://", "\\https\\://a.b"],
)  # fmt: skip
def test_nothing_else_is_a_link(text):
    assert links(text) == []


def test_a_link_has_no_link_in_it():
    assert links("[https://example.org/a](https://example.org/b)") == [
        ("https://example.org/b", "https://example.org/a")
    ]
    assert links("<https://example.org/a>") == [("https://example.org/a", "https://example.org/a")]


def test_a_table_and_a_heading_have_links_too():
    found = digest("| a |\n|---|\n| https://example.org/b |\n\n## https://example.org/c\n\n- a\n\n📌 b")
    assert sum(str(part.html).count('<a href="https://example.org/') for part in found.body) == 2


def test_many_addresses_take_no_longer_each():
    assert problems("- " + "https://example.org/a " * 12_000 + "\n\n📌 b") == []
