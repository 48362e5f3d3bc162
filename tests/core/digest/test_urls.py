"""Addresses that readers cannot follow, wherever they are written: in the text or in the front matter."""

import pytest

from puntina.core.digest.urls import fault_of_url
from tests.core.digest.samples import HEADER, problems

SLASHES, NOWHERE, TWICE, SITE = "two slashes", "without a host", "duplicate http", "not a valid host name"
LOCAL, UNSEEN, PORT, MAIL, PHONE = (
    "readers cannot reach",
    "invisible character",
    "not a valid port",
    "e-mail",
    "telephone",
)
GLUED = "two URLs in one"
OTHER, NO_MAIL, BACKSLASH, USER = (
    "not a kind of link that is allowed",
    "mailto: without an address",
    "a \\ in",
    "password",
)


@pytest.mark.parametrize(
    ("url", "said"),
    [
        ("https:/example.org/a", SLASHES), ("https:example.org", SLASHES), ("http:example.org", SLASHES), ("https:", SLASHES), ("https:///example.org", SLASHES),
        ("https://", NOWHERE), ("http://", NOWHERE), ("HTTP://", NOWHERE), ("https:///", NOWHERE), ("https://?a", NOWHERE), ("https://#a", NOWHERE), ("https://:80/", NOWHERE),
        ("https://https://example.org", TWICE), ("http://https:/example.org", TWICE), ("https://http//example.org", TWICE), ("https://https:example.org", TWICE),
        ("https://a.orghttps://b.org", GLUED), ("https://a.org/xhttps://b.org", GLUED), ("https://a.org/x,http://b.org", GLUED), ("https://a.org/?x=1https://b.org", GLUED),
        ("https://example.org:99999", PORT), ("https://example.org:0", PORT), ("https://example.org:a", PORT), ("https://example.org:80a/", PORT), ("https://example.org:65536/", PORT),
        ("https://example.org|testo", SITE), ("https://example.org%7Ctesto", SITE), ("https://a b.org", SITE), ("https://a%20b.org", SITE), ("https://a..org", SITE), ("https://.org", SITE), ("https://ex,ample.org", SITE),
        ("https://example.123", SITE), ("https://300.1.1.1", SITE), ("https://[::1", SITE), ("https://[x]", SITE), ("https://" + "a" * 64 + ".org", SITE), ("https://a“b.org", SITE), ("https://example.org…/", SITE),
        ("https:\\\\example.org", BACKSLASH), ("https://example.org\\a", BACKSLASH), ("https://example.org%5Ca", BACKSLASH),
        ("https://example.org/a\u200b", UNSEEN), ("https://exam\u00adple.org", UNSEEN), ("https://example.org/%E2%80%8Ba", UNSEEN), ("\ufeffhttps://example.org", UNSEEN), ("https://example.org/\u202ea", UNSEEN),
        ("https://example.org/a\u200d", UNSEEN), ("https://example.org\u200c/a", UNSEEN),
        ("mailto:", NO_MAIL), ("mailto:?subject=a", NO_MAIL), ("mailto:a", MAIL), ("mailto:a@b", MAIL), ("mailto://a@b.org", MAIL), ("mailto:a b@c.org", MAIL), ("mailto:a@b.org,c", MAIL),
        ("tel:", PHONE), ("tel:abc", PHONE), ("tel:+", PHONE), ("tel://+39061", PHONE), ("tel:1", PHONE),
        ("javascript:x", OTHER), ("ftp://example.org", OTHER), ("//example.org", OTHER), ("htps://example.org", "did you mean https:?"), ("mail:a@b.org", OTHER),
    ],
)  # fmt: skip
def test_what_readers_cannot_follow_is_an_error(url, said):
    fault = fault_of_url(url)
    assert fault
    assert said in f"{fault.text} — {fault.hint}"
    assert fault.severity == "error"


