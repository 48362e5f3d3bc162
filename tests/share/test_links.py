import unicodedata
from urllib.parse import parse_qs, urlsplit

import pytest

from puntina.share import ShareLink, share_links

URL = "https://news.example/2025/09/chip/"


def test_links_come_in_the_order_asked_for():
    assert share_links("Chip", URL, ["copy", "linkedin", "email"]) == (
        ShareLink("copy", "", URL, "copy", "Copy link"),
        ShareLink(
            "linkedin",
            "LinkedIn",
            "https://www.linkedin.com/sharing/share-offsite/?url=https%3A%2F%2Fnews.example%2F2025%2F09%2Fchip%2F",
            "link",
            "Share on %(network)s",
        ),
        ShareLink(
            "email",
            "",
            "mailto:?subject=Chip&body=Chip%0D%0A%0D%0Ahttps%3A%2F%2Fnews.example%2F2025%2F09%2Fchip%2F",
            "link",
            "Send by e-mail",
        ),
    )


def test_no_networks_give_no_links():
    assert share_links("Chip", URL, ()) == ()


def test_an_unknown_network_is_a_key_error():
    with pytest.raises(KeyError, match="myspace"):
        share_links("Chip", URL, ["myspace"])


@pytest.mark.parametrize(
    ("typed", "shared"),
    [
        ("a\nb", "a b"),
        ("a \r\n  b", "a b"),
        ("a\u2028b\u0085c", "a b c"),
        ("\n a b \n", "a b"),
        ("50\u00a0% di sconto", "50\u00a0% di sconto"),
        ("a  b", "a  b"),
    ],
)
def test_a_line_break_becomes_one_space_and_nothing_else_changes(typed, shared):
    (link,) = share_links(typed, URL, ["telegram"])
    assert parse_qs(urlsplit(link.url).query)["text"] == [shared]


def test_a_composed_vietnamese_title_stays_composed():
    title = unicodedata.normalize("NFC", "Thị trường chứng khoán: cổ phiếu ngân hàng tăng")
    (link,) = share_links(title, URL, ["telegram"])
    assert parse_qs(urlsplit(link.url).query)["text"] == [title]
