from pathlib import Path
from types import SimpleNamespace

import pytest
from babel.support import NullTranslations
from lxml import etree
from selectolax.lexbor import LexborHTMLParser

from plugins.share import NETWORK_NAMES, share_links
from plugins.theme.environment import theme_environment

THEME = Path(__file__).parents[2] / "themes" / "daily"
TITLE = 'Chip & "dữ liệu" <b>'
URL = "https://news.example/vi/2025/09/chip/?a=1&b=2"
ITALIAN = {
    "Share on %(network)s": "Condividi su %(network)s",
    "Copy link": "Copia il link",
    "Link copied": "Link copiato",
}


class Strings(NullTranslations):
    def gettext(self, message):
        return ITALIAN.get(message, message)


def theme():
    return theme_environment([str(THEME / "templates")], "it", Strings(), "/repo/theme/{}".format)


def page(*networks):
    html = (
        theme()
        .get_template("_share.html")
        .render(article=SimpleNamespace(title=TITLE, share=share_links(TITLE, URL, networks)))
    )
    return LexborHTMLParser(f"<!doctype html><html><body>{html}</body></html>")


def words(node):
    return " ".join(node.text().split())


def test_a_link_has_its_address_and_a_localised_name_that_begins_unseen():
    (link,) = page("x").css("section.share li:not([hidden]) > a")
    (expected,) = share_links(TITLE, URL, ["x"])
    assert link.attributes == {"class": "share__link", "href": expected.url, "rel": "nofollow noopener"}
    assert words(link.css_first("span[aria-hidden=true]")) == "X"
    assert words(link.css_first("span.visually-hidden")) == "Condividi su X"


def test_links_come_in_order_with_an_icon_each():
    items = page(*NETWORK_NAMES).css("ul.share__list > li")
    assert [words(item.css_first("a, button")) for item in items] == [
        "X Condividi su X",
        "Facebook Condividi su Facebook",
        "LinkedIn Condividi su LinkedIn",
        "WhatsApp Condividi su WhatsApp",
        "Telegram Condividi su Telegram",
        "Bluesky Condividi su Bluesky",
        "Mastodon Condividi su Mastodon",
        "Threads Condividi su Threads",
        "Reddit Condividi su Reddit",
        "Send by e-mail",
        "Copia il link",
        "Share…",
    ]
    assert [len(item.css("svg.icon > path")) for item in items] == [1] * len(NETWORK_NAMES)


def test_no_link_opens_a_new_window():
    assert page(*NETWORK_NAMES).css("[target]") == []


def test_the_section_is_named_by_its_heading():
    tree = page("x")
    (section,) = tree.css("section")
    assert words(tree.css_first(f"h2#{section.attributes['aria-labelledby']}")) == "Share this digest"


def test_buttons_are_hidden_until_a_script_shows_them():
    tree = page("x", "copy", "native")
    items = [item for item in tree.css("li") if "hidden" in item.attributes]
    assert [item.css_first("button").attributes for item in items] == [
        {"class": "share__link", "type": "button", "data-share": name, "data-url": URL} for name in ("copy", "native")
    ]
    assert tree.css_first("p[role=status]").attributes["data-copy"] == "Link copiato"
    assert tree.css_first("script").attributes == {"type": "module", "src": "/repo/theme/share.js"}


def test_without_buttons_there_is_no_script():
    assert page("x", "email").css("script[src], button, [role=status]") == []


def test_with_buttons_alone_the_whole_section_waits_for_the_script():
    assert "hidden" in page("copy").css_first("section").attributes
    assert "hidden" not in page("copy", "x").css_first("section").attributes


def test_sharing_switched_off_prints_nothing():
    assert page().body.html == "<body></body>"


@pytest.mark.parametrize("name", NETWORK_NAMES)
def test_an_icon_is_small_xml_that_assistive_technology_skips(name):
    svg = str(theme().get_template("_icons.html").module.icon(name)).strip()
    assert len(svg.encode()) < 500
    root = etree.fromstring(svg)
    assert (root.tag, root.get("viewBox"), root.get("stroke")) == ("svg", "0 0 24 24", "currentColor")
    assert (root.get("aria-hidden"), root.get("focusable")) == ("true", "false")
    assert [child.tag for child in root] == ["path"]


def test_no_two_icons_are_the_same():
    icons = theme().get_template("_icons.html").module.ICONS
    assert set(NETWORK_NAMES) <= set(icons)
    assert len(set(icons.values())) == len(icons)


def test_the_script_is_under_a_kilobyte():
    assert len((THEME / "static" / "share.js").read_bytes()) < 1000
