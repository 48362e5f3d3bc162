import re

import pytest

from puntina.commands.build import build
from tests.site_builder import ALL_PLUGINS, Built, digest, entries, hrefs, make, publication, texts, tree

FILES = {"it/2025/a.md": digest("A"), "en/2025/a.md": digest("A"), "it/2025/b.md": digest("B", "2025-09-01 08:00")}
PLACE = "2025/09/a/"
SITEMAPS = ["sitemap-news.xml", "sitemap.xml"]


def built_without(tmp_path, *names: str, **settings) -> Built:
    left = [name for name in ALL_PLUGINS if name.removeprefix("puntina.") not in names]
    return make(publication(tmp_path, FILES, PLUGINS=left, **settings))


def test_without_share_there_are_no_share_links(tmp_path):
    page = built_without(tmp_path, "share").html(PLACE)
    assert page.css(".share, [data-share], script[src]") == []
    assert texts(page, "h1") == ["A"]


def test_without_translations_languages_do_not_know_of_each_other(tmp_path):
    page = built_without(tmp_path, "translations").html(PLACE)
    assert page.css(".translations, link[hreflang]") == []
    assert hrefs(page, "nav.languages a") == [f"/{PLACE}", "/en/", "/vi/"]


def test_without_feeds_there_are_none_and_no_page_names_one(tmp_path):
    built = built_without(tmp_path, "feeds")
    assert sorted(path for path in tree(built.folder) if path.endswith((".xml", ".json"))) == ["sitemap.xml"]


def test_without_metadata_pages_tell_networks_nothing_of_themselves(tmp_path):
    page = built_without(tmp_path, "metadata").html(PLACE)
    assert page.css("meta[property], meta[name^=twitter], script[type='application/ld+json']") == []
    assert len(page.css("link[rel=canonical], link[hreflang]")) == 4


def test_without_crawlers_there_are_no_files_for_them(tmp_path):
    built = built_without(tmp_path, "crawlers")
    assert [name for name in ("robots.txt", *SITEMAPS) if built.has(name)] == []


def test_without_summary_the_text_is_as_written(tmp_path):
    built = built_without(tmp_path, "summary", SUMMARY_POSITION="top")
    assert [node.tag for node in built.html(PLACE).css_first(".text").iter()] == ["ul", "section"]


def test_without_copyright_pages_say_what_the_publication_says(tmp_path):
    assert texts(built_without(tmp_path, "copyright").html(PLACE), ".rights") == ["© 2025 Notizie"] * 2


def test_without_listings_digests_and_feeds_are_there(tmp_path):
    built = built_without(tmp_path, "listings")
    assert built.has(PLACE)
    assert [node.text for node in built.xml("feed.xml").findall("channel/item/title")] == ["A", "B"]


@pytest.mark.parametrize("name", ["core.pelican", "core.views", "core.theme"])
def test_what_the_theme_can_t_do_without_is_asked_for(tmp_path, capsys, name):
    left = [plugin for plugin in ALL_PLUGINS if plugin != f"puntina.{name}"]
    assert build(publication(tmp_path, FILES, PLUGINS=left), next_step="") == 1
    first = capsys.readouterr().err.splitlines()[0]
    assert re.fullmatch(r"pelicanconf\.py:\d+:1: SITE-\w+ .*", first)
    assert f"puntina.{name}" in first
    assert entries(tmp_path) == ["content", "pelicanconf.py"]