@pytest.mark.parametrize(
    ("url", "said"),
    [
        ("http://localhost:8000/a", LOCAL), ("http://127.0.0.1:8000/", LOCAL), ("http://0.0.0.0/", LOCAL), ("http://[::1]:8000/", LOCAL), ("http://[::]/", LOCAL), ("http://192.168.1.2/", LOCAL),
        ("http://10.0.0.1/", LOCAL), ("http://desk.local/", LOCAL), ("http://a.localhost/", LOCAL), ("http://intranet/a", LOCAL), ("http://LOCALHOST/", LOCAL), ("http://127.0.0.53", LOCAL),
        ("https://anna:geheim@example.org", USER), ("https://anna@example.org/", USER),
    ],
)  # fmt: skip
def test_what_only_some_can_follow_is_a_warning(url, said):
    fault = fault_of_url(url)
    assert fault
    assert said in fault.text
    assert fault.severity == "warning"


@pytest.mark.parametrize(
    "url",
    [
        "https://example.org", "https://example.org/", "https://example.org:443/a", "HTTPS://EXAMPLE.org", "https://example.org./", "https://a_b.example.org", "https://ví-dụ.vn/đường", "https://xn--v-ema.vn",
        "https://en.wikipedia.org/wiki/A_(b)", "https://web.archive.org/web/2025/https://example.org/a", "https://example.org/?u=https://a.b", "https://wa.me/?text=Guarda%20https://a.b", "https://8.8.8.8/", "https://[2606:4700::1]/", "https://example.org/a%20b?c|d",
        "https://fa.wikipedia.org/wiki/%D9%85%DB%8C%E2%80%8C%D8%B4", "https://medium.com/@anna/a", "https://हिन्दी.भारत/", "https://example.org:/", "https://http.cat/",
        "mailto:a@b.org", "mailto:a@b.org?subject=c", "mailto:a@b.org,c@d.org", "mailto:?to=a@b.org", "MAILTO:a.b+c@d.co.uk", "tel:+390612345", "tel:+39-06-123(4)5", "tel:112", "tel:+39%2006%20123", "tel:123;ext=4",
    ],
)  # fmt: skip
def test_what_readers_can_follow(url):
    assert fault_of_url(url) is None


@pytest.mark.parametrize("key", ["url", "archive"])
def test_front_matter_and_text_have_one_judge(key):
    header = f"{HEADER}\nsources: [{{name: a, {key}: 'https:/example.org'}}]"
    said = "a URL has two slashes after https: — write https://example.org/…"
    assert problems(header=header) == [f"5:{23 + len(key)}: FM-URL {said}"]
    assert problems("- [a](https:/example.org)\n\n📌 b") == [f"6:7: BODY-LINK {said}"]


@pytest.mark.parametrize("host", ["a.local", "a.b.test", "localhost", "127.0.0.1", "x"])
def test_points_of_one_line_have_that_judge_too(host):
    assert [problem.split(" ")[1:3] for problem in problems(f"- [a](https://{host}/b)\n\n📌 b")] == [
        ["BODY-LINK", "warning:"]
    ]


@pytest.mark.parametrize(
    "url", ["https://example.org\u200b/a", "https://\u200bexample.org", "https://exa\u00admple.org", "https://a.example\u2060.org/b"]
)  # fmt: skip
def test_a_host_has_no_invisible_character_in_any_link(url):
    code = next(f"{ord(char):04X}" for char in url if not char.isascii() or char == "\u00ad")
    for text in (f"[a]({url})", f"<{url}>"):
        said = f"6:3: BODY-LINK an invisible character in the URL (U+{code})"
        assert problems(f"- {text}\n\n📌 b")[0].startswith(said)


def test_a_host_in_another_script_is_fine():
    assert problems("- [a](https://bücher.example.org) [b](https://xn--bcher-kva.example.org)\n\n📌 b") == []


def test_a_file_of_ours_has_no_invisible_character_in_its_link():
    assert problems("- [a](b\u200b.md)\n\n📌 b")[0].startswith(
        "6:7: BODY-LINK an invisible character in the URL (U+200B)"
    )
