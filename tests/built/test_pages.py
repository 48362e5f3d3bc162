import re
import unicodedata
from collections import Counter
from itertools import pairwise

from tests.built.crawler import ids_of
from tests.site_builder import hrefs, words

SEARCH = {"search/index.html", "en/search/index.html", "vi/search/index.html"}


def without(site, name):
    return [file for file in site.full_pages if file != name]


def test_every_id_is_unique_in_its_page(site):
    for file in site.pages:
        assert [name for name, count in Counter(ids_of(site.html(file))).items() if count > 1] == [], file


def test_references_by_id_lead_to_one(site):
    for file in site.pages:
        page = site.html(file)
        for attribute in ("aria-labelledby", "aria-describedby", "aria-controls", "for"):
            for node in page.css(f"[{attribute}]"):
                assert set(str(node.attributes[attribute]).split()) <= set(ids_of(page)), file


def test_every_page_has_one_heading_of_the_first_level_and_skips_none(site):
    for file in site.pages:
        levels = [int(node.tag[1]) for node in site.html(file).css("h1, h2, h3, h4, h5, h6")]
        assert (levels.count(1), levels[0]) == (1, 1), file
        assert all(after <= before + 1 for before, after in pairwise(levels)), file


def test_every_page_has_one_main_and_a_link_to_skip_to_it(site):
    for file in site.full_pages:
        page = site.html(file)
        (main,) = page.css("main")
        first = page.css("body a")[0]
        assert first.attributes["href"] == f"#{main.attributes['id']}", file


def test_every_page_is_valid_where_it_says_what_it_is(site):
    for file in site.pages:
        page = site.html(file)
        assert site.folder.joinpath(file).read_bytes().startswith(b"<!doctype html>\n"), file
        assert page.css_first("meta[charset]").attributes["charset"] == "utf-8"
        assert page.css_first("meta[name=viewport]").attributes["content"] == "width=device-width, initial-scale=1"


def test_the_canonical_address_is_the_page_s_own(site):
    for file in without(site, "404.html"):
        place = file.removesuffix("index.html")
        assert hrefs(site.html(file), "link[rel=canonical]") == [f"{site.address}/{place}"]


def test_the_page_for_missing_addresses_has_no_address_and_is_not_indexed(site):
    page = site.html("404.html")
    assert page.css("link[rel=canonical], link[hreflang]") == []
    assert page.css_first("meta[name=robots]").attributes["content"].split(", ")[0] == "noindex"


def test_titles_tell_pages_apart_and_descriptions_are_there(site):
    titles = Counter()
    for file in without(site, "404.html"):
        page = site.html(file)
        titles[(page.css_first("html").attributes["lang"], words(page.css_first("title")))] += 1
        assert page.css_first("meta[name=description]").attributes["content"].strip(), file
    assert [title for title, count in titles.items() if count > 1] == []


def test_nothing_in_a_page_needs_what_its_policy_forbids(site):
    for file in site.full_pages:
        page = site.html(file)
        assert page.css("style, [style], script:not([src], [type='application/ld+json'], [type='text/html'])") == [], (
            file
        )
        assert [n.tag for n in page.css("*") if any(name.startswith("on") for name in n.attributes)] == [], file


def test_the_policy_allows_the_site_s_own_files_only(site):
    for file in site.full_pages:
        policy = site.html(file).css_first("meta[http-equiv='Content-Security-Policy']").attributes["content"]
        parts = dict(re.fullmatch(r"([a-z-]+) (.*)", part.strip()).groups() for part in policy.split(";"))
        assert parts["default-src"] == "'none'"
        allowed = {value for name, value in parts.items() if name.endswith("-src")} - {"'none'", "'self'"}
        assert allowed == ({"'self' 'wasm-unsafe-eval'"} if file in SEARCH else set()), file


def test_no_word_of_ours_is_left_in_english(site):
    said = {lang: said_by_the_theme(site, lang) for lang in ("it", "en", "vi")}
    assert min(map(len, said.values())) >= 15
    assert said["it"] & said["en"] == said["vi"] & said["en"] == said["it"] & said["vi"] == {"Vietmetric"}


def said_by_the_theme(site, lang):
    """Return names of regions and headings in a language: the words that no editor has written."""
    prefix = "" if lang == "it" else f"{lang}/"
    places = [prefix, f"{prefix}archive/", f"{prefix}tags/"]
    digest = site.html(hrefs(site.html(prefix), "article h2 a")[0].removeprefix(f"{site.root}/"))
    pages = [*map(site.html, places), digest]
    labels = {str(node.attributes["aria-label"]) for page in pages for node in page.css("[aria-label]")}
    spoken = "a.skip, .section-head h1, .share h2, .summary .note-label, body.home h1"
    return labels | {words(node) for page in pages for node in page.css(spoken)}


def test_text_is_in_unicode_form_c(site):
    for file in site.pages:
        assert unicodedata.is_normalized("NFC", site.folder.joinpath(file).read_text("utf-8")), file
