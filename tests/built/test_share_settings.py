from urllib.parse import parse_qs, urlsplit

import pytest
from selectolax.lexbor import LexborHTMLParser

from tests.site_builder import digest, hrefs, make, publication, texts


def shown(built, place: str) -> list[str]:
    """Return the hosts of a page's share links and the names of its buttons, in order."""
    page = built.html(place)
    waiting = [LexborHTMLParser(block.text()) for block in page.css('.share script[type="text/html"]')]  # for a script
    buttons = [str(node.attributes["data-share"]) for block in waiting for node in block.css("button")]
    return [urlsplit(url).netloc for url in hrefs(page, ".share a")] + buttons


@pytest.fixture(scope="module")
def built(tmp_path_factory):
    files = {
        "it/2025/a.md": digest("A"),
        "vi/2025/a.md": digest("A"),
        "en/2025/a.md": digest("A"),
        "it/2025/off.md": digest("Off", share="off"),
        "it/2025/own.md": digest("Own", share=["telegram", "copy", "telegram"]),
        "vi/2025/own.md": digest("Own", share=["email"]),
    }
    settings = {"SHARE": ["x", "email", "copy"], "SHARE_BY_LANGUAGE": {"vi": ["facebook", "native"], "en": []}}
    return make(publication(tmp_path_factory.mktemp("share"), files, **settings))


@pytest.mark.parametrize(
    ("place", "networks"),
    [
        ("2025/09/a/", ["x.com", "", "copy"]),
        ("vi/2025/09/a/", ["www.facebook.com", "native"]),
        ("en/2025/09/a/", []),
        ("2025/09/off/", []),
        ("2025/09/own/", ["t.me", "copy"]),
        ("vi/2025/09/own/", [""]),
    ],
)
def test_the_digest_s_own_choice_goes_before_its_language_s_and_that_before_the_publication_s(built, place, networks):
    assert shown(built, place) == networks


@pytest.mark.parametrize("place", ["en/2025/09/a/", "2025/09/off/"])
def test_where_sharing_is_off_there_is_no_heading_and_no_script(built, place):
    assert built.html(place).css(".share, script[src]") == []


def test_lists_have_no_share_links(built):
    for path in built.pages:
        if "2025/09/" not in path and "subscribe" not in path:
            assert built.html(path).css(".share, script[src]") == [], path


TITLES = [
    "Việt Nam & “Trung Quốc”: chip, 100% nội địa?",
    "Più ‘costi’ = meno +ricavi; #1 <b>in</b> Asia",
    '📌 Emoji 🇻🇳 e "virgolette"',
]


@pytest.mark.parametrize("title", TITLES)
def test_titles_arrive_as_they_were_written(tmp_path, title):
    address = "https://news.example/some/repo"
    networks = ["x", "telegram", "whatsapp", "email", "facebook"]
    built = make(publication(tmp_path, {"vi/2025/a.md": digest(title)}, SHARE=networks, SITEURL=address))
    page = built.html("vi/2025/09/a/")
    url = f"{address}/vi/2025/09/a/"
    x, telegram, whatsapp, email, facebook = (parse_qs(urlsplit(link).query) for link in hrefs(page, ".share a"))
    assert x == {"text": [title], "url": [url]}
    assert telegram == {"url": [url], "text": [title]}
    assert whatsapp == {"text": [f"{title} {url}"]}
    assert email == {"subject": [title], "body": [f"{title}\r\n\r\n{url}"]}
    assert facebook == {"u": [url]}
    assert texts(page, "h1") == [" ".join(title.split())]
