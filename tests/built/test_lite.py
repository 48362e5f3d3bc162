import base64
import hashlib
import re

import pytest

from tests.site_builder import hrefs, texts, words

HOMES = {"it": "", "en": "en/", "vi": "vi/"}
EXIT = {"it": "Esci dalla versione mobile", "en": "Exit mobile version", "vi": "Thoát phiên bản di động"}
ENTER = {"it": "Versione leggera, solo testo", "en": "Lite version, text only", "vi": "Bản nhẹ, chỉ có chữ"}


@pytest.fixture
def lite(site):
    """Give each lite page by the path of the full page's file."""
    return {path.removeprefix("lite/"): site.html(path) for path in site.lite_pages}


def language(page):
    return page.css_first("html").attributes["lang"]


def test_home_sections_and_every_digest_of_every_language_have_a_lite_page(site, lite):
    full = {path: site.html(path) for path in site.full_pages}
    digests = {path for path, page in full.items() if page.css("article.digest .byline time")}
    sections = {path for path in full if "category/" in path}
    assert set(lite) == digests | sections | {f"{home}index.html" for home in HOMES.values()}
    assert {language(lite[path]) for path in digests} == set(HOMES)


def test_a_lite_page_is_text_alone_and_small(site, lite):
    for path, page in lite.items():
        assert [node.tag for node in page.css("img, picture, svg, script, iframe, link[rel=stylesheet], video")] == []
        assert page.css("[style], [src], [srcset], [background]") == [], path
        assert len(site.bytes(f"lite/{path}")) < 8600, path


def test_its_policy_lets_nothing_in_but_its_own_few_bytes_of_style(lite):
    for path, page in lite.items():
        (style,) = page.css("style")
        mark = base64.b64encode(hashlib.sha256(style.text().encode()).digest()).decode()
        policy = page.css_first("meta[http-equiv='Content-Security-Policy']").attributes["content"]
        assert policy == f"default-src 'none'; style-src 'sha256-{mark}'; base-uri 'none'; form-action 'none'", path
        assert len(style.text()) < 640


def test_search_engines_are_sent_to_the_full_page(site, lite):
    for path, page in lite.items():
        assert page.css_first("meta[name=robots]").attributes["content"] == "noindex"
        assert hrefs(page, "link[rel=canonical]") == [f"{site.address}/{path.removesuffix('index.html')}"]


def test_a_lite_page_leads_out_to_the_full_one_and_that_one_in(site, lite):
    for path, page in lite.items():
        (way_out,) = [link for link in page.css("footer a") if words(link) == EXIT[language(page)]]
        assert way_out.attributes["href"] == f"{site.root}/{path.removesuffix('index.html')}"
        (way_in,) = site.html(path).css("nav.lite a")
        assert words(way_in) == ENTER[language(page)]
        assert way_in.attributes["href"] == f"{site.root}/lite/{path.removesuffix('index.html')}"


def test_a_full_page_without_a_lite_one_leads_to_the_lite_home_of_its_language(site, lite):
    for path in set(site.full_pages) - set(lite):
        page = site.html(path)
        assert hrefs(page, "nav.lite a") == [f"{site.root}/lite/{HOMES[language(page)]}"], path


def test_a_lite_digest_says_what_the_full_one_says(site, lite):
    for path, page in lite.items():
        full = site.html(path)
        if not full.css("article.digest .byline time"):
            continue
        assert texts(page, "h1") == texts(full, "h1")
        points = texts(full, "ul.points > li")
        assert texts(page, "main ul li")[: len(points)] == points, path
        assert texts(page, "main ul li strong") == texts(full, "ul.points > li strong"), path
        assert texts(page, "section p")[0] == f"📌 {texts(full, '.text section.summary p')[-1]}", path
        assert texts(page, "main time") == texts(full, ".byline time")[:1]
        assert set(hrefs(full, ".sources a")) == {
            href for href in hrefs(page, "main p a") if href.startswith("https://")
        }


def test_a_lite_list_names_each_digest_of_its_language_once_and_leads_to_lite_pages_alone(site, lite):
    for lang, home in HOMES.items():
        page = lite[f"{home}index.html"]
        own = [path for path, each in lite.items() if language(each) == lang and re.search(r"2025/\d\d/", path)]
        listed = hrefs(page, "main > ul a")
        assert sorted(listed) == sorted(f"{site.root}/lite/{path.removesuffix('index.html')}" for path in own)
        assert all(href.startswith(f"{site.root}/lite/") for href in hrefs(page, "main a"))
