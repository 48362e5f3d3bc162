from pathlib import Path
from types import SimpleNamespace

import pytest
from babel.support import NullTranslations
from lxml import etree
from selectolax.lexbor import LexborHTMLParser

from puntina.core.theme.environment import theme_environment
from puntina.share import NETWORK_NAMES, share_links

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


def scripted(*networks):
    """Return the page with what waits in data blocks in its place, as the script puts it."""
    tree = page(*networks)
    html = tree.html
    for block in tree.css("script[type='text/html']"):
        html = html.replace(block.html, block.text())
    return LexborHTMLParser(html)


def words(node):
    return " ".join(node.text().split())


def test_a_link_has_its_address_and_a_localised_name_that_holds_what_is_seen():
    (link,) = page("x").css("section.share li:not([hidden]) > a")
    (expected,) = share_links(TITLE, URL, ["x"])
    assert link.attributes == {
        "class": "share__link",
        "href": expected.url,
        "rel": "nofollow noopener",
        "aria-label": "Condividi su X",
    }
    assert words(link) == "X"


def test_links_come_in_order_with_an_icon_each():
    items = scripted(*NETWORK_NAMES).css("ul.share__list > li")
    assert [words(item.css_first("a, button")) for item in items] == [
        "X",
        "Facebook",
        "LinkedIn",
        "WhatsApp",
        "Telegram",
        "Bluesky",
        "Mastodon",
        "Threads",
        "Reddit",
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


def test_buttons_wait_in_data_blocks_for_the_script():
    tree = page("x", "copy", "native")
    assert tree.css("button, [hidden]") == []
    assert [button.attributes for button in scripted("x", "copy", "native").css("li > button")] == [
        {"class": "share__link", "type": "button", "data-share": name, "data-url": URL} for name in ("copy", "native")
    ]
    assert tree.css_first("p[role=status]").attributes["data-copy"] == "Link copiato"
    assert tree.css_first("script[src]").attributes == {"type": "module", "src": "/repo/theme/share.js"}


def test_without_buttons_there_is_no_script():
    assert page("x", "email").css("script[src], button, [role=status]") == []


def test_with_buttons_alone_the_whole_section_waits_for_the_script():
    assert page("copy").css("section, h2, ul") == []
    assert len(scripted("copy").css("section.share li > button")) == 1
    assert len(page("copy", "x").css("section.share")) == 1


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
    assert len((THEME / "static" / "share.js").read_bytes()) < 1024
