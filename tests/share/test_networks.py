import re
from pathlib import Path
from urllib.parse import parse_qsl, unquote, urlsplit

import pytest
from babel.messages.extract import extract_from_file

from puntina.share import NETWORK_NAMES, NETWORKS, share_links
from puntina.share import networks as table

TITLE = 'Việt Nam & "chip": 50 % #1 🇻🇳\nmới'
PLAIN = 'Việt Nam & "chip": 50 % #1 🇻🇳 mới'
URL = "https://news.example/vi/2025/09/chip-việt/?a=1&b=2#điểm"


def received(name, title=TITLE):
    """What the network's page reads from the address: where it is, and its fields ("+" is a plus)."""
    (link,) = share_links(title, URL, [name])
    parts = urlsplit(link.url)
    query = (parts.query or parts.fragment).replace("+", "%2B")
    fields = parse_qsl(query, keep_blank_values=True, strict_parsing=True)
    return f"{parts.scheme}://{parts.netloc}{parts.path}", fields


@pytest.mark.parametrize(
    ("name", "address", "fields"),
    [
        ("x", "https://x.com/intent/tweet", [("text", PLAIN), ("url", URL)]),
        ("facebook", "https://www.facebook.com/sharer/sharer.php", [("u", URL)]),
        ("linkedin", "https://www.linkedin.com/sharing/share-offsite/", [("url", URL)]),
        ("whatsapp", "https://wa.me/", [("text", f"{PLAIN} {URL}")]),
        ("telegram", "https://t.me/share/url", [("url", URL), ("text", PLAIN)]),
        ("bluesky", "https://bsky.app/intent/compose", [("text", f"{PLAIN} {URL}")]),
        ("mastodon", "https://share.joinmastodon.org/", [("text", f"{PLAIN} {URL}")]),
        ("threads", "https://www.threads.com/intent/post", [("text", PLAIN), ("url", URL)]),
        ("reddit", "https://www.reddit.com/submit", [("type", "LINK"), ("url", URL), ("title", PLAIN)]),
    ],
)
def test_a_network_receives_exactly_the_title_and_the_link(name, address, fields):
    assert received(name) == (address, fields)


def test_a_mail_has_the_title_as_subject_and_the_link_in_its_body():
    (link,) = share_links(TITLE, URL, ["email"])
    scheme, _, rest = link.url.partition(":")
    recipient, _, query = rest.partition("?")
    fields = dict(field.split("=") for field in query.split("&"))
    assert (scheme, recipient) == ("mailto", "")
    assert {name: unquote(value) for name, value in fields.items()} == {
        "subject": PLAIN,
        "body": f"{PLAIN}\r\n\r\n{URL}",
    }


def test_a_line_break_in_a_mail_is_written_as_rfc_6068_wants_it():
    (link,) = share_links("A", "https://news.example/", ["email"])
    assert link.url == "mailto:?subject=A&body=A%0D%0A%0D%0Ahttps%3A%2F%2Fnews.example%2F"


@pytest.mark.parametrize("name", [network.name for network in NETWORKS if network.kind == "link"])
def test_an_address_holds_only_what_rfc_3986_allows_and_no_plus(name):
    (link,) = share_links(f"{TITLE} a+b é <script> {{title}}", URL, [name])
    assert re.fullmatch(r"(?:[A-Za-z0-9._~:/?#=&-]|%[0-9A-F]{2})+", link.url)


@pytest.mark.parametrize("name", ["x", "whatsapp", "mastodon", "reddit"])
def test_braces_plus_and_percent_in_a_title_arrive_as_typed(name):
    title = "{url} a+b 100%25 %s"
    _, fields = received(name, title)
    assert title in [value.removesuffix(f" {URL}") for _, value in fields]


@pytest.mark.parametrize("kind", ["copy", "native"])
def test_a_button_has_the_plain_link(kind):
    (link,) = share_links(TITLE, URL, [kind])
    assert (link.network, link.kind, link.url, link.label) == (kind, kind, URL, "")


def test_a_title_too_long_for_x_is_cut_and_the_link_is_whole():
    _, fields = received("x", "Việt Nam " * 60)
    text, url = dict(fields)["text"], dict(fields)["url"]
    assert (text, url) == (" ".join(["Việt Nam"] * 25) + "…", URL)


def test_a_post_without_room_for_a_title_is_the_link_alone():
    url = "https://news.example/" + "a" * 300
    (link,) = share_links("Chip", url, ["bluesky"])
    assert parse_qsl(urlsplit(link.url).query) == [("text", url)]


def test_names_are_unique_and_in_the_order_of_the_table():
    assert NETWORK_NAMES == (
        "x",
        "facebook",
        "linkedin",
        "whatsapp",
        "telegram",
        "bluesky",
        "mastodon",
        "threads",
        "reddit",
        "email",
        "copy",
        "native",
    )


def test_each_network_stands_under_the_documentation_of_its_address():
    lines = Path(table.__file__).read_text(encoding="utf-8").splitlines()
    above = [lines[number - 1].strip() for number, line in enumerate(lines) if line.startswith("    Network(")]
    assert len(above) == len(NETWORKS)
    assert all(re.match(r"# https://\S+", line) for line in above)


def test_every_message_can_be_extracted_for_translation():
    found = extract_from_file("python", table.__file__)
    assert {message for _, message, _, _ in found} == {network.message for network in NETWORKS}
