from collections.abc import Mapping

import pytest

from tests.site_builder import SAMPLE, Built, hrefs

LANGUAGES = ("it", "en", "vi")
X_DEFAULT = "x-default"


def alternates(page) -> Mapping[str, str]:
    """Return the page's address in each language; readers of none of them are always given the first."""
    links = {link.attributes["hreflang"]: link.attributes["href"] for link in page.css("link[hreflang]")}
    found = {lang: url for lang, url in links.items() if lang != X_DEFAULT}
    assert links.get(X_DEFAULT) == next(iter(found.values()), None)
    return found


def path_of(url: str, site: Built) -> str:
    assert url.startswith((f"{site.address}/", f"{site.root}/"))
    return url.removeprefix(site.address).removeprefix(site.root).removeprefix("/")


def test_alternates_name_the_page_itself_and_each_other(site):
    for file in site.full_pages:
        page = site.html(file)
        named = alternates(page)
        if not named:
            continue
        assert hrefs(page, "link[rel=canonical]") == [named[page.css_first("html").attributes["lang"]]]
        for lang, url in named.items():
            other = site.html(path_of(url, site))
            assert other.css_first("html").attributes["lang"] == lang
            assert alternates(other) == named


def test_every_digest_and_page_of_the_sample_is_there_in_three_languages(site):
    named = [tuple(alternates(site.html(file))) for file in site.full_pages if "index.html" in file]
    single = [langs for langs in named if langs and langs != LANGUAGES]
    assert single == []
    digests = len(list((SAMPLE / "content" / "it").rglob("*.md")))
    assert sum(langs == LANGUAGES for langs in named) > 3 * digests


@pytest.mark.parametrize("place", ["", "archive/", "tags/", "2025/", "category/technology/"])
def test_lists_name_their_other_languages(site, place):
    assert alternates(site.html(place)) == {
        lang: f"{site.address}/{'' if lang == 'it' else f'{lang}/'}{place}" for lang in LANGUAGES
    }


def test_the_switcher_leads_to_a_page_in_each_language(site):
    for file in site.full_pages:
        page = site.html(file)
        links = page.css("nav.languages a")
        assert [link.attributes["lang"] for link in links] == list(LANGUAGES), file
        for link in links:
            target = site.html(path_of(link.attributes["href"], site))
            assert target.css_first("html").attributes["lang"] == link.attributes["lang"], file


def test_the_switcher_leads_to_the_translation_where_there_is_one_else_home(site):
    for file in site.full_pages:
        page = site.html(file)
        named = {lang: path_of(url, site) for lang, url in alternates(page).items()}
        lang = page.css_first("html").attributes["lang"]
        for link in page.css("nav.languages a"):
            code, place = link.attributes["lang"], path_of(link.attributes["href"], site)
            home = "" if code == "it" else f"{code}/"
            own = file.removesuffix("index.html") if file != "404.html" else ""
            assert place == named.get(code, own if code == lang else home), file


def test_one_language_s_lists_hold_only_its_own_digests(site):
    for file in site.full_pages:
        page = site.html(file)
        lang = page.css_first("html").attributes["lang"]
        for place in (path_of(url, site) for url in hrefs(page, "article.card h2 a, .lines a, .neighbours a")):
            assert site.html(place).css_first("html").attributes["lang"] == lang, file
